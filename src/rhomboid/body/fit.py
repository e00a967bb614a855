"""Which part of the page a figure fills, and in which corner the small picture of the muscles stands."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from rhomboid.body.camera import Camera
from rhomboid.body.muscles import TALL
from rhomboid.body.pose import to_vec
from rhomboid.body.scene import Scene
from rhomboid.body.skeleton import Skeleton
from rhomboid.body.solids import Solid
from rhomboid.body.vector import Vec, blend

WIDTH, HEIGHT, MARGIN, LARGEST = 480.0, 360.0, 26.0, 215.0
EDGE = 8.0  # from the small picture to the edge of the page
TOUCHING = 60.0  # square pixels of the corner that may be covered

Box = tuple[float, float, float, float]  # left, top, right, low


@dataclass(frozen=True)
class Fit:
    """The view that fills the page, and the left edge of the corner that is kept free."""

    camera: Camera
    corner: float


def fit(scene: Scene, solved: tuple[Skeleton, ...], solids: Iterable[Solid], inset: float) -> Fit:
    """Return the view in which all poses and the props fill the page, never larger than life allows.

    inset: how wide a corner is kept free; the figure moves aside only when both upper corners are taken.
    """
    flat = Camera(scene.yaw, scene.pitch, 1.0, (0.0, 0.0))
    body = [box for skeleton in solved for box in _body_boxes(skeleton, flat)]
    boxes = [*body, *_solid_boxes(solids, flat)]
    for table in scene.arrows:
        boxes += [_around(flat, to_vec(table[end]), 0.07) for end in ("from", "to") if end in table]
    whole = _camera(scene, boxes, (MARGIN, WIDTH - MARGIN))
    sides = (WIDTH - EDGE - inset, EDGE)
    best = min(sides, key=lambda left: _covered(whole, boxes, left, inset) + _covered(whole, body, left, inset))
    if not inset or _covered(whole, boxes, best, inset) <= TOUCHING:
        return Fit(whole, best)
    free = (MARGIN, best - EDGE) if best > EDGE else (EDGE + inset + EDGE, WIDTH - MARGIN)
    return Fit(_camera(scene, boxes, free), best)


def joints(skeleton: Skeleton) -> list[Vec]:
    limbs = [p for chain in skeleton.limbs.values() for p in (chain.root, chain.mid, chain.tip)]
    return [skeleton.head, skeleton.joint("hips"), skeleton.joint("chest"), *limbs]


def _around(flat: Camera, place: Vec, radius: float) -> Box:
    x, y = flat.point(place)
    return x - radius, y - radius, x + radius, y + radius


def _body_boxes(skeleton: Skeleton, flat: Camera) -> list[Box]:
    boxes = [_around(flat, place, 0.13) for place in joints(skeleton)]
    for chain in skeleton.limbs.values():
        boxes += [_around(flat, blend(a, b, 0.5), 0.08) for a, b in pairwise((chain.root, chain.mid, chain.tip))]
    return boxes


def _solid_boxes(solids: Iterable[Solid], flat: Camera) -> list[Box]:
    boxes: list[Box] = []
    for solid in solids:
        boxes += [_around(flat, blob.centre, max(blob.radii)) for chain in solid.chains for blob in chain]
        for face in solid.faces:
            xs, ys = zip(*(flat.point(corner) for corner in face), strict=True)
            boxes.append((min(xs), min(ys), max(xs), max(ys)))
    return boxes


def _camera(scene: Scene, boxes: list[Box], free: tuple[float, float]) -> Camera:
    """Return the view in which the boxes fill the page between two upright lines."""
    left, right = min(box[0] for box in boxes), max(box[2] for box in boxes)
    top, low = min(box[1] for box in boxes), max(box[3] for box in boxes)
    pixels = min(LARGEST, (free[1] - free[0]) / (right - left), (HEIGHT - 2 * MARGIN) / (low - top))
    spare = (HEIGHT - 2 * MARGIN - pixels * (low - top)) * 0.4
    origin = (sum(free) / 2 - pixels * (left + right) / 2, HEIGHT - MARGIN - spare - pixels * low)
    return Camera(scene.yaw, scene.pitch, pixels, origin)


def _covered(camera: Camera, boxes: list[Box], left: float, inset: float) -> float:
    """Return how many square pixels of the upper corner that starts at `left` are covered, counted box by box."""
    x0, y0 = camera.origin
    total = 0.0
    for box in boxes:
        wide = min(x0 + camera.pixels * box[2], left + inset) - max(x0 + camera.pixels * box[0], left)
        tall = min(y0 + camera.pixels * box[3], EDGE + TALL) - max(y0 + camera.pixels * box[1], EDGE)
        total += max(0.0, wide) * max(0.0, tall)
    return total
