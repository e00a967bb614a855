"""Posture photos: never asked for, kept on this computer, seen by their owner alone, deleted one by one."""

from datetime import date
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from rhomboid.lib.errors import UserError
from rhomboid.service.models import Person
from rhomboid.service.photos import MOST_BYTES, VIEWS, Kept, keep_photo, load_photo_for, photos_of, remove_photo
from rhomboid.web import clock
from rhomboid.web.middleware import PersonRequest

VIEW_WORDS = {"front": "From the front", "side": "From the side", "back": "From the back"}


@require_safe
def show(request: PersonRequest) -> HttpResponse:
    return redirect("welcome") if request.person is None else _page(request, request.person)


@require_POST
def keep(request: PersonRequest) -> HttpResponse:
    """Keep one photo, or say in one line why not."""
    person = request.person
    if person is None:
        return redirect("welcome")
    sent = request.FILES.get("photo")
    if sent is None:
        return _page(request, person, line="Choose a picture first.")
    try:
        day = date.fromisoformat(request.POST.get("day", ""))
        # Not read at all when it says it is too large.
        content = sent.read() if (sent.size or 0) <= MOST_BYTES else b""
        keep_photo(person, content, view=request.POST.get("view", ""), on=day, today=clock.today())
    except ValueError:
        return _page(request, person, line="Give the day of the photo; today or earlier.")
    except UserError as error:
        return _page(request, person, line=str(error))
    messages.success(request, "Kept on this computer. Only you see it here.")
    return redirect("photos")


@require_POST
def remove(request: PersonRequest, photo_id: UUID) -> HttpResponse:
    """Delete one photo; another person's is left alone."""
    if request.person is None:
        return redirect("welcome")
    remove_photo(request.person, photo_id)
    messages.success(request, "The photo is deleted.")
    return redirect("photos")


@require_safe
def picture(request: PersonRequest, photo_id: UUID) -> HttpResponse:
    """Send a photo to the person it belongs to; to anyone else there is none."""
    content = load_photo_for(request.person, photo_id) if request.person is not None else None
    if content is None:
        raise Http404("no such photo")
    response = HttpResponse(content, content_type="image/jpeg")
    response.headers["Cache-Control"] = "private, no-store"
    return response


def _page(request: HttpRequest, person: Person, line: str = "") -> HttpResponse:
    photos = photos_of(person)
    left, right = _chosen(request, photos)
    context = {
        "photos": [_shown(one) for one in reversed(photos)],
        "left": _shown(left) if left else None,
        "right": _shown(right) if right else None,
        "views": [(view, VIEW_WORDS[view]) for view in VIEWS],
        "today": clock.today(),
        "line": line,
    }
    return render(request, "photos/show.html", context, status=422 if line else 200)


def _shown(one: Kept) -> dict[str, object]:
    return {"id": one.id, "day": one.day, "view": VIEW_WORDS[one.view]}


def _chosen(request: HttpRequest, photos: tuple[Kept, ...]) -> tuple[Kept | None, Kept | None]:
    """Return the two to look at side by side: those asked for, else the first and the last of the newest view."""
    by_id = {str(one.id): one for one in photos}
    alike = [one for one in photos if one.view == photos[-1].view]
    if len(photos) < 2:
        return None, None
    first, last = (alike[0], alike[-1]) if len(alike) > 1 else (photos[0], photos[-1])
    return by_id.get(request.GET.get("left", ""), first), by_id.get(request.GET.get("right", ""), last)
