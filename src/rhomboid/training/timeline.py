"""The order in which things happened: single events, and the work of each session as one whole from its first event on.

A session is never begun on one day and done on another: what is told of it more than a day later is a whole of its own,
so that one set logged for the wrong session neither holds back nor brings forward what was really done.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from rhomboid.training.event_types import Event, SessionEnd, SessionEvent, SessionStart, SetDone

LONGEST_SESSION = timedelta(days=1)


class Happening(NamedTuple):
    """events: one, or all of one session. session: its id, None for an event that belongs to none."""

    session: str | None
    events: tuple[Event, ...]


def happenings(events: Sequence[Event]) -> tuple[Happening, ...]:
    """Return what happened in order; `events` are in order of time."""
    found: list[Happening] = []
    sessions: dict[str, tuple[int, list[Event]]] = {}
    wholes: list[tuple[int, list[Event]]] = []
    # Sets mostly follow on each other: the whole that the last one went to is tried first.
    session, day, whole = "", date.min, list[Event]()
    for event in events:
        if isinstance(event, SetDone) and event.session == session and event.day == day:
            whole.append(event)
        elif not isinstance(event, SessionEvent):
            found.append(Happening(None, (event,)))
        elif isinstance(event, SessionStart):
            found.append(Happening(event.session, (event,)))
        else:
            if event.session not in sessions or _is_apart(event, sessions[event.session][1][0]):
                sessions[event.session] = (len(found), [])
                wholes.append(sessions[event.session])
                found.append(Happening(event.session, ()))
            session, whole = event.session, sessions[event.session][1]
            whole.append(event)
            day = whole[0].day
    for place, own in wholes:
        found[place] = found[place]._replace(events=tuple(own))
    return tuple(found)


def _is_apart(event: SessionEvent, first: Event) -> bool:
    """Return whether an event is of another time than what its session began with; its end may be told late."""
    if event.day == first.day or isinstance(event, SessionEnd):
        return False
    return event.at - first.at > LONGEST_SESSION
