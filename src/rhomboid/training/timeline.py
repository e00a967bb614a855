"""The order in which things happened: single events, and each session as one whole from its first event on."""

from collections.abc import Sequence
from typing import NamedTuple

from rhomboid.training.event_types import Event, SessionEvent


class Happening(NamedTuple):
    """events: one, or all of one session. session: its id, None for a single event."""

    session: str | None
    events: tuple[Event, ...]


def happenings(events: Sequence[Event]) -> tuple[Happening, ...]:
    """Return what happened in order; `events` are in order of time."""
    found: list[Happening] = []
    sessions: dict[str, tuple[int, list[Event]]] = {}
    for event in events:
        if not isinstance(event, SessionEvent):
            found.append(Happening(None, (event,)))
            continue
        session = event.session
        if session not in sessions:
            sessions[session] = (len(found), [])
            found.append(Happening(session, ()))
        sessions[session][1].append(event)
    for session, (place, own) in sessions.items():
        found[place] = Happening(session, tuple(own))
    return tuple(found)
