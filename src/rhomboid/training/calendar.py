"""Which sessions stand on a day, after what was moved (C1) and time off."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from rhomboid.prescription.program import Program, Session
from rhomboid.training.event_types import Event, Moved, SetDone, Skipped, TimeOff

KINDS = ("strength", "daily", "walk")
WEEK = timedelta(days=7)


@dataclass(frozen=True)
class Calendar:
    """days: session ids with the days they stand on now; time_off: the days the person takes off; problems: refused."""

    days: dict[str, date]
    time_off: tuple[TimeOff, ...]
    problems: tuple[str, ...]

    def sessions_on(self, program: Program, day: date) -> tuple[Session, ...]:
        """Return the sessions of a day, strength first, then daily, then walk."""
        found = (session for session in program.sessions if self.days[session.id] == day)
        return tuple(sorted(found, key=lambda one: (KINDS.index(one.kind), one.id)))

    def off_on(self, day: date) -> TimeOff | None:
        """Return the time off a day lies in, or None."""
        return next((one for one in self.time_off if one.first <= day <= one.last), None)

    def next_strength(self, program: Program, after: date) -> date | None:
        """Return the first day after `after` with a strength session, or None."""
        days = (self.days[one.id] for one in program.sessions if one.kind == "strength")
        return min((day for day in days if day > after), default=None)


def read_calendar(program: Program, events: Sequence[Event], gentle_until: date | None = None) -> Calendar:
    """Return where the sessions stand now; a session moves only within its week, and strength keeps its rest days.

    A session that was left out needs no rest before or after it.
    gentle_until: the first day that may have strength, after the gentle days of the start (C8).
    """
    days = {session.id: session.date for session in program.sessions}
    problems = []
    # What was moved before a program was made anew belongs to the one before it.
    made_on = program.made_on or date.min
    special = [event for event in events if isinstance(event, (Moved, TimeOff))]
    moves = [event for event in special if isinstance(event, Moved) and event.day >= made_on]
    left_out = left_out_of(events) if moves else frozenset()
    for event in moves:
        resting = {one: day for one, day in days.items() if one not in left_out}
        wrong = _why_not(program, resting, event, gentle_until or program.start)
        if wrong:
            problems.append(f"log: moved {event.id}: {wrong}; left out")
        else:
            days[event.session] = event.to
    return Calendar(days, tuple([one for one in special if isinstance(one, TimeOff)]), tuple(problems))


def left_out_of(events: Sequence[Event]) -> frozenset[str]:
    """Return the sessions that were left out whole, and not put on another day since."""
    found: set[str] = set()
    for event in events:
        if isinstance(event, Skipped):
            found.add(event.session)
        elif isinstance(event, (SetDone, Moved)):
            found.discard(event.session)
    return frozenset(found)


def _why_not(program: Program, days: dict[str, date], event: Moved, gentle_until: date) -> str | None:
    session = program.session_by_id.get(event.session)
    if session is None:
        return f"session: {event.session!r} is not in the program"
    first = program.start + (session.date - program.start).days // 7 * WEEK
    if not first <= event.to < first + WEEK:
        return f"to: {event.to} is not allowed; allowed: a day from {first} to {first + WEEK - timedelta(days=1)}"
    if session.kind == "strength" and event.to < gentle_until:
        return f"to: {event.to} is not allowed; allowed: from {gentle_until}, after the gentle days of the start"
    if session.kind == "strength" and any(
        abs((other - event.to).days) <= 1 for other in _other_days(program, days, session)
    ):
        return f"to: {event.to} is not allowed; allowed: a day with a day of rest before the next strength session"
    return None


def _other_days(program: Program, days: dict[str, date], session: Session) -> list[date]:
    others = (one.id for one in program.sessions if one.kind == "strength" and one.id != session.id)
    return [days[one] for one in others if one in days]
