"""C10, C1 and C2: what the short forms of a plan ask instead of what they leave out."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from itertools import pairwise

from rhomboid.checking import figures
from rhomboid.checking.case import Case, Outing, in_session, in_week
from rhomboid.checking.choice import is_out
from rhomboid.checking.restrictions import CAREFUL
from rhomboid.checking.violation import Violation
from rhomboid.prescription.program import Session, Week

ORDER = ("warm_up", "strength", "core", "cool_down")


def check_form(case: Case) -> Iterator[Violation]:
    """C10: two minutes on five days, or a split of the same sets; daily easing alone says what it leaves out."""
    yield from _FORMS[case.mode](case)


def _nothing_more(_case: Case) -> Iterator[Violation]:
    return iter(())


def _minimal(case: Case) -> Iterator[Violation]:
    for week in case.program.weeks:
        days = {session.date for session in week.sessions}
        if len(days) > figures.MINIMAL_DAYS or len(days) < len(week.sessions):
            yield Violation("C10", in_week(week), f"{len(week.sessions)} sessions, one on each of five days")
        if case.is_whole(week) and len(days) < figures.MINIMAL_DAYS:
            yield Violation("C10", in_week(week), f"{len(days)} days, five are asked")
        for session in week.sessions:
            for text in _small_session(case, week, session):
                yield Violation("C10", in_session(week, session), text)
    if len({outing.exercise.id for outing in case.outings}) > 1:
        yield Violation("C10", "program", "more than one exercise")


def _small_session(case: Case, week: Week, session: Session) -> Iterator[str]:
    outings = case.by_session.get(session.id, ())
    if session.kind != "strength" or len(session.items) != 1:
        yield "is one set of one exercise"
    if sum(item.seconds for item in session.items) > figures.MINIMAL_MINUTES * 60:
        yield "takes over two minutes"
    first, later = figures.MINIMAL_RESERVE
    asked = first if week.number < case.first_week + figures.MINIMAL_FIRST_WEEKS else later
    if CAREFUL.intersection(case.triage.restrictions):
        asked = max(asked, figures.CAREFUL_RESERVE)
    for outing in outings:
        if outing.item.sets != 1:
            yield f"{outing.item.sets} sets, one is asked"
        if not outing.exercise.is_pull:
            yield f"{outing.exercise.id} is no pull"
        elif outing.exercise.loading != "band" and _has_band_pull(case):
            yield f"{outing.exercise.id} is no band exercise"
        if outing.exercise.dose.kind == "reps" and outing.item.rir != asked:
            yield f"{outing.item.rir} left in reserve, {asked} is asked"


def _has_band_pull(case: Case) -> bool:
    """Return whether a band exercise is open from the first week to the last, so that it may be the one."""
    phases = {week.phase for week in case.program.weeks}
    return any(
        exercise.is_pull
        and exercise.loading == "band"
        and exercise.dose.kind == "reps"
        and not any(is_out(case, exercise, phase) for phase in phases)
        and not set(case.profile.limits.require).intersection(one.id for one in case.catalogue.exercises if one.is_pull)
        for exercise in case.catalogue.exercises
    )


def _split(case: Case) -> Iterator[Violation]:
    times, minutes = figures.SPLITS[case.mode]
    for week in case.program.weeks:
        strength = [session for session in week.sessions if session.kind == "strength"]
        if len(strength) > times or (case.is_whole(week) and len(strength) != times):
            yield Violation("C10", in_week(week), f"{len(strength)} strength sessions, {times} are asked")
        for day, count in sorted(Counter(session.date for session in strength).items()):
            if count > times // figures.SPLITS["split3"][0]:
                yield Violation("C10", in_week(week), f"{count} strength sessions on {day}")
        for session in strength:
            names = [block.name for block in session.blocks]
            if names != [name for name in ORDER if name in names]:
                yield Violation("C10", in_session(week, session), f"blocks are {', '.join(names)}")
            if sum(item.seconds for item in session.items) > minutes * 60:
                yield Violation("C10", in_session(week, session), f"takes over {minutes} minutes")
    yield from _close_days(case)
    yield from _twice_a_day(case)


def _close_days(case: Case) -> Iterator[Violation]:
    """C6: strength days of a split are no neighbours either, so that no muscle works hard on two days running."""
    days = sorted({session.date for session in case.program.sessions if session.kind == "strength"})
    for before, after in pairwise(days):
        if (after - before).days < 2:
            yield Violation("C10", "program", f"strength on {before} and on {after}: too close")


def _twice_a_day(case: Case) -> Iterator[Violation]:
    """The same sets are only cut up: no exercise comes twice on one day."""
    seen: dict[tuple[date, str], Outing] = {}
    for outing in case.outings:
        if outing.block in ("strength", "core"):
            first = seen.setdefault((outing.session.date, outing.exercise.id), outing)
            if first is not outing:
                yield Violation("C10", outing.where, "stands twice on one day")


def _daily(case: Case) -> Iterator[Violation]:
    for week in case.program.weeks:
        for session in week.sessions:
            if session.kind == "strength":
                yield Violation("C1", in_session(week, session), "a strength session in a plan without any")
    if not any("strength" in line for line in case.advice):
        yield Violation("C10", "advice", "does not say honestly that strength work is left out")


_FORMS: dict[str, Callable[[Case], Iterator[Violation]]] = {
    "full": _nothing_more,
    "maintain": _nothing_more,
    "daily": _daily,
    "split3": _split,
    "split9": _split,
    "minimal": _minimal,
}
