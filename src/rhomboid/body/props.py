"""Things in the room. To add one: write its builder here, name it in BUILDERS, use its kind in a pose file."""

from collections.abc import Callable
from typing import Any

from rhomboid.body.machines import bicycle, foot_plate, leg_pad, water
from rhomboid.body.skeleton import Skeleton
from rhomboid.body.solids import BEFORE, BEHIND, Solid, box, drum, rod
from rhomboid.body.camera import Camera, ball
from rhomboid.body.vector import Vec, add, along, blend, cross, scale, square_to, sub, unit

Prop = dict[str, Any]
SIDES = {"both": ("r", "l"), "r": ("r",), "l": ("l",)}


def build(prop: Prop, skeleton: Skeleton, camera: Camera) -> tuple[Solid, ...]:
    """Return the solids of one prop as it stands with this skeleton."""
    return BUILDERS[prop["kind"]](prop, skeleton, camera)


def _depth(prop: Prop, spare: float = BEHIND) -> float:
    return float(prop.get("depth", BEFORE if prop.get("front") else spare))


def _grip(skeleton: Skeleton, side: str) -> Vec:
    chain = skeleton.limbs[f"arm_{side}"]
    return along(chain.tip, chain.end, 0.058)


def _place(where: Any, skeleton: Skeleton) -> Vec:
    """Return a place: three numbers, or the name of a joint; a hand is where it grips."""
    if where == "hand_mid":
        return blend(_grip(skeleton, "r"), _grip(skeleton, "l"), 0.5)
    if isinstance(where, str):
        if where.startswith("wrist_"):
            return skeleton.joint(f"hand_{where[-1]}")
        return _grip(skeleton, where[-1]) if where.startswith("hand_") else skeleton.joint(where)
    return (float(where[0]), float(where[1]), float(where[2]))


def _mat(prop: Prop, _skeleton: Skeleton, _camera: Camera) -> tuple[Solid, ...]:
    x, half, deep = prop.get("x", 0.0), prop.get("long", 1.9) / 2, prop.get("deep", 0.7) / 2
    return (box("mat", "mat", (x - half, -0.02, -deep), (x + half, 0.0, deep), BEHIND - 1),)


def _box(prop: Prop, _skeleton: Skeleton, _camera: Camera) -> tuple[Solid, ...]:
    x, y, z = prop.get("at", (0.0, 0.0, 0.0))
    dx, dy, dz = prop["size"]
    return (
        box(
            prop.get("name", "box"),
            prop.get("tone", "pad"),
            (x - dx / 2, y, z - dz / 2),
            (x + dx / 2, y + dy, z + dz / 2),
            _depth(prop),
        ),
    )


def _wall(prop: Prop, _skeleton: Skeleton, _camera: Camera) -> tuple[Solid, ...]:
    """Build a wall whose face is at x; `into` says to which side it is thick."""
    x, into = prop["x"], prop.get("into", 1.0) * 0.05
    near, far = prop.get("near", 0.55), prop.get("far", -0.55)
    low, high = sorted((x, x + into))
    return (box("wall", "wall", (low, 0.0, far), (high, prop.get("height", 2.0), near), _depth(prop, BEHIND - 2)),)


def _back_wall(prop: Prop, _skeleton: Skeleton, _camera: Camera) -> tuple[Solid, ...]:
    return _wall({**prop, "near": 0.95, "far": -0.95, "into": -1.0}, _skeleton, _camera)


def _legs(name: str, tone: str, corners: tuple[Vec, Vec], height: float, depth: float) -> tuple[Solid, ...]:
    (x0, _, z0), (x1, _, z1) = corners
    return tuple(
        rod(f"{name}-leg{index}", tone, ((x, 0.015, z), (x, height, z)), 0.016, depth)
        for index, (x, z) in enumerate(((x0, z0), (x1, z0), (x0, z1), (x1, z1)))
    )


def _chair(prop: Prop, _skeleton: Skeleton, _camera: Camera) -> tuple[Solid, ...]:
    """Build a chair; `at` is the middle of the seat, `back` the side of the backrest: -1, 1, or 0 for a stool."""
    x, back, seat = prop.get("x", 0.0), prop.get("back", -1.0), prop.get("seat", 0.45)
    z, top, depth = prop.get("z", 0.0), prop.get("top", 0.88), _depth(prop)
    half, wide = 0.21, 0.22
    solids = [
        *_legs(
            "chair", "iron", ((x - half + 0.02, 0, z - wide + 0.02), (x + half - 0.02, 0, z + wide - 0.02)), seat, depth
        ),
        box("seat", "wood", (x - half, seat - 0.035, z - wide), (x + half, seat, z + wide), depth),
    ]
    if back:
        edge = x + back * half
        posts = [
            rod(
                f"post{i}",
                "iron",
                ((edge, seat, z + s * (wide - 0.03)), (edge, top, z + s * (wide - 0.03))),
                0.014,
                depth - 0.01,
            )
            for i, s in enumerate((-1.0, 1.0))
        ]
        solids = [
            *posts,
            box("rest", "wood", (edge - 0.018, top - 0.22, z - wide), (edge + 0.018, top, z + wide), depth),
            *solids,
        ]
    return tuple(solids)


