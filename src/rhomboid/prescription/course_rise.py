"""D1. One step up the ladder of doses. Nothing here decides whether a step is earned, only what it would be."""

from typing import NamedTuple

from rhomboid.catalogue.rulebook import rule
from rhomboid.prescription import dose_table
from rhomboid.prescription.course_load import is_big_step, load_may_rise, next_load
from rhomboid.prescription.course_standing import Bounds, Dosage, Slot, Standing, most_sets_in


class Rise(NamedTuple):
    """A step up. rule: D1 or D2; big: starts with one set fewer."""

    dose: Dosage
    rule: str
    big: bool = False


def is_earned(standing: Standing) -> bool:
    """Return whether enough clean outings ran since the last change of dose."""
    return len(standing.left) >= rule("D1").numbers["clean_outings"] and not standing.starting_big_step


def next_rise(standing: Standing, bounds: Bounds, slot: Slot, *, form_confirmed: bool) -> Rise | None:
    """Return the one step up that the rungs allow on the day of `slot`, or None at the top."""
    dose = standing.dose
    higher = _more_reps(dose, bounds, slot)
    if higher is not None:
        return Rise(higher, "D1" if dose.hold_s is None else "D2")
    if standing.reps_only:
        return None
    longer = _longer_hold(dose, bounds)
    if longer is not None:
        return Rise(longer, "D2")
    if dose.sets < most_sets_in(bounds, slot):
        return Rise(_more_sets(dose, bounds, slot), "D1")
    return _more_load(standing, bounds, slot) if form_confirmed else None


def _more_reps(dose: Dosage, bounds: Bounds, slot: Slot) -> Dosage | None:
    if dose.reps is None or _hold_is_short(dose, bounds):
        return None
    target = next((one for one in dose_table.targets(bounds.kind, slot.phase) if one > dose.reps), None)
    return None if target is None else dose._replace(reps=target)


def _hold_is_short(dose: Dosage, bounds: Bounds) -> bool:
    """Return whether a hold of the shoulder blades, cut after a bad day, has to grow back first."""
    return dose.hold_s is not None and bounds.longest_hold_s is not None and dose.hold_s < bounds.longest_hold_s


def _longer_hold(dose: Dosage, bounds: Bounds) -> Dosage | None:
    if dose.hold_s is None or bounds.longest_hold_s is None or not _hold_is_short(dose, bounds):
        return None
    return dose._replace(hold_s=min(dose.hold_s + rule("D2").numbers["hold_step_s"], bounds.longest_hold_s))


def _more_sets(dose: Dosage, bounds: Bounds, slot: Slot) -> Dosage:
    """Return one set more, at the target (or hold) before the top one."""
    listed = dose_table.targets(bounds.kind, slot.phase)
    if listed:
        before = max((one for one in listed if one < listed[-1]), default=listed[-1])
        return dose._replace(sets=dose.sets + 1, reps=min(before, dose.reps or before))
    assert dose.hold_s is not None
    before = max(dose.hold_s - rule("D2").numbers["hold_step_s"], dose_table.shortest_hold(bounds.kind))
    return dose._replace(sets=dose.sets + 1, hold_s=before)


def _more_load(standing: Standing, bounds: Bounds, slot: Slot) -> Rise | None:
    heavier = next_load(standing.dose.load, bounds.loads)
    listed = dose_table.targets(bounds.kind, slot.phase)
    # Without targets to fall back to (plain holds) more load would be a second thing on top.
    if heavier is None or not listed or slot.phase in ("familiarise", "maintain"):
        return None
    big = is_big_step(standing.dose.load, heavier)
    if not load_may_rise(standing, heavier, bounds, slot.date, big=big):
        return None
    return Rise(standing.dose._replace(load=heavier, reps=listed[0]), "D2", big=big)
