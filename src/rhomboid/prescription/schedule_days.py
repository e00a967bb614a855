"""The calendar of a program: phases and lighter weeks (C2), its days (C1), the gentle start (C8)."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import combinations
from typing import Any

from rhomboid.catalogue.rulebook import rule
from rhomboid.lib.weekdays import WEEKDAYS, are_neighbours, weekday
from rhomboid.prescription.profile import Profile

PHASES = ("familiarise", "build", "strengthen")
WEEK_DAYS = 7
# Strength days are never neighbours (C1).
REST_DAYS = 1


@dataclass(frozen=True)
class WeekShape:
    """One week before anything is put in it. strength, daily, walks: the dates of each kind; acute: days of C8."""

    number: int
    phase: str
    deload: bool
    strength: tuple[date, ...]
    daily: tuple[date, ...]
    walks: tuple[date, ...]
    walk_minutes: int
    acute: tuple[date, ...]


def phase_of(week: int) -> str:
    """Return the phase of a week, counted from 1."""
    first = _calendar()["first_week"]
    return max((phase for phase in PHASES if first[phase] <= week), key=PHASES.index)


def opened_as(phase: str, first_week: int) -> str:
    """Return the phase by which exercises open: `maintain` opens no more than the calendar did when it began."""
    return phase_of(first_week) if phase == "maintain" else phase


def is_lighter(week: int) -> bool:
    """Return whether a week is a lighter one (weeks 4, 8, 12 and so on)."""
    return bool(week % _calendar()["lighter_every"] == 0)


def end_of(start: date, weeks: int) -> date:
    """Return the last day of a program."""
    return start + timedelta(days=WEEK_DAYS * weeks - 1)


def review_dates(start: date, weeks: int) -> tuple[date, ...]:
    """Return the last days of weeks 4, 8 and 12 as far as the program goes, and of its last week."""
    return tuple(
        end_of(start, week) for week in sorted({*(week for week in _calendar()["review_weeks"] if week < weeks), weeks})
    )


def choose_strength_days(wanted: tuple[str, ...], at_most: int | None = None) -> tuple[str, ...]:
    """Return the strength days of a week: three if three fit, else two, widest gaps first; empty when none fit."""
    fewest, most = rule("C1").numbers["strength_days"]
    most = min(most, at_most or most)
    days = sorted(set(wanted), key=WEEKDAYS.index)
    for count in range(most, fewest - 1, -1):
        fitting = [choice for choice in combinations(days, count) if not _has_neighbours(choice)]
        if fitting:
            return min(fitting, key=lambda choice: (-_smallest_gap(choice), choice_key(choice)))
    return ()


def choice_key(days: tuple[str, ...]) -> tuple[int, ...]:
    """Return the place of days in the week, to order choices of them."""
    return tuple(WEEKDAYS.index(day) for day in days)


def acute_days(profile: Profile) -> int:
    """Return for how many days from the start strength waits (C8): 0 where nothing is fresh or bad."""
    numbers = rule("C8").numbers
    average = profile.answers.number("average_24h") or 0
    if profile.answers.contains("quality", "spasm") or average >= numbers["high_pain"]:
        return int(numbers["high_pain_days"])
    weeks = profile.answers.number("duration_weeks")
    return int(numbers["new_pain_days"]) if weeks is not None and weeks <= numbers["new_pain_weeks"] else 0


def walk_minutes(week: int) -> int:
    """Return the minutes of each walk in a week; the steps fall on odd weeks, so no lighter week brings one."""
    numbers = rule("C1").numbers["walk"]
    steps = (week - 1) // numbers["every_weeks"]
    return int(min(numbers["minutes"] + steps * numbers["more_minutes"], numbers["minutes_at_most"]))


def lay_out_weeks(profile: Profile, weeks: int, phase: str | None = None) -> tuple[WeekShape, ...]:
    """Return the weeks of a program; strength days are empty where C1 cannot be met.

    phase: the one phase of all weeks, where they do not follow the calendar of C2.
    """
    start = profile.schedule.start
    strength_days = choose_strength_days(profile.schedule.strength_days)
    walk_order = _walk_order(start, strength_days)
    gentle_until = start + timedelta(days=acute_days(profile))
    return tuple(
        _lay_out(number, phase or phase_of(number), start, strength_days, walk_order, gentle_until)
        for number in range(1, weeks + 1)
    )


def from_day(shape: WeekShape, first: date, trained_on: date | None = None) -> WeekShape:
    """Return what is left of a week from a day on. trained_on: the last day of strength, to be followed by rest."""
    rested = first if trained_on is None else trained_on + timedelta(days=REST_DAYS + 1)
    return replace(
        shape,
        strength=tuple(day for day in shape.strength if day >= max(first, rested)),
        daily=tuple(day for day in sorted((*shape.daily, *shape.strength)) if _is_eased(day, shape, first, rested)),
        walks=tuple(day for day in shape.walks if day >= first),
        acute=tuple(day for day in shape.acute if day >= first),
    )


def _is_eased(day: date, shape: WeekShape, first: date, rested: date) -> bool:
    """Return whether a day from the first on has a daily session: a strength day does where it comes too soon."""
    return day >= first and (day not in shape.strength or day < rested)


def _lay_out(
    number: int,
    phase: str,
    start: date,
    strength_days: tuple[str, ...],
    walk_order: tuple[str, ...],
    gentle_until: date,
) -> WeekShape:
    first = start + timedelta(days=WEEK_DAYS * (number - 1))
    dates = tuple(first + timedelta(days=offset) for offset in range(WEEK_DAYS))
    walk_days = walk_order[: rule("C1").numbers["walk"]["days"][phase]]
    strength = tuple(day for day in dates if weekday(day) in strength_days and day >= gentle_until)
    return WeekShape(
        number=number,
        phase=phase,
        deload=is_lighter(number),
        strength=strength,
        daily=tuple(day for day in dates if day not in strength),
        walks=tuple(day for day in dates if weekday(day) in walk_days),
        walk_minutes=walk_minutes(number),
        acute=tuple(day for day in dates if day < gentle_until),
    )


def _walk_order(start: date, strength_days: tuple[str, ...]) -> tuple[str, ...]:
    """Return the weekdays in the order walks are put on them: days without strength first, spread out."""
    week = [weekday(start + timedelta(days=offset)) for offset in range(WEEK_DAYS)]
    free = [day for day in week if day not in strength_days]
    spread = free[0::2] + free[1::2]
    return tuple(spread + [day for day in week if day in strength_days])


def _has_neighbours(days: tuple[str, ...]) -> bool:
    return any(are_neighbours(one, other) for one, other in combinations(days, 2))


def _smallest_gap(days: tuple[str, ...]) -> int:
    places = choice_key(days)
    following = (*places[1:], places[0] + WEEK_DAYS)
    return min(after - before for before, after in zip(places, following, strict=True))


def _calendar() -> dict[str, Any]:
    return dict(rule("C1").numbers["calendar"])
