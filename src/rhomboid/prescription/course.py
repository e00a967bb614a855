"""The course of one exercise through a program: entry, phases, rises, gaps, lighter weeks.

The planner's forecast and the fold over the log walk the same steps, so that plan and practice cannot drift apart.
"""

from collections.abc import Sequence
from datetime import date

from rhomboid.catalogue.exercise import Exercise
from rhomboid.catalogue.rulebook import rule
from rhomboid.prescription import dose_table
from rhomboid.prescription.course_back import fewer_sets, gap_rule, lighter, restart, step_back
from rhomboid.prescription.course_rise import Rise, is_earned, next_rise
from rhomboid.prescription.course_standing import Bounds, Dosage, Slot, Standing, bounds_of, most_sets_in
from rhomboid.prescription.kit import strength_of
from rhomboid.prescription.profile import Profile
from rhomboid.prescription.program import Load
from rhomboid.screening.restrictions import DoseLimits


def forecast(
    exercise: Exercise,
    profile: Profile,
    slots: Sequence[Slot],
    limits: DoseLimits | None = None,
    standing: Standing | None = None,
) -> tuple[Dosage, ...]:
    """Return the fastest course: every outing clean, form confirmed, two more in reserve than asked.

    slots: in order of date. limits: of the restrictions in force (`screening.restrictions.dose_limits`).
    standing: where the exercise stands before the first slot; None where it is new.
    """
    bounds = bounds_of(exercise, profile, limits)
    if not bounds.climbs:
        return (bounds.fixed,) * len(slots)
    doses = []
    for slot in slots:
        standing = enter(bounds, slot) if standing is None else _next_standing(standing, bounds, slot)
        dose = due_in(standing, bounds, slot)
        doses.append(dose)
        standing = after_clean(standing, slot, left=_left_in_forecast(dose))
    return tuple(doses)


def _next_standing(standing: Standing, bounds: Bounds, slot: Slot) -> Standing:
    standing = at_boundary(standing, bounds, slot)
    gap = after_gap(standing, bounds, slot)
    if gap is not None:
        return gap
    rise = rise_in(standing, bounds, slot, form_confirmed=True)
    return standing if rise is None else risen(standing, rise, slot.date)


def _left_in_forecast(dose: Dosage) -> int | None:
    return None if dose.rir is None else dose.rir + int(rule("D2").numbers["spare_reserve"])


def enter(bounds: Bounds, slot: Slot, first_phase: str | None = None) -> Standing:
    """Return where an exercise starts. first_phase: the phase the program first gives it in, where it is done late."""
    kind = bounds.kind
    hold = dose_table.entry_hold(kind)
    if hold is not None and bounds.longest_hold_s is not None:
        hold = min(hold, bounds.longest_hold_s)
    dose = Dosage(
        sets=min(dose_table.entry_sets(kind), most_sets_in(bounds, slot)),
        reps=dose_table.entry_reps(kind, first_phase or slot.phase),
        hold_s=hold,
        load=bounds.start,
        rir=dose_table.entry_reserve(kind, bounds.least_reserve),
    )
    standing = Standing(dose, slot.phase, dose_table.entry_outings(), False, (), 0, slot.date, slot.date)
    return _as_prescribed(standing, bounds, slot)


def at_boundary(standing: Standing, bounds: Bounds, slot: Slot) -> Standing:
    """Return the standing carried into the slot's phase: no dose rises, a new phase or a changed dose counts anew."""
    standing = _as_prescribed(standing, bounds, slot)
    dose = standing.dose
    listed = dose_table.targets(bounds.kind, slot.phase)
    reps = dose.reps
    if reps is not None and standing.phase != slot.phase and not is_prescribed(bounds, slot):
        reps = max((one for one in listed if one <= reps), default=reps)
    rir = dose_table.reserve(bounds.kind, slot.phase, bounds.least_reserve)
    if rir is not None and slot.reserve is not None:
        rir = max(slot.reserve, bounds.least_reserve)
    elif rir is not None and standing.new_for:
        rir = max(rir, dose_table.entry_reserve(bounds.kind, bounds.least_reserve) or 0)
    hold = dose.hold_s
    if hold is not None and bounds.longest_hold_s is not None:
        hold = min(hold, bounds.longest_hold_s)
    load = _within(dose.load, bounds)
    changed = Dosage(min(dose.sets, most_sets_in(bounds, slot)), reps, hold, load, rir)
    if changed == dose and standing.phase == slot.phase:
        return standing
    return anew(standing._replace(phase=slot.phase, dose=changed))


def is_prescribed(bounds: Bounds, slot: Slot) -> bool:
    """Return whether a clinician's dose holds on the day of the slot: then nothing rises by rule (B1)."""
    return bounds.prescribed is not None and bounds.prescribed.on <= slot.date


