"""C1 and C2: days, walks, weeks, phases, reviews."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import combinations, pairwise

from rhomboid.checking import figures
from rhomboid.checking.case import Case, in_session, in_week
from rhomboid.checking.violation import Violation
from rhomboid.lib.weekdays import are_neighbours, weekday
from rhomboid.prescription.program import Week


def check_horizon(case: Case) -> Iterator[Violation]:
    """C2: weeks from the start on, one after another; phases; reviews end weeks 4, 8, 12 and the last."""
    program = case.program
    numbers = [week.number for week in program.weeks]
    last = case.first_week + len(numbers) - 1
    if program.start != case.profile.schedule.start:
        yield Violation("C2", "program", f"starts on {program.start}, not on {case.profile.schedule.start}")
    if program.end != _end_of_week(case, last):
        yield Violation("C2", "program", f"ends on {program.end}, not on {_end_of_week(case, last)}")
    if numbers != list(range(case.first_week, last + 1)):
        yield Violation("C2", "program", "weeks are not numbered one after another")
    reviews = sorted({number for number in figures.REVIEW_WEEKS if number <= last} | {last})
    due = [_end_of_week(case, number) for number in reviews]
    if list(program.review_dates) != [day for day in due if day >= case.first_day]:
        yield Violation("C2", "program", "reviews end weeks 4, 8, 12 and the last")
    for week in program.weeks:
        phase = "maintain" if case.mode == "maintain" else _phase_of(week.number)
        if week.phase != phase:
            yield Violation("C2", in_week(week), f"is in phase {week.phase}, not {phase}")
        if week.deload != (week.number % figures.LIGHTER_EVERY_WEEKS == 0):
            yield Violation("C2", in_week(week), "weeks 4, 8, 12 and so on are lighter, no others")


def check_strength_days(case: Case) -> Iterator[Violation]:
    """C1: three days if three fit, else two, only on the person's days, never neighbouring, across weeks too."""
    most = most_days(case.profile.schedule.strength_days)
    if most < min(figures.STRENGTH_DAYS):
        yield Violation("C1", "program", "two strength days do not fit, so there can be no program")
    for week in case.program.weeks:
        days = [session.date for session in week.sessions if session.kind == "strength"]
        wanted = min(figures.STRENGTH_DAYS) if week.phase == "maintain" else most
        if len(days) > wanted or (case.is_whole(week) and len(days) < wanted):
            yield Violation("C1", in_week(week), f"{len(days)} strength days, {wanted} fit")
        for day in days:
            if weekday(day) not in case.profile.schedule.strength_days:
                yield Violation("C1", in_week(week), f"{day} is no strength day of this person")
    yield from _too_close(case)


def _too_close(case: Case) -> Iterator[Violation]:
    """The last day trained before a program was made anew counts as well."""
    done = {max(day for day, _ in case.basis.lately)} if case.basis and case.basis.lately else set()
    days = sorted({*done, *(session.date for session in case.program.sessions if session.kind == "strength")})
    for before, after in pairwise(days):
        if (after - before).days < 2:
            yield Violation("C1", "program", f"strength on {before} and on {after}: too close")


def most_days(menu: tuple[str, ...]) -> int:
    """Return how many strength days a week fit on a person's days: at most three, none neighbouring."""
    for count in range(max(figures.STRENGTH_DAYS), 0, -1):
        for days in combinations(menu, count):
            if not any(are_neighbours(one, other) for one, other in combinations(days, 2)):
                return count
    return 0


def check_daily(case: Case) -> Iterator[Violation]:
    """C1: something on each day, within the minutes; warm-up and cool-down of a strength session may stand for it."""
    most = case.profile.schedule.daily_minutes
    for week in case.program.weeks:
        covered = {session.date for session in week.sessions if session.kind in ("daily", "strength")}
        for offset in range(figures.WEEK_DAYS):
            day = case.program.start + timedelta(days=(week.number - 1) * figures.WEEK_DAYS + offset)
            if day not in covered and day >= case.first_day:
                yield Violation("C1", in_week(week), f"nothing daily on {day}")
        daily = [session for session in week.sessions if session.kind == "daily"]
        if len({session.date for session in daily}) < len(daily):
            yield Violation("C1", in_week(week), "two daily sessions on one day")
        for session in daily:
            if session.minutes > most or sum(item.seconds for item in session.items) > most * 60:
                yield Violation("C1", in_session(week, session), f"takes {session.minutes} min of {most}")


def check_walks(case: Case) -> Iterator[Violation]:
    """C1: 3, 4, then 5 days; 10 minutes, 5 more every second week, to 30."""
    for week in case.program.weeks:
        walks = [session for session in week.sessions if session.kind == "walk"]
        wanted = figures.WALK_DAYS[week.phase]
        gone_by = case.first_day > case.program.start + timedelta(days=(week.number - 1) * figures.WEEK_DAYS)
        too_few = len(walks) < wanted and not gone_by
        if too_few or len(walks) > wanted or len({session.date for session in walks}) != len(walks):
            yield Violation("C1", in_week(week), f"walks on {len(walks)} days, not {wanted}")
        for session in walks:
            minutes = sum(item.minutes or 0 for item in session.items)
            if minutes != _walk_minutes(week):
                where = in_session(week, session)
                yield Violation("C1", where, f"walks {minutes:g} minutes, not {_walk_minutes(week)}")


def _walk_minutes(week: Week) -> int:
    steps = (week.number - 1) // figures.WALK_STEP_WEEKS
    return min(figures.WALK_FIRST_MINUTES + figures.WALK_STEP_MINUTES * steps, figures.WALK_MOST_MINUTES)


def _phase_of(number: int) -> str:
    reached = [phase for phase in figures.PHASE_ORDER if figures.PHASE_STARTS[phase] <= number]
    return reached[-1] if reached else figures.PHASE_ORDER[0]


def _end_of_week(case: Case, number: int) -> date:
    return case.profile.schedule.start + timedelta(days=number * figures.WEEK_DAYS - 1)
