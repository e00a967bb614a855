"""The picture of an exercise: still, or ready to be moved by a player."""

from functools import cache
from typing import Any

from rhomboid.body.arrow import arrow_path
from rhomboid.body.scene import scene_ids
from rhomboid.body.stage import Stage, load_stage
from rhomboid.body.style import PREFIX
from rhomboid.body.svg import VIEW_BOX, arrows, document, paint
from rhomboid.catalogue.exercise import Exercise
from rhomboid.catalogue.load import load_catalogue
from rhomboid.lib.errors import bad_input

FRAMES = 11
PHASES = {None: "start and end", 1: "start", 2: "end"}


def _record(exercise: Exercise | str) -> Exercise:
    """Return the exercise of an id. Raises UserError when there is none."""
    if isinstance(exercise, Exercise):
        return exercise
    catalogue = load_catalogue()
    if exercise not in catalogue:
        raise bad_input("figure", "exercise", exercise, "an id that `rhomboid catalogue` lists")
    return catalogue[exercise]


def has_figure(exercise_id: str) -> bool:
    return exercise_id in scene_ids()


def draw(exercise: Exercise | str, phase: int | None = None, *, mirrored: bool = False) -> str:
    """Return the picture as one SVG document: phase 1 the start, 2 the end, None the end over the start's outline.

    mirrored: the other side of the body. The same arguments give the same bytes.
    """
    if phase not in PHASES:
        raise bad_input("figure", "phase", phase, "1 (start) or 2 (end)")
    record = _record(exercise)
    return _draw(record.id, record.name, record.summary, record.primary, phase, mirrored)


@cache
def _draw(
    exercise_id: str, name: str, summary: str, muscles: tuple[str, ...], phase: int | None, mirrored: bool
) -> str:
    stage = load_stage(exercise_id, muscles)
    key = f"{exercise_id}-{phase or 0}"
    body = paint(key, stage.layers(stage.pair[0 if phase == 1 else 1]), "" if phase else stage.ghost())
    if phase is None:
        body += arrows(_arrow_paths(stage))
    return document(key, f"{name}: {PHASES[phase]}", summary, body, mirrored)


def _arrow_paths(stage: Stage) -> str:
    return "".join(arrow_path(stage, table) for table in stage.scene.arrows)


def moving(exercise: Exercise | str, *, mirrored: bool = False) -> str:
    """Return the start as an SVG whose paths carry `data-layer`, so that a player can set them from `frames`."""
    record = _record(exercise)
    stage = load_stage(record.id, record.primary)
    key = f"{record.id}-m"
    body = paint(key, stage.layers(stage.pair[0]), numbered=True)
    return document(key, f"{record.name}: moving", record.summary, body, mirrored)


def frames(exercise: Exercise | str) -> dict[str, Any]:
    """Return the movement from start to end as paths for each layer of `moving`, in the same order.

    A layer that stands still has one path. All paths of a layer have the same commands, so numbers may be blended.
    """
    record = _record(exercise)
    return _frames(record.id, record.primary)


@cache
def _frames(exercise_id: str, muscles: tuple[str, ...]) -> dict[str, Any]:
    stage = load_stage(exercise_id, muscles)
    moments = [stage.layers(stage.skeleton(i / (FRAMES - 1))) for i in range(FRAMES)]
    layers = []
    for index, first in enumerate(moments[0]):
        paths = [moment[index].d for moment in moments]
        layers.append({"class": f"{PREFIX}-{first.tone}", "d": paths[:1] if len(set(paths)) == 1 else paths})
    return {"id": exercise_id, "viewBox": VIEW_BOX, "frames": FRAMES, "layers": layers}
