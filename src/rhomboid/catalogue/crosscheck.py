"""What one exercise file cannot show alone: whether the files fit each other."""

from collections.abc import Mapping

from rhomboid.catalogue.exercise import Exercise
from rhomboid.lib.errors import bad_input


def check_together(exercises: tuple[Exercise, ...]) -> None:
    """Raise UserError for a neighbour or an item that does not exist, or a ladder that comes back to itself."""
    by_id = {exercise.id: exercise for exercise in exercises}
    for exercise in exercises:
        where = f"content/exercises/{exercise.id}.toml"
        named = (("easier", exercise.easier), ("harder", exercise.harder), ("leads_to", exercise.leads_to))
        for field, others in named:
            for other in others:
                if other not in by_id or other == exercise.id:
                    raise bad_input(where, field, other, "the id of another exercise")
    for exercise in exercises:
        if exercise.id in _reach(exercise.id, by_id):
            where = f"content/exercises/{exercise.id}.toml"
            raise bad_input(where, "easier", list(exercise.easier), "a ladder that does not come back to itself")


def _reach(start: str, by_id: Mapping[str, Exercise]) -> set[str]:
    """Return every exercise that going easier from `start` can lead to."""
    seen: set[str] = set()
    waiting = list(by_id[start].easier)
    while waiting:
        current = waiting.pop()
        if current not in seen:
            seen.add(current)
            waiting.extend(by_id[current].easier)
    return seen
