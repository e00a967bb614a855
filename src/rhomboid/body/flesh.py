"""The parts of the body round a skeleton, as chains of ellipsoids."""

from collections.abc import Sequence
from dataclasses import dataclass

from rhomboid.body.anatomy import Build, Trunk
from rhomboid.body.camera import Blob, ball
from rhomboid.body.limb import Chain, hand_chains, shoe_points
from rhomboid.body.skeleton import Skeleton
from rhomboid.body.vector import Vec, along, blend, square_to


@dataclass(frozen=True)
class Part:
    """One drawn layer: its name, its tone (what it is made of) and chains that are drawn as one shape."""

    name: str
    tone: str
    chains: tuple[tuple[Blob, ...], ...]


def _bone(start: Vec, stop: Vec, front: Vec, shape: Sequence[tuple[float, float, float]]) -> tuple[Blob, ...]:
    return tuple(ball(along(blend(start, stop, t), front, bulge), radius) for t, radius, bulge in shape)


def leg_parts(name: str, chain: Chain, build: Build) -> tuple[Part, ...]:
    front = square_to(chain.front, chain.lower, chain.front)
    thigh = _bone(chain.root, chain.mid, chain.front, build.thigh)
    shin = _bone(chain.mid, chain.tip, front, build.shin)
    sock = (ball(blend(chain.mid, chain.tip, 0.86), 0.039), ball(chain.tip, 0.040))
    shoe = tuple(ball(*point) for point in shoe_points(chain))
    return (
        Part(f"{name}-skin", "skin", (thigh, shin)),
        Part(f"{name}-sock", "sock", (sock,)),
        Part(f"{name}-shoe", "shoe", (shoe,)),
        Part(f"{name}-shorts", "shorts", (_bone(chain.root, chain.mid, chain.front, build.shorts),)),
    )


def arm_parts(name: str, chain: Chain, build: Build) -> tuple[Part, ...]:
    upper = _bone(chain.root, chain.mid, chain.front, build.upper_arm)
    fore = _bone(chain.mid, chain.tip, chain.front, build.forearm)
    sleeve = _bone(chain.root, chain.mid, chain.front, build.sleeve)
    return (
        Part(f"{name}-skin", "skin", (upper, fore, *hand_chains(chain))),
        Part(f"{name}-sleeve", "shirt", (sleeve,)),
    )


def trunk_blobs(skeleton: Skeleton, shape: Trunk) -> tuple[Blob, ...]:
    blobs = []
    for share, depth, width, shift in shape:
        centre, frame = skeleton.at(share)
        blobs.append(Blob(along(centre, frame[0], shift), (depth, 0.025, width), frame))
    return tuple(blobs)


def trunk_parts(skeleton: Skeleton) -> tuple[Part, ...]:
    """Return neck, pelvis and shirt; the shirt slopes from the neck to both shoulders."""
    base, top = skeleton.neck
    shirt = trunk_blobs(skeleton, skeleton.build.shirt)
    shoulders = [ball(skeleton.limbs[name].root, skeleton.build.shoulder) for name in ("arm_r", "arm_l")]
    slopes = tuple((shirt[-1], shoulder, shirt[-3]) for shoulder in shoulders)
    return (
        Part("neck", "skin", ((ball(base, skeleton.build.neck[0]), ball(top, skeleton.build.neck[1])),)),
        Part("pelvis", "shorts", (trunk_blobs(skeleton, skeleton.build.pelvis),)),
        Part("shirt", "shirt", (shirt, *slopes)),
    )
