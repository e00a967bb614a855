"""Three-dimensional vectors as plain tuples: x forward, y up, z to the person's right."""

import math

Vec = tuple[float, float, float]
Frame = tuple[Vec, Vec, Vec]  # forward, up, right: unit vectors at right angles


def add(a: Vec, b: Vec) -> Vec:
    return (a[0] + b[0], a[1] + b[1], a[2] + b[2])


def sub(a: Vec, b: Vec) -> Vec:
    return (a[0] - b[0], a[1] - b[1], a[2] - b[2])


def scale(a: Vec, k: float) -> Vec:
    return (a[0] * k, a[1] * k, a[2] * k)


def along(a: Vec, direction: Vec, k: float) -> Vec:
    """Return the point `k` away from `a` in `direction`."""
    return (a[0] + direction[0] * k, a[1] + direction[1] * k, a[2] + direction[2] * k)


def dot(a: Vec, b: Vec) -> float:
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def cross(a: Vec, b: Vec) -> Vec:
    return (a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0])


def length(a: Vec) -> float:
    return math.sqrt(dot(a, a))


def unit(a: Vec) -> Vec:
    size = length(a)
    return (a[0] / size, a[1] / size, a[2] / size)


def blend(a: Vec, b: Vec, t: float) -> Vec:
    """Return the point `t` of the way from `a` to `b`."""
    return (a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t)


def turn(v: Vec, axis: Vec, degrees: float) -> Vec:
    """Return `v` turned about the unit vector `axis`, by the right-hand rule."""
    angle = math.radians(degrees)
    c, s = math.cos(angle), math.sin(angle)
    return add(add(scale(v, c), scale(cross(axis, v), s)), scale(axis, dot(axis, v) * (1 - c)))


def square_to(v: Vec, axis: Vec, spare: Vec) -> Vec:
    """Return the unit part of `v` at right angles to the unit vector `axis`, or of `spare` when there is none."""
    rest = along(v, axis, -dot(v, axis))
    return unit(rest) if length(rest) > 1e-6 else unit(along(spare, axis, -dot(spare, axis)))


def swing(a: Vec, b: Vec, t: float, spare: Vec) -> Vec:
    """Return the unit vector `t` of the way along the arc from `a` to `b`; opposite ones swing by way of `spare`."""
    cosine = max(-1.0, min(1.0, dot(a, b)))
    angle = math.acos(cosine)
    if angle < 1e-6:
        return a
    side = square_to(b, a, spare) if angle < math.pi - 1e-3 else square_to(spare, a, (0.3, 0.2, 1.0))
    return add(scale(a, math.cos(angle * t)), scale(side, math.sin(angle * t)))


def frame_of(up: Vec, face: Vec) -> Frame:
    """Return the frame whose up is `up` and whose forward is as near to `face` as it can be."""
    axis = unit(up)
    forward = square_to(face, axis, (0.0, 0.0, 1.0))
    return (forward, axis, cross(forward, axis))


def from_frame(frame: Frame, v: Vec) -> Vec:
    """Return the world vector of `v`, which is written in `frame`."""
    return add(add(scale(frame[0], v[0]), scale(frame[1], v[1])), scale(frame[2], v[2]))


def to_frame(frame: Frame, v: Vec) -> Vec:
    """Return `v` written in `frame`."""
    return (dot(v, frame[0]), dot(v, frame[1]), dot(v, frame[2]))
