"""One decision as it is shown: what was, what is due now, by which rule and why."""

from dataclasses import dataclass

from rhomboid.catalogue.exercise import Exercise
from rhomboid.prescription.course import reps_pair
from rhomboid.prescription.course_standing import Dosage
from rhomboid.prescription.program import Load


@dataclass(frozen=True)
class DoseShown:
    """A dose with the exercise it is of, its figures as in a plan's item."""

    exercise: str
    sets: int
    reps: tuple[int, int] | None
    hold_s: int | None
    load: Load | None
    rir: int | None


@dataclass(frozen=True)
class Decision:
    """exercise: None for the whole program. was, now: None where there was or is nothing. events: ids behind it."""

    exercise: str | None
    kind: str
    was: DoseShown | None
    now: DoseShown | None
    rule: str
    reason: str
    events: tuple[str, ...]


def show_dose(exercise: Exercise, dose: Dosage | None, phase: str) -> DoseShown | None:
    """Return a dose as it is shown in a phase."""
    if dose is None:
        return None
    reps = reps_pair(dose, exercise.dose.kind, phase)
    return DoseShown(exercise.id, dose.sets, reps, dose.hold_s, dose.load, dose.rir)
