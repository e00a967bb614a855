"""Things in the room. To add one: write its builder here, name it in BUILDERS, use its kind in a pose file."""

from collections.abc import Callable

from rhomboid.body.camera import ball
from rhomboid.body.held import Depths, Prop, band, barbell, depth_of, dumbbell, kettlebell, place_of, rope
from rhomboid.body.machines import bicycle, foot_plate, leg_pad, water
from rhomboid.body.pose import to_vec
from rhomboid.body.skeleton import Skeleton
from rhomboid.body.solids import BEHIND, Solid, box, drum, rod
from rhomboid.body.vector import Vec, along, sub, unit


def build(prop: Prop, skeleton: Skeleton, depths: Depths) -> tuple[Solid, ...]:
    """Return the solids of one prop as it stands with this skeleton."""
    return BUILDERS[prop["kind"]](prop, skeleton, depths)


def _mat(prop: Prop, _skeleton: Skeleton, _depths: Depths) -> tuple[Solid, ...]:
    x, half, deep = prop.get("x", 0.0), prop.get("long", 1.9) / 2, prop.get("deep", 0.7) / 2
    return (box("mat", "mat", (x - half, -0.02, -deep), (x + half, 0.0, deep), BEHIND - 1),)


def _box(prop: Prop, _skeleton: Skeleton, _depths: Depths) -> tuple[Solid, ...]:
    x, y, z = prop.get("at", (0.0, 0.0, 0.0))
    dx, dy, dz = prop["size"]
    return (
        box(
            prop.get("name", "box"),
            prop.get("tone", "pad"),
            (x - dx / 2, y, z - dz / 2),
            (x + dx / 2, y + dy, z + dz / 2),
            depth_of(prop),
        ),
    )


def _wall(prop: Prop, _skeleton: Skeleton, _depths: Depths) -> tuple[Solid, ...]:
    """Build a wall whose face is at x; `into` says to which side it is thick."""
    x, into = prop["x"], prop.get("into", 1.0) * 0.05
    near, far = prop.get("near", 0.55), prop.get("far", -0.55)
    low, high = sorted((x, x + into))
    return (box("wall", "wall", (low, 0.0, far), (high, prop.get("height", 2.0), near), depth_of(prop, BEHIND - 2)),)


def _back_wall(prop: Prop, _skeleton: Skeleton, _depths: Depths) -> tuple[Solid, ...]:
    return _wall({**prop, "near": 0.95, "far": -0.95, "into": -1.0}, _skeleton, _depths)


def _legs(name: str, tone: str, corners: tuple[Vec, Vec], height: float, depth: float) -> tuple[Solid, ...]:
    (x0, _, z0), (x1, _, z1) = corners
    return tuple(
        rod(f"{name}-leg{index}", tone, ((x, 0.015, z), (x, height, z)), 0.016, depth)
        for index, (x, z) in enumerate(((x0, z0), (x1, z0), (x0, z1), (x1, z1)))
    )


def _chair(prop: Prop, _skeleton: Skeleton, _depths: Depths) -> tuple[Solid, ...]:
    """Build a chair; `at` is the middle of the seat, `back` the side of the backrest: -1, 1, or 0 for a stool."""
    x, back, seat = prop.get("x", 0.0), prop.get("back", -1.0), prop.get("seat", 0.45)
    z, top, depth = prop.get("z", 0.0), prop.get("top", 0.88), depth_of(prop)
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


