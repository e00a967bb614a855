"""The head: skull, jaw and nose, hair cut short or bound up, ears, eyes and a small mouth, from any side."""

import math
from itertools import pairwise

from rhomboid.body import anatomy
from rhomboid.body.camera import Blob, Camera, ball, polygon
from rhomboid.body.skeleton import Skeleton
from rhomboid.body.vector import Vec, add, cross, dot, from_frame, scale, square_to, to_frame, unit

HAIR_AXIS: Vec = unit((-0.60, 0.80, 0.0))
HAIR_ANGLE = math.radians(86)
HAIR_LIFT = 1.05
STEPS = 13


def skull_chains(skeleton: Skeleton) -> tuple[tuple[Blob, ...], ...]:
    """Return skull with jaw, and the nose."""
    frame, centre = skeleton.head_frame, skeleton.head
    skull = Blob(centre, anatomy.SKULL, frame)
    low, radius = skeleton.build.jaw
    jaw = ball(_on(skeleton, (0.040, low, 0.0)), radius)
    bridge, nose = ball(_on(skeleton, (0.085, 0.0, 0.0)), 0.014), ball(_on(skeleton, (0.103, -0.022, 0.0)), 0.014)
    return ((skull, jaw), (bridge, nose))


def _on(skeleton: Skeleton, place: Vec) -> Vec:
    return add(skeleton.head, from_frame(skeleton.head_frame, place))


# Locks on the cap: chains of (place, radii) in the frame of the head.
SHORT = (
    (((0.050, 0.088, 0.022), (0.032, 0.026, 0.036)), ((0.020, 0.106, 0.012), (0.046, 0.022, 0.052))),
    (((0.036, 0.092, -0.026), (0.034, 0.024, 0.034)), ((-0.030, 0.096, 0.000), (0.060, 0.026, 0.064))),
)
BOUND = (
    (((0.012, 0.098, 0.000), (0.046, 0.022, 0.058)), ((-0.040, 0.094, 0.000), (0.056, 0.026, 0.058))),
    (((-0.052, 0.118, 0.000), (0.020, 0.016, 0.020)), ((-0.062, 0.136, 0.000), (0.036, 0.034, 0.038))),
)
LOCKS = {"short": SHORT, "bound": BOUND}
# (first place, bend, last place) of the lines along the hair, on the right; the left is the same.
PARTINGS = {
    "short": (((0.074, 0.080, 0.012), (0.040, 0.118, 0.016), (-0.012, 0.121, 0.020)),),
    "bound": (((0.052, 0.088, 0.052), (0.008, 0.112, 0.040), (-0.040, 0.114, 0.016)),),
}


def hair_path(skeleton: Skeleton, camera: Camera) -> str:
    """Return the hair: the visible part of a cap on the skull, from its edge back along the rim, and the locks."""
    depth, height, width = (radius * HAIR_LIFT for radius in anatomy.SKULL)
    view = to_frame(skeleton.head_frame, camera.toward)
    eye = unit((view[0] * depth, view[1] * height, view[2] * width))
    edge, rim = _cap(HAIR_AXIS, HAIR_ANGLE, eye)
    places = [_on(skeleton, (p[0] * depth, p[1] * height, p[2] * width)) for p in (*edge, *rim)]
    locks = [
        tuple(Blob(_on(skeleton, place), radii, skeleton.head_frame) for place, radii in lock)
        for lock in LOCKS[skeleton.build.hair]
    ]
    cap = _turned_like_hulls([camera.point(place) for place in places])
    return polygon(cap) + "".join(camera.hulls(lock) for lock in locks)


def _turned_like_hulls(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Return the outline in the direction in which hulls are drawn: two that cross against each other leave a hole."""
    area = sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairwise([*points, points[0]]))
    return points if area > 0 else points[::-1]


def strands_path(skeleton: Skeleton, camera: Camera) -> str:
    """Return the lines along the hair; those that are turned away shrink to a point."""
    paths = []
    for line in PARTINGS[skeleton.build.hair]:
        for side in (1.0, -1.0):
            points = [camera.point(_on(skeleton, (x, y, side * z))) for x, y, z in line]
            seen = _seen(skeleton, camera, (line[1][0], line[1][1], side * line[1][2] * 4), 0.2)
            paths.append(polygon(points if seen else points[:1] * 3, closed=False))
    return "".join(paths)


def _cap(axis: Vec, angle: float, eye: Vec) -> tuple[list[Vec], list[Vec]]:
    """Return the visible edge of a cap on the unit ball, and the arc of the ball's rim that closes it."""
    toward = square_to(eye, axis, (0.1, 0.2, 1.0))
    side = cross(axis, toward)
    nearness = math.sin(angle) * dot(toward, eye)
    bound = -math.cos(angle) * dot(axis, eye) / nearness if abs(nearness) > 1e-9 else 1.0
    half = math.acos(max(-1.0, min(1.0, bound)))
    turns = [half * (2 * i / (STEPS - 1) - 1) for i in range(STEPS)]
    edge = [
        add(
            scale(axis, math.cos(angle)),
            scale(add(scale(toward, math.cos(a)), scale(side, math.sin(a))), math.sin(angle)),
        )
        for a in turns
    ]
    first = square_to(axis, eye, (0.0, 1.0, 0.0))
    second = cross(eye, first)
    end = math.atan2(dot(edge[-1], second), dot(edge[-1], first))
    rim = [
        add(scale(first, math.cos(a)), scale(second, math.sin(a)))
        for a in (end * (1 - 2 * i / (STEPS - 1)) for i in range(STEPS))
    ]
    return edge, rim


def _seen(skeleton: Skeleton, camera: Camera, normal: Vec, least: float) -> bool:
    return dot(from_frame(skeleton.head_frame, unit(normal)), camera.toward) > least


def ear_path(skeleton: Skeleton, camera: Camera, side: float) -> str:
    """Return one ear, or a point when it is turned away."""
    centre = _on(skeleton, (-0.012, -0.018, side * 0.082))
    radii = (0.020, 0.030, 0.012) if _seen(skeleton, camera, (0.0, 0.0, side), -0.05) else (0.0, 0.0, 0.0)
    return camera.hulls((Blob(centre, radii, skeleton.head_frame),))


def eyes_path(skeleton: Skeleton, camera: Camera) -> str:
    """Return both eyes; one that is turned away shrinks to a point."""
    paths = []
    for side in (1.0, -1.0):
        seen = _seen(skeleton, camera, (1.0, 0.1, side * 0.55), 0.12)
        centre = _on(skeleton, (0.083, 0.012, side * 0.036))
        radii = (0.009, 0.0115, 0.008) if seen else (0.0, 0.0, 0.0)
        paths.append(camera.hulls((Blob(centre, radii, skeleton.head_frame),)))
    return "".join(paths)


def lines_path(skeleton: Skeleton, camera: Camera) -> str:
    """Return brows and mouth as thin lines; what is turned away shrinks to a point."""
    paths = []
    for side in (1.0, -1.0):
        brow = [(0.089, 0.036, side * 0.020), (0.082, 0.041, side * 0.036), (0.074, 0.037, side * 0.050)]
        mouth = [(0.091, -0.062, 0.0), (0.085, -0.061, side * 0.012), (0.076, -0.057, side * 0.022)]
        seen = _seen(skeleton, camera, (1.0, 0.1, side * 0.55), 0.12)
        for line in (brow, mouth):
            points = [camera.point(_on(skeleton, place)) for place in line]
            paths.append(polygon(points if seen else points[:1] * 3, closed=False))
    return "".join(paths)
