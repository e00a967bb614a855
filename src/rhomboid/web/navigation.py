"""The main pages: one row each, shown in the top bar and, on a phone, at the bottom."""

from dataclasses import dataclass

from rhomboid.service.models import Person
from rhomboid.service.people import has_program


@dataclass(frozen=True)
class Page:
    """`url` is the name of its address; `icon` a symbol of static/icons/sprite.svg.

    on_phone: whether the bar at the bottom has room for it; what it has no room for is listed on the page You.
    """

    url: str
    label: str
    icon: str
    on_phone: bool = True


PAGES = (
    Page("today", "Today", "today"),
    Page("program", "Program", "program"),
    Page("progress", "Progress", "progress"),
    Page("library", "Library", "library"),
    Page("learn", "Learn", "learn", on_phone=False),
    Page("result", "Safety", "shield", on_phone=False),
    Page("you", "You", "you"),
)


def pages_for(person: Person | None) -> tuple[Page, ...]:
    """Return the pages this person can go to; none before there is a program."""
    return PAGES if person is not None and person.profile is not None and has_program(person) else ()
