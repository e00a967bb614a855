"""A pose between two poses."""

from dataclasses import replace
from typing import Any

from rhomboid.body.limb import Chain
from rhomboid.body.pose import LIMBS, NUMBERS, Limb, Pose
from rhomboid.body.skeleton import Skeleton
from rhomboid.body.vector import Vec, blend, swing, unit

SPARE: Vec = (0.25, 0.1, 1.0)


def tween(start: Pose, end: Pose, t: float, ends: tuple[Skeleton, Skeleton]) -> Pose:
    """Return the pose `t` of the way from `start` to `end`; what is planted in both stays planted."""
    if t in (0.0, 1.0):
        return end if t else start
    values: dict[str, Any] = {
        name: getattr(start, name) + (getattr(end, name) - getattr(start, name)) * t
        for name in NUMBERS
        if name != "pitch"
    }
    for name in LIMBS:
        chains = (ends[0].limbs[name], ends[1].limbs[name])
        values[name] = _limb(start.limbs[name], end.limbs[name], t, chains, name)
    return replace(
        start,
        pelvis=blend(start.pelvis, end.pelvis, t),
        up=swing(unit(start.up), unit(end.up), t, SPARE),
        face=swing(unit(start.face), unit(end.face), t, SPARE),
        settle=start.settle and end.settle,
        rests=tuple(rest for rest in start.rests if rest in end.rests),
        **values,
    )


def _limb(start: Limb, end: Limb, t: float, ends: tuple[Chain, Chain], name: str) -> Limb:
    """Return the limb between: aimed along a straight line when both ends aim alike, else swung by its angles."""
    one, two = ends
    spare = (SPARE[0], SPARE[1], SPARE[2] if name.endswith("_r") else -SPARE[2])
    pointing = swing(one.end, two.end, t, spare)
    if start.target is not None and end.target is not None and (start.near, start.on) == (end.near, end.on):
        natural = start.end is None and end.end is None
        return replace(
            start,
            target=blend(start.target, end.target, t),
            hint=blend(start.hint, end.hint, t),
            end=None if natural else pointing,
            grip=start.grip if t < 0.5 else end.grip,
        )
    laid = start.target is None and end.target is None
    return replace(
        start,
        target=None,
        near=None,
        floor=False,
        on=start.on if laid and start.on == end.on else None,
        upper=swing(one.upper, two.upper, t, spare),
        lower=swing(one.lower, two.lower, t, spare),
        hint=blend(one.front, two.front, t),
        end=pointing,
        grip=start.grip if t < 0.5 else end.grip,
    )
