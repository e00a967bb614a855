"""D9. After days off: up to two weeks hold, up to four take a step back, more start again low."""

from rhomboid.prescription.course import after_gap
from rhomboid.prescription.course_back import gap_rule
from rhomboid.prescription.course_standing import Standing
from rhomboid.training.tracks import Case, Note


def gap_days(case: Case, standing: Standing) -> int:
    """Return the days since the exercise was last done."""
    return (case.slot.date - standing.last_done).days


def is_holding_gap(case: Case, standing: Standing) -> bool:
    """Return whether the gap only holds the dose (D9)."""
    return gap_rule(gap_days(case, standing)) == "hold"


def lower_after_gap(case: Case, standing: Standing) -> tuple[Standing, Note] | None:
    """Return the standing that a gap lowers to, with its reason, or None where it only holds or is none."""
    days = gap_days(case, standing)
    if gap_rule(days) in (None, "hold"):
        return None
    after = after_gap(standing, case.bounds, case.slot)
    assert after is not None
    reason = f"It is {days} days since you last did this, so you start again a little lower."
    return after, Note("D9", reason, case.track.events)
