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
    order: list[Event | str] = []
    sessions: dict[str, list[Event]] = {}
    for event in events:
        if not isinstance(event, OF_A_SESSION):
            order.append(event)
            continue
        if event.session not in sessions:
            sessions[event.session] = []
            order.append(event.session)
        sessions[event.session].append(event)
    return tuple(
        Happening(one, tuple(sessions[one])) if isinstance(one, str) else Happening(None, (one,)) for one in order
    )
