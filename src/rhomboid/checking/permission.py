"""The checker's own reading of B1 to B4 and B8: why an exercise may not be done in a phase."""

from collections.abc import Iterator

from rhomboid.catalogue.exercise import Exercise
from rhomboid.catalogue.vocabulary import FLOOR_POSITIONS
from rhomboid.checking import figures
from rhomboid.checking.case import Case
from rhomboid.checking.restrictions import leaves_out

Reason = tuple[str, str]


def reasons_against(case: Case, exercise: Exercise, phase: str) -> tuple[Reason, ...]:
    """Return (rule, text) for everything that forbids an exercise in a phase; empty when it may be done."""
    phase = case.opened_as(phase)
    return (
        *_person(case, exercise),
        *_restricted(case, exercise, phase),
        *_never(exercise),
        *_locked(case, exercise, phase),
        *_too_early(case, exercise, phase),
    )


def _person(case: Case, exercise: Exercise) -> Iterator[Reason]:
    setting = case.profile.setting
    missing = [name for name in exercise.equipment if name not in setting.equipment]
    missing += ["/".join(group) for group in exercise.any_of if not setting.equipment.intersection(group)]
    if missing:
        yield "B1", f"needs {', '.join(missing)}, which the person has not"
    if exercise.floor or exercise.position in FLOOR_POSITIONS:
        if not setting.can_get_to_floor:
            yield "B1", "needs the floor, which the person cannot get to"
        if setting.place == "office":
            yield "B1", "needs the floor, which is not for an office"
    if exercise.id in case.profile.limits.ban:
        yield "B1", "is banned by a clinician"
    if exercise.id in case.profile.avoid:
        yield "B1", "is on the person's list to avoid"


def _restricted(case: Case, exercise: Exercise, phase: str) -> Iterator[Reason]:
    confirmed = case.profile.experience.form_confirmed
    required = case.profile.limits.require
    for restriction in case.triage.restrictions:
        if leaves_out(restriction, exercise, phase, confirmed=confirmed, required=required):
            yield "A7", f"is left out by the restriction {restriction}"
    for hit in case.triage.hits:
        if hit.rule.id in exercise.contraindications:
            yield "A7", f"is not for someone with {hit.rule.id}"


def _never(exercise: Exercise) -> Iterator[Reason]:
    tags = frozenset(exercise.provocations)
    weighted = exercise.loading in ("free_weight", "machine")
    if exercise.tier == "never":
        yield "B2", "is never prescribed"
    elif weighted and tags & {"trunk_flexion_loaded", "trunk_rotation_loaded"}:
        yield "B2", "bends or turns the spine under weight"
    elif {"neck_circle", "neck_end_range"} <= tags:
        yield "B2", "circles the neck to its end"


def _locked(case: Case, exercise: Exercise, phase: str) -> Iterator[Reason]:
    if exercise.tier != "locked":
        return
    experience = case.profile.experience
    runs = "impact" in exercise.provocations
    overhead = exercise.needs_stability or exercise.pattern == "vertical_push"
    named = exercise.id in case.profile.limits.require
    if phase != "strengthen":
        yield "B3", "is locked before the phase strengthen"
    if case.average_pain > figures.OPEN_PAIN:
        yield "B3", f"is locked while average pain is above {figures.OPEN_PAIN}"
    if not runs and exercise.id not in experience.form_confirmed:
        yield "B3", "is locked until its form is confirmed"
    if overhead and not experience.stability_check_passed:
        yield "B3", "is overhead work and the stability check is not passed"
    if exercise.pattern == "squat" and experience.hip_shift in ("left", "right", "unsure"):
        yield "B4", "is a heavy squat and the hips shift to a side in a squat"
    if not named and _needs_a_name(case):
        yield "B3", "is locked until a clinician requires it by name"


def _needs_a_name(case: Case) -> bool:
    """Return whether a herniated disc or a clearance in force makes locked work a clinician's to require.

    A disc never asked about counts as one (screening rules, part 2).
    """
    disc = dict(case.profile.answers.items).get("herniated_disc") != "no"
    return disc or "locked_by_name_only" in case.triage.restrictions


def _too_early(case: Case, exercise: Exercise, phase: str) -> Iterator[Reason]:
    if exercise.id in case.profile.limits.require:
        return
    tier = figures.PRONE_LADDER.get(exercise.id, exercise.tier)
    rule = "B6" if exercise.id in figures.PRONE_LADDER else "B8"
    if tier == "standard" and phase == "familiarise" and case.profile.experience.level == "new":
        yield rule, "is for someone new from the phase build on"
    if tier == "advanced" and phase != "strengthen":
        yield rule, "is for the phase strengthen on"
    if tier == "advanced" and case.average_pain > figures.OPEN_PAIN:
        yield rule, f"is too much while average pain is above {figures.OPEN_PAIN}"
