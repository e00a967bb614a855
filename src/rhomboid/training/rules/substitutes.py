"""What may stand in for an exercise: an easier neighbour (D0), or another of its pattern (D3, B5, A7)."""

from collections.abc import Iterator

from rhomboid.catalogue.exercise import Catalogue, Exercise
from rhomboid.prescription.course import due_in, enter
from rhomboid.prescription.course_standing import Dosage, Standing
from rhomboid.prescription.timing import item_seconds
from rhomboid.training.tracks import Case, Track

HINGED = "hinge_unsupported"
TIERS = ("entry", "standard", "advanced", "locked")
NEVER_DONE = Track()


def easier_neighbour(case: Case) -> Exercise | None:
    """Return the first easier neighbour that may be done now, or None; nothing new in a flare."""
    known = case.desk.catalogue.by_id
    neighbours = (known[name] for name in case.exercise.easier if name in known)
    return next((one for one in neighbours if _may_stand_in(case, one)), None)


def same_pattern(case: Case, *, supported: bool = False) -> Exercise | None:
    """Return another exercise of the pattern that may be done now and is no harder variant, or None.

    Easier ones first; what the program gives anyway comes last. supported: only those in which the trunk is not
    tipped forward unheld (B5).
    """
    harder = _all_harder(case.exercise, case.desk.catalogue)
    fresh = (one for one in _of_pattern(case) if one.id not in harder)
    held = (one for one in fresh if not supported or HINGED not in one.provocations)
    return next((one for one in held if _may_stand_in(case, one)), None)


def _all_harder(exercise: Exercise, catalogue: Catalogue) -> frozenset[str]:
    """Return all that stands above an exercise on the ladder of variants: a safety signal never leads there."""
    found: set[str] = set()
    ahead = list(exercise.harder)
    while ahead:
        name = ahead.pop()
        if name not in found and name in catalogue.by_id:
            found.add(name)
            ahead.extend(catalogue[name].harder)
    return frozenset(found | {one.id for one in catalogue.exercises if exercise.id in one.easier})


def _of_pattern(case: Case) -> Iterator[Exercise]:
    same = [one for one in case.desk.catalogue.exercises if one.pattern == case.exercise.pattern]
    yield from sorted(same, key=lambda one: (one.id in case.given, *_easiest_first(case, one)))


def _easiest_first(case: Case, one: Exercise) -> tuple[bool, int, str]:
    tier = TIERS.index(one.tier) if one.tier in TIERS else len(TIERS)
    return (one.id not in case.exercise.easier, tier, one.id)


def _may_stand_in(case: Case, other: Exercise) -> bool:
    if other.id == case.exercise.id or other.id in case.taken or case.block not in other.blocks:
        return False
    if case.facts.in_flare or case.desk.barred(other, case.facts, case.slot.phase):
        return False
    track = case.tracks.get(other.id, NEVER_DONE)
    if track.swap is not None or track.swap_due is not None:
        return False
    dose = due_in(entry_of(case, other), case.desk.bounds(other, case.facts.triage), case.slot)
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


def entry_of(case: Case, other: Exercise) -> Standing:
    """Return where an exercise starts in the place of another."""
    return enter(case.desk.bounds(other, case.facts.triage), case.slot)
