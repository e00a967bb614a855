"""The weights and bands a person has for an exercise (B9), under the caps of B4 and of a clinician."""

from bisect import bisect_right
from itertools import accumulate, chain, repeat
from typing import Any

from rhomboid.catalogue.exercise import Exercise
from rhomboid.catalogue.rulebook import rule
from rhomboid.prescription.profile import Profile
from rhomboid.prescription.program import BODYWEIGHT, Load

BAND = "resistance_band"


def ladder(exercise: Exercise, profile: Profile) -> tuple[Load, ...]:
    """Return the loads this person may use, lightest first; empty where nothing resists or nothing is light enough.

    Only what the person owns, of the first implement that has a load light enough to start with.
    """
    if exercise.loading == "none":
        return ()
    if not exercise.implements:
        return (BODYWEIGHT,)
    implement = chosen_implement(exercise, profile)
    return () if implement is None else _loads(implement, exercise, profile)


def start_load(exercise: Exercise, profile: Profile) -> Load | None:
    """Return the first load, or None where nothing resists or nothing is light enough.

    It is the heaviest one not above the content's for the person's level; in hinges and squats the lightest there is.
    """
    loads = ladder(exercise, profile)
    if not loads or exercise.start_load is None or exercise.pattern in _numbers()["lightest_patterns"]:
        return loads[0] if loads else None
    return _heaviest_up_to(loads, getattr(exercise.start_load, profile.experience.level))


def chosen_implement(exercise: Exercise, profile: Profile) -> str | None:
    """Return what carries the load: the first of the exercise's implements the person owns that goes light enough."""
    return next((one for one in exercise.implements if _starts_light_enough(one, exercise, profile)), None)


def smallest_step_kg(implement: str | None) -> float:
    """Return the step of weight that counts as small whatever its share (D2)."""
    numbers = rule("D2").numbers
    in_hand = implement in _numbers()["in_the_hand"]
    return float(numbers["step_in_hand_kg"] if in_hand else numbers["step_on_bar_kg"])


def strength_of(load: Load) -> float:
    """Return a number that orders the loads of one exercise: kilograms, or the place of the band."""
    if load.kg is not None:
        return load.kg
    return float(_numbers()["bands"].index(load.band)) if load.band is not None else 0.0


def _starts_light_enough(implement: str, exercise: Exercise, profile: Profile) -> bool:
    if implement not in profile.setting.equipment:
        return False
    loads = _loads(implement, exercise, profile)
    if not loads or exercise.start_load is None:
        return bool(loads)
    return _heaviest_up_to(loads, getattr(exercise.start_load, profile.experience.level)) is not None


def _loads(implement: str, exercise: Exercise, profile: Profile) -> tuple[Load, ...]:
    if implement == BAND:
        owned = profile.kit.bands
        return tuple(Load(band=band) for band in _numbers()["bands"] if owned is None or band in owned)
    most = _most_kg(exercise, profile)
    return tuple(Load(kg=kg) for kg in _weights(implement, profile) if kg <= most)


def _weights(implement: str, profile: Profile) -> tuple[float, ...]:
    own = {"dumbbell": profile.kit.dumbbell_kg, "kettlebell": profile.kit.kettlebell_kg}.get(implement)
    if own is not None:
        return tuple(sorted({float(kg) for kg in own if kg > 0}))
    numbers = _numbers()
    known = implement in numbers["in_the_hand"] or implement in numbers["on_a_bar"]
    return _usual_weights(numbers[implement if known else "stack"])


def _usual_weights(pieces: list[list[float]]) -> tuple[float, ...]:
    stretches = (accumulate(chain([low], repeat(step, round((high - low) / step)))) for low, high, step in pieces)
    return tuple(sorted({float(kg) for kg in chain.from_iterable(stretches)}))


def _most_kg(exercise: Exercise, profile: Profile) -> float:
    most = profile.limits.max_load_kg.get(exercise.id, float("inf"))
    # The heavy squat is an exercise of its own, behind the locks of B3; every other squat stays light.
    if exercise.pattern == "squat" and exercise.tier != "locked":
        return float(min(most, rule("B4").numbers["squat_kg_at_most"]))
    return most


def _heaviest_up_to(loads: tuple[Load, ...], start: float | str) -> Load | None:
    if isinstance(start, str):
        start = float(_numbers()["bands"].index(start))
    place = bisect_right([strength_of(load) for load in loads], start)
    return loads[place - 1] if place else None


def _numbers() -> Any:
    return rule("B9").numbers
