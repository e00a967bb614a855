"""What there is to rest on in a room, by name: "floor", "wall.front", "seat.top", "bench.top", "roller", ..."""

from rhomboid.body.held import Prop
from rhomboid.body.props import build
from rhomboid.body.skeleton import Skeleton
from rhomboid.body.solids import Solid
from rhomboid.body.surface import FLOOR, Flat, Round, Surface
from rhomboid.body.vector import Vec, cross, dot, sub, unit

FIXED = ("box", "wall", "back_wall", "chair", "bench", "table", "desk", "door", "post", "ball", "drum", "board")
SIDES: dict[Vec, str] = {
    (0.0, 1.0, 0.0): "top",
    (1.0, 0.0, 0.0): "front",
    (-1.0, 0.0, 0.0): "back",
    (0.0, 0.0, 1.0): "right",
    (0.0, 0.0, -1.0): "left",
}


def surfaces(props: tuple[Prop, ...], nobody: Skeleton) -> dict[str, Surface]:
    """Return all that stands still in the room and can be rested on; `nobody` is any skeleton: none is looked at."""
    found: dict[str, Surface] = {"floor": FLOOR}
    for prop in props:
        if prop["kind"] in FIXED or _stands_still(prop):
            for solid in build(prop, nobody, {}):
                found.update(_round(solid) if solid.chains else _sides(solid))
    return found


def _stands_still(prop: Prop) -> bool:
    """Return whether a rod is fixed at places in the room, not at the body."""
    return prop["kind"] == "rod" and all(isinstance(place, list) for place in prop["through"])


def _round(solid: Solid) -> dict[str, Surface]:
    chain = solid.chains[0]
    return {solid.name: Round(chain[0].centre, chain[-1].centre, chain[0].radii[0])}


def _sides(solid: Solid) -> dict[str, Surface]:
    found: dict[str, Surface] = {}
    for face in solid.faces:
        normal = unit(cross(sub(face[1], face[0]), sub(face[2], face[1])))
        name = next((side for axis, side in SIDES.items() if dot(axis, normal) > 0.999), "slope")
        low = tuple(min(corner[i] for corner in face) for i in range(3))
        high = tuple(max(corner[i] for corner in face) for i in range(3))
        side = Flat(normal, dot(normal, face[0]), (low[0], low[1], low[2]), (high[0], high[1], high[2]))
        found.setdefault(f"{solid.name}.{name}", side)
    return found
