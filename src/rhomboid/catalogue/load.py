"""The catalogue as it stands: every exercise file read, held against the schema, and held against the others."""

from functools import cache

from rhomboid.catalogue.crosscheck import check_together
from rhomboid.catalogue.exercise import Catalogue, Exercise
from rhomboid.catalogue.parse import parse_exercise
from rhomboid.catalogue.reader import list_tables, read_table
from rhomboid.lib.canonical import digest
from rhomboid.lib.errors import bad_input

FOLDER = "exercises"


@cache
def load_catalogue() -> Catalogue:
    """Return all exercises, sorted by id. Raises UserError naming the file, field, value and what is allowed."""
    tables = {path: read_table(path) for path in list_tables(FOLDER)}
    exercises = []
    for path, table in tables.items():
        exercise = parse_exercise(f"content/{path}", table)
        _check_name(path, exercise)
        exercises.append(exercise)
    exercises.sort(key=lambda exercise: exercise.id)
    check_together(tuple(exercises))
    return Catalogue(version=digest(list(tables.values())), exercises=tuple(exercises))


def _check_name(path: str, exercise: Exercise) -> None:
    if path != f"{FOLDER}/{exercise.id}.toml":
        raise bad_input(f"content/{path}", "id", exercise.id, "the file's own name")