def _bench(prop: Prop, _skeleton: Skeleton, _depths: Depths) -> tuple[Solid, ...]:
    x, z, half, top, depth = (
        prop.get("x", 0.0),
        prop.get("z", 0.0),
        prop.get("long", 1.1) / 2,
        prop.get("top", 0.44),
        depth_of(prop),
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


def _table(prop: Prop, _skeleton: Skeleton, _depths: Depths) -> tuple[Solid, ...]:
    x, half, top, depth = prop.get("x", 0.0), prop.get("long", 0.9) / 2, prop.get("top", 0.74), depth_of(prop)
    wide = prop.get("deep", 0.9) / 2
    return (
        *_legs(
            "table", "wood", ((x - half + 0.05, 0, -wide + 0.05), (x + half - 0.05, 0, wide - 0.05)), top - 0.03, depth
        ),
        box("table", "wood", (x - half, top - 0.035, -wide), (x + half, top, wide), depth),
    )


def _desk(prop: Prop, skeleton: Skeleton, depths: Depths) -> tuple[Solid, ...]:
    """Build a desk with a screen that faces the person; the upper edge of the screen is at `eyes`."""
    x, top, eyes, depth = prop.get("x", 0.7), prop.get("top", 0.72), prop.get("eyes", 1.2), depth_of(prop)
    stand = x + 0.14
    table = _table({"long": 0.62, "deep": 1.0, **prop, "x": x, "top": top}, skeleton, depths)
    return (
        *table,
        rod("screen-stand", "iron", ((stand + 0.03, top + 0.01, 0.0), (stand + 0.03, eyes - 0.2, 0.0)), 0.02, depth),
        box("screen-foot", "iron", (stand - 0.08, top, -0.1), (stand + 0.1, top + 0.015, 0.1), depth),
        box("screen", "pad", (stand - 0.015, eyes - 0.34, -0.28), (stand + 0.015, eyes, 0.28), depth + 0.01),
        box("keyboard", "metal", (x - 0.2, top, -0.18), (x - 0.07, top + 0.015, 0.18), depth),
    )


def _door(prop: Prop, _skeleton: Skeleton, _depths: Depths) -> tuple[Solid, ...]:
    """Build a door frame across the way (posts left and right) at x."""
    x, half, top, depth = prop.get("x", 0.0), prop.get("half", 0.46), prop.get("top", 2.02), depth_of(prop)
    left = box("door-l", "wood", (x - 0.06, 0.0, -half - 0.08), (x + 0.06, top, -half), depth)
    right = box("door-r", "wood", (x - 0.06, 0.0, half), (x + 0.06, top, half + 0.08), prop.get("near_depth", depth))
    lintel = box("door-top", "wood", (x - 0.06, top, -half - 0.08), (x + 0.06, top + 0.08, half + 0.08), depth)
    return (left, right, lintel)


def _post(prop: Prop, _skeleton: Skeleton, _depths: Depths) -> tuple[Solid, ...]:
    x, z = prop["x"], prop.get("z", 0.0)
    wide, deep = prop.get("size", (0.08, 0.12))
    return (
        box(
            "post",
            prop.get("tone", "wood"),
            (x - wide / 2, 0.0, z - deep / 2),
            (x + wide / 2, prop.get("height", 2.0), z + deep / 2),
            depth_of(prop),
        ),
    )


def _rod(prop: Prop, skeleton: Skeleton, _depths: Depths) -> tuple[Solid, ...]:
    """Build a straight rod; `extend` lengthens it beyond its first and last place, in metres."""
    places = [place_of(where, skeleton) for where in prop["through"]]
    way = unit(sub(places[-1], places[0]))
    longer = prop.get("extend", 0.0)
    places[0], places[-1] = along(places[0], way, -longer), along(places[-1], way, longer)
    return (
        rod(
            prop.get("name", "rod"), prop.get("tone", "metal"), tuple(places), prop.get("radius", 0.018), depth_of(prop)
        ),
    )


def _ball(prop: Prop, skeleton: Skeleton, _depths: Depths) -> tuple[Solid, ...]:
    return (
        Solid(
            prop.get("name", "ball"),
            prop.get("tone", "ball"),
            depth_of(prop),
            chains=((ball(place_of(prop["at"], skeleton), prop["radius"]),),),
        ),
    )


def _drum(prop: Prop, skeleton: Skeleton, _depths: Depths) -> tuple[Solid, ...]:
    axis = to_vec(prop.get("axis", (0.0, 0.0, 1.0)))
    shape = drum(place_of(prop["at"], skeleton), axis, prop.get("radius", 0.075), prop.get("half", 0.3))
    return (Solid(prop.get("name", "roller"), prop.get("tone", "roller"), depth_of(prop), chains=(shape,)),)


def _board(prop: Prop, _skeleton: Skeleton, _depths: Depths) -> tuple[Solid, ...]:
    """Build a padded board that slopes up from `low` to `high` (x, y of its upper side), on two legs."""
    (x0, y0), (x1, y1) = prop["low"], prop["high"]
    half, thick, depth = prop.get("deep", 0.3) / 2, 0.07, depth_of(prop)
    way = unit((x1 - x0, y1 - y0, 0.0))
    down: Vec = (way[1], -way[0], 0.0) if way[0] > 0 else (-way[1], way[0], 0.0)
    ends = [(x0, y0), (x1, y1)] if way[0] > 0 else [(x1, y1), (x0, y0)]
    (ax, ay), (bx, by) = ends
    top = ((ax, ay, half), (bx, by, half), (bx, by, -half), (ax, ay, -half))
    low = tuple(along(corner, down, thick) for corner in top)
    faces = (
        top,
        (low[0], low[1], top[1], top[0]),
        (top[1], low[1], low[2], top[2]),
        (top[3], low[3], low[0], top[0]),
        (top[2], low[2], low[3], top[3]),
    )
    legs = tuple(
        rod(f"board-leg{i}", "iron", ((x, y - 0.06, 0.0), (x + lean, 0.03, 0.0)), 0.024, depth - 0.01)
        for i, (x, y, lean) in enumerate(((x0 + 0.2 * (x1 - x0), y0 + 0.2 * (y1 - y0), 0.0),
                                          (x0 + 0.75 * (x1 - x0), y0 + 0.75 * (y1 - y0), 0.0)))
    )  # fmt: skip
    feet = rod("board-foot", "iron", ((min(x0, x1) - 0.05, 0.03, 0.0), (max(x0, x1), 0.03, 0.0)), 0.026, depth - 0.02)
    return (feet, *legs, Solid("board", "pad", depth, faces=faces))


BUILDERS: dict[str, Callable[[Prop, Skeleton, Depths], tuple[Solid, ...]]] = {
    "mat": _mat, "box": _box, "wall": _wall, "back_wall": _back_wall, "chair": _chair, "bench": _bench,
    "table": _table, "desk": _desk, "door": _door, "post": _post, "rod": _rod, "ball": _ball, "drum": _drum,
    "rope": rope, "band": band, "dumbbell": dumbbell, "kettlebell": kettlebell, "barbell": barbell,
    "board": _board, "leg_pad": leg_pad, "foot_plate": foot_plate, "bicycle": bicycle, "water": water,
}  # fmt: skip
