"""D12, step 4: the largest of the lasting reductions, each from the dose before the day, never stacked."""

from dataclasses import dataclass

from rhomboid.prescription.course import after_gap, dose_now, lowered
from rhomboid.prescription.course_back import fewer_sets, gap_rule, lower_load_or_hold, step_back
from rhomboid.prescription.course_standing import Dosage, Standing, work
from rhomboid.training.rules.substitutes import easier_neighbour
from rhomboid.training.tracks import Case, Note, Reduction


@dataclass(frozen=True)
class Reduced:
    """A dose with its reason. standing: what lasts after it; swaps: None, or how nothing is left but another move."""

    standing: Standing
    note: Note
    kind: str
    swaps: str | None = None


def reduce_now(case: Case, standing: Standing) -> Reduced | None:
    """Return the largest reduction that waits, or None."""
    found = [_apply(case, standing, one) for one in case.track.reductions]
    gap = _gap(case, standing)
    if gap is not None:
        found.append(gap)
    # A move with nothing left to take away is swapped, which is the largest step; alike, the first named.
    return min(found, key=lambda one: (one.swaps is None, work(dose_now(one.standing)), one.note.rule), default=None)


def gap_days(case: Case, standing: Standing) -> int:
    """Return the days since the exercise was last done."""
    return (case.slot.date - standing.last_done).days


def is_holding_gap(case: Case, standing: Standing) -> bool:
    """Return whether the gap only holds the dose (D9)."""
    return gap_rule(gap_days(case, standing)) == "hold"


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


def _gap(case: Case, standing: Standing) -> Reduced | None:
    days = gap_days(case, standing)
    if gap_rule(days) in (None, "hold"):
        return None
    after = after_gap(standing, case.bounds, case.slot)
    assert after is not None
    note = Note(
        "D9", f"It is {days} days since you last did this, so you start again a little lower.", case.track.events
    )
    return Reduced(after, note, "resume")
