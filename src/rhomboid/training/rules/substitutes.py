"""What may stand in for an exercise: an easier neighbour (D0), or another of its pattern (D3, B5, A7)."""

from collections.abc import Iterator
from dataclasses import replace

from rhomboid.catalogue.exercise import Exercise
from rhomboid.prescription.course import due_in, enter
from rhomboid.prescription.course_standing import Dosage, Standing
from rhomboid.prescription.timing import item_seconds
from rhomboid.training.tracks import Case, Note, Outcome, Swap, Track

HINGED = "hinge_unsupported"
TIERS = ("entry", "standard", "advanced", "locked")


def easier_neighbour(case: Case) -> Exercise | None:
    """Return the first easier neighbour that may be done now, or None; nothing new in a flare."""
    known = case.desk.catalogue.by_id
    neighbours = (known[name] for name in case.exercise.easier if name in known)
    return next((one for one in neighbours if _may_stand_in(case, one)), None)


def same_pattern(case: Case, tried: tuple[str, ...], *, supported: bool = False) -> Exercise | None:
    """Return another exercise of the pattern that may be done now, easiest first, or None.

    supported: only those in which the trunk is not tipped forward unheld (B5).
    """
    fresh = (one for one in _of_pattern(case) if one.id not in tried)
    held = (one for one in fresh if not supported or HINGED not in one.provocations)
    return next((one for one in held if _may_stand_in(case, one)), None)


def _of_pattern(case: Case) -> Iterator[Exercise]:
    same = [one for one in case.desk.catalogue.exercises if one.pattern == case.exercise.pattern]
    easier = case.exercise.easier
    yield from sorted(
        same, key=lambda one: (one.id not in easier, TIERS.index(one.tier) if one.tier in TIERS else 9, one.id)
    )


def _may_stand_in(case: Case, other: Exercise) -> bool:
    if other.id == case.exercise.id or other.id in case.taken or case.block not in other.blocks:
        return False
    if case.facts.in_flare or case.desk.barred(other, case.facts, case.slot.phase):
        return False
    dose = due_in(_entry(case, other), case.desk.bounds(other, case.facts.triage), case.slot)
    return seconds_of(case, other, dose) <= case.plan.seconds + case.spare_s


def seconds_of(case: Case, exercise: Exercise, dose: Dosage) -> int:
    """Return the time of a dose where the plan's item stands."""
    return item_seconds(
        exercise,
        case.block,
        sets=dose.sets,
        reps=dose.reps,
        hold_s=dose.hold_s,
        minutes=None,
        rest_s=case.plan.rest_s,
    )


def _entry(case: Case, other: Exercise) -> Standing:
    return enter(case.desk.bounds(other, case.facts.triage), case.slot)


def swap_for(case: Case, other: Exercise | None, kind: str, note: Note, before: Dosage | None) -> Outcome:
    """Return the outcome that puts `other` in the place of the exercise, at its entry dose; None leaves it out."""
    earlier = case.track.swap.tried if case.track.swap else ()
    swap = Swap(
        to=other.id if other else None,
        kind=kind,
        since=case.slot.date,
        phase=case.slot.phase,
        note=note,
        tried=(*earlier, case.exercise.id, *([other.id] if other else [])),
    )
    track = replace(case.track, swap=swap, swap_due=None, reductions=(), holds=())
    if other is None:
        left_out = replace(note, reason=f"{note.reason} Nothing else fits in its place, so it is left out for now.")
        return Outcome(None, None, replace(track, substitute=None), "stop", left_out, before, case.exercise.id)
    standing = _entry(case, other)
    bounds = case.desk.bounds(other, case.facts.triage)
    instead = replace(note, reason=f"{note.reason} You do {other.name.lower()} instead.")
    track = replace(track, substitute=Track(standing=standing))
    return Outcome(other.id, due_in(standing, bounds, case.slot), track, "swap", instead, before, case.exercise.id)
