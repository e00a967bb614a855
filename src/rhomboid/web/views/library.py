"""The library: every exercise as a picture, and a page for each."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from rhomboid.catalogue.load import load_catalogue
from rhomboid.service.library import Fit, fit_for
from rhomboid.web import clock
from rhomboid.web.middleware import PersonRequest
from rhomboid.web.presenters.library import choices, groups, parse_filter
from rhomboid.web.presenters.library_page import page


@require_safe
def show(request: PersonRequest) -> HttpResponse:
    """Show the exercises the address asks for; htmx is given the results alone."""
    fit = _fit_of(request)
    chosen = parse_filter(request.GET)
    found = groups(load_catalogue(), chosen, fit)
    htmx = request.htmx  # type: ignore[attr-defined]  # set by HtmxMiddleware
    is_part = bool(htmx) and not htmx.history_restore_request
    context = {
        **choices(chosen, fit),
        "fit": fit,
        "groups": found,
        "count": sum(len(cards) for _, cards in found),
        "is_part": is_part,
    }
    response = render(request, "library/results.html" if is_part else "library/list.html", context)
    patch_vary_headers(response, ("HX-Request",))
    return response


@require_safe
def exercise(request: PersonRequest, exercise_id: str) -> HttpResponse:
    """Show one exercise in full."""
    catalogue = load_catalogue()
    found = catalogue.by_id.get(exercise_id)
    if found is None:
        raise Http404(f"no exercise {exercise_id}")
    return render(request, "library/exercise.html", page(found, catalogue, _fit_of(request)))


def _fit_of(request: PersonRequest) -> Fit | None:
    person = request.person
    return fit_for(person, clock.today()) if person is not None and person.profile is not None else None
