"""E4. How well a person keeps at it: days with something done, and a streak that rest and flares never break."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from rhomboid.catalogue.rulebook import rule
from rhomboid.prescription.profile import Profile
from rhomboid.prescription.program import Program, Session, Week
from rhomboid.prescription.schedule_days import acute_days
from rhomboid.training import event_types as types
from rhomboid.training.calendar import Calendar, read_calendar
from rhomboid.training.corrections import read_as_of
from rhomboid.training.events import Log
from rhomboid.training.person import Person

# What counts as something done on a day, however little it was.
DONE = (types.SetDone, types.SessionEnd, types.Walked, types.BreakTaken)
KEPT, MISSED = "kept", "missed"


@dataclass(frozen=True)
class DayKept:
    """One day. state: "kept" (something was done), "missed", or what neither counts nor breaks a streak.

    Those are "rest" (nothing was planned, or left out for pain or illness), "off" (time off), "flare" (a flare, or days
    without strength work), "locked" (a professional has to look first) and "open" (today, not over yet).
    """

    day: date
    state: str


@dataclass(frozen=True)
class WeekKept:
    """One week of a program so far. strength_due: those whose day has come; days_kept: days with something done."""

    number: int
    strength_due: int
    strength_done: int
    days_kept: int


@dataclass(frozen=True)
class Adherence:
    """days: from the first day of the first program on. streak: kept days running up to now; longest: the best."""

    days: tuple[DayKept, ...]
    weeks: tuple[WeekKept, ...]
    streak: int
    longest: int


def adherence_on(profile: Profile, programs: Sequence[Program], log: Log, day: date) -> Adherence:
    """Return how a person kept at it up to `day`. programs: oldest first; a newer one holds for the weeks it has."""
    events = read_as_of(log, day).events
    gentle_until = profile.schedule.start + timedelta(days=acute_days(profile))
    calendars = [(program, read_calendar(program, events, gentle_until)) for program in programs]
    first = min((program.start for program in programs), default=day)
    dates = [first + timedelta(days=n) for n in range((day - first).days + 1)]
    of_day = _by_day(events)
    person = Person(profile, day, unreadable=False)
    days = []
    for one in dates:
        for event in of_day.get(one, ()):
            person.take(event)
        days.append(DayKept(one, _state(person, _planned(calendars, one), of_day.get(one, ()), one, day)))
    streaks = _streaks(days)
    return Adherence(tuple(days), _weeks(calendars, days, events), streaks[-1], max(streaks))


def _by_day(events: Iterable[types.Event]) -> Mapping[date, list[types.Event]]:
    found: dict[date, list[types.Event]] = {}
    for event in events:
        found.setdefault(event.day, []).append(event)
    return found


def _planned(calendars: Sequence[tuple[Program, Calendar]], day: date) -> tuple[tuple[Session, ...], bool]:
    """Return the sessions that stand on a day in the newest program that has it, and whether it is time off."""
    holding = next(((one, where) for one, where in reversed(calendars) if one.week_on(day) is not None), None)
    if holding is None:
        return (), False
    program, calendar = holding
    return calendar.sessions_on(program, day), calendar.off_on(day) is not None


def _state(
    person: Person, planned: tuple[tuple[Session, ...], bool], events: Sequence[types.Event], day: date, today: date
) -> str:
    sessions, is_off = planned
    if any(isinstance(one, DONE) for one in events):
        return KEPT
    if is_off:
        return "off"
    if not person.triage_on(day).may_train:
        return "locked"
    if person.flares.flare_on(day) is not None or person.flares.gentle_on(day) is not None:
        return "flare"
    if not sessions or _left_out_to_rest(events):
        return "rest"
    return "open" if day == today else MISSED


def _left_out_to_rest(events: Iterable[types.Event]) -> bool:
    reasons = rule("E4").numbers["rest_when_skipped_for"]
    return any(isinstance(one, types.Skipped) and one.why in reasons for one in events)


def _streaks(days: Iterable[DayKept]) -> list[int]:
    """Return how long the streak was on each day, after a first one of nothing."""
    found = [0]
    for one in days:
        found.append(0 if one.state == MISSED else found[-1] + (one.state == KEPT))
    return found


def _weeks(
    calendars: Sequence[tuple[Program, Calendar]], days: Sequence[DayKept], events: Iterable[types.Event]
) -> tuple[WeekKept, ...]:
    done = {one.session for one in events if isinstance(one, types.SetDone | types.SessionEnd)}
    kept = {one.day for one in days if one.state == KEPT}
    last = days[-1].day if days else date.min
    found: dict[int, WeekKept] = {}
    for program, calendar in calendars:  # a newer program's weeks take the place of the older's
        for week in program.weeks:
            first = program.start + timedelta(weeks=week.number - 1)
            if first <= last:
                found[week.number] = _week(week, first, calendar, done, kept, last)
    return tuple(found[number] for number in sorted(found))


def _week(week: Week, first: date, calendar: Calendar, done: set[str], kept: set[date], last: date) -> WeekKept:
    strength = [one for one in week.sessions if one.kind == "strength"]
    return WeekKept(
        number=week.number,
        strength_due=sum(calendar.days[one.id] <= last for one in strength),
        strength_done=sum(one.id in done for one in strength),
        days_kept=sum(first + timedelta(days=n) in kept for n in range(7)),
    )
