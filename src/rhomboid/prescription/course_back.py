"""Steps down the ladder of doses: one step back (D0), lighter for a while (C2, D7), after a gap (D9)."""

from typing import Any

from rhomboid.catalogue.rulebook import rule
from rhomboid.prescription import dose_table
from rhomboid.prescription.course_standing import Bounds, Dosage
from rhomboid.prescription.kit import strength_of
from rhomboid.prescription.program import Load

TINY = 1e-9


def lower_load(load: Load | None, loads: tuple[Load, ...], share: float) -> Load | None:
    """Return the load lower by `share`, rounded down to the kit; the next easier band; None when none is lighter."""
    if load is None or load.is_bodyweight:
        return None
    lighter = [one for one in loads if strength_of(one) < strength_of(load) - TINY]
    if load.kg is not None:
        lighter = [one for one in lighter if one.kg is not None and one.kg <= load.kg * (1 - share) + TINY]
    return lighter[-1] if lighter else None


def shorter_hold(dose: Dosage, kind: str, least: int | None = None) -> Dosage | None:
    """Return the dose with a hold one step shorter, or None at the shortest."""
    step = rule("D0").numbers["shorter_hold_s"]
    if dose.hold_s is None or dose.hold_s - step < (dose_table.shortest_hold(kind) if least is None else least):
        return None
    return dose._replace(hold_s=dose.hold_s - step)


def step_back(dose: Dosage, bounds: Bounds, share: float | None = None) -> Dosage | None:
    """Return one step back: load, else hold, else a set, else two repetitions fewer; None when only a swap is left.

    share: of the load; None for the usual tenth.
    """
    share = rule("D0").numbers["step_back"] if share is None else share
    return lower_load_or_hold(dose, bounds, share) or fewer_sets(dose) or _fewer_reps(dose, bounds)


def lower_load_or_hold(dose: Dosage, bounds: Bounds, share: float) -> Dosage | None:
    """Return the dose with less load or a shorter hold; None when neither can be, and an easier neighbour is due."""
    load = lower_load(dose.load, bounds.loads, share)
    return dose._replace(load=load) if load is not None else shorter_hold(dose, bounds.kind)


def fewer_sets(dose: Dosage) -> Dosage | None:
    """Return the dose with one set fewer, or None when there is but one."""
    return dose._replace(sets=dose.sets - 1) if dose.sets > 1 else None


def _fewer_reps(dose: Dosage, bounds: Bounds) -> Dosage | None:
    """Return the dose with two repetitions fewer; under six only the entry five is a target."""
    if dose.reps is None:
        return None
    numbers = rule("C4").numbers
    least = numbers["entry_reps"] if bounds.kind != "scapular_hold" else numbers["scapular_hold"]["targets"][0]
    fewer = max(dose.reps - rule("D0").numbers["fewer_reps"], least)
    return dose._replace(reps=fewer) if fewer < dose.reps else None


def lighter(dose: Dosage, bounds: Bounds, share: float) -> Dosage:
    """Return the dose of a lighter week or flare: less load, one set fewer; where neither can be, fewer repetitions.

    It never lowers what is lasting, and equals the dose only where nothing at all can be lowered.
    """
    numbers = rule("C2").numbers
    load = lower_load(dose.load, bounds.loads, share)
    less = dose if load is None else dose._replace(load=load)
    less = fewer_sets(less) or less
    if less != dose:
        return less
    if dose.hold_s is not None:
        return shorter_hold(dose, bounds.kind, least=numbers["shorter_hold_s"]) or dose
    if dose.reps is None:
        return dose
    fewer = max(int(dose.reps * (1 - numbers["fewer_reps"]) + TINY), numbers["fewer_reps_least"])
    return dose._replace(reps=min(fewer, dose.reps))


def restart(dose: Dosage, bounds: Bounds) -> Dosage:
    """Return the dose after more than four weeks off: two sets of five at seventy per cent of the load (D9).

    What is held or counted otherwise has no such five: it starts at the least of its kind.
    """
    numbers = rule("D9").numbers
    least = min(bounds.loads, key=strength_of, default=None)
    load = lower_load(dose.load, bounds.loads, 1 - numbers["restart_load"])
    if load is None:
        load = dose.load if dose.load is None or dose.load.is_bodyweight else least
    hold = dose.hold_s
    if bounds.kind == "core_hold" and hold is not None:
        hold = min(hold, dose_table.shortest_hold(bounds.kind))
    reps = dose.reps
    if reps is not None:
        listed = dose_table.targets(bounds.kind, "familiarise")
        reps = min(reps, numbers["restart_reps"] if bounds.kind == "reps" else listed[0])
    # What begins with one set begins with one again.
    sets = min(dose.sets, numbers["restart_sets"], dose_table.entry_sets(bounds.kind))
    return dose._replace(sets=sets, reps=reps, hold_s=hold, load=load)


def gap_rule(days: int) -> str | None:
    """Return what a gap of `days` asks: "hold", "step_back", "restart", or None when it is no gap."""
    numbers: Any = rule("D9").numbers
    if days >= numbers["restart_from_days"]:
        return "restart"
    if days >= numbers["step_back_from_days"]:
        return "step_back"
    return "hold" if days >= numbers["hold_from_days"] else None
