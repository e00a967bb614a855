"""Pictures of exercises. Their addresses carry the catalogue's version, so browsers may keep them for good."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from rhomboid.body.figure import draw, frames, moving
from rhomboid.body.style import dark_css
from rhomboid.catalogue.exercise import Exercise
from rhomboid.catalogue.load import load_catalogue

FOR_GOOD = "public, max-age=31536000, immutable"
# A picture shown by <img> carries its own dark colours and nothing else.
PICTURE_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


@require_safe
def still(_request: HttpRequest, version: str, exercise_id: str) -> HttpResponse:  # noqa: ARG001 - the version only makes the address new
    """Return the end pose over the start's outline."""
    return _picture(exercise_id, draw)


@require_safe
def moving_start(_request: HttpRequest, version: str, exercise_id: str) -> HttpResponse:  # noqa: ARG001 - as above
    """Return the figure the player moves."""
    return _picture(exercise_id, moving)


@require_safe
def moves(_request: HttpRequest, version: str, exercise_id: str) -> HttpResponse:  # noqa: ARG001 - as above
    """Return the movement as paths per frame."""
    response = JsonResponse(frames(_exercise(exercise_id)))
    response.headers["Cache-Control"] = FOR_GOOD
    return response


@require_safe
def dark_colours(_request: HttpRequest) -> HttpResponse:
    """Return the dark colours for pictures that stand inside a page."""
    return HttpResponse(dark_css(), content_type="text/css")


def _picture(exercise_id: str, paint: Callable[[Exercise], str]) -> HttpResponse:
    response = HttpResponse(paint(_exercise(exercise_id)), content_type="image/svg+xml")
    response.headers["Cache-Control"] = FOR_GOOD
    response.headers["Content-Security-Policy"] = PICTURE_POLICY
    return response


def _exercise(exercise_id: str) -> Exercise:
    found = load_catalogue().by_id.get(exercise_id)
    if found is None:
        raise Http404(f"no exercise {exercise_id}")
    return found
