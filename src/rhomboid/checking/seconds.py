"""The checker's own reading of the time of an item (C3)."""

from rhomboid.catalogue.exercise import Exercise
from rhomboid.checking import figures
from rhomboid.prescription.program import Item

UNHELD = ("timed", "roll")


def seconds_of(exercise: Exercise, item: Item, block: str) -> frozenset[int]:
    """Return the times an item may state: more than one only where C3 leaves the reading open.

    Open are: halves of a second; whether something timed once or a roll is a hold with a release; and whether a walk
    has a set-up.
    """
    set_up = figures.SET_UP_S if block in ("strength", "core") else figures.SET_UP_ELSEWHERE_S
    if item.minutes is not None and block == "aerobic":
        walked = round(item.minutes * 60)
        return frozenset({walked, walked + set_up})
    releases = (figures.RELEASE_S, 0) if exercise.dose.kind in UNHELD else (figures.RELEASE_S,)
    sides = 2 if item.per_side else 1
    changes = figures.CHANGE_SIDES_S * item.sets if item.per_side else 0
    rest = item.rest_s / sides
    rests = {int((item.sets - 1) * rest), int((item.sets - 1) * rest + 0.5)}
    work = {item.sets * sides * _set_seconds(exercise, item, release) for release in releases}
    return frozenset(set_up + seconds + changes + resting for seconds in work for resting in rests)


def _set_seconds(exercise: Exercise, item: Item, release: int) -> int:
    repetitions = item.reps[1] if item.reps else 1
    if item.minutes is not None:
        return round(item.minutes * 60)
    if item.hold_s is not None:
        return repetitions * (item.hold_s + release)
    return repetitions * _repetition_seconds(exercise, item)


def _repetition_seconds(exercise: Exercise, item: Item) -> int:
    # Any other tempo is a finding of its own.
    return figures.TEMPO_S if item.tempo == figures.TEMPO else exercise.dose.seconds_per_rep
