"""Tiny planning tasks, solvable by hand, for the spec tests of constraints and goals."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from rhomboid.catalogue.exercise import Exercise
from rhomboid.catalogue.load import load_catalogue
from rhomboid.planning.constraints.constraint import Constraint
from rhomboid.planning.instance import Ease, Instance, Move, PhaseInput, build_instance
from rhomboid.planning.template import FrameTemplate
from rhomboid.prescription.profile import Profile
from rhomboid.prescription.profile_toml import load_profile
from rhomboid.screening.triage import screen

EXAMPLES = Path(__file__).parents[1] / "examples"
# A frame that takes no time and the one stretch every session has.
FRAME = FrameTemplate((), (("doorway-chest-stretch", 2),), 0, 0)


@cache
def person(name: str = "band-at-home") -> Profile:
    return load_profile(EXAMPLES / f"{name}.toml", load_catalogue())


def scheduled(profile: Profile, **changed: Any) -> Profile:
    return replace(profile, schedule=replace(profile.schedule, **changed))


def instance(profile: Profile, weeks: int = 15) -> Instance:
    triage = screen(profile.answers, profile.clearances, profile.schedule.start)
    return build_instance(profile, triage, load_catalogue(), weeks)


def exercise(exercise_id: str) -> Exercise:
    return load_catalogue()[exercise_id]


def move(exercise_id: str, seconds: int = 100, *, more: int = 150, grows: bool = False) -> Move:
    return Move(exercise(exercise_id), (seconds, more), worth=40, grows=grows)


def ease(exercise_id: str, block: str) -> Ease:
    one = exercise(exercise_id)
    return Ease(one, block, one.dose.hold_s, worth=0)


# Two sessions of 20 minutes in which a pull, a retraction and a trunk move fit easily.
PULL, RETRACTION, TRUNK = "band-row", "wall-slide", "wall-plank"


def phase(**changed: Any) -> PhaseInput:
    """Return the first phase of the band owner with two sessions and only the moves a test names."""
    first = instance(scheduled(person(), strength_days=("mon", "thu"))).phases[0]
    usual = {
        "sessions": 2,
        "loaded": (move(PULL), move(RETRACTION)),
        "core": (move(TRUNK),),
        "easy": (ease("marching-in-place", "warm_up"),),
        "dynamic": (ease("seated-chest-lift", "warm_up"), ease("elbow-open-and-close", "warm_up")),
        "cool_down": (ease("doorway-chest-stretch", "cool_down"), ease("upper-back-hug", "cool_down")),
        "daily": (ease("seated-chest-lift", "mobility"), ease("elbow-open-and-close", "mobility")),
        "required": (),
    }
    return replace(first, **{**usual, **changed})


def only(name: str, table: Sequence[Constraint[Any]]) -> list[Constraint[Any]]:
    """Return the one constraint of a table that a test is about."""
    return [next(one for one in table if one.name == name)]
