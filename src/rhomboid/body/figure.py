"""The picture of an exercise: still, ready to be moved by a player, or moving by itself."""

import math
from dataclasses import dataclass
from typing import Any
from zlib import crc32

from rhomboid.body.anatomy import BUILDS, DEFAULT
from rhomboid.body.arrow import arrow_path
from rhomboid.body.muscles import describe
from rhomboid.body.scene import load_scene, scene_ids
from rhomboid.body.stage import Stage, load_stage
from rhomboid.body.style import DEFAULT_SKIN, PREFIX, SKINS
from rhomboid.body.svg import VIEW_BOX, Look, arrows, document, paint
from rhomboid.catalogue.exercise import Exercise
from rhomboid.catalogue.load import load_catalogue
from rhomboid.lib.errors import bad_input

FRAMES = 13  # of a movement with few poses: one more than can be shared evenly by two, three, four and five
LEAST_STEPS = 3  # frames from each pose to the next
REST, MOVE = f"{PREFIX}-rest", f"{PREFIX}-move"
# Pictures that move by themselves cannot be held by a style: for less motion the still one is shown in their place.
STILL_CSS = f"@media (prefers-reduced-motion:reduce){{.{MOVE}{{display:none}}.{REST}{{display:inline}}}}"


@dataclass(frozen=True)
class Wish:
    """How a picture is wanted: body, tone (skin and hair), which side, and what is put before its ids."""

    body: str = DEFAULT
    tone: int = DEFAULT_SKIN
    mirrored: bool = False
    label: str = ""

    def __post_init__(self) -> None:
        if self.body not in BUILDS:
            raise bad_input("figure", "body", self.body, ", ".join(BUILDS))
        if self.tone not in range(1, len(SKINS) + 1):
            raise bad_input("figure", "tone", self.tone, f"1 to {len(SKINS)}")

    def look(self, exercise_id: str, what: str) -> Look:
        """Return the look of one picture; its ids differ from those of each other picture that may share the page."""
        side = "m" if self.mirrored else ""
        name = crc32(f"{exercise_id}-{what}{self.body}{self.tone}{side}".encode())
        return Look(f"{self.label}f{name:08x}", self.tone)


def _record(exercise: Exercise | str) -> Exercise:
    """Return the exercise of an id. Raises UserError when there is none."""
    if isinstance(exercise, Exercise):
        return exercise
    catalogue = load_catalogue()
    if exercise not in catalogue:
        raise bad_input("figure", "exercise", exercise, "an id that `rhomboid catalogue` lists")
    return catalogue[exercise]


def _stage(record: Exercise, body: str) -> Stage:
    return load_stage(record.id, record.primary, body, record.secondary)


def has_figure(exercise_id: str) -> bool:
    return exercise_id in scene_ids()


def phase_count(exercise: Exercise | str) -> int:
    """Return how many poses an exercise has: start and end, and those between where the path matters."""
    return len(load_scene(_record(exercise).id).poses)


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
    record, wish = _record(exercise), Wish(body, tone, mirrored, label)
    last = phase_count(record)
    if phase is not None and phase not in range(1, last + 1):
        raise bad_input("figure", "phase", phase, f"1 (start) to {last} (end)")
    stage, look = _stage(record, body), wish.look(record.id, str(phase or 0))
    inside = paint(look, stage.layers(stage.solved[(phase or last) - 1]), "" if phase else stage.ghost())
    if phase is None:
        inside += arrows(_arrow_paths(stage))
    return _document(record, phase_name(phase, last), look, inside, wish)


def _document(record: Exercise, what: str, look: Look, inside: str, wish: Wish) -> str:
    """Return the picture with its corner, its name and its description."""
    stage = _stage(record, wish.body)
    desc = f"{record.summary} {describe(record)}"
    return document(look, f"{record.name}: {what}", desc, (stage.inset(wish.mirrored), inside), mirrored=wish.mirrored)


def phase_name(phase: int | None, last: int) -> str:
    if phase is None:
        return "start and end"
    if phase in (1, last):
        return "start" if phase == 1 else "end"
    return "on the way" if last == 3 else f"on the way, {phase - 1} of {last - 2}"


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
    record, wish = _record(exercise), Wish(body, tone, mirrored, label)
    stage, look = _stage(record, body), wish.look(record.id, "f")
    return _document(record, "moving", look, paint(look, stage.layers(stage.solved[0]), numbered=True), wish)


def frames(exercise: Exercise | str, *, body: str = DEFAULT) -> dict[str, Any]:
    """Return the movement from start to end as paths for each layer of `moving`, in the same order.

    A layer that stands still has one path. All paths of a layer have the same commands, so numbers may be blended.
    Every tone moves alike; `poses` says which frames are those of the poses.
    """
    record = _record(exercise)
    stage = _stage(record, Wish(body).body)
    legs = len(stage.solved) - 1
    step = max((FRAMES - 1) // legs, LEAST_STEPS)
    last = legs * step
    moments = [stage.layers(stage.skeleton(i / last)) for i in range(last + 1)]
    layers = []
    for index, first in enumerate(moments[0]):
        paths = [moment[index].d for moment in moments]
        layers.append({"class": f"{PREFIX}-{first.tone}", "d": paths[:1] if len(set(paths)) == 1 else paths})
    poses = list(range(0, last + 1, step))
    return {"id": record.id, "viewBox": VIEW_BOX, "frames": last + 1, "poses": poses, "layers": layers}


def film(
    exercise: Exercise | str, *, mirrored: bool = False, body: str = DEFAULT, tone: int = DEFAULT_SKIN, label: str = ""
) -> str:
    """Return an SVG that moves by itself, to the end and back, as long as one repetition takes.

    Whoever asked for less motion sees the end over the start's outline in its place.
    """
    record, wish = _record(exercise), Wish(body, tone, mirrored, label)
    stage = _stage(record, body)
    layers = [layer["d"] for layer in frames(record, body=body)["layers"]]
    moves = [_animate(paths, max(3, record.dose.seconds_per_rep)) if len(paths) > 1 else "" for paths in layers]
    look, rest = wish.look(record.id, "a"), wish.look(record.id, "r")
    action = paint(look, stage.layers(stage.solved[0]), moves=moves)
    still = paint(rest, stage.layers(stage.solved[-1]), stage.ghost()) + arrows(_arrow_paths(stage))
    inside = f'<style>{STILL_CSS}</style><g class="{MOVE}">{action}</g><g class="{REST}" display="none">{still}</g>'
    return _document(record, "moving", look, inside, wish)


def _animate(paths: list[str], seconds: float) -> str:
    """Return the movement of one path to and fro: slow at both ends, like a swing."""
    last = len(paths) - 1
    there = [math.acos(1 - 2 * i / last) / (2 * math.pi) for i in range(last + 1)]
    times = [*there, *(1 - t for t in reversed(there[:-1]))]
    values = [*paths, *reversed(paths[:-1])]
    return (
        f'<animate attributeName="d" dur="{seconds:g}s" repeatCount="indefinite" '
        f'keyTimes="{";".join(f"{t:.3g}" for t in times)}" values="{";".join(values)}"/>'
    )
