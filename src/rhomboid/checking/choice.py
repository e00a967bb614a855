"""Part B and the restrictions: what may be in a program."""

from collections.abc import Iterator

from rhomboid.catalogue.exercise import Exercise
from rhomboid.checking import figures
from rhomboid.checking.case import Case, Outing
from rhomboid.checking.kit import loads_of
from rhomboid.checking.permission import reasons_against
from rhomboid.checking.restrictions import CAREFUL
from rhomboid.checking.violation import Violation
from rhomboid.prescription.program import Week

HELD = ("scapular_hold", "core_hold", "stretch")


def check_permission(case: Case) -> Iterator[Violation]:
    """A7, B1 to B4, B6, B8: each exercise may be done in each phase it stands in; named where it first stands."""
    seen: set[tuple[str, str]] = set()
    for outing in case.outings:
        key = (outing.exercise.id, outing.week.phase)
        if key in seen:
            continue
        seen.add(key)
        for rule, text in reasons_against(case, outing.exercise, outing.week.phase):
            yield Violation(rule, outing.where, f"{outing.exercise.id} {text}")


def check_required(case: Case) -> Iterator[Violation]:
    """B1: what a clinician requires is in every phase in which nothing else forbids it, or the plan names it."""
    for exercise in (case.catalogue.by_id[name] for name in case.profile.limits.require if name in case.catalogue):
        if any(exercise.name in line for line in case.advice):
            continue
        for phase, weeks in _weeks_by_phase(case).items():
            present = any(each.exercise == exercise for week in weeks for each in case.by_week.get(week.number, ()))
            is_due = any(case.is_whole(week) for week in weeks) and not is_out(case, exercise, phase)
            if is_due and not present:
                yield Violation("B1", f"phase {phase}", f"{exercise.id} is required by a clinician and may be done")


def is_out(case: Case, exercise: Exercise, phase: str) -> bool:
    """Return whether anything leaves an exercise out in a phase."""
    weighted = exercise.loading in ("band", "free_weight", "machine")
    is_crunch = exercise.is_core and "trunk_flexion_loaded" in exercise.provocations
    return (
        bool(reasons_against(case, exercise, phase))
        or (weighted and not loads_of(exercise, case.profile))
        or (is_crunch and phase == "familiarise")
    )


def _weeks_by_phase(case: Case) -> dict[str, list[Week]]:
    found: dict[str, list[Week]] = {}
    for week in case.program.weeks:
        found.setdefault(week.phase, []).append(week)
    return found


def check_squats(case: Case) -> Iterator[Violation]:
    """B4: no squat over 9 kg until the heavy squat is open."""
    for outing in case.outings:
        load = outing.item.load
        too_heavy = outing.exercise.pattern == "squat" and load is not None and (load.kg or 0) > figures.SQUAT_KG
        if too_heavy and not _heavy_squat_is_open(case, outing):
            yield Violation("B4", outing.where, f"a squat has at most {figures.SQUAT_KG} kg")


def _heavy_squat_is_open(case: Case, outing: Outing) -> bool:
    heavy = [each for each in case.catalogue.exercises if each.pattern == "squat" and each.tier == "locked"]
    return any(not reasons_against(case, each, outing.week.phase) for each in heavy)


def check_crunches(case: Case) -> Iterator[Violation]:
    """B6: no crunch in familiarise, and another core item in an earlier session before the first one."""
    done = (*case.carried.values(), *case.outings)
    other_core_on = min((each.session.date for each in done if _is_other_core(each)), default=None)
    for outing in case.outings:
        if not _is_crunch(outing):
            continue
        if outing.week.phase == "familiarise":
            yield Violation("B6", outing.where, "no crunch in the phase familiarise")
        elif other_core_on is None or other_core_on >= outing.session.date:
            yield Violation("B6", outing.where, "planks, dead bugs, bird-dogs and bridges come before crunches")


def _is_crunch(outing: Outing) -> bool:
    return outing.exercise.is_core and "trunk_flexion_loaded" in outing.exercise.provocations


def _is_other_core(outing: Outing) -> bool:
    return outing.exercise.is_core and "trunk_flexion_loaded" not in outing.exercise.provocations


def check_rolling(case: Case) -> Iterator[Violation]:
    """B7: a minute or two an area; a tender spot may instead be one press of half a minute at most."""
    for outing in case.outings:
        item = outing.item
        if outing.exercise.dose.kind != "roll":
            continue
        seconds = round((item.minutes or 0) * 60) or item.sets * (item.hold_s or 0)
        is_area = figures.ROLL_AREA_S[0] <= seconds <= figures.ROLL_AREA_S[1]
        is_spot = figures.TENDER_SPOT_S[0] <= (item.hold_s or 0) <= figures.TENDER_SPOT_S[1]
        if not is_area and not (is_spot and outing.exercise.category == "trigger-point"):
            yield Violation("B7", outing.where, f"rolls for {seconds} s: one to two minutes an area")


def check_careful_dose(case: Case) -> Iterator[Violation]:
    """A7: with no_strain or pregnancy_care three stay in reserve; with no_strain nothing is held over 20 seconds."""
    in_force = CAREFUL.intersection(case.triage.restrictions)
    for outing in case.outings if in_force else ():
        item = outing.item
        if item.rir is not None and item.rir < figures.CAREFUL_RESERVE:
            yield Violation("A7", outing.where, f"{item.rir} in reserve, the restriction asks for at least 3")
        held = item.hold_s if outing.exercise.dose.kind in HELD else None
        if "no_strain" in in_force and held is not None and held > figures.CAREFUL_HOLD_S:
            yield Violation("A7", outing.where, f"held for {held} s, the restriction no_strain allows 20")
