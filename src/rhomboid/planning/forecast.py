"""How long a move can take in a phase at most: the greatest dose its ladder reaches there (C3, C4)."""

from collections.abc import Sequence
from dataclasses import replace

from rhomboid.catalogue.exercise import Exercise
from rhomboid.prescription import dose_table
from rhomboid.prescription.course import forecast
from rhomboid.prescription.course_standing import Slot
from rhomboid.prescription.profile import Profile
from rhomboid.prescription.schedule_days import WeekShape
from rhomboid.prescription.timing import budget_row, item_seconds
from rhomboid.screening.restrictions import DoseLimits


class Greatest:
    """The greatest doses of one person's program. Targets are the table's; holds follow from the outings."""

    def __init__(self, profile: Profile, limits: DoseLimits, weeks: Sequence[WeekShape]) -> None:
        self._minutes = profile.schedule.minutes
        self._written = profile.limits.dose
        # Holds are alike for all moves but those a clinician wrote a dose for, which are looked up one by one.
        self._profile = replace(profile, limits=replace(profile.limits, dose={}))
        self._limits = limits
        self._weeks = weeks
        self._holds: dict[int, dict[str, tuple[int, int]]] = {}

    def seconds(self, exercise: Exercise, block: str, phase: str, most_sets: int) -> int:
        """Return the time of a move at its greatest dose of a phase, if it stood in every session from the first on."""
        kind = exercise.dose.kind
        listed = dose_table.targets(kind, phase)
        sets, reps, hold = most_sets, listed[-1] if listed else None, dose_table.entry_hold(kind)
        if not listed:
            sets, hold = self._hold(exercise, most_sets).get(phase, (most_sets, dose_table.longest_hold(kind)))
        rest = budget_row(self._minutes, phase).rest_s
        asked = self._written.get(exercise.id)
        if asked is not None:  # from its day on it stands in place of the phase's
            sets = min(max(sets, asked.sets), most_sets)
            reps = max(reps or 0, asked.reps or 0) or None
            hold = max(hold or 0, asked.hold_s or 0) or None
        return item_seconds(exercise, block, sets=sets, reps=reps, hold_s=hold, minutes=None, rest_s=rest)

    def _hold(self, exercise: Exercise, most_sets: int) -> dict[str, tuple[int, int]]:
        """Return the most sets and seconds of a plain hold in each phase: the same ladder for every such move."""
        if most_sets not in self._holds:
            found: dict[str, tuple[int, int]] = {}
            slots = [Slot(day, week.phase, week.deload, most_sets) for week in self._weeks for day in week.strength]
            doses = forecast(exercise, self._profile, slots, self._limits)
            for slot, dose in zip(slots, doses, strict=True):
                here = (dose.sets, dose.hold_s or 0)
                found[slot.phase] = max(found.get(slot.phase, here), here)
            self._holds[most_sets] = found
        return self._holds[most_sets]
