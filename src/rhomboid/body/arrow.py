"""Movement arrows: along the way a joint travels, set a little beside the body."""

import math
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from rhomboid.body.camera import polygon
from rhomboid.body.pose import to_vec

if TYPE_CHECKING:
    from rhomboid.body.stage import Stage

Point = tuple[float, float]
HALF, HEAD, HEAD_HALF = 2.6, 15.0, 8.0
STEPS = 9


def arrow_path(stage: "Stage", table: dict[str, Any]) -> str:
    """Return the outline of an arrow: `of` a joint with a `shift` in metres on the page, or `from` and `to` places."""
    points = _way(stage, table)
    total = sum(math.dist(a, b) for a, b in pairwise(points))
    return _outline(points) if total > HEAD + 4 else ""


def _way(stage: "Stage", table: dict[str, Any]) -> list[Point]:
    camera = stage.camera
    if "from" in table:
        start, stop = camera.point(to_vec(table["from"])), camera.point(to_vec(table["to"]))
        bow = table.get("bow", 0.0)
        nx, ny = stop[1] - start[1], start[0] - stop[0]
        return [
            (
                start[0] + (stop[0] - start[0]) * t + nx * bow * 4 * t * (1 - t),
                start[1] + (stop[1] - start[1]) * t + ny * bow * 4 * t * (1 - t),
            )
            for t in (i / (STEPS - 1) for i in range(STEPS))
        ]
    dx, dy = table.get("shift", (0.0, 0.0))
    low, high = table.get("span", (0.12, 0.9))
    way = []
    for i in range(STEPS):
        x, y = camera.point(stage.skeleton(low + (high - low) * i / (STEPS - 1)).joint(table["of"]))
        way.append((x + dx * camera.pixels, y - dy * camera.pixels))
    return way


def _outline(points: list[Point]) -> str:
    """Return a shaft of even width with a head at the end."""
    tip = points[-1]
    while len(points) > 2 and math.dist(points[-1], tip) < HEAD * 0.8:
        points = points[:-1]
    left, right = [], []
    for i, (x, y) in enumerate(points):
        ahead, behind = points[min(i + 1, len(points) - 1)], points[max(i - 1, 0)]
        nx, ny = _normal(behind, ahead)
        width = HALF * (0.45 + 0.55 * i / (len(points) - 1))
        left.append((x + nx * width, y + ny * width))
        right.append((x - nx * width, y - ny * width))
    x, y = points[-1]
    nx, ny = _normal(points[-1], tip)
    head = [(x + nx * HEAD_HALF, y + ny * HEAD_HALF), tip, (x - nx * HEAD_HALF, y - ny * HEAD_HALF)]
    return polygon([*left, *head, *reversed(right)])


def _normal(a: Point, b: Point) -> Point:
    dx, dy = b[0] - a[0], b[1] - a[1]
    size = math.hypot(dx, dy) or 1.0
    return -dy / size, dx / size
