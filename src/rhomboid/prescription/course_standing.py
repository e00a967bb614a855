"""Where one exercise stands on its ladder of doses, and what bounds the ladder for one person."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from rhomboid.catalogue.exercise import Exercise
from rhomboid.prescription import dose_table
from rhomboid.prescription.kit import chosen_implement, ladder, smallest_step_kg, start_load, strength_of
from rhomboid.prescription.prescribed import PrescribedDose
from rhomboid.prescription.profile import Profile
from rhomboid.prescription.program import Load
from rhomboid.screening.restrictions import DoseLimits


class Dosage(NamedTuple):
    """What is to be done of one exercise in one session; None where it does not apply."""

    sets: int
    reps: int | None
    hold_s: int | None
    load: Load | None
    rir: int | None


class Slot(NamedTuple):
    """One place of an exercise in a program. most_sets: the most the plan gives it in that phase.

    reserve: what is to be left where that is not the phase's (C10), else None.
    """

    date: date
    phase: str
    deload: bool
    most_sets: int
    reserve: int | None = None


@dataclass(frozen=True)
class Bounds:
    """What bounds the doses of one exercise for one person. loads: lightest first; small_step_kg: see D2.

    prescribed: the dose a clinician wrote for it, if one did.
    """

    kind: str
    loads: tuple[Load, ...]
    start: Load | None
    small_step_kg: float
    least_reserve: int
    longest_hold_s: int | None
    fixed: Dosage
    prescribed: PrescribedDose | None = None

    @property
    def climbs(self) -> bool:
        return self.kind in dose_table.CLIMBING_KINDS

    @property
    def is_loaded(self) -> bool:
        """Return whether it is a loaded move, which lighter weeks lower (C2)."""
        return self.kind in dose_table.LOADED_KINDS


class Standing(NamedTuple):
    """Where an exercise stands.

    dose: what lasts. phase: the phase it is set for. new_for: outings still to be done at the entry reserve.
    starting_big_step: one set fewer until an outing at the new load went clean (D2).
    left: reserve left in the clean outings since the last change, latest last, as many as count (D1).
    reps_only: for so many outings more one of them counts for repetitions only. load_since: the day of the last load.
    last_done: the day a set was last done. lightened: it was lighter than the lasting dose, so that comes back first.
    prescribed_on: the day of the clinician's dose that it follows, if it follows one.
    set_owed: the last outing was the first at a big step, with one set fewer than lasts.
    """

    dose: Dosage
    phase: str
    new_for: int
    starting_big_step: bool
    left: tuple[int | None, ...]
    reps_only: int
    load_since: date
    last_done: date
    lightened: bool = False
    set_owed: bool = False
    prescribed_on: date | None = None


def bounds_of(exercise: Exercise, profile: Profile, limits: DoseLimits | None = None) -> Bounds:
    """Return what bounds the doses of `exercise`; `limits` are those of the restrictions in force."""
    kind = exercise.dose.kind
    longest = dose_table.longest_hold(kind)
    if limits is not None and limits.longest_hold_s is not None:
        longest = min(limits.longest_hold_s, longest or limits.longest_hold_s)
    return Bounds(
        kind=kind,
        loads=ladder(exercise, profile),
        start=start_load(exercise, profile),
        small_step_kg=smallest_step_kg(chosen_implement(exercise, profile)),
        least_reserve=0 if limits is None else limits.least_reserve,
        longest_hold_s=longest,
        fixed=_fixed(exercise, longest),
        prescribed=profile.limits.dose.get(exercise.id),
    )


def _fixed(exercise: Exercise, longest: int | None) -> Dosage:
    """Return the dose of a kind that does not climb. Time spent breathing or moving is no hold."""
    dose = exercise.dose
    hold = dose.hold_s
    if hold is not None and longest is not None and dose.kind == "stretch":
        hold = min(hold, longest)
    return Dosage(dose.sets or 1, dose.reps, hold, None, None)


def most_sets_in(bounds: Bounds, slot: Slot) -> int:
    """Return the most sets in a slot: the plan's, never above the phase's."""
    return min(slot.most_sets, dose_table.most_sets(bounds.kind, slot.phase))


def work(dose: Dosage) -> float:
    """Return sets times repetitions (or seconds held) times load; a band counts by its place, from 1."""
    effort = dose.sets * (dose.reps or 1) * (dose.hold_s or 1)
    if dose.load is None or dose.load.is_bodyweight:
        return effort
    return effort * (dose.load.kg if dose.load.kg is not None else strength_of(dose.load) + 1)
