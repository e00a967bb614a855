"""Pictures of exercises. Their addresses carry the hash of what is drawn, so browsers may keep them for good."""

import gzip

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.views.decorators.http import require_safe

from rhomboid.body.anatomy import DEFAULT
from rhomboid.body.figure import Wish
from rhomboid.body.style import DEFAULT_SKIN, SKINS, dark_css
from rhomboid.catalogue.load import load_catalogue
from rhomboid.lib.errors import UserError, bad_input
from rhomboid.service.figure_shelf import Shelf, figure_key, name_of

FOR_GOOD = "public, max-age=31536000, immutable"
ASK_AGAIN = "no-cache"  # the address is of an older drawing
# A picture shown by <img> carries its own dark colours and nothing else.
PICTURE_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
TONES = tuple(str(number) for number in range(1, len(SKINS) + 1))
LONGEST = 20  # of a wrong value that is told back
TYPES = {"svg": "image/svg+xml", "json": "application/json"}


@require_safe
def still(request: HttpRequest, key: str, exercise_id: str) -> HttpResponseBase:
    """Return the end pose over the start's outline."""
    return _picture(request, key, exercise_id, "still.svg")


@require_safe
def moving_start(request: HttpRequest, key: str, exercise_id: str) -> HttpResponseBase:
    """Return the figure the player moves."""
    return _picture(request, key, exercise_id, "moving.svg")


@require_safe
def moves(request: HttpRequest, key: str, exercise_id: str) -> HttpResponseBase:
    """Return the movement as paths per frame."""
    return _picture(request, key, exercise_id, "frames.json")


@require_safe
def dark_colours(_request: HttpRequest) -> HttpResponse:
    """Return the dark colours for pictures that stand inside a page."""
    return HttpResponse(dark_css(), content_type="text/css")


def _picture(request: HttpRequest, key: str, exercise_id: str, kind: str) -> HttpResponseBase:
    """Return a picture as the address asks for it; a browser that has it hears so, and nothing is drawn."""
    exercise = load_catalogue().by_id.get(exercise_id)
    if exercise is None:
        raise Http404(f"no exercise {exercise_id}")
    try:
        wish = to_wish(request.GET.get("body", DEFAULT), request.GET.get("tone", str(DEFAULT_SKIN)))
    except UserError as error:
        return HttpResponse(f"{error}\n", status=400, content_type="text/plain; charset=utf-8")
    current = figure_key(exercise_id)
    etag = f'W/"{current}-{name_of(kind, wish)}"'
    response = get_conditional_response(request, etag=etag)
    if response is None:
        response = _packed(request, Shelf(settings.DATA / "figures").find(exercise, kind, wish), kind)
    response.headers["ETag"] = etag
    response.headers["Cache-Control"] = FOR_GOOD if key == current else ASK_AGAIN
    response.headers["Content-Security-Policy"] = PICTURE_POLICY
    return response


def to_wish(body: str, tone: str) -> Wish:
    """Return the body and tone that an address or a form asks for. Raises UserError for one that is not there."""
    if tone not in TONES:
        raise bad_input("figure", "tone", tone[:LONGEST], f"1 to {len(SKINS)}")
    return Wish(body[:LONGEST], TONES.index(tone) + 1)


def _packed(request: HttpRequest, packed: bytes, kind: str) -> HttpResponse:
    """Return a picture as it is kept, packed, to whoever can unpack it."""
    content_type = TYPES[kind.split(".")[1]]
    if "gzip" in request.headers.get("Accept-Encoding", ""):
        response = HttpResponse(packed, content_type=content_type, headers={"Content-Encoding": "gzip"})
    else:
        response = HttpResponse(gzip.decompress(packed), content_type=content_type)
    patch_vary_headers(response, ("Accept-Encoding",))
    return response
