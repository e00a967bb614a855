"""C2, C4, D1, D2, D9: how the dose of one exercise may change from one outing to the next, in a lighter week too."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from rhomboid.catalogue.vocabulary import BANDS
from rhomboid.checking import figures
from rhomboid.checking.case import Case, Outing, in_week
from rhomboid.checking.kit import implement_of, loads_of, smallest_step, start_of
from rhomboid.checking.lighter import reasons_not_lighter
from rhomboid.checking.violation import Violation
from rhomboid.prescription.program import Item, Load


@dataclass(frozen=True)
class Course:
    """Where one exercise stands.

    clean: outings running at the present dose; owed_sets: the sets before a load rung took one away for one outing
    (D2); last_seen: the day of the last outing of any kind; risen_on: the day of the last load rung; came_back: a gap
    ended in the present lighter week, so the dose before it is no measure (D9).
    """

    last: Outing
    clean: int
    last_seen: date
    owed_sets: int | None = None
    risen_on: date | None = None
    came_back: bool = False


def check_climb(case: Case) -> Iterator[Violation]:
    """Follow each exercise through the program."""
    for name, outings in case.climbing.items():
        course = _course_before(case, name, outings[0])
        for outing in outings:
            if course is not None:
                yield from _step(case, course, outing)
            course = _advance(course, outing)


def _course_before(case: Case, name: str, first: Outing) -> Course | None:
    """Return where an exercise stood when the program was made anew; what was earned by then counts no more.

    A load that the person has no longer is no measure: what comes instead is at most the start load.
    """
    before = case.carried.get(name)
    if before is None or case.basis is None:
        return None
    standing = case.basis.standings[name]
    owned = loads_of(before.exercise, case.profile)
    if owned and before.item.load not in owned:
        before = replace(before, item=replace(before.item, load=_no_heavier(owned, before, case)))
    # A phase with fewer sets takes the sets with it (C4); where only its lighter week is left, that has one fewer.
    usual = _most_sets(case, first) + all(each.week.deload for each in _in_phase(case, first))
    item = replace(before.item, sets=min(before.item.sets, usual))
    return Course(replace(before, block=first.block, item=item), 0, standing.last_done, risen_on=standing.load_since)


def _no_heavier(owned: tuple[Load, ...], before: Outing, case: Case) -> Load | None:
    """Return the heaviest load of the same sort that is no heavier than what was done; else the start load."""
    done = before.item.load
    alike = [each for each in owned if done and (each.kg is None) == (done.kg is None)]
    lighter = [each for each in alike if load_rank(each) <= load_rank(done)]
    return lighter[-1] if lighter else start_of(before.exercise, case.profile)


def check_lighter_total(case: Case) -> Iterator[Violation]:
    """C2: the work of a lighter week is below that of the week before."""
    for before, week in zip(case.program.weeks, case.program.weeks[1:], strict=False):
        if week.deload and case.is_whole(before) and _sets(case, week.number) >= _sets(case, before.number):
            yield Violation("C2", in_week(week), "a lighter week has less work than the week before")


def _sets(case: Case, number: int) -> int:
    """Return the loaded work of a week in sets times repetitions, holds counted once; the load is C2's item by item."""
    strength = [each.item for each in case.by_week.get(number, ()) if each.block == "strength"]
    return sum(item.sets * (item.reps[1] if item.reps else 1) for item in strength)


def _advance(course: Course | None, outing: Outing) -> Course | None:
    day = outing.session.date
    if course is None:
        # What begins in a lighter week begins once more after it.
        return None if outing.week.deload else Course(outing, 1, day)
    if outing.week.deload:
        came_back = course.came_back or _is_long(course, outing)
        return replace(course, last_seen=day, came_back=came_back)
    if _dose(outing.item) == _dose(course.last.item):
        return replace(course, last=outing, clean=course.clean + 1, last_seen=day, came_back=False)
    loaded = "load" in risen(course.last.item, outing.item)
    owed = course.last.item.sets if loaded and outing.item.sets < course.last.item.sets else None
    return Course(outing, 1, day, owed, day if loaded else course.risen_on)


def _step(case: Case, course: Course, outing: Outing) -> Iterator[Violation]:
    up = risen(course.last.item, outing.item)
    if outing.week.deload:
        if up:
            yield Violation("C2", outing.where, f"{up[0]} rises in a lighter week")
        is_measured = not course.last.week.deload and not course.came_back and not _is_long(course, outing)
        if outing.block == "strength" and is_measured:
            for text in reasons_not_lighter(case, course.last.item, outing):
                yield Violation("C2", outing.where, text)
        return
    if not up or _is_owed(course, outing):
        return
    if len(up) > 1:
        yield Violation("D1", outing.where, f"{' and '.join(up)} rise at a time, one may")
    if course.clean < figures.CLEAN_OUTINGS:
        yield Violation("D1", outing.where, f"{up[0]} rises after {course.clean} outings at the dose, two are needed")
    if (outing.session.date - course.last_seen).days >= figures.GAP_DAYS:
        yield Violation("D9", outing.where, f"{up[0]} rises after a gap of more than a week")
    for thing in up:
        yield from _RUNGS[thing](case, course, outing)


def _is_long(course: Course, outing: Outing) -> bool:
    """Return whether a gap before an outing takes a step back (D9)."""
    return (outing.session.date - course.last_seen).days >= figures.STEP_BACK_DAYS


def _is_owed(course: Course, outing: Outing) -> bool:
    """Return whether only the set comes back that a load rung took away for its first outing."""
    same = replace(outing.item, sets=course.last.item.sets)
    owed = course.owed_sets is not None and outing.item.sets <= course.owed_sets
    return owed and _dose(same) == _dose(course.last.item)


