"""The picture of an exercise as SVG: still, or ready to be moved."""

from functools import cache
from typing import Any
from xml.sax.saxutils import escape

from rhomboid.body.arrow import arrow_path
from rhomboid.body.camera import Camera
from rhomboid.body.picture import HEIGHT, WIDTH, body_parts, fit, group_depths, layers_of
from rhomboid.body.scene import Scene, load_scene
from rhomboid.body.skeleton import Skeleton, solve
from rhomboid.body.solids import Layer
from rhomboid.body.style import GHOST_LINE, LINE, PREFIX, TONES, dark_css
from rhomboid.body.tween import tween
from rhomboid.catalogue.exercise import Exercise
from rhomboid.catalogue.load import load_catalogue

FRAMES = 11


class Stage:
    """The solved scene of one exercise: view, order of parts and both skeletons."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.pair = (solve(scene.start), solve(scene.end))
        self.camera: Camera = fit(scene, self.pair)
        self.depths = group_depths(scene, self.pair, self.camera)

    def skeleton(self, t: float) -> Skeleton:
        """Return the skeleton `t` of the way through the movement."""
        if t in (0.0, 1.0):
            return self.pair[int(t)]
        return solve(tween(self.scene.start, self.scene.end, t, self.pair))

    def layers(self, skeleton: Skeleton) -> list[Layer]:
        return layers_of(self.scene, skeleton, self.depths, self.camera)

    def ghost(self) -> str:
        """Return the outline of the start pose as one path."""
        parts = body_parts(self.pair[0], self.depths)
        return "".join(self.camera.hulls(chain) for part, _ in parts for chain in part.chains)


@cache
def load_stage(exercise_id: str) -> Stage:
    return Stage(load_scene(exercise_id))


def _exercise(exercise: Exercise | str) -> Exercise:
    return load_catalogue()[exercise] if isinstance(exercise, str) else exercise


def draw(exercise: Exercise | str, phase: int | None = None, *, mirrored: bool = False) -> str:
    """Return the picture as one SVG document: phase 1 the start, 2 the end, None the end over the start's outline.

    mirrored: the other side of the body. The same arguments give the same bytes.
    """
    record = _exercise(exercise)
    return _draw(record.id, record.name, record.summary, phase, mirrored)


@cache
def _draw(exercise_id: str, name: str, summary: str, phase: int | None, mirrored: bool) -> str:
    stage = load_stage(exercise_id)
    layers = stage.layers(stage.pair[0 if phase == 1 else 1])
    body = _paint(exercise_id, f"{phase or 0}", layers, stage.ghost() if phase is None else "")
    if phase is None:
        body += _arrows(stage)
    words = {None: "start and end", 1: "start", 2: "end"}[phase]
    return _document(exercise_id, f"{name}: {words}", summary, body, mirrored, f"{phase or 0}")


def moving(exercise: Exercise | str, *, mirrored: bool = False) -> str:
    """Return the start as an SVG whose paths carry `data-layer`, so that a player can set them from `frames`."""
    record = _exercise(exercise)
    stage = load_stage(record.id)
    body = _paint(record.id, "m", stage.layers(stage.pair[0]), "", numbered=True)
    return _document(record.id, f"{record.name}: moving", record.summary, body, mirrored, "m")


@cache
def frames(exercise: Exercise | str) -> dict[str, Any]:
    """Return the movement from start to end as paths for each layer of `moving`, in the same order.

    A layer that stands still has one path. All paths of a layer have the same commands, so that numbers may be blended.
    """
    record = _exercise(exercise)
    stage = load_stage(record.id)
    moments = [stage.layers(stage.skeleton(i / (FRAMES - 1))) for i in range(FRAMES)]
    layers = []
    for index, first in enumerate(moments[0]):
        paths = [moment[index].d for moment in moments]
        layers.append({"class": f"{PREFIX}-{first.tone}", "d": paths[:1] if len(set(paths)) == 1 else paths})
    return {"id": record.id, "viewBox": f"0 0 {WIDTH:g} {HEIGHT:g}", "frames": FRAMES, "layers": layers}


def _document(exercise_id: str, title: str, summary: str, body: str, mirrored: bool, key: str) -> str:
    flip = f' transform="matrix(-1 0 0 1 {WIDTH:g} 0)"' if mirrored else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH:g} {HEIGHT:g}" role="img" '
        f'aria-labelledby="{exercise_id}-{key}-t {exercise_id}-{key}-d">'
        f'<title id="{exercise_id}-{key}-t">{escape(title)}</title>'
        f'<desc id="{exercise_id}-{key}-d">{escape(summary)}</desc>'
        f"<style>{dark_css()}</style><g{flip}>{body}</g></svg>\n"
    )


def _paint(exercise_id: str, key: str, layers: list[Layer], ghost: str, *, numbered: bool = False) -> str:
    """Return the layers as SVG: outline under fill, and on round parts a lighter copy that leaves a shaded edge."""
    parts = [
        f'<g class="{PREFIX}-line" stroke="{LINE[0]}" stroke-width="3.6" stroke-linejoin="round" stroke-linecap="round"'
        ' paint-order="stroke">'
    ]
    waiting = ghost
    for index, layer in enumerate(layers):
        if waiting and layer.depth > -5:
            parts.append(_ghost(waiting))
            waiting = ""
        parts.append(_layer(f"{exercise_id}-{key}-{index}", layer, f' data-layer="{index}"' if numbered else ""))
    return "".join(parts) + "</g>"


def _layer(name: str, layer: Layer, mark: str) -> str:
    if layer.tone == "stroke":
        return f'<path d="{layer.d}"{mark} fill="none" stroke-width="1.5"/>'
    light, shade, _, _ = TONES[layer.tone]
    css = f"{PREFIX}-{layer.tone}"
    line = "" if layer.line else ' stroke="none"'
    if not layer.lit:
        fill, suffix = (shade, "-s") if layer.shade else (light, "")
        return f'<path class="{css}{suffix}" fill="{fill}"{line} d="{layer.d}"{mark}/>'
    return (
        f'<defs><path id="{name}" d="{layer.d}"{mark}/><clipPath id="{name}c"><use href="#{name}"/></clipPath></defs>'
        f'<use href="#{name}" class="{css}-s" fill="{shade}"/><g clip-path="url(#{name}c)">'
        f'<use href="#{name}" x="-2.5" y="-3.5" class="{css}" fill="{light}" stroke="none"/></g>'
    )


def _ghost(path: str) -> str:
    light = TONES["ghost"][0]
    return (
        f'<path class="{PREFIX}-ghost" fill="{light}" stroke="{GHOST_LINE[0]}" stroke-width="2.6"'
        f' stroke-dasharray="5 4" d="{path}"/>'
    )


def _arrows(stage: Stage) -> str:
    paths = "".join(arrow_path(stage, table) for table in stage.scene.arrows)
    return f'<path class="{PREFIX}-arrow" fill="{TONES["arrow"][0]}" d="{paths}"/>' if paths else ""
