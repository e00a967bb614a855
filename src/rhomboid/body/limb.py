"""Arms and legs: the joints by angle or by reach, what hands and feet look like, and how they come to rest."""

import math
from collections.abc import Callable
from dataclasses import dataclass, replace

from rhomboid.body import anatomy
from rhomboid.body.camera import Blob, ball
from rhomboid.body.pose import Limb
from rhomboid.body.surface import Surface, nearest
from rhomboid.body.vector import (
    Frame,
    Vec,
    add,
    along,
    blend,
    cross,
    dot,
    from_frame,
    length,
    scale,
    square_to,
    sub,
    unit,
)

STEPS = 9  # a limb that rests on something finds its place in so many steps
CLOSE = 0.0005
GRIP = 0.058  # the middle of a fist beyond the wrist
# The thumb of a fist in the frame of the hand: from its ball over the fingers.
THUMB: tuple[tuple[Vec, float], ...] = (((0.026, 0.012, 0.030), 0.016), ((0.066, 0.026, 0.014), 0.014))


@dataclass(frozen=True)
class Chain:
    """A solved limb: shoulder, elbow, wrist, or hip, knee, ankle; `front` is where the middle joint points."""

    root: Vec
    mid: Vec
    tip: Vec
    front: Vec
    end: Vec
    grip: str
    short: float  # how far the limb fell short of its target, in metres

    @property
    def upper(self) -> Vec:
        return unit(sub(self.mid, self.root))

    @property
    def lower(self) -> Vec:
        return unit(sub(self.tip, self.mid))


def shoe_points(chain: Chain) -> tuple[tuple[Vec, float], ...]:
    """Return the balls (centre, radius) that make up a shoe: heel, instep, ball of the foot, toes."""
    down = square_to(chain.lower, chain.end, chain.front)
    places = ((-0.035, 0.043, 0.042), (0.025, 0.022, 0.042), (0.105, 0.049, 0.036), (0.160, 0.057, 0.028))
    return tuple((along(along(chain.tip, chain.end, t), down, d), r) for t, d, r in places)


def palm_normal(chain: Chain) -> Vec:
    """Return the direction out of the palm of a flat hand."""
    if abs(dot(chain.lower, chain.end)) < 0.95:
        return square_to(chain.lower, chain.end, chain.front)
    return square_to(cross(chain.front, chain.end), chain.end, chain.front)


def hand_frame(chain: Chain) -> Frame:
    """Return the frame of a hand: along the fingers, out of the palm, to the thumb."""
    normal = palm_normal(chain)
    return chain.end, normal, cross(normal, chain.end)


def hand_place(chain: Chain, place: Vec) -> Vec:
    """Return a place that is written in the frame of the hand, from the wrist."""
    return add(chain.tip, from_frame(hand_frame(chain), place))


def hand_chains(chain: Chain) -> tuple[tuple[Blob, ...], ...]:
    """Return the hand: a fist with the thumb over the fingers, or a flat hand of palm, fingers and thumb."""
    wrist = ball(chain.tip, 0.025)
    frame = hand_frame(chain)
    _, normal, side = frame
    if chain.grip == "fist":
        folded = tuple(ball(hand_place(chain, place), radius) for place, radius in THUMB)
        return ((wrist, Blob(along(chain.tip, chain.end, GRIP), (0.039, 0.034, 0.041), frame)), folded)
    palm = Blob(along(along(chain.tip, chain.end, 0.055), normal, 0.008), (0.03, 0.019, 0.040), frame)
    tips = Blob(along(along(chain.tip, chain.end, 0.150), normal, 0.012), (0.018, 0.012, 0.026), frame)
    thumb = along(along(along(chain.tip, chain.end, 0.085), side, 0.048), normal, 0.008)
    return ((wrist, palm, tips), (palm, ball(thumb, 0.013)))


def end_blobs(chain: Chain, is_arm: bool) -> tuple[Blob, ...]:
    """Return what touches when a hand or a foot rests on something."""
    if is_arm:
        return tuple(blob for part in hand_chains(chain) for blob in part)
    return tuple(ball(*point) for point in shoe_points(chain))


def _reach(root: Vec, target: Vec, bones: tuple[float, float], hint: Vec) -> tuple[Vec, Vec, float]:
    """Return the middle joint, the end and the shortfall of two bones that reach for `target`, bent to `hint`."""
    one, two = bones
    way = sub(target, root)
    distance = max(length(way), abs(one - two) + 1e-3)
    reach = min(distance, (one + two) * 0.9995)
    direction = unit(way)
    cosine = (one * one + reach * reach - two * two) / (2 * one * reach)
    height = math.sqrt(max(0.0, 1.0 - cosine * cosine))
    side = square_to(hint, direction, (0.2, 0.1, 1.0))
    mid = along(along(root, direction, one * cosine), side, one * height)
    return mid, along(root, direction, reach), distance - reach


