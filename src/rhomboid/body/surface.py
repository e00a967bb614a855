"""What the body can rest on: flat sides of things in the room, and round things."""

from collections.abc import Iterable
from dataclasses import dataclass

from rhomboid.body.camera import Blob
from rhomboid.body.vector import Vec, along, dot, length, sub, unit


def support(blob: Blob, direction: Vec) -> float:
    """Return how far an ellipsoid reaches from its centre in a direction."""
    if blob.frame is None:
        return blob.radii[0]
    parts = (radius * dot(axis, direction) for axis, radius in zip(blob.frame, blob.radii, strict=True))
    return float(sum(part * part for part in parts) ** 0.5)


@dataclass(frozen=True)
class Flat:
    """A flat side: the place of it along `normal`, and the corners of the side that is there to rest on."""

    normal: Vec
    place: float
    low: Vec
    high: Vec

    def gap(self, blob: Blob) -> tuple[float, Vec]:
        """Return how far the blob is off the side (negative: inside), and the way out of it."""
        return dot(blob.centre, self.normal) - self.place - support(blob, self.normal), self.normal

    def holds(self, point: Vec, spare: float) -> bool:
        """Return whether a point is over the side, or beside it by no more than `spare`."""
        axes = [i for i in range(3) if abs(self.normal[i]) < 0.5]
        return all(self.low[i] - spare <= point[i] <= self.high[i] + spare for i in axes)


@dataclass(frozen=True)
class Round:
    """A ball, a roller or a round pad: all that is nearer than `radius` to the line from `start` to `stop`."""

    start: Vec
    stop: Vec
    radius: float

    def gap(self, blob: Blob) -> tuple[float, Vec]:
        way = sub(self.stop, self.start)
        share = dot(sub(blob.centre, self.start), way) / dot(way, way) if length(way) > 1e-9 else 0.0
        point = along(self.start, way, max(0.0, min(1.0, share)))
        out = unit(sub(blob.centre, point))
        return length(sub(blob.centre, point)) - self.radius - support(blob, out), out

    def holds(self, _point: Vec, _spare: float) -> bool:
        return True


Surface = Flat | Round
FAR = 9.0
FLOOR = Flat((0.0, 1.0, 0.0), 0.0, (-FAR, 0.0, -FAR), (FAR, 0.0, FAR))


def nearest(surface: Surface, blobs: Iterable[Blob]) -> tuple[float, Vec]:
    """Return the least gap between the surface and any of the blobs, and the way out there."""
    return min((surface.gap(blob) for blob in blobs), key=lambda found: found[0])
