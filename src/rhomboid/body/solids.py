"""The building stones of things in the room: boxes, rods, discs, and how they are put on the page."""

from dataclasses import dataclass

from rhomboid.body.camera import Blob, Camera, ball, polygon
from rhomboid.body.vector import Vec, add, cross, dot, scale, square_to, sub, unit

BEHIND, BEFORE = -9.0, 9.0


@dataclass(frozen=True)
class Solid:
    """One thing in the room. chains: round shapes; faces: flat ones, corners seen against the clock from outside.

    depth: where it stands among the body parts; BEHIND and BEFORE are behind and before all of them.
    """

    name: str
    tone: str
    depth: float
    chains: tuple[tuple[Blob, ...], ...] = ()
    faces: tuple[tuple[Vec, ...], ...] = ()


@dataclass(frozen=True)
class Layer:
    """One path on the page. tone names its colour; shade: its darker colour is meant; lit: drawn rounded;
    line: with an outline; clip: the layer it may not leave.
    """

    name: str
    tone: str
    depth: float
    d: str
    shade: bool = False
    lit: bool = False
    line: bool = True
    clip: str = ""


def box(name: str, tone: str, low: Vec, high: Vec, depth: float = BEHIND) -> Solid:
    """Return an upright box between two corners."""
    (x0, y0, z0), (x1, y1, z1) = low, high
    faces = (
        ((x0, y1, z1), (x1, y1, z1), (x1, y1, z0), (x0, y1, z0)),
        ((x0, y0, z1), (x1, y0, z1), (x1, y1, z1), (x0, y1, z1)),
        ((x1, y0, z1), (x1, y0, z0), (x1, y1, z0), (x1, y1, z1)),
        ((x0, y0, z0), (x0, y0, z1), (x0, y1, z1), (x0, y1, z0)),
        ((x1, y0, z0), (x0, y0, z0), (x0, y1, z0), (x1, y1, z0)),
    )
    return Solid(name, tone, depth, faces=faces)


def rod(name: str, tone: str, places: tuple[Vec, ...], radius: float, depth: float = BEHIND) -> Solid:
    """Return a round rod or rope through the places."""
    return Solid(name, tone, depth, chains=(tuple(ball(place, radius) for place in places),))


def drum(centre: Vec, axis: Vec, radius: float, half: float) -> tuple[Blob, ...]:
    """Return a disc or cylinder round an axis."""
    middle = unit(axis)
    one = square_to((0.0, 1.0, 0.0), middle, (1.0, 0.0, 0.0))
    frame = (one, cross(middle, one), middle)
    return tuple(Blob(add(centre, scale(middle, side * half)), (radius, radius, 0.004), frame) for side in (-1.0, 1.0))


def to_layers(solid: Solid, camera: Camera) -> list[Layer]:
    """Return the layers of a solid: its round shapes, or those of its faces that look at the viewer."""
    if solid.chains:
        path = "".join(camera.hulls(chain) for chain in solid.chains)
        return [Layer(solid.name, solid.tone, solid.depth, path, lit=True)]
    layers = []
    for index, face in enumerate(solid.faces):
        normal = cross(sub(face[1], face[0]), sub(face[2], face[1]))
        if dot(normal, camera.toward) > 1e-6:
            path = polygon([camera.point(corner) for corner in face])
            layers.append(Layer(f"{solid.name}-{index}", solid.tone, solid.depth, path, shade=index != 0))
    return layers
