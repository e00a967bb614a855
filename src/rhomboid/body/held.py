"""Things in the hands: bands, towels, cables, and weights."""

from typing import Any

from rhomboid.body.camera import ball
from rhomboid.body.pose import to_vec
from rhomboid.body.skeleton import Skeleton
from rhomboid.body.solids import BEFORE, BEHIND, Solid, drum, rod
from rhomboid.body.vector import Vec, add, along, blend, from_frame, square_to, sub, unit

Prop = dict[str, Any]
Depths = dict[str, float]  # how near each group of body parts is
SIDES = {"both": ("r", "l"), "r": ("r",), "l": ("l",)}


def depth_of(prop: Prop, spare: float = BEHIND) -> float:
    return float(prop.get("depth", BEFORE if prop.get("front") else spare))


def grip_of(skeleton: Skeleton, side: str) -> Vec:
    chain = skeleton.limbs[f"arm_{side}"]
    return along(chain.tip, chain.end, 0.058)


def place_of(where: Any, skeleton: Skeleton) -> Vec:
    """Return a place: three numbers, the name of a joint (a hand is where it grips), or a table that is carried along
    by the trunk (`share` of the spine and `out` of it) or by the head (`out` of its middle).
    """
    if isinstance(where, dict):
        centre, frame = skeleton.at(where["share"]) if "share" in where else (skeleton.head, skeleton.head_frame)
        return add(centre, from_frame(frame, to_vec(where["out"])))
    if where == "hand_mid":
        return blend(grip_of(skeleton, "r"), grip_of(skeleton, "l"), 0.5)
    if isinstance(where, str):
        if where.startswith("wrist_"):
            return skeleton.joint(f"hand_{where[-1]}")
        return grip_of(skeleton, where[-1]) if where.startswith("hand_") else skeleton.joint(where)
    return to_vec(where)


def rope(prop: Prop, skeleton: Skeleton, depths: Depths) -> tuple[Solid, ...]:
    """Build a band, towel or cable through the places of `through`."""
    places = tuple(place_of(where, skeleton) for where in prop["through"])
    tone = prop.get("tone", "band")
    radius = prop.get("radius", {"band": 0.011, "cloth": 0.022, "metal": 0.006}.get(tone, 0.01))
    depth = depth_of(prop, (depths["arm_r"] + depths["arm_l"]) / 2)
    return (rod(prop.get("name", "rope"), tone, places, radius, depth),)


def band(prop: Prop, skeleton: Skeleton, depths: Depths) -> tuple[Solid, ...]:
    """Build a band from a fixed place to one or both hands, with a ring where it is fixed."""
    anchor = place_of(prop["anchor"], skeleton)
    solids = [Solid("anchor", "iron", depth_of(prop), chains=((ball(anchor, 0.022),),))]
    for side in SIDES[prop.get("hands", "both")]:
        hand = grip_of(skeleton, side)
        depth = depths[f"arm_{side}"] - 0.002
        solids.append(rod(f"band-{side}", prop.get("tone", "band"), (anchor, hand), prop.get("radius", 0.011), depth))
    return tuple(solids)


def dumbbell(prop: Prop, skeleton: Skeleton, depths: Depths) -> tuple[Solid, ...]:
    axis = unit(to_vec(prop.get("axis", (1.0, 0.0, 0.0))))
    solids = []
    for side in SIDES[prop.get("hands", "both")]:
        middle, depth = grip_of(skeleton, side), depths[f"arm_{side}"] - 0.004
        way = (axis[0], axis[1], -axis[2]) if side == "l" else axis
        heads = tuple(drum(along(middle, way, k), way, 0.052, 0.026) for k in (-0.085, 0.085))
        solids.append(rod(f"handle-{side}", "metal", (along(middle, way, -0.1), along(middle, way, 0.1)), 0.014, depth))
        solids.append(Solid(f"weight-{side}", "iron", depth + 0.001, chains=heads))
    return tuple(solids)


def kettlebell(prop: Prop, skeleton: Skeleton, depths: Depths) -> tuple[Solid, ...]:
    """Build a kettlebell in a hand; a shared one hangs between both. down: from the handle to the ball."""
    shared = prop.get("shared", False)
    down = unit(to_vec(prop.get("down", (0.0, -1.0, 0.0))))
    solids = []
    for side in SIDES[prop.get("hands", "r")]:
        middle, depth = grip_of(skeleton, side), depths[f"arm_{side}"] - 0.004
        if shared:
            middle, depth = blend(grip_of(skeleton, "r"), grip_of(skeleton, "l"), 0.5), prop.get("depth", depth)
        wide = square_to((1.0, 0.0, 0.25), down, (0.0, 0.0, 1.0))
        shoulders = (along(along(middle, wide, -0.055), down, 0.06), along(along(middle, wide, 0.055), down, 0.06))
        corners = (along(middle, wide, -0.045), along(middle, wide, 0.045))
        loop = (shoulders[0], *corners, shoulders[1])
        solids.append(rod(f"loop-{side}", "metal", loop, 0.014, depth))
        solids.append(
            Solid(f"bell-{side}", "iron", depth + 0.001, chains=((ball(along(middle, down, 0.135), 0.088),),))
        )
    return tuple(solids)


def barbell(prop: Prop, skeleton: Skeleton, depths: Depths) -> tuple[Solid, ...]:
    """Build a bar held in both hands; `plates` is their radius, 0 for a bare bar or a stick."""
    one, two = grip_of(skeleton, "r"), grip_of(skeleton, "l")
    way, middle = unit(sub(one, two)), blend(one, two, 0.5)
    half, size = prop.get("half", 0.62), prop.get("plates", 0.2)
    depth = depth_of(prop, min(depths[f"arm_{side}"] for side in "rl") - 0.01)
    solids = [
        rod("bar", "metal", (along(middle, way, -half), along(middle, way, half)), prop.get("radius", 0.013), depth)
    ]
    if size:
        for name, k in (("far", -1.0), ("near", 1.0)):
            plate = drum(along(middle, way, k * (half - 0.06)), way, size, 0.022)
            solids.append(Solid(f"plate-{name}", "iron", BEFORE if k > 0 else -4.0, chains=(plate,)))
    return tuple(solids)
