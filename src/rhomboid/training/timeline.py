"""The order in which things happened: single events, and each session as one whole from its first event on."""

from collections.abc import Sequence
from typing import NamedTuple

from rhomboid.training.event_types import Event, SessionEnd, SessionStart, SetDone, Stopped

OF_A_SESSION = (SetDone, Stopped, SessionStart, SessionEnd)


class Happening(NamedTuple):
    """events: one, or all of one session. session: its id, None for a single event."""

    session: str | None
    events: tuple[Event, ...]


def happenings(events: Sequence[Event]) -> tuple[Happening, ...]:
    """Return what happened in order; `events` are in order of time."""
    found: dict[str | int, list[Event]] = {}
    for place, event in enumerate(events):
        found.setdefault(event.session if isinstance(event, OF_A_SESSION) else place, []).append(event)
    return tuple(Happening(key if isinstance(key, str) else None, tuple(one)) for key, one in found.items())
