"""How long a move can take in a phase at most: the greatest dose its ladder reaches there (C3, C4)."""

from collections.abc import Sequence

from rhomboid.catalogue.exercise import Exercise
from rhomboid.prescription import dose_table
from rhomboid.prescription.course import forecast
from rhomboid.prescription.course_standing import Slot
from rhomboid.prescription.profile import Profile
from rhomboid.prescription.schedule_days import WeekShape
from rhomboid.prescription.timing import budget_row, item_seconds
from rhomboid.screening.restrictions import DoseLimits


def greatest_seconds(
    exercise: Exercise,
    profile: Profile,
    limits: DoseLimits,
    *,
    block: str,
    phase: str,
    most_sets: int,
    weeks: Sequence[WeekShape],
) -> int:
    """Return the time of a move at its greatest dose of a phase, if it stood in every session from the first on."""
    kind = exercise.dose.kind
    listed = dose_table.targets(kind, phase)
    if listed:
        sets, reps, hold = most_sets, listed[-1], dose_table.entry_hold(kind)
    else:
        sets, hold = _greatest_hold(exercise, profile, limits, phase, most_sets, weeks)
        reps = None
    rest = budget_row(profile.schedule.minutes, phase).rest_s
    return item_seconds(exercise, block, sets=sets, reps=reps, hold_s=hold, minutes=None, rest_s=rest)


def _greatest_hold(
    exercise: Exercise, profile: Profile, limits: DoseLimits, phase: str, most_sets: int, weeks: Sequence[WeekShape]
) -> tuple[int, int | None]:
    slots = [
        Slot(day, week.phase, week.deload, most_sets)
        for week in weeks
        for day in week.strength
        if week.number <= max(one.number for one in weeks if one.phase == phase)
    ]
    doses = forecast(exercise, profile, slots, limits)
    there = [dose for dose, slot in zip(doses, slots, strict=True) if slot.phase == phase]
    return max(
        ((dose.sets, dose.hold_s) for dose in there), default=(most_sets, dose_table.longest_hold(exercise.dose.kind))
    )
