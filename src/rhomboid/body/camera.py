"""From shapes in the room to outlines on the page: a parallel view, and hulls as paths with a fixed count of points.

Every shape is a chain of ellipsoids; two neighbours and all between them are one hull, drawn through the same
directions every time. So the path of a part has the same commands in every frame, and a player may blend the numbers.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from rhomboid.body.vector import Frame, Vec, dot

DIRECTIONS = tuple((math.cos(a), math.sin(a)) for a in (2 * math.pi * (i + 0.5) / 22 for i in range(22)))
Flat = tuple[float, float, float, float, float]  # centre x, y and the matrix a, b, c of the projected ellipse


@dataclass(frozen=True)
class Blob:
    """An ellipsoid: a ball when it has no frame."""

    centre: Vec
    radii: Vec
    frame: Frame | None = None


def ball(centre: Vec, radius: float) -> Blob:
    return Blob(centre, (radius, radius, radius))


class Camera:
    """A parallel view: yaw 0 sees the person's right side, 90 the front; pitch looks down. Pixels grow downward."""

    def __init__(self, yaw: float, pitch: float, pixels: float, origin: tuple[float, float]) -> None:
        cy, sy = math.cos(math.radians(yaw)), math.sin(math.radians(yaw))
        cp, sp = math.cos(math.radians(pitch)), math.sin(math.radians(pitch))
        self.right: Vec = (cy, 0.0, -sy)
        self.up: Vec = (-sy * sp, cp, -cy * sp)
        self.toward: Vec = (sy * cp, sp, cy * cp)
        self.pixels = pixels
        self.origin = origin

    def point(self, place: Vec) -> tuple[float, float]:
        x, y = self.origin
        return x + self.pixels * dot(place, self.right), y - self.pixels * dot(place, self.up)

    def depth(self, place: Vec) -> float:
        """Return how near to the viewer a place is."""
        return dot(place, self.toward)

    def flatten(self, blob: Blob) -> Flat:
        x, y = self.point(blob.centre)
        k = self.pixels * self.pixels
        if blob.frame is None:
            square = blob.radii[0] ** 2 * k
            return x, y, square, 0.0, square
        a = b = c = 0.0
        for axis, radius in zip(blob.frame, blob.radii, strict=True):
            u, v = dot(axis, self.right) * radius, -dot(axis, self.up) * radius
            a, b, c = a + u * u, b + u * v, c + v * v
        return x, y, a * k, b * k, c * k

    def hulls(self, chain: Sequence[Blob]) -> str:
        """Return the path of a chain: one hull for each pair of neighbours."""
        flats = [self.flatten(blob) for blob in chain]
        supports = [_support(flat) for flat in flats]
        if len(supports) == 1:
            return polygon([(x, y) for _, x, y in supports[0]])
        return "".join(
            polygon([max(p, q)[1:] for p, q in zip(one, two, strict=True)]) for one, two in pairwise(supports)
        )


def _support(flat: Flat) -> list[tuple[float, float, float]]:
    """Return for each direction how far the ellipse reaches, and its farthest point."""
    x, y, a, b, c = flat
    if a == c and not b:  # a ball is seen as a circle
        r = math.sqrt(a)
        return [(x * u + y * v + r, x + u * r, y + v * r) for u, v in DIRECTIONS]
    found = []
    for u, v in DIRECTIONS:
        p, q = a * u + b * v, b * u + c * v
        reach = math.sqrt(max(p * u + q * v, 1e-9))
        found.append((x * u + y * v + reach, x + p / reach, y + q / reach))
    return found


@cache
def number(tenths: int) -> str:
    """Return tenths of a pixel as the shortest text: 12.5, 7, -.3."""
    whole, rest = divmod(abs(tenths), 10)
    text = f"{whole or ''}.{rest}" if rest else str(whole)
    return f"-{text}" if tenths < 0 else text


@cache
def spaced(tenths: int) -> str:
    """Return a number so that it may follow another: its minus, or a blank, parts them."""
    return number(tenths) if tenths < 0 else f" {number(tenths)}"


def polygon(points: Sequence[tuple[float, float]], closed: bool = True) -> str:
    """Return a path through the points, in steps from point to point that add up without drift."""
    x0, y0 = round(points[0][0] * 10), round(points[0][1] * 10)
    start = f"M{number(x0)} {number(y0)}l"
    steps = []
    for x, y in points[1:]:
        x1, y1 = round(x * 10), round(y * 10)
        steps.append(spaced(x1 - x0))
        steps.append(spaced(y1 - y0))
        x0, y0 = x1, y1
    return f"{start}{''.join(steps).lstrip(' ')}{'z' if closed else ''}"
