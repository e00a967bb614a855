"""D12. The largest of the lasting reductions, each from the dose before the day, never stacked (step 4)."""

from typing import NamedTuple

from rhomboid.prescription.course import dose_now, lowered
from rhomboid.prescription.course_back import fewer_sets, lower_load_or_hold, step_back
from rhomboid.prescription.course_standing import Dosage, Standing, work
from rhomboid.training.rules.gaps import lower_after_gap
from rhomboid.training.rules.substitutes import easier_neighbour
from rhomboid.training.tracks import Case, Note, Reduction


class Reduced(NamedTuple):
    """A dose with its reason. standing: what lasts after it; swaps: None, or how nothing is left but another move."""

    standing: Standing
    note: Note
    kind: str
    swaps: str | None = None


def reduce_now(case: Case, standing: Standing) -> Reduced | None:
    """Return the largest reduction that waits, or None."""
    found = [_apply(case, standing, one) for one in case.track.reductions]
    gap = lower_after_gap(case, standing)
    if gap is not None:
        after, note = gap
        found.append(Reduced(after, note, "resume"))
    # A move with nothing left to take away is swapped, which is the largest step; alike, the first named.
    return min(found, key=lambda one: (one.swaps is None, work(dose_now(one.standing)), one.note.rule), default=None)


def _apply(case: Case, standing: Standing, reduction: Reduction) -> Reduced:
    dose = dose_now(standing)
    lower = lower_load_or_hold(dose, case.bounds, reduction.share)
    if lower is None and reduction.neighbour and easier_neighbour(case) is not None:
        return Reduced(standing, reduction.note, "swap", swaps="neighbour")
    lower = lower or step_back(dose, case.bounds, reduction.share)
    if lower is None:
        return Reduced(standing, reduction.note, "swap", swaps="pattern")
    if reduction.fewer_sets:
        lower = fewer_sets(lower) or lower
    return Reduced(lowered(standing, _not_more(lower, dose), case.slot.date), reduction.note, "regress")


def _not_more(lower: Dosage, dose: Dosage) -> Dosage:
    assert work(lower) <= work(dose), "a reduction leaves no more work than before"
    return lower
