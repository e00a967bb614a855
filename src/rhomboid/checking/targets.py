"""C5 and C6: what each week must hold, and how much of it."""

from collections import Counter
from collections.abc import Iterator
from datetime import timedelta

from rhomboid.checking import figures
from rhomboid.checking.case import Case, Outing, in_week
from rhomboid.checking.violation import Violation
from rhomboid.prescription.program import Week


def check_targets(case: Case) -> Iterator[Violation]:
    """C5: pulls, retraction, core, chest opening, moving the upper back; never more push than pull."""
    for week in case.program.weeks:
        outings = case.by_week.get(week.number, ())
        if case.is_whole(week):
            for text in (*(() if case.mode == "daily" else _missing_work(outings)), *_missing_ease(outings)):
                yield Violation("C5", in_week(week), text)
        pushes = sum(each.exercise.is_push for each in outings)
        pulls = sum(each.exercise.is_pull for each in outings)
        if pushes > pulls and not case.is_begun(week):
            yield Violation("C5", in_week(week), f"{pushes} push items and {pulls} pull items")
        yoga = sum(each.item.seconds for each in outings if each.exercise.category == "yoga") / 60
        if week.phase == "familiarise" and yoga > figures.YOGA_MINUTES:
            yield Violation("C5", in_week(week), f"{yoga:.0f} minutes of yoga, at most {figures.YOGA_MINUTES}")


def _missing_work(outings: tuple[Outing, ...]) -> Iterator[str]:
    pulls = {each.session.id for each in outings if each.exercise.is_pull and each.session.kind == "strength"}
    if len(pulls) < figures.PULL_SESSIONS:
        yield f"a pull in {len(pulls)} strength sessions, at least {figures.PULL_SESSIONS}"
    retraction = sum(each.exercise.is_retraction and each.block == "strength" for each in outings)
    if retraction < figures.RETRACTION_ITEMS:
        yield f"{retraction} retraction items, at least {figures.RETRACTION_ITEMS}"
    core = sum(each.exercise.is_core for each in outings)
    if core < figures.CORE_ITEMS:
        yield f"{core} core items, at least {figures.CORE_ITEMS}"


def _missing_ease(outings: tuple[Outing, ...]) -> Iterator[str]:
    for text, patterns in (
        ("chest opening", ("chest_opening",)),
        ("upper-back extension or rotation", ("thoracic_extension", "thoracic_rotation")),
    ):
        days = {each.session.date for each in outings if each.exercise.pattern in patterns}
        if len(days) < figures.EASE_DAYS:
            yield f"{text} on {len(days)} days, at least {figures.EASE_DAYS}"


def check_weekly_sets(case: Case) -> Iterator[Violation]:
    """C6: sets of pull and retraction a week; in a lighter week at least half of the least."""
    for week in case.program.weeks:
        sets = sum(each.item.sets for each in case.by_week.get(week.number, ()) if _counts(each))
        least, most = figures.WEEKLY_SETS[week.phase]
        if sets > most:
            yield Violation("C6", in_week(week), f"{sets} sets of pull and retraction, at most {most}")
        # One set on five days (C10) is less than the least of the later phases.
        held = case.is_whole(week) and case.mode != "minimal" and not case.is_coming_back(week)
        if held and sets < _least(week, least):
            yield Violation("C6", in_week(week), f"{sets} sets of pull and retraction, at least {_least(week, least)}")


def _least(week: Week, least: int) -> int:
    return (least + 1) // 2 if week.deload else least


def _counts(outing: Outing) -> bool:
    return outing.exercise.is_pull or (outing.exercise.is_retraction and outing.block == "strength")


def check_days_running(case: Case) -> Iterator[Violation]:
    """C6: no muscle group gets over two sets on each of two days running.

    Open in the rule: which sets count. Counted are those of strength and core exercises, for their primary muscles,
    in whatever block they stand; stretches and easy mobility of a muscle are no load on it.
    """
    sets: Counter[tuple[str, str]] = Counter()
    days = sorted({each.session.date for each in case.outings})
    for each in case.outings:
        if each.exercise.category in ("strength", "core"):
            for muscle in each.exercise.primary:
                sets[each.session.date.isoformat(), muscle] += each.item.sets
    muscles = sorted({muscle for _, muscle in sets})
    for day in days:
        after = day + timedelta(days=1)
        for muscle in muscles:
            both = min(sets[day.isoformat(), muscle], sets[after.isoformat(), muscle])
            if both > figures.SETS_ON_DAYS_RUNNING:
                yield Violation("C6", f"{day} and {after}", f"{muscle} gets over two sets on each of two days running")
