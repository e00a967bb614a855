"""B1: where a clinician wrote a dose, the plan has that dose, says who wrote it, and is never above it."""

from collections.abc import Iterator

from rhomboid.checking import figures
from rhomboid.checking.case import Case, Outing
from rhomboid.checking.climb import load_rank
from rhomboid.checking.kit import loads_of, start_of
from rhomboid.checking.violation import Violation
from rhomboid.prescription.prescribed import PrescribedDose
from rhomboid.prescription.program import Load

SOURCE = "limits.dose"


def check_written(case: Case) -> Iterator[Violation]:
    """B1: compare every outing with what the clinician wrote; lighter weeks, and pain so far, may lower it."""
    for each in case.written:
        dose = case.profile.limits.dose[each.exercise.id]
        asked = (_sets(dose, each), dose.reps or 0, dose.hold_s or 0, load_rank(_load(case, dose, each)))
        given = _given(dose, each)
        if any(more > most for more, most in zip(given, asked, strict=True)):
            yield Violation("B1", each.where, f"is more than {dose.by} wrote")
        elif _is_less(given, asked, case) and not each.week.deload and each.exercise.id not in case.carried:
            yield Violation("B1", each.where, f"is not the dose {dose.by} wrote")
        if SOURCE not in {why.source for why in each.item.why}:
            yield Violation("B1", each.where, "does not say who wrote its dose")


def _given(dose: PrescribedDose, each: Outing) -> tuple[int, int, int, float]:
    item = each.item
    reps = item.reps[1] if item.reps and dose.reps is not None else 0
    hold = (item.hold_s or 0) if dose.hold_s is not None else 0
    return (item.sets, reps, hold, load_rank(item.load))


def _is_less(given: tuple[int, int, int, float], asked: tuple[int, int, int, float], case: Case) -> bool:
    """Return whether a dose is less than what was written; of the sets as many are done as time and form leave room."""
    fewest = 1 if case.mode == "minimal" else min(asked[0], figures.ENTRY_SETS)
    return given[1:] != asked[1:] or given[0] < fewest


def _sets(dose: PrescribedDose, each: Outing) -> int:
    """Return the sets asked; never more than C4 allows in the phase, so that the week stays within C6."""
    return min(dose.sets, figures.MOST_SETS[each.week.phase]) if each.block == "strength" else dose.sets


def _load(case: Case, dose: PrescribedDose, each: Outing) -> Load | None:
    """Return the heaviest load the person has that is not above what was written; the start load where none was."""
    if dose.load is None:
        return start_of(each.exercise, case.profile)
    owned = [one for one in loads_of(each.exercise, case.profile) if load_rank(one) <= load_rank(dose.load)]
    return owned[-1] if owned else start_of(each.exercise, case.profile)
