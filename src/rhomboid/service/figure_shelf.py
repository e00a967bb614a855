"""Pictures of exercises, each drawn once and kept under the hash of everything it is drawn from."""

import gzip
import json
import os
import shutil
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import rhomboid.body
from rhomboid.body.figure import Wish, draw, frames, moving
from rhomboid.body.scene import scene_ids, scene_source
from rhomboid.catalogue.exercise import Exercise
from rhomboid.catalogue.load import load_catalogue
from rhomboid.lib.canonical import digest
from rhomboid.lib.errors import bad_input

# What there is of each exercise: how it is drawn, and whether skin and hair show in it.
KINDS: dict[str, tuple[Callable[[Exercise, Wish], str], bool]] = {
    "still.svg": (lambda exercise, wish: draw(exercise, body=wish.body, tone=wish.tone), True),
    "moving.svg": (lambda exercise, wish: moving(exercise, body=wish.body, tone=wish.tone), True),
    "frames.json": (lambda exercise, wish: json.dumps(frames(exercise, body=wish.body), separators=(",", ":")), False),
}


@cache
def drawing_version() -> str:
    """Return the hash of the code that draws, so that no one has to remember to raise a number."""
    folder = Path(rhomboid.body.__file__).parent
    return digest([(path.name, path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.py"))])


def key_of(exercise: Exercise, source: dict[str, Any], version: str) -> str:
    """Return the hash of what a picture shows: the exercise's words and muscles, its poses, and the code that draws."""
    words = (exercise.id, exercise.name, exercise.summary, exercise.primary, exercise.secondary)
    return digest([words, source, version])


@cache
def figure_key(exercise_id: str) -> str:
    """Return the key of an exercise's pictures as they are now."""
    return key_of(load_catalogue()[exercise_id], scene_source(exercise_id), drawing_version())


def name_of(kind: str, wish: Wish) -> str:
    """Return what tells one picture of an exercise from its others: kind, body, and tone where it shows."""
    if kind not in KINDS:
        raise bad_input("figure", "kind", kind, ", ".join(KINDS))
    stem, suffix = kind.split(".")
    tone = f"-{wish.tone}" if KINDS[kind][1] else ""
    return f"{stem}-{wish.body}{tone}.{suffix}"


@dataclass(frozen=True)
class Shelf:
    """A folder of packed pictures: one folder for each key."""

    folder: Path

    def find(self, exercise: Exercise, kind: str, wish: Wish) -> bytes:
        """Return a picture packed by gzip; it is drawn when it is not there yet."""
        path = self.folder / figure_key(exercise.id) / f"{name_of(kind, wish)}.gz"
        with suppress(OSError):  # not there yet, or not to be read
            return path.read_bytes()
        packed = gzip.compress(KINDS[kind][0](exercise, wish).encode(), mtime=0)
        with suppress(OSError):  # a full or read-only disk costs the next reader a drawing, no more
            _put(path, packed)
        return packed

    def clear_out(self) -> None:
        """Let go of pictures that are drawn differently now."""
        wanted = {figure_key(exercise_id) for exercise_id in scene_ids()}
        for entry in self.folder.glob("*"):
            if entry.name not in wanted:
                shutil.rmtree(entry, ignore_errors=True)


def _put(path: Path, content: bytes) -> None:
    """Write a file whole or not at all: others may look for it meanwhile."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
    Path(name).replace(path)


def draw_ahead(shelf: Shelf, rest: Callable[[], None]) -> None:
    """Draw the still of every exercise as people see it first; `rest` is called between two, to let others work."""
    shelf.clear_out()
    for exercise in load_catalogue().exercises:
        rest()
        shelf.find(exercise, "still.svg", Wish())