def _reps_rung(_case: Case, course: Course, outing: Outing) -> Iterator[Violation]:
    before, after = course.last.item.reps, outing.item.reps
    if before is None or after is None:
        return
    if outing.exercise.dose.kind == "reps":
        above = [target for target in figures.TARGETS[outing.week.phase] if target > before[1]]
        if above and after[1] != above[0]:
            yield Violation("D1", outing.where, f"the target goes from {before[1]} to {after[1]}, {above[0]} is next")
    elif outing.exercise.dose.kind == "scapular_hold" and after[1] != before[1] + 1:
        yield Violation("D2", outing.where, "a shoulder-blade hold gains one repetition at a time")


def _sets_rung(_case: Case, course: Course, outing: Outing) -> Iterator[Violation]:
    before, after = course.last.item, outing.item
    if after.sets != before.sets + 1:
        yield Violation("D1", outing.where, f"sets go from {before.sets} to {after.sets}")
    if outing.exercise.dose.kind != "reps" or before.reps is None or after.reps is None:
        return
    targets = figures.TARGETS[outing.week.phase]
    if before.reps[1] < targets[-1] or (len(targets) > 1 and after.reps[1] > targets[-2]):
        yield Violation("D1", outing.where, "a set is added at the top, at the target before it")


def _hold_rung(_case: Case, course: Course, outing: Outing) -> Iterator[Violation]:
    if (outing.item.hold_s or 0) - (course.last.item.hold_s or 0) > figures.HOLD_STEP_S:
        yield Violation("D2", outing.where, f"a hold rises by more than {figures.HOLD_STEP_S} s")


def _load_rung(case: Case, course: Course, outing: Outing) -> Iterator[Violation]:
    where, phase = outing.where, outing.week.phase
    before, after = course.last.item, outing.item
    if phase in ("familiarise", "maintain"):
        yield Violation("C4", where, f"no load rises in the phase {phase}")
    ladder = loads_of(outing.exercise, case.profile)
    if before.load in ladder and after.load in ladder and ladder.index(after.load) != ladder.index(before.load) + 1:
        yield Violation("D2", where, "the load skips a step of the kit")
    if outing.exercise.dose.kind == "reps" and before.reps and after.reps:
        targets = figures.TARGETS[phase]
        if before.reps[1] < targets[-1] or before.sets < _most_sets(case, outing):
            yield Violation("D1", where, "the load rises before repetitions and sets are at their top")
        if after.reps[1] != targets[0]:
            yield Violation("D1", where, f"after a load rung the target is {targets[0]}, not {after.reps[1]}")
    yield from _big_step(case, course, outing)


def _big_step(case: Case, course: Course, outing: Outing) -> Iterator[Violation]:
    before, after = course.last.item, outing.item
    share, kg = _share(before.load, after.load)
    smallest = smallest_step(implement_of(outing.exercise, case.profile))
    if share > figures.BARRED_STEP_SHARE and kg > smallest:
        yield Violation("D2", outing.where, f"the load rises by {share:.0%}")
    if before.load and before.load.band and load_rank(after.load) - load_rank(before.load) > 1:
        yield Violation("D2", outing.where, "the band skips a grade, more than half as much again")
    days = figures.LOAD_RISE_DAYS
    if share > figures.BIG_STEP_SHARE:
        six_left = (before.rir or 0) + figures.FASTEST_EXTRA_RESERVE >= figures.SIX_LEFT
        days = figures.BIG_STEP_DAYS_WITH_SIX_LEFT if six_left else figures.BIG_STEP_DAYS
        if after.sets != max(before.sets - 1, 1):
            yield Violation("D2", outing.where, "a big step has one set fewer in its first outing")
    if course.risen_on is not None and (outing.session.date - course.risen_on).days < days:
        yield Violation("D2", outing.where, f"the load rises twice within {days} days")


def _share(before: Load | None, after: Load | None) -> tuple[float, float]:
    """Return how much a load rises: as a share, and in kg. A band has no kg: always a big step, never a barred one."""
    if before is None or after is None or before.kg is None or after.kg is None:
        return figures.BARRED_STEP_SHARE, 0.0
    return (after.kg - before.kg) / before.kg, after.kg - before.kg


def _most_sets(case: Case, outing: Outing) -> int:
    """Return the most sets the plan gives the exercise in the phase of an outing (D1)."""
    return max(each.item.sets for each in _in_phase(case, outing))


def _in_phase(case: Case, outing: Outing) -> list[Outing]:
    return [each for each in case.climbing[outing.exercise.id] if each.week.phase == outing.week.phase]


def risen(before: Item, after: Item) -> tuple[str, ...]:
    """Return what is more than it was: repetitions, sets, hold, load."""
    found = {
        "repetitions": (after.reps or (0, 0))[1] > (before.reps or (0, 0))[1],
        "sets": after.sets > before.sets,
        "hold": (after.hold_s or 0) > (before.hold_s or 0),
        "load": load_rank(after.load) > load_rank(before.load),
    }
    return tuple(name for name, is_more in found.items() if is_more)


def load_rank(load: Load | None) -> float:
    """Return a number that orders loads of one exercise."""
    if load is None or load.is_bodyweight:
        return 0.0
    return load.kg if load.kg is not None else 1.0 + BANDS.index(load.band or "")


def _dose(item: Item) -> tuple[object, ...]:
    return item.sets, item.reps[1] if item.reps else None, item.hold_s, item.load


_RUNGS = {"repetitions": _reps_rung, "sets": _sets_rung, "hold": _hold_rung, "load": _load_rung}