def _as_prescribed(standing: Standing, bounds: Bounds, slot: Slot) -> Standing:
    """Return the standing at the clinician's dose on the first day it holds; what pain takes away later stays away."""
    asked = bounds.prescribed
    if asked is None or not is_prescribed(bounds, slot):
        return standing if standing.prescribed_on is None else standing._replace(prescribed_on=None)
    if standing.prescribed_on == asked.on:
        return standing
    dose = standing.dose._replace(
        sets=min(asked.sets, most_sets_in(bounds, slot)),
        reps=standing.dose.reps if asked.reps is None else asked.reps,
        hold_s=standing.dose.hold_s
        if asked.hold_s is None
        else min(asked.hold_s, bounds.longest_hold_s or asked.hold_s),
        load=_within(asked.load, bounds) if asked.load else bounds.start,
    )
    return lowered(standing, dose, slot.date)._replace(phase=slot.phase, prescribed_on=asked.on)


def _within(load: Load | None, bounds: Bounds) -> Load | None:
    """Return the load, or the next lighter one there is where kit or caps no longer have it.

    A band and a weight cannot be told against each other: from one to the other it is the start load.
    """
    if load is None or load in bounds.loads or not bounds.loads:
        return load
    alike = (one for one in bounds.loads if (one.kg is None, one.band is None) == (load.kg is None, load.band is None))
    lighter = (one for one in alike if strength_of(one) <= strength_of(load))
    return max(lighter, key=strength_of, default=bounds.start)


def due_in(standing: Standing, bounds: Bounds, slot: Slot) -> Dosage:
    """Return what is due in the slot: the lasting dose, with one set fewer at a big step, lighter in a lighter week."""
    dose = dose_now(standing)
    if not (slot.deload and bounds.is_loaded):
        return dose
    if standing.set_owed:  # one set fewer than the week before really had
        dose = fewer_sets(dose) or dose
    return lighter(dose, bounds, rule("C2").numbers["lower_load"])


def dose_now(standing: Standing) -> Dosage:
    """Return the lasting dose, with one set fewer while a big step of load begins."""
    return (fewer_sets(standing.dose) or standing.dose) if standing.starting_big_step else standing.dose


def rise_in(standing: Standing, bounds: Bounds, slot: Slot, *, form_confirmed: bool) -> Rise | None:
    """Return the step up that is earned and allowed in the slot; never in a lighter week nor straight after one."""
    if slot.deload or standing.lightened or is_prescribed(bounds, slot) or not is_earned(standing):
        return None
    return next_rise(standing, bounds, slot, form_confirmed=form_confirmed)


def risen(standing: Standing, rise: Rise, day: date) -> Standing:
    """Return the standing after a step up."""
    load_since = day if rise.dose.load != standing.dose.load else standing.load_since
    return anew(standing)._replace(dose=rise.dose, starting_big_step=rise.big, load_since=load_since)


def lowered(standing: Standing, dose: Dosage, day: date) -> Standing:
    """Return the standing after a lasting reduction; a changed load waits as long as after a rise."""
    load_since = day if dose.load != standing.dose.load else standing.load_since
    return anew(standing)._replace(dose=dose, starting_big_step=False, set_owed=False, load_since=load_since)


def anew(standing: Standing) -> Standing:
    """Return the standing with clean outings counted anew."""
    return standing._replace(left=(), reps_only=0) if standing.left or standing.reps_only else standing


def after_gap(standing: Standing, bounds: Bounds, slot: Slot) -> Standing | None:
    """Return the standing after the days off before the slot (D9), or None when they were no gap."""
    asked = gap_rule((slot.date - standing.last_done).days)
    if asked is None:
        return None
    if asked == "hold":
        return anew(standing)
    dose = dose_now(standing)
    lower = restart(dose, bounds) if asked == "restart" else step_back(dose, bounds)
    return lowered(standing, lower or dose, slot.date)


def after_clean(standing: Standing, slot: Slot, *, left: int | None, reps_only: bool = False) -> Standing:
    """Return the standing after a clean outing; in a lighter week it neither earns nor breaks a count."""
    if slot.deload:
        return standing._replace(last_done=slot.date, lightened=True)
    kept = int(rule("D1").numbers["clean_outings"])
    big = standing.starting_big_step
    # The mark leaves with the outing that set it.
    marked = kept if reps_only else max(standing.reps_only - 1, 0)
    return standing._replace(
        last_done=slot.date,
        lightened=False,
        new_for=max(standing.new_for - 1, 0),
        set_owed=big,
        starting_big_step=False,
        left=() if big else (*standing.left, left)[-kept:],
        reps_only=0 if big else marked,
    )


def after_other(standing: Standing, slot: Slot) -> Standing:
    """Return the standing after an outing that was not clean: the count begins anew, a lighter week aside."""
    if slot.deload:
        return standing._replace(last_done=slot.date, lightened=True)
    new_for = max(standing.new_for - 1, 0)
    return anew(standing)._replace(last_done=slot.date, lightened=False, new_for=new_for, set_owed=False)


def reps_pair(dose: Dosage, kind: str, phase: str) -> tuple[int, int] | None:
    """Return what a plan shows as `reps`: the lowest of the phase and today's target."""
    if dose.reps is None:
        return None
    listed = dose_table.targets(kind, phase)
    return (min(listed[0], dose.reps) if listed else dose.reps, dose.reps)
