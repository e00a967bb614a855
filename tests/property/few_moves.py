"""People with a program of four moves: small enough to live thousands of lives, each with its own way to be difficult."""

from functools import cache

from rhomboid.prescription.profile import Limits, OwnKit, Profile
from rhomboid.prescription.program import Program
from tests.training_diary import CONFIRMED, Diary, somebody, tiny_program

# Bands, weights on one side, holds of the shoulder blades and of the trunk; a hinge, a squat, counts a side.
MIXED = ("band-row", "one-arm-dumbbell-row", "scapular-squeeze", "plank")
HINGED = ("kettlebell-bent-over-row", "goblet-squat", "wall-slide", "dead-bug")
FREE = ("light-squat", "wall-slide", "side-plank", "bird-dog")


def capped() -> Profile:
    """Return a person whose clinician caps one load and bars what could stand in for it."""
    limits = Limits(max_load_kg={"one-arm-dumbbell-row": 5.0}, ban=frozenset({"seated-towel-row", "doorway-row"}))
    return somebody(limits=limits)


def coarse() -> Profile:
    """Return a person with few weights and bands, far apart."""
    return somebody(own=OwnKit(dumbbell_kg=(2, 4, 5, 5.5, 9), kettlebell_kg=(4, 8, 12), bands=("light", "heavy")))


PEOPLE: dict[str, tuple[Profile, tuple[str, ...]]] = {
    "at home": (somebody(), MIXED),
    "with pain of three": (somebody(average=3, worst_24h=5), MIXED),
    "with pain of four": (somebody(average=4, worst_24h=5), HINGED),
    "with a clinician's limits": (capped(), MIXED),
    "with a coarse kit": (coarse(), MIXED),
    "tipped forward": (somebody(), HINGED),
    "with nothing": (somebody(kit=frozenset()), FREE),
    "form not yet confirmed": (somebody(confirmed=CONFIRMED - {"one-arm-dumbbell-row", "band-row"}), MIXED),
}


@cache
def program_of(name: str) -> Program:
    profile, moves = PEOPLE[name]
    return tiny_program(profile, *moves)


def diary_of(name: str) -> Diary:
    """Return an empty diary of one of the people."""
    diary = Diary(profile=PEOPLE[name][0], weeks=0)
    diary.program = program_of(name)
    return diary
