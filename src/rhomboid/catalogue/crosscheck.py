"""What one exercise file cannot show alone: whether the files fit each other."""

from collections.abc import Iterator, Mapping

from rhomboid.catalogue.exercise import Exercise
from rhomboid.catalogue.vocabulary import FLOOR_POSITIONS, LOADED_KINDS
from rhomboid.lib.errors import UserError, bad_input

SAFE_TIERS = ("entry", "standard", "advanced")


def check_together(exercises: tuple[Exercise, ...]) -> None:
    """Raise UserError for the first file that does not fit the others."""
    by_id = {exercise.id: exercise for exercise in exercises}
    for exercise in exercises:
        for problem in _problems(exercise, by_id):
            raise problem


def needs_no_more(easier: Exercise, exercise: Exercise) -> bool:
    """Return whether whoever can do `exercise` has the kit and the floor for `easier` too."""
    owned = set(exercise.equipment)
    if not set(easier.equipment) <= owned:
        return False
    for group in easier.any_of:
        offered = [set(other) <= set(group) for other in exercise.any_of]
        if not owned & set(group) and not any(offered):
            return False
    return not goes_down(easier) or goes_down(exercise)


def goes_down(exercise: Exercise) -> bool:
    """Return whether the exercise means lying, kneeling or all fours, or needs the floor."""
    return exercise.floor or exercise.position in FLOOR_POSITIONS


def _problems(exercise: Exercise, by_id: Mapping[str, Exercise]) -> Iterator[UserError]:
    where = f"content/exercises/{exercise.id}.toml"
    for field, others in (("easier", exercise.easier), ("harder", exercise.harder)):
        for other in others:
            if other not in by_id or other == exercise.id:
                yield bad_input(where, field, other, "the id of another exercise")
                return
    yield from _one_sided(where, exercise, by_id)
    if exercise.id in _reach(exercise.id, by_id):
        yield bad_input(where, "easier", list(exercise.easier), "a ladder that does not come back to itself")
    if exercise.dose.kind in LOADED_KINDS and exercise.tier != "never" and not _has_way_down(exercise, by_id):
        allowed = "one of block strength that needs no more kit and no more floor; none at all only for tier entry"
        yield bad_input(where, "easier", list(exercise.easier), allowed)


def _one_sided(where: str, exercise: Exercise, by_id: Mapping[str, Exercise]) -> Iterator[UserError]:
    """Yield ladders with one rail only. The easier item need not point up at what is locked or never done."""
    for other in exercise.harder:
        if exercise.id not in by_id[other].easier:
            yield bad_input(where, "harder", other, "one that names this exercise as easier")
    if exercise.tier in SAFE_TIERS:
        for other in exercise.easier:
            if exercise.id not in by_id[other].harder:
                yield bad_input(where, "easier", other, "one that names this exercise as harder")


def _reach(start: str, by_id: Mapping[str, Exercise]) -> set[str]:
    """Return every exercise that going easier from `start` can lead to."""
    seen: set[str] = set()
    waiting = list(by_id[start].easier)
    while waiting:
        current = waiting.pop()
        if current not in seen:
            seen.add(current)
            waiting.extend(by_id[current].easier if current in by_id else ())
    return seen


def _has_way_down(exercise: Exercise, by_id: Mapping[str, Exercise]) -> bool:
    if not exercise.easier:
        return exercise.tier == "entry"
    easier = [by_id[other] for other in exercise.easier]
    return any("strength" in other.blocks and needs_no_more(other, exercise) for other in easier)