def _bench(prop: Prop, _skeleton: Skeleton, _camera: Camera) -> tuple[Solid, ...]:
    x, z, half, top, depth = (
        prop.get("x", 0.0),
        prop.get("z", 0.0),
        prop.get("long", 1.1) / 2,
        prop.get("top", 0.44),
        _depth(prop),
    )
    wide = prop.get("deep", 0.28) / 2
    return (
        *_legs(
            "bench",
            "iron",
            ((x - half + 0.1, 0, z - wide + 0.03), (x + half - 0.1, 0, z + wide - 0.03)),
            top - 0.05,
            depth,
        ),
        box("bench", "pad", (x - half, top - 0.08, z - wide), (x + half, top, z + wide), depth),
    )


def _table(prop: Prop, _skeleton: Skeleton, _camera: Camera) -> tuple[Solid, ...]:
    x, half, top, depth = prop.get("x", 0.0), prop.get("long", 0.9) / 2, prop.get("top", 0.74), _depth(prop)
    wide = prop.get("deep", 0.9) / 2
    return (
        *_legs(
            "table", "wood", ((x - half + 0.05, 0, -wide + 0.05), (x + half - 0.05, 0, wide - 0.05)), top - 0.03, depth
        ),
        box("table", "wood", (x - half, top - 0.035, -wide), (x + half, top, wide), depth),
    )


def _door(prop: Prop, _skeleton: Skeleton, _camera: Camera) -> tuple[Solid, ...]:
    """Build a door frame across the way (posts left and right) at x."""
    x, half, top, depth = prop.get("x", 0.0), prop.get("half", 0.46), prop.get("top", 2.02), _depth(prop)
    left = box("door-l", "wood", (x - 0.06, 0.0, -half - 0.08), (x + 0.06, top, -half), depth)
    right = box("door-r", "wood", (x - 0.06, 0.0, half), (x + 0.06, top, half + 0.08), prop.get("near_depth", depth))
    lintel = box("door-top", "wood", (x - 0.06, top, -half - 0.08), (x + 0.06, top + 0.08, half + 0.08), depth)
    return (left, right, lintel)


def _post(prop: Prop, _skeleton: Skeleton, _camera: Camera) -> tuple[Solid, ...]:
    x, z = prop["x"], prop.get("z", 0.0)
    wide, deep = prop.get("size", (0.08, 0.12))
    return (
        box(
            "post",
            prop.get("tone", "wood"),
            (x - wide / 2, 0.0, z - deep / 2),
            (x + wide / 2, prop.get("height", 2.0), z + deep / 2),
            _depth(prop),
        ),
    )


def _rope(prop: Prop, skeleton: Skeleton, camera: Camera) -> tuple[Solid, ...]:
    """Build a band, towel or cable through the places of `through`."""
    places = tuple(_place(where, skeleton) for where in prop["through"])
    tone = prop.get("tone", "band")
    radius = prop.get("radius", {"band": 0.011, "cloth": 0.022, "metal": 0.006}.get(tone, 0.01))
    depth = _depth(prop, sum(camera.depth(place) for place in places) / len(places))
    return (rod(prop.get("name", "rope"), tone, places, radius, depth),)


def _band(prop: Prop, skeleton: Skeleton, camera: Camera) -> tuple[Solid, ...]:
    """Build a band from a fixed place to one or both hands, with a ring where it is fixed."""
    anchor = _place(prop["anchor"], skeleton)
    solids = [Solid("anchor", "iron", _depth(prop), chains=((ball(anchor, 0.022),),))]
    for side in SIDES[prop.get("hands", "both")]:
        hand = _grip(skeleton, side)
        depth = _arm_depth(skeleton, side, camera) - 0.002
        solids.append(rod(f"band-{side}", prop.get("tone", "band"), (anchor, hand), prop.get("radius", 0.011), depth))
    return tuple(solids)


def _arm_depth(skeleton: Skeleton, side: str, camera: Camera) -> float:
    chain = skeleton.limbs[f"arm_{side}"]
    return sum(camera.depth(p) for p in (chain.root, chain.mid, chain.tip)) / 3 + 0.01


def _dumbbell(prop: Prop, skeleton: Skeleton, camera: Camera) -> tuple[Solid, ...]:
    axis = unit(tuple(prop.get("axis", (1.0, 0.0, 0.0))))  # type: ignore[arg-type]  # three numbers of a table
    solids = []
    for side in SIDES[prop.get("hands", "both")]:
        middle, depth = _grip(skeleton, side), _arm_depth(skeleton, side, camera) - 0.004
        way = (axis[0], axis[1], -axis[2]) if side == "l" else axis
        if prop.get("across"):
            chain = skeleton.limbs[f"arm_{side}"]
            way = square_to(way, chain.end, (0.0, 0.0, 1.0))
        heads = tuple(drum(along(middle, way, k), way, 0.052, 0.026) for k in (-0.085, 0.085))
        solids.append(rod(f"handle-{side}", "metal", (along(middle, way, -0.1), along(middle, way, 0.1)), 0.014, depth))
        solids.append(Solid(f"weight-{side}", "iron", depth + 0.001, chains=heads))
    return tuple(solids)