def solve_limb(root: Vec, limb: Limb, joint: Callable[[str], Vec], is_arm: bool, face: Vec) -> Chain:
    """Return the limb; one that rests on a surface is moved until it just touches it."""
    if limb.target is not None and limb.near:
        limb = replace(limb, target=add(joint(limb.near), limb.target), near=None)
    if limb.on is None:
        return _chain(root, limb, is_arm, face)
    if limb.target is not None:
        return _reach_onto(root, limb, limb.on, is_arm, face)
    return _lie_on(root, limb, limb.on, is_arm, face)


def _chain(root: Vec, limb: Limb, is_arm: bool, face: Vec) -> Chain:
    bones = (anatomy.UPPER_ARM, anatomy.FOREARM) if is_arm else (anatomy.THIGH, anatomy.SHIN)
    short = 0.0
    if limb.target is not None:
        mid, tip, short = _reach(root, limb.target, bones, limb.hint)
    else:
        upper, lower = unit(limb.upper or (0.0, -1.0, 0.0)), unit(limb.lower or limb.upper or (0.0, -1.0, 0.0))
        mid = along(root, upper, bones[0])
        tip = along(mid, lower, bones[1])
    bow = sub(mid, blend(root, tip, bones[0] / sum(bones)))
    axis = unit(sub(tip, root))
    spare = limb.hint if is_arm or limb.target is not None else face
    front = square_to(bow, axis, spare) if length(bow) > 0.03 else square_to(spare, axis, face)
    return Chain(root, mid, tip, front, _end(limb, sub(tip, mid), front, is_arm), limb.grip, short)


def _end(limb: Limb, lower: Vec, front: Vec, is_arm: bool) -> Vec:
    """Return where fingers or toes point: as written, else on along the forearm, or half pointed from the shin."""
    if limb.end is not None:
        return unit(limb.end)
    if is_arm:
        return unit(lower)
    if limb.floor:
        return unit((front[0], 0.0, front[2]))
    return unit(add(square_to(front, unit(lower), (1.0, 0.0, 0.0)), scale(unit(lower), 0.45)))


def _reach_onto(root: Vec, limb: Limb, surface: Surface, is_arm: bool, face: Vec) -> Chain:
    """Return the limb whose hand or foot just touches the surface; only the way onto it is found, not the place."""
    chain = _chain(root, limb, is_arm, face)
    for _step in range(STEPS):
        gap, normal = nearest(surface, end_blobs(chain, is_arm))
        if abs(gap) < CLOSE or limb.target is None:
            break
        limb = replace(limb, target=along(limb.target, normal, -gap))
        chain = _chain(root, limb, is_arm, face)
    return chain


def _lie_on(root: Vec, limb: Limb, surface: Surface, is_arm: bool, face: Vec) -> Chain:
    """Return the limb laid along its directions, tipped so that both its middle joint and its end touch."""
    chain = _chain(root, limb, is_arm, face)
    radius = 0.040 if is_arm else 0.053
    bones = (anatomy.UPPER_ARM, anatomy.FOREARM) if is_arm else (anatomy.THIGH, anatomy.SHIN)
    for _step in range(STEPS):
        off = 0.0
        if limb.touch != "end":
            off, normal = surface.gap(ball(chain.mid, radius))
            limb = replace(limb, upper=tip_over(chain.upper, normal, -off / bones[0]))
            chain = _chain(root, limb, is_arm, face)
        if limb.touch != "mid":
            gap, normal = nearest(surface, end_blobs(chain, is_arm))
            off = max(abs(off), abs(gap))
            limb = replace(limb, lower=tip_over(chain.lower, normal, -gap / bones[1]))
            chain = _chain(root, limb, is_arm, face)
        if abs(off) < CLOSE:
            break
    return chain


def tip_over(direction: Vec, normal: Vec, more: float) -> Vec:
    """Return the unit vector whose part along `normal` is greater by `more`, the rest in proportion."""
    part = dot(direction, normal)
    wanted = max(-0.999, min(0.999, part + more))
    rest = square_to(direction, normal, (0.6, 0.1, 0.8))
    return add(scale(normal, wanted), scale(rest, math.sqrt(1.0 - wanted * wanted)))
