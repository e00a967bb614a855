"""D1. One step up where it is earned, allowed and foreseen, and never above the plan."""

from rhomboid.prescription.course import dose_now, rise_in, risen
from rhomboid.prescription.course_standing import Dosage, Standing
from rhomboid.prescription.kit import strength_of
from rhomboid.prescription.program import Item
from rhomboid.training.rules.standing_in import no_more_than
from rhomboid.training.tracks import Case, Note

STEPS = {
    "D1": "Two clean times running, so you go one step up.",
    "D2": "Two clean times running, so it gets a step harder.",
}


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
    if dose == plan:
        return dose
    capped = no_more_than(dose, plan) if is_above(dose, plan) else dose
    if capped.rir is None or capped.rir >= (plan.rir or 0):
        return capped
    return capped._replace(rir=plan.rir)
