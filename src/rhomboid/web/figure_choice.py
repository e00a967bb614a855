"""Which body and skin the pictures show: chosen on the page You, kept by the browser, known to every page."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from typing import Any
from urllib.parse import urlencode

from django.contrib.sessions.backends.base import SessionBase
from django.urls import reverse

from rhomboid.body.figure import Wish
from rhomboid.lib.errors import UserError
from rhomboid.service.figure_shelf import figure_key
from rhomboid.service.models import Person

KEPT = "figure"
KEPT_ADDRESSES = 2048
BODY_OF = {"female": "woman", "male": "man"}

# As with the language of a page: each presenter that shows a picture would have to be handed it otherwise.
_CHOSEN: ContextVar[Wish] = ContextVar("figure_choice", default=Wish())  # noqa: B039 - a frozen value


def choice_for(session: SessionBase, person: Person | None) -> Wish:
    """Return what was chosen in this browser; else the body that fits the person's answer, and the usual skin."""
    kept = session.get(KEPT)
    if isinstance(kept, dict):
        try:
            return Wish(str(kept.get("body")), int(kept.get("tone", 0)))
        except (UserError, TypeError, ValueError):
            pass  # kept by another version: as if nothing were chosen
    answers: dict[str, Any] = (person.profile if person else None) or {}
    return Wish(BODY_OF.get(answers.get("person", {}).get("sex", ""), Wish().body))


def keep_choice(session: SessionBase, wish: Wish) -> None:
    session[KEPT] = {"body": wish.body, "tone": wish.tone}


@contextmanager
def shown_with(wish: Wish) -> Iterator[None]:
    """Show all pictures of one page with this body and skin."""
    token = _CHOSEN.set(wish)
    try:
        yield
    finally:
        _CHOSEN.reset(token)


def chosen() -> Wish:
    """Return the body and skin of the page that is being made."""
    return _CHOSEN.get()


def still_url(exercise_id: str, wish: Wish | None = None) -> str:
    """Return the address of the picture; what is drawn is in it, so that browsers keep it for good."""
    return _url("figure", exercise_id, wish or chosen(), with_tone=True)


def moving_url(exercise_id: str) -> str:
    """Return the address of the figure that the page moves."""
    return _url("figure-moving", exercise_id, chosen(), with_tone=True)


def frames_url(exercise_id: str) -> str:
    """Return the address of the movement; it is the same for every skin."""
    return _url("figure-frames", exercise_id, chosen(), with_tone=False)


def _url(name: str, exercise_id: str, wish: Wish, *, with_tone: bool) -> str:
    asked = f"?{urlencode({'body': wish.body, 'tone': wish.tone} if with_tone else {'body': wish.body})}"
    return _address(name, figure_key(exercise_id), exercise_id) + asked


@lru_cache(maxsize=KEPT_ADDRESSES)
def _address(name: str, key: str, exercise_id: str) -> str:
    return reverse(name, args=[key, exercise_id])
