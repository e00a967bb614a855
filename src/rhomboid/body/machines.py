"""Machines in the room: what a leg pushes, the bicycle, and the pool."""

from rhomboid.body.camera import Blob
from rhomboid.body.held import Depths, Prop, grip_of
from rhomboid.body.limb import shoe_points
from rhomboid.body.skeleton import Skeleton
from rhomboid.body.solids import BEFORE, BEHIND, Solid, box, drum, rod
from rhomboid.body.vector import Vec, add, along, blend, square_to


def leg_pad(prop: Prop, skeleton: Skeleton, _depths: Depths) -> tuple[Solid, ...]:
    """Build the round pad on both shins and the arm that carries it; side 1 is the front of the shin, -1 the calf."""
    chain = skeleton.limbs["leg_r"]
    middle = blend(skeleton.joint("foot_r"), skeleton.joint("foot_l"), 0.5)
    above = along(middle, chain.lower, -0.09)
    centre = along(above, square_to(chain.end, chain.lower, chain.front), prop.get("side", 1.0) * 0.095)
    hinge = blend(skeleton.joint("knee_r"), skeleton.joint("knee_l"), 0.5)
    beside: Vec = (0.0, 0.0, 0.21)
    depth = prop.get("depth", 0.45)
    return (
        rod("pad-arm", "metal", (add(hinge, beside), add(centre, beside)), 0.016, depth - 0.01),
        Solid("pad-hinge", "iron", depth, chains=(drum(add(hinge, beside), (0.0, 0.0, 1.0), 0.035, 0.012),)),
        Solid("pad", "pad", depth, chains=(drum(centre, (0.0, 0.0, 1.0), 0.05, 0.19),)),
    )


def foot_plate(_prop: Prop, skeleton: Skeleton, _depths: Depths) -> tuple[Solid, ...]:
    """Build the plate that both soles push."""
    chain = skeleton.limbs["leg_r"]
    down = square_to(chain.lower, chain.end, chain.front)
    middle = blend(skeleton.joint("foot_r"), skeleton.joint("foot_l"), 0.5)
    sole = along(along(middle, down, 0.11), chain.end, 0.06)
    frame = (chain.end, down, (0.0, 0.0, 1.0))
    plate = tuple(Blob(add(sole, (0.0, 0.0, z)), (0.2, 0.022, 0.004), frame) for z in (-0.2, 0.2))
    post = rod("plate-post", "metal", (along(sole, down, 0.02), (sole[0] + 0.02, 0.05, 0.0)), 0.02, BEHIND)
    return (post, Solid("plate", "iron", BEHIND + 0.5, chains=(plate,)))


def bicycle(_prop: Prop, skeleton: Skeleton, _depths: Depths) -> tuple[Solid, ...]:
    """Build a stationary bicycle: saddle under the hips, bar at the hands, cranks at the feet."""
    hips, hand_r, hand_l = skeleton.joint("hips"), grip_of(skeleton, "r"), grip_of(skeleton, "l")
    saddle: Vec = (hips[0], hips[1] - 0.13, 0.0)
    soles = [along(shoe_points(skeleton.limbs[leg])[2][0], (0.0, -1.0, 0.0), 0.05) for leg in ("leg_r", "leg_l")]
    hub = blend((soles[0][0], soles[0][1], 0.0), (soles[1][0], soles[1][1], 0.0), 0.5)
    bar = blend(hand_r, hand_l, 0.5)
    stem: Vec = (bar[0] - 0.02, 0.30, 0.0)
    wheel: Vec = (stem[0] + 0.06, 0.3, 0.0)
    return (
        box("bike-foot", "iron", (-0.5, 0.0, -0.2), (-0.42, 0.05, 0.2)),
        box("bike-front", "iron", (0.5, 0.0, -0.2), (0.58, 0.05, 0.2)),
        rod("bike-base", "iron", ((-0.46, 0.03, 0.0), (0.54, 0.03, 0.0)), 0.025),
        Solid("wheel", "metal", BEHIND, chains=(drum(wheel, (0.0, 0.0, 1.0), 0.23, 0.03),)),
        rod("bike-frame", "iron", ((hub[0], hub[1], 0.0), (hub[0] + 0.02, 0.04, 0.0)), 0.03),
        rod("bike-down", "iron", (hub, along(stem, (0.0, 1.0, 0.0), 0.3)), 0.03),
        rod("bike-seat", "iron", (hub, saddle), 0.026),
        rod("bike-stem", "iron", ((stem[0], 0.05, 0.0), (bar[0], bar[1], 0.0)), 0.026),
        rod("saddle", "pad", (along(saddle, (-1.0, 0.1, 0.0), 0.09), along(saddle, (1.0, 0.0, 0.0), 0.13)), 0.035),
        rod("handlebar", "metal", (hand_l, hand_r), 0.018),
        rod("crank-l", "metal", (hub, soles[1]), 0.015, BEHIND + 0.1),
        Solid("hub", "iron", BEHIND + 0.2, chains=(drum(hub, (0.0, 0.0, 1.0), 0.07, 0.03),)),
        rod("crank-r", "metal", (along(hub, (0.0, 0.0, 1.0), 0.05), soles[0]), 0.015, 0.01),
    )


def water(prop: Prop, _skeleton: Skeleton, _depths: Depths) -> tuple[Solid, ...]:
    """Build the pool: water up to `y`, in front of what is under it."""
    level = prop["y"]
    wave = tuple((x / 10, level + (0.012 if x % 4 else -0.012), 0.35) for x in range(-14, 15, 2))
    return (
        box("pool", "mat", (-1.4, level - 0.62, -0.36), (1.4, level - 0.02, 0.34), BEHIND),
        rod("wave", "mat", wave, 0.016, BEFORE),
    )
