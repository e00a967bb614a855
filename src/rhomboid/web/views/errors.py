"""Pages for what went wrong: one clear line, and a way on."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from rhomboid.lib.errors import UserError


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    line = str(exception) if isinstance(exception, UserError) else "That request could not be read."
    return render(request, "errors/400.html", {"line": line}, status=400)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001  # Django passes it
    return render(request, "errors/404.html", status=404)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001  # Django passes it
    return render(request, "errors/403.html", status=403)


def server_error(request: HttpRequest) -> HttpResponse:
    return render(request, "errors/500.html", status=500)
