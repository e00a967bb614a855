"""The service worker and the page it shows when there is no connection."""

from functools import cache
from pathlib import Path

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

WORKER = Path(__file__).resolve().parent.parent / "static" / "js" / "worker.js"


@never_cache
@require_safe
def script(_request: HttpRequest) -> HttpResponse:
    """Return the worker from the root, so that it may look after every page."""
    return HttpResponse(_source(), content_type="text/javascript; charset=utf-8")


@require_safe
def offline(request: HttpRequest) -> HttpResponse:
    """Return the page for an address that is not kept on the device."""
    return render(request, "session/offline.html")


@cache
def _source() -> str:
    return WORKER.read_text(encoding="utf-8")
