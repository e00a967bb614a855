"""C4 and B9: the dose of every item, by the phase and the kind of exercise."""

from collections.abc import Iterator
from dataclasses import replace

from rhomboid.catalogue.exercise import Exercise
from rhomboid.checking import figures
from rhomboid.checking.case import Case, Outing
from rhomboid.checking.kit import start_of
from rhomboid.checking.restrictions import CAREFUL
from rhomboid.checking.violation import Violation
from rhomboid.prescription.program import Item

FIVE = figures.ENTRY_REPS["familiarise"]


def check_table(case: Case) -> Iterator[Violation]:
    """C4: targets, sets and tempo of a loaded move dosed by repetitions."""
    for name, outings in case.climbing.items():
        before = case.carried.get(name)
        stays = None if before is None or before.item.reps is None else before.item.reps[1]
        for outing in outings:
            # "A phase raises no dose": what is below its targets may stand on. D9: two fives after over four weeks.
            if before is not None and _days_between(before, outing) >= figures.RESTART_DAYS:
                stays = FIVE
            if outing.block == "strength" and outing.exercise.dose.kind == "reps":
                for text in _table(outing, stays=stays):
                    yield Violation("C4", outing.where, text)
            if before is None and outing.week.deload:
                stays = figures.ENTRY_REPS[outing.week.phase]
            if not outing.week.deload:
                stays = None if outing.item.reps is None else outing.item.reps[1]
            before = outing


def _days_between(before: Outing, after: Outing) -> int:
    return (after.session.date - before.session.date).days


def _table(outing: Outing, *, stays: int | None) -> Iterator[str]:
    item, phase = outing.item, outing.week.phase
    if item.reps is None:
        return
    targets = figures.TARGETS[phase]
    lowest, today = item.reps
    stands_on = today == stays and today < targets[0]
    if today not in targets and not outing.week.deload and not stands_on:
        yield f"the target {today} is not one of {phase}: {list(targets)}"
    if today > targets[-1] or today < figures.LIGHTER_FEWEST_REPS:
        yield f"the target {today} is outside the phase {phase}"
    if lowest != min(targets[0], today):
        yield f"the lowest target of {phase} is {targets[0]}, the plan says {lowest}"
    if item.sets > figures.MOST_SETS[phase]:
        yield f"{item.sets} sets, at most {figures.MOST_SETS[phase]} in {phase}"
    # A carry or a slow slide has no up, pause and down; the contract knows only this tempo or none.
    if item.tempo != figures.TEMPO and (item.tempo is not None or outing.exercise.dose.tempo is not None):
        yield f"the tempo is {item.tempo}, not {figures.TEMPO}"


def check_reserve(case: Case) -> Iterator[Violation]:
    """C4: what is left in reserve; four for two outings of an item that is new in a later phase."""
    careful = bool(CAREFUL.intersection(case.triage.restrictions))
    for name, outings in case.climbing.items():
        counted = _outings_before(case, name)
        for number, outing in enumerate(outings, counted):
            is_dosed = outing.block == "strength" and outing.exercise.dose.kind == "reps"
            if is_dosed and outing.item.rir not in _reserves(outing, counted, number, careful=careful):
                yield Violation("C4", outing.where, f"{outing.item.rir} left in reserve, not as the phase asks")
            counted += not outing.week.deload


def _outings_before(case: Case, name: str) -> int:
    """Return how many outings of an entry were done before the program was made anew."""
    if case.basis is None or name not in case.carried:
        return 0
    return max(figures.ENTRY_OUTINGS - case.basis.standings[name].new_for, 0)


def _reserves(outing: Outing, counted: int, number: int, *, careful: bool) -> frozenset[int]:
    """Return what may be asked. Open in the rule: whether an outing of a lighter week is one of the two of an entry."""
    phase = figures.RESERVE[outing.week.phase]
    asked = max(phase, figures.CAREFUL_RESERVE) if careful else phase
    if counted >= figures.ENTRY_OUTINGS:
        return frozenset({asked})
    entry = frozenset({figures.ENTRY_RESERVE})
    return entry if number < figures.ENTRY_OUTINGS and not outing.week.deload else entry | {asked}


def check_entry(case: Case) -> Iterator[Violation]:
    """B9, C4: an exercise begins with its start load and two sets of the lowest target, five at first."""
    for name, outings in case.climbing.items():
        if name in case.carried:
            continue
        for outing in outings:
            for rule, text in _entry(case, outing, outings[0].week.phase):
                yield Violation(rule, outing.where, text)
            # In a lighter week it may begin with less, and then begins once more.
            if not outing.week.deload:
                break


def _entry(case: Case, first: Outing, phase: str) -> Iterator[tuple[str, str]]:
    lighter, start = first.week.deload, start_of(first.exercise, case.profile)
    if first.exercise.start_load is not None and not lighter and first.item.load != start:
        yield "B9", "does not begin with its start load"
    if first.block != "strength" or first.exercise.dose.kind != "reps" or first.item.reps is None:
        return
    sets, reps = 1 if case.mode == "minimal" else figures.ENTRY_SETS, figures.ENTRY_REPS[phase]
    given = (first.item.sets, first.item.reps[1])
    if given != (sets, reps) and not (lighter and given[0] <= sets and given[1] <= reps):
        yield "C4", f"begins with {given[0]} x {given[1]}, not {sets} x {reps}"


def check_holds(case: Case) -> Iterator[Violation]:
    """C4: holds and core repetitions by their kind."""
    for outing in case.outings:
        item = outing.item
        if outing.exercise.id in case.carried and outing.exercise.dose.kind == "scapular_hold":
            # After a bad day or a gap a hold is shorter (D0, D9); it grows again step by step.
            item = replace(item, hold_s=max(item.hold_s or 0, figures.SCAPULAR_HOLD_S))
        for text in _KINDS.get(outing.exercise.dose.kind, _nothing)(item, outing.exercise):
            yield Violation("C4", outing.where, text)


def _nothing(_item: Item, _exercise: Exercise) -> Iterator[str]:
    return iter(())


def _scapular(item: Item, _exercise: Exercise) -> Iterator[str]:
    low, high = figures.SCAPULAR_REPS
    if item.reps is None or not low <= item.reps[1] <= high or item.hold_s != figures.SCAPULAR_HOLD_S:
        yield f"a shoulder-blade hold is {low} to {high} times {figures.SCAPULAR_HOLD_S} s"


def _stretch(item: Item, _exercise: Exercise) -> Iterator[str]:
    low, high = figures.STRETCH_HOLD_S
    if item.hold_s is None or not low <= item.hold_s <= high:
        yield f"a stretch is held {low} to {high} s"
    if item.sets not in figures.STRETCH_SETS:
        yield "a stretch is done two or three times a side"


def _core_hold(item: Item, _exercise: Exercise) -> Iterator[str]:
    low, high = figures.CORE_HOLD_S
    if item.hold_s is None or not low <= item.hold_s <= high or item.hold_s % figures.CORE_HOLD_STEP_S:
        yield f"a core hold is {low} to {high} s in steps of {figures.CORE_HOLD_STEP_S}"


def _core_reps(item: Item, _exercise: Exercise) -> Iterator[str]:
    low, high = figures.CORE_REPS
    if item.reps is None or not low <= item.reps[1] <= high:
        yield f"core work is {low} to {high} repetitions a side"
    if item.sets not in figures.CORE_REPS_SETS:
        yield "core work by repetitions has one or two sets"


_KINDS = {"scapular_hold": _scapular, "stretch": _stretch, "core_hold": _core_hold, "core_reps": _core_reps}
