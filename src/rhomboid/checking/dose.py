"""C4 and B9: the dose of every item, by the phase and the kind of exercise."""

from collections.abc import Iterator

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
    for outings in case.climbing.values():
        five_stays = False
        before: Outing | None = None
        for outing in outings:
            # D9: two sets of five after more than four weeks away. "A phase raises no dose": a five may stand on.
            away = before is not None and _days_between(before, outing) >= figures.RESTART_DAYS
            if outing.block == "strength" and outing.exercise.dose.kind == "reps":
                for text in _table(outing, five_stays=five_stays or away):
                    yield Violation("C4", outing.where, text)
            if not outing.week.deload:
                five_stays = outing.item.reps is not None and outing.item.reps[1] == FIVE
            before = outing


def _days_between(before: Outing, after: Outing) -> int:
    return (after.session.date - before.session.date).days


def _table(outing: Outing, *, five_stays: bool) -> Iterator[str]:
    item, phase = outing.item, outing.week.phase
    if item.reps is None:
        return
    targets = figures.TARGETS[phase]
    lowest, today = item.reps
    if today not in targets and not outing.week.deload and not (five_stays and today == FIVE):
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
    for outings in case.climbing.values():
        counted = 0
        for number, outing in enumerate(outings):
            is_dosed = outing.block == "strength" and outing.exercise.dose.kind == "reps"
            if is_dosed and outing.item.rir not in _reserves(outing, counted, number, careful=careful):
                yield Violation("C4", outing.where, f"{outing.item.rir} left in reserve, not as the phase asks")
            counted += not outing.week.deload


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
    for outings in case.climbing.values():
        first = outings[0]
        starts = first.exercise.start_load is not None and not first.week.deload
        if starts and first.item.load != start_of(first.exercise, case.profile):
            yield Violation("B9", first.where, "does not begin with its start load")
        if first.block != "strength" or first.exercise.dose.kind != "reps" or first.item.reps is None:
            continue
        reps = figures.ENTRY_REPS[first.week.phase]
        sets_wrong = first.item.sets != figures.ENTRY_SETS and not (first.week.deload and first.item.sets == 1)
        if first.item.reps[1] != reps or sets_wrong:
            text = f"begins with {first.item.sets} x {first.item.reps[1]}, not {figures.ENTRY_SETS} x {reps}"
            yield Violation("C4", first.where, text)


def check_holds(case: Case) -> Iterator[Violation]:
    """C4: holds and core repetitions by their kind."""
    for outing in case.outings:
        for text in _KINDS.get(outing.exercise.dose.kind, _nothing)(outing.item, outing.exercise):
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
