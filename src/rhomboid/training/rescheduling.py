"""One week on other days: "this week I can only train on Tuesday and Saturday".

Nothing is planned anew, for the choice stands until the phase ends (C7): the sessions that are left move to days that
keep a day of rest between them and around them (C1), as few as can be are left out, and none moves further than needed.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations, pairwise

from rhomboid.lib.weekdays import weekday
from rhomboid.prescription.program import Program, Session
from rhomboid.training.calendar import WEEK, Calendar, left_out_of
from rhomboid.training.event_types import Event, SetDone

APART = 2  # days from one strength session to the next, at least


@dataclass(frozen=True)
class NewWeek:
    """One week as it now is. days: of each strength session still to do; left_out: those that no day is left for."""

    first: date
    last: date
    days: tuple[tuple[Session, date], ...]
    left_out: tuple[Session, ...]


def reschedule_week(
    program: Program, calendar: Calendar, events: Sequence[Event], on: date, days: Collection[str], gentle_until: date
) -> NewWeek:
    """Return the week of `on` with its strength on `days` of the week alone, from `on` itself onwards.

    gentle_until: the first day that may have strength, after the gentle days of the start (C8).
    """
    first = on - timedelta(days=(on - program.start).days % WEEK.days)
    begun = {event.session for event in events if isinstance(event, SetDone)}
    left_out = left_out_of(events)
    strength = [one for one in program.sessions if one.kind == "strength" and one.id not in left_out]
    standing = sorted(strength, key=lambda one: (calendar.days[one.id], one.id))
    open_ones = [one for one in standing if _is_open(calendar.days[one.id], on, first) and one.id not in begun]
    fixed = [calendar.days[one.id] for one in standing if one not in open_ones]
    week = [first + timedelta(days=place) for place in range(WEEK.days)]
    free = [day for day in week if day >= max(on, gentle_until) and weekday(day) in days]
    chosen = min(_choices(open_ones, free, fixed), key=lambda pairs: _cost(pairs, calendar))
    placed = [session for session, _ in chosen]
    return NewWeek(first, week[-1], chosen, tuple(one for one in open_ones if one not in placed))


def in_order(week: NewWeek, calendar: Calendar) -> tuple[tuple[Session, date], ...]:
    """Return the moves in an order in which each keeps the rest days: later ones make room first."""
    moves = [(session, day) for session, day in week.days if calendar.days[session.id] != day]
    to_later = [one for one in moves if one[1] > calendar.days[one[0].id]]
    to_earlier = [one for one in moves if one[1] < calendar.days[one[0].id]]
    return (*reversed(to_later), *to_earlier)


def _is_open(day: date, on: date, first: date) -> bool:
    return max(on, first) <= day < first + WEEK


def _choices(
    sessions: Sequence[Session], free: Sequence[date], fixed: Sequence[date]
) -> Iterator[tuple[tuple[Session, date], ...]]:
    """Yield every way to put sessions, in their order, on days that keep the rest; the empty one is always there."""
    open_days = [day for day in free if all(abs((day - other).days) >= APART for other in fixed)]
    for count in range(min(len(sessions), len(open_days)) + 1):
        for days in combinations(open_days, count):
            if all((later - earlier).days >= APART for earlier, later in pairwise(days)):
                for some in combinations(sessions, count):
                    yield tuple(zip(some, days, strict=True))


def _cost(pairs: Sequence[tuple[Session, date]], calendar: Calendar) -> tuple[int, int, tuple[date, ...]]:
    moved = sum(abs((day - calendar.days[session.id]).days) for session, day in pairs)
    return -len(pairs), moved, tuple(day for _, day in pairs)
