"""D12, steps 6 to 8: hold, one step up, or the earlier dose again (D1, D2, D11)."""

from dataclasses import replace

from rhomboid.catalogue.rulebook import rule
from rhomboid.prescription.course import dose_now, rise_in, risen
from rhomboid.prescription.course_rise import is_earned
from rhomboid.prescription.course_standing import Dosage, Standing
from rhomboid.prescription.kit import strength_of
from rhomboid.prescription.program import Item
from rhomboid.training.rules.reducing import gap_days, is_holding_gap
from rhomboid.training.rules.standing_in import no_more_than
from rhomboid.training.tracks import Case, Note

STEPS = {
    "D1": "Two clean times running, so you go one step up.",
    "D2": "Two clean times running, so it gets a step harder.",
}


def hold_reason(case: Case, standing: Standing) -> Note | None:
    """Return the first reason to keep the dose that does not depend on what would come next."""
    if case.track.holds:
        return _joined(case.track.holds)
    if is_holding_gap(case, standing):
        days = gap_days(case, standing)
        return Note("D9", f"It is {days} days since you last did this, so it stays as it was.", case.track.events)
    return case.facts.blocked[0] if case.facts.blocked and is_earned(standing) else None


def climb_now(case: Case, standing: Standing) -> tuple[Standing, Note] | None:
    """Return the standing one step up with its reason, or None when no step is earned, allowed and foreseen."""
    if case.facts.blocked or case.facts.lighter:
        return None
    confirmed = case.exercise.id in case.facts.confirmed
    rise = rise_in(standing, case.bounds, case.slot, form_confirmed=confirmed)
    if rise is None:
        return None
    higher = risen(standing, rise, case.slot.date)
    if case.plan.exercise == case.exercise.id and is_above(dose_now(higher), planned_dose(case.plan)):
        return None
    return higher, Note(rise.rule, STEPS[rise.rule], (*case.track.events_before, *case.track.events))


def why_it_stays(case: Case, standing: Standing) -> Note:
    """Return the reason for a dose that is neither lower nor higher."""
    events = case.track.events
    if case.facts.lighter:
        return Note("D11", "It stays the same; nothing goes up in a lighter time.", events)
    if standing.lightened:
        return Note("D11", "It stays the same in the first session after a lighter time.", events)
    if not is_earned(standing):
        missing = rule("D1").numbers["clean_outings"] - len(standing.left)
        left = "one more clean time" if missing == 1 else "two clean times running"
        return Note("D1", f"It stays the same; after {left} it goes up.", events)
    if case.exercise.id not in case.facts.confirmed and rise_in(standing, case.bounds, case.slot, form_confirmed=True):
        return Note("D2", "It stays the same; a heavier load waits until your form is confirmed.", events)
    return Note("D1", "It stays the same; your plan goes no higher here for now.", events)


def planned_dose(item: Item) -> Dosage:
    """Return the plan's dose of an item."""
    return Dosage(item.sets, item.reps[1] if item.reps else None, item.hold_s, item.load, item.rir)


def is_above(dose: Dosage, plan: Dosage) -> bool:
    """Return whether a dose stands higher on the ladder than the plan's: load, then sets, then hold and repetitions."""
    return _rung(dose) > _rung(plan)


def _rung(dose: Dosage) -> tuple[float, int, int, int]:
    load = 0.0 if dose.load is None else strength_of(dose.load)
    return (load, dose.sets, dose.hold_s or 0, dose.reps or 0)


def under_plan(case: Case, dose: Dosage) -> Dosage:
    """Return the dose, never above the plan's where the plan has this exercise.

    While a line of the log is unreadable it is not above what was really done last either (D0).
    """
    if case.facts.unreadable and case.track.done is not None:
        dose = no_more_than(dose, case.track.done)
    if case.plan.exercise != case.exercise.id:
        return dose
    plan = planned_dose(case.plan)
    capped = no_more_than(dose, plan) if is_above(dose, plan) else dose
    if capped.rir is None or capped.rir >= (plan.rir or 0):
        return capped
    return replace(capped, rir=plan.rir)


def _joined(notes: tuple[Note, ...]) -> Note:
    first, *others = notes
    named = sorted({one.rule for one in others} - {first.rule})
    also = f" (Also: {', '.join(named)}.)" if named else ""
    return Note(first.rule, first.reason + also, tuple(dict.fromkeys(event for one in notes for event in one.events)))
