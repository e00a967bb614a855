"""One step up the ladder of doses (D1, D2). Nothing here decides whether a step is earned, only what it would be."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from rhomboid.catalogue.rulebook import rule
from rhomboid.prescription import dose_table
from rhomboid.prescription.course_standing import Bounds, Dosage, Slot, Standing, most_sets_in
from rhomboid.prescription.kit import strength_of
from rhomboid.prescription.program import Load

# Exact tenths: 10 kg to 11 kg is ten per cent.
TINY = 1e-9


@dataclass(frozen=True)
class Rise:
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
    return None if target is None else replace(dose, reps=target)


def _hold_is_short(dose: Dosage, bounds: Bounds) -> bool:
    """Return whether a hold of the shoulder blades, cut after a bad day, has to grow back first."""
    return dose.hold_s is not None and bounds.longest_hold_s is not None and dose.hold_s < bounds.longest_hold_s


def _longer_hold(dose: Dosage, bounds: Bounds) -> Dosage | None:
    if dose.hold_s is None or bounds.longest_hold_s is None or not _hold_is_short(dose, bounds):
        return None
    return replace(dose, hold_s=min(dose.hold_s + _numbers()["hold_step_s"], bounds.longest_hold_s))


def _more_sets(dose: Dosage, bounds: Bounds, slot: Slot) -> Dosage:
    """Return one set more, at the target (or hold) before the top one."""
    listed = dose_table.targets(bounds.kind, slot.phase)
    if listed:
        before = max((one for one in listed if one < listed[-1]), default=listed[-1])
        return replace(dose, sets=dose.sets + 1, reps=min(before, dose.reps or before))
    assert dose.hold_s is not None
    before = max(dose.hold_s - _numbers()["hold_step_s"], dose_table.shortest_hold(bounds.kind))
    return replace(dose, sets=dose.sets + 1, hold_s=before)


def _more_load(standing: Standing, bounds: Bounds, slot: Slot) -> Rise | None:
    heavier = next_load(standing.dose.load, bounds.loads)
    listed = dose_table.targets(bounds.kind, slot.phase)
    # Without targets to fall back to (plain holds) more load would be a second thing on top.
    if heavier is None or not listed or slot.phase in ("familiarise", "maintain"):
        return None
    big = is_big_step(standing.dose.load, heavier)
    if not _load_may_rise(standing, heavier, bounds, slot.date, big=big):
        return None
    return Rise(replace(standing.dose, load=heavier, reps=listed[0]), "D2", big=big)


def next_load(load: Load | None, loads: tuple[Load, ...]) -> Load | None:
    """Return the next heavier load there is, or None."""
    if load is None or load not in loads:
        return None
    place = loads.index(load) + 1
    return loads[place] if place < len(loads) else None


def is_big_step(load: Load | None, heavier: Load) -> bool:
    """Return whether the step is a band or more than ten per cent."""
    if load is None or load.kg is None or heavier.kg is None:
        return True
    return bool(heavier.kg > load.kg * (1 + _numbers()["small_step"]) + TINY)


def _load_may_rise(standing: Standing, heavier: Load, bounds: Bounds, day: date, *, big: bool) -> bool:
    numbers = _numbers()
    days = (day - standing.load_since).days
    if days < numbers["days_between"] or _is_too_large(standing.dose.load, heavier, bounds):
        return False
    if not big:
        return True
    asked = (standing.dose.rir or 0) + numbers["spare_reserve"]
    if any(left is None or left < asked for left in standing.left):
        return False
    much = all(left is not None and left >= numbers["much_left"] for left in standing.left)
    return bool(days >= numbers["big_step_days_with_much_left" if much else "big_step_days"])


def _is_too_large(load: Load | None, heavier: Load, bounds: Bounds) -> bool:
    """Return whether the step is above half the load; so is, by our own reading, a step over a grade of band."""
    if load is None or load.kg is None or heavier.kg is None:
        return load is not None and load.band is not None and strength_of(heavier) - strength_of(load) > 1
    step = heavier.kg - load.kg
    return step > load.kg * _numbers()["largest_step"] + TINY and step > bounds.small_step_kg + TINY


def _numbers() -> Any:
    return rule("D2").numbers