def _kettlebell(prop: Prop, skeleton: Skeleton, camera: Camera) -> tuple[Solid, ...]:
    hands = SIDES[prop.get("hands", "r")]
    if prop.get("shared"):
        hands = ("r",)
    down = unit(tuple(prop.get("down", (0.0, -1.0, 0.0))))  # type: ignore[arg-type]  # three numbers of a table
    solids = []
    for side in hands:
        middle, depth = _grip(skeleton, side), _arm_depth(skeleton, side, camera) - 0.004
        if prop.get("shared"):
            middle, depth = blend(_grip(skeleton, "r"), _grip(skeleton, "l"), 0.5), prop.get("depth", depth)
        wide = square_to((1.0, 0.0, 0.25), down, (0.0, 0.0, 1.0))
        shoulders = (along(along(middle, wide, -0.055), down, 0.06), along(along(middle, wide, 0.055), down, 0.06))
        corners = (along(middle, wide, -0.045), along(middle, wide, 0.045))
        loop = (shoulders[0], *corners, shoulders[1])
        solids.append(rod(f"loop-{side}", "metal", loop, 0.014, depth))
        solids.append(
            Solid(f"bell-{side}", "iron", depth + 0.001, chains=((ball(along(middle, down, 0.135), 0.088),),))
        )
    return tuple(solids)


def _barbell(prop: Prop, skeleton: Skeleton, camera: Camera) -> tuple[Solid, ...]:
    """Build a bar held in both hands; `plates` is their radius, 0 for a bare bar or a stick."""
    one, two = _grip(skeleton, "r"), _grip(skeleton, "l")
    way, middle = unit(sub(one, two)), blend(one, two, 0.5)
    half, size = prop.get("half", 0.62), prop.get("plates", 0.2)
    depth = _depth(prop, min(_arm_depth(skeleton, side, camera) for side in "rl") - 0.01)
    shift = add(middle, tuple(prop.get("shift", (0.0, 0.0, 0.0))))  # type: ignore[arg-type]  # three numbers of a table
    solids = [
        rod("bar", "metal", (along(shift, way, -half), along(shift, way, half)), prop.get("radius", 0.013), depth)
    ]
    if size:
        for name, k in (("far", -1.0), ("near", 1.0)):
            plate = drum(along(shift, way, k * (half - 0.06)), way, size, 0.022)
            solids.append(Solid(f"plate-{name}", "iron", BEFORE if k > 0 else -4.0, chains=(plate,)))
    return tuple(solids)


def _rod(prop: Prop, skeleton: Skeleton, camera: Camera) -> tuple[Solid, ...]:
    """Build a straight rod; `extend` lengthens it beyond its first and last place, in metres."""
    places = [_place(where, skeleton) for where in prop["through"]]
    way = unit(sub(places[-1], places[0]))
    longer = prop.get("extend", 0.0)
    places[0], places[-1] = along(places[0], way, -longer), along(places[-1], way, longer)
    return (
        rod(prop.get("name", "rod"), prop.get("tone", "metal"), tuple(places), prop.get("radius", 0.018), _depth(prop)),
    )


def _ball(prop: Prop, skeleton: Skeleton, _camera: Camera) -> tuple[Solid, ...]:
    return (
        Solid(
            prop.get("name", "ball"),
            prop.get("tone", "ball"),
            _depth(prop),
            chains=((ball(_place(prop["at"], skeleton), prop["radius"]),),),
        ),
    )


def _drum(prop: Prop, skeleton: Skeleton, _camera: Camera) -> tuple[Solid, ...]:
    axis: Vec = tuple(prop.get("axis", (0.0, 0.0, 1.0)))  # type: ignore[assignment]  # three numbers of a table
    shape = drum(_place(prop["at"], skeleton), axis, prop.get("radius", 0.075), prop.get("half", 0.3))
    return (Solid(prop.get("name", "roller"), prop.get("tone", "roller"), _depth(prop), chains=(shape,)),)


BUILDERS: dict[str, Callable[[Prop, Skeleton, Camera], tuple[Solid, ...]]] = {
    "mat": _mat, "box": _box, "wall": _wall, "back_wall": _back_wall, "chair": _chair, "bench": _bench, "table": _table, "door": _door,
    "post": _post, "rope": _rope, "band": _band, "dumbbell": _dumbbell, "kettlebell": _kettlebell,
    "barbell": _barbell, "rod": _rod, "ball": _ball, "drum": _drum, "leg_pad": leg_pad, "foot_plate": foot_plate, "bicycle": bicycle, "water": water,
}  # fmt: skip
