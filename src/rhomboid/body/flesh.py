"""The parts of the body round a skeleton, as chains of ellipsoids."""

from collections.abc import Sequence
from dataclasses import dataclass

from rhomboid.body import anatomy
from rhomboid.body.camera import Blob, ball
from rhomboid.body.skeleton import Chain, Skeleton, palm_normal, shoe_points
from rhomboid.body.vector import Vec, along, blend, cross, square_to


@dataclass(frozen=True)
class Part:
    """One drawn layer: its name, its tone (what it is made of) and chains that are drawn as one shape."""

    name: str
    tone: str
    chains: tuple[tuple[Blob, ...], ...]


def _bone(start: Vec, stop: Vec, front: Vec, shape: Sequence[tuple[float, float, float]]) -> tuple[Blob, ...]:
    return tuple(ball(along(blend(start, stop, t), front, bulge), radius) for t, radius, bulge in shape)


def leg_parts(name: str, chain: Chain) -> tuple[Part, ...]:
    front = square_to(chain.front, chain.lower, chain.front)
    thigh = _bone(chain.root, chain.mid, chain.front, anatomy.THIGH_SHAPE[1:])
    shin = _bone(chain.mid, chain.tip, front, anatomy.SHIN_SHAPE)
    sock = (ball(blend(chain.mid, chain.tip, 0.86), 0.039), ball(chain.tip, 0.040))
    shoe = tuple(ball(*point) for point in shoe_points(chain))
    return (
        Part(f"{name}-skin", "skin", (thigh, shin)),
        Part(f"{name}-sock", "sock", (sock,)),
        Part(f"{name}-shoe", "shoe", (shoe,)),
        Part(f"{name}-shorts", "shorts", (_bone(chain.root, chain.mid, chain.front, anatomy.SHORTS_SHAPE),)),
    )


def hand_chain(chain: Chain) -> tuple[tuple[Blob, ...], ...]:
    """Return the hand: a fist, or a flat hand of palm, fingers and thumb."""
    wrist = ball(chain.tip, 0.027)
    if chain.grip == "fist":
        return ((wrist, ball(along(chain.tip, chain.end, 0.058), 0.040)),)
    normal = palm_normal(chain)
    side = cross(normal, chain.end)
    frame = (chain.end, normal, side)
    palm = Blob(along(along(chain.tip, chain.end, 0.055), normal, 0.008), (0.03, 0.019, 0.040), frame)
    tips = Blob(along(along(chain.tip, chain.end, 0.150), normal, 0.012), (0.018, 0.012, 0.026), frame)
    thumb = along(along(along(chain.tip, chain.end, 0.085), side, 0.048), normal, 0.008)
    return ((wrist, palm, tips), (palm, ball(thumb, 0.013)))


def arm_parts(name: str, chain: Chain) -> tuple[Part, ...]:
    upper = _bone(chain.root, chain.mid, chain.front, anatomy.UPPER_ARM_SHAPE)
    fore = _bone(chain.mid, chain.tip, chain.front, anatomy.FOREARM_SHAPE)
    sleeve = _bone(chain.root, chain.mid, chain.front, anatomy.SLEEVE_SHAPE)
    return (
        Part(f"{name}-skin", "skin", (upper, fore, *hand_chain(chain))),
        Part(f"{name}-sleeve", "shirt", (sleeve,)),
    )


def _trunk(skeleton: Skeleton, shape: Sequence[tuple[float, float, float, float]]) -> tuple[Blob, ...]:
    blobs = []
    for share, depth, width, shift in shape:
        centre, frame = skeleton.at(share)
        blobs.append(Blob(along(centre, frame[0], shift), (depth, 0.025, width), frame))
    return tuple(blobs)


def trunk_parts(skeleton: Skeleton) -> tuple[Part, ...]:
    """Return neck, pelvis and shirt; the shirt slopes from the neck to both shoulders."""
    base, top = skeleton.neck
    shirt = _trunk(skeleton, anatomy.SHIRT_SHAPE)
    shoulders = [ball(skeleton.limbs[name].root, 0.060) for name in ("arm_r", "arm_l")]
    slopes = tuple((shirt[-1], shoulder, shirt[-3]) for shoulder in shoulders)
    return (
        Part("neck", "skin", ((ball(base, 0.056), ball(top, 0.053)),)),
        Part("pelvis", "shorts", (_trunk(skeleton, anatomy.PELVIS_SHAPE),)),
        Part("shirt", "shirt", (shirt, *slopes)),
    )
