"""The picture of an exercise: still, or ready to be moved by a player."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from rhomboid.body.anatomy import BUILDS, DEFAULT
from rhomboid.body.arrow import arrow_path
from rhomboid.body.scene import load_scene, scene_ids
from rhomboid.body.stage import Stage, load_stage
from rhomboid.body.style import DEFAULT_SKIN, PREFIX, SKINS
from rhomboid.body.svg import VIEW_BOX, Look, arrows, document, paint
from rhomboid.catalogue.exercise import Exercise
from rhomboid.catalogue.load import load_catalogue
from rhomboid.lib.errors import bad_input

FRAMES = 13  # one more than can be shared evenly by two, three and four poses


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


def phase_count(exercise: Exercise | str) -> int:
    """Return how many poses an exercise has: start and end, and those between where the path matters."""
    return len(load_scene(_record(exercise).id).poses)


@dataclass(frozen=True)
class Wish:
    """How a picture is wanted: which side, body, skin and hair, and what is put before its ids."""

    mirrored: bool
    body: str
    tone: int
    label: str

    def __post_init__(self) -> None:
        if self.body not in BUILDS:
            raise bad_input("figure", "body", self.body, ", ".join(BUILDS))
        if self.tone not in range(1, len(SKINS) + 1):
            raise bad_input("figure", "tone", self.tone, f"1 to {len(SKINS)}")

    def look(self, exercise_id: str, what: str) -> Look:
        """Return the look of one picture; its ids differ from those of each other picture that may share the page."""
        side = "m" if self.mirrored else ""
        return Look(f"{self.label}{exercise_id}-{what}{self.body[0]}{self.tone}{side}", self.tone)


def draw(
    exercise: Exercise | str,
    phase: int | None = None,
    *,
    mirrored: bool = False,
    body: str = DEFAULT,
    tone: int = DEFAULT_SKIN,
    label: str = "",
) -> str:
    """Return the picture as one SVG document: phase 1 the start, the last phase the end, None the end over the start's
    outline.

    mirrored: the other side of the body. body: "woman" or "man". tone: skin and hair, 1 (light) to 4 (dark). label:
    put before every id, for a page that shows the same picture twice. The same arguments give the same bytes.
    """
    record = _record(exercise)
    last = phase_count(record)
    if phase is not None and phase not in range(1, last + 1):
        raise bad_input("figure", "phase", phase, f"1 (start) to {last} (end)")
    return _draw(record.id, record.name, record.summary, record.primary, phase, Wish(mirrored, body, tone, label))


def phase_name(phase: int | None, last: int) -> str:
    if phase is None:
        return "start and end"
    if phase in (1, last):
        return "start" if phase == 1 else "end"
    return "on the way" if last == 3 else f"on the way, {phase - 1} of {last - 2}"


@cache
def _draw(exercise_id: str, name: str, summary: str, muscles: tuple[str, ...], phase: int | None, wish: Wish) -> str:
    stage = load_stage(exercise_id, muscles, wish.body)
    look = wish.look(exercise_id, str(phase or 0))
    skeleton = stage.solved[(phase or len(stage.solved)) - 1]
    inside = paint(look, stage.layers(skeleton), "" if phase else stage.ghost())
    if phase is None:
        inside += arrows(_arrow_paths(stage))
    return document(look, f"{name}: {phase_name(phase, len(stage.solved))}", summary, inside, wish.mirrored)


def _arrow_paths(stage: Stage) -> str:
    return "".join(arrow_path(stage, table) for table in stage.scene.arrows)


def moving(
    exercise: Exercise | str,
    *,
    mirrored: bool = False,
    body: str = DEFAULT,
    tone: int = DEFAULT_SKIN,
    label: str = "",
) -> str:
    """Return the start as an SVG whose paths carry `data-layer`, so that a player can set them from `frames`."""
    record = _record(exercise)
    look = Wish(mirrored, body, tone, label).look(record.id, "f")
    stage = load_stage(record.id, record.primary, body)
    inside = paint(look, stage.layers(stage.solved[0]), numbered=True)
    return document(look, f"{record.name}: moving", record.summary, inside, mirrored)


def frames(exercise: Exercise | str, *, body: str = DEFAULT) -> dict[str, Any]:
    """Return the movement from start to end as paths for each layer of `moving`, in the same order.

    A layer that stands still has one path. All paths of a layer have the same commands, so numbers may be blended.
    Every tone moves alike; `poses` says which frames are those of the poses.
    """
    record = _record(exercise)
    wish = Wish(False, body, DEFAULT_SKIN, "")  # refuses a body that is not there
    return _frames(record.id, record.primary, wish.body)


@cache
def _frames(exercise_id: str, muscles: tuple[str, ...], body: str) -> dict[str, Any]:
    stage = load_stage(exercise_id, muscles, body)
    moments = [stage.layers(stage.skeleton(i / (FRAMES - 1))) for i in range(FRAMES)]
    layers = []
    for index, first in enumerate(moments[0]):
        paths = [moment[index].d for moment in moments]
        layers.append({"class": f"{PREFIX}-{first.tone}", "d": paths[:1] if len(set(paths)) == 1 else paths})
    step = (FRAMES - 1) // (len(stage.solved) - 1)
    poses = list(range(0, FRAMES, step))
    return {"id": exercise_id, "viewBox": VIEW_BOX, "frames": FRAMES, "poses": poses, "layers": layers}
