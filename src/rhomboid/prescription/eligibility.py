"""Who may do what (rules B1 to B4, B6 and B8): an exercise is open when nothing here leaves it out."""

from collections.abc import Iterator
from typing import NamedTuple

from rhomboid.catalogue.exercise import Exercise
from rhomboid.catalogue.rulebook import rule
from rhomboid.catalogue.vocabulary import FLOOR_POSITIONS
from rhomboid.prescription.kit import ladder
from rhomboid.prescription.profile import Profile
from rhomboid.screening.restrictions import Exclusion, excluding
from rhomboid.screening.triage import Triage

PHASE_ORDER = {"familiarise": 0, "build": 1, "strengthen": 2, "maintain": 2}
RESISTED = frozenset({"band", "free_weight", "machine"})


class WaitsForPain(NamedTuple):
    """What average pain keeps waiting: locked moves (B3), advanced ones (B8)."""

    locked: bool
    advanced: bool


def waits_for_pain(average_pain: float) -> WaitsForPain:
    """Return all that average pain decides about who may do what."""
    return WaitsForPain(
        average_pain > rule("B3").numbers["average_pain_at_most"],
        average_pain > rule("B8").numbers["average_pain_at_most"],
    )


def exclusions(
    exercise: Exercise,
    profile: Profile,
    triage: Triage,
    *,
    phase: str,
    average_pain: float,
    form_confirmed: frozenset[str] | None = None,
) -> tuple[Exclusion, ...]:
    """Return everything that leaves an exercise out in a phase, in plain words; empty when it may be done.

    average_pain: the profile's when planning; that of the last days when training.
    form_confirmed: ids whose form has been confirmed by now; None takes the profile's.
    """
    confirmed = profile.experience.form_confirmed if form_confirmed is None else form_confirmed
    restricted = excluding(
        exercise, triage, phase=phase, form_confirmed=confirmed, required=frozenset(profile.limits.require)
    )
    return (
        *_never(exercise),
        *_wishes_and_limits(exercise, profile),
        *_place(exercise, profile),
        *_kit(exercise, profile),
        *restricted,
        *_lock(exercise, profile, phase, average_pain, confirmed),
        *_tier(exercise, profile, phase, average_pain),
        *_crunch(exercise, phase),
    )


def is_crunch(exercise: Exercise) -> bool:
    """Return whether B6 counts the exercise as a crunch: trunk work that bends the spine against weight."""
    return exercise.is_core and "trunk_flexion_loaded" in exercise.provocations


def _never(exercise: Exercise) -> Iterator[Exclusion]:
    if exercise.tier == "never":
        yield Exclusion("B2", f"{exercise.name} is never given. {exercise.lock_reason}".rstrip())


def _wishes_and_limits(exercise: Exercise, profile: Profile) -> Iterator[Exclusion]:
    if exercise.id in profile.limits.ban:
        yield Exclusion("B1", "Your clinician has ruled it out.")
    if exercise.id in profile.avoid:
        yield Exclusion("B1", "You asked to leave it out.")


def _place(exercise: Exercise, profile: Profile) -> Iterator[Exclusion]:
    on_floor = exercise.floor or exercise.position in FLOOR_POSITIONS
    if on_floor and not profile.setting.can_get_to_floor:
        yield Exclusion("B1", "It is done down on the floor, and you cannot get there now.")
    if on_floor and profile.setting.place == "office":
        yield Exclusion("B1", "It is done lying, kneeling or on all fours, which does not suit an office.")


def _kit(exercise: Exercise, profile: Profile) -> Iterator[Exclusion]:
    # A doorway or a stable post is anchor enough for a band.
    owned = profile.setting.equipment | {"band_anchor"}
    missing = [one for one in exercise.equipment if one not in owned]
    missing += [" or ".join(group) for group in exercise.any_of if owned.isdisjoint(group)]
    if missing:
        yield Exclusion("B1", f"It needs {' and '.join(missing)}.".replace("_", " "))
    elif exercise.loading in RESISTED and exercise.implements and not ladder(exercise, profile):
        yield Exclusion("B1", "Nothing you own is light enough for it.")


def _lock(
    exercise: Exercise, profile: Profile, phase: str, average_pain: float, confirmed: frozenset[str]
) -> Iterator[Exclusion]:
    if exercise.tier != "locked":
        return
    if PHASE_ORDER[phase] < PHASE_ORDER["strengthen"]:
        yield Exclusion("B3", "It is locked until the last phase, from week 9.")
    if waits_for_pain(average_pain).locked:
        yield Exclusion("B3", "It is locked while your pain averages above 3.")
    if "impact" not in exercise.provocations and exercise.id not in confirmed:
        yield Exclusion("B3", "It is locked until your form in it has been confirmed.")
    if exercise.needs_stability and not profile.experience.stability_check_passed:
        yield Exclusion("B3", "It is locked until you pass the stability check.")
    if exercise.pattern == "squat" and profile.experience.shifts_in_a_squat:
        yield Exclusion("B4", "Your hips shift to a side in a squat, so squats stay light.")


def _tier(exercise: Exercise, profile: Profile, phase: str, average_pain: float) -> Iterator[Exclusion]:
    # A clinician who names the exercise passes these waits, though no lock and no restriction.
    if exercise.tier in ("locked", "never") or exercise.id in profile.limits.require:
        return
    numbers = rule("B8").numbers
    opens = numbers["from_phase"][exercise.tier][profile.experience.level]
    if PHASE_ORDER[phase] < PHASE_ORDER[opens]:
        yield Exclusion("B8", f"It opens in the phase called {opens}.")
    if exercise.tier == "advanced" and waits_for_pain(average_pain).advanced:
        yield Exclusion("B8", "It waits until your pain averages 3 or less.")


def _crunch(exercise: Exercise, phase: str) -> Iterator[Exclusion]:
    if phase == "familiarise" and is_crunch(exercise):
        yield Exclusion("B6", "Planks, dead bugs, bird-dogs and bridges come before crunches.")
