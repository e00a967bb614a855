"""The parts of the body that rest on something, as the round shapes that are drawn there."""

from collections.abc import Callable

from rhomboid.body import anatomy
from rhomboid.body.anatomy import Bone, Trunk
from rhomboid.body.camera import Blob, ball
from rhomboid.body.limb import Chain, end_blobs
from rhomboid.body.skeleton import Skeleton
from rhomboid.body.surface import Surface, nearest
from rhomboid.body.vector import Vec, along, blend

PIECES = 2  # how finely the hull between two drawn shapes is looked at


def trunk_shapes(skeleton: Skeleton, shape: Trunk) -> tuple[Blob, ...]:
    """Return the trunk between the shapes that are drawn, too."""
    blobs = []
    for one, two in zip(shape, (*shape[1:], shape[-1]), strict=True):
        for i in range(PIECES):
            t = i / PIECES
            share, depth, width, shift = (a + (b - a) * t for a, b in zip(one, two, strict=True))
            centre, frame = skeleton.at(share)
            blobs.append(Blob(along(centre, frame[0], shift), (depth, 0.015, width), frame))
    return tuple(blobs)


def bone_shapes(start: Vec, stop: Vec, front: Vec, shape: Bone) -> tuple[Blob, ...]:
    blobs = []
    for one, two in zip(shape, (*shape[1:], shape[-1]), strict=True):
        for i in range(PIECES):
            t, radius, bulge = (a + (b - a) * i / PIECES for a, b in zip(one, two, strict=True))
            blobs.append(ball(along(blend(start, stop, t), front, bulge), radius))
    return tuple(blobs)


def _seat(skeleton: Skeleton) -> tuple[Blob, ...]:
    build = skeleton.build
    thighs = [
        blob
        for leg in ("leg_r", "leg_l")
        for blob in bone_shapes(
            skeleton.limbs[leg].root, skeleton.limbs[leg].mid, skeleton.limbs[leg].front, build.shorts[:2]
        )
    ]
    return (*trunk_shapes(skeleton, build.pelvis), *thighs)


def _back(skeleton: Skeleton) -> tuple[Blob, ...]:
    build = skeleton.build
    return (*trunk_shapes(skeleton, build.pelvis), *trunk_shapes(skeleton, build.shirt[:-1]))


def knee_blob(chain: Chain, skeleton: Skeleton) -> Blob:
    return ball(chain.mid, skeleton.build.shin[0][1])


def part_blobs(skeleton: Skeleton, part: str) -> tuple[Blob, ...]:
    """Return the shapes of "seat", "back", "belly", "head", "knees", "hand_r", "forearm_l", "foot_r", "shin_l", ..."""
    if part in TRUNK:
        return TRUNK[part](skeleton)
    name, side = part.split("_")
    chain = skeleton.limbs[f"{'arm' if name in ('hand', 'forearm') else 'leg'}_{side}"]
    if name == "knee":
        return (knee_blob(chain, skeleton),)
    if name in ("hand", "foot"):
        return end_blobs(chain, name == "hand")
    shape = skeleton.build.forearm if name == "forearm" else skeleton.build.shin
    return bone_shapes(chain.mid, chain.tip, chain.front, shape)


def _head(skeleton: Skeleton) -> tuple[Blob, ...]:
    return (Blob(skeleton.head, anatomy.SKULL, skeleton.head_frame),)


def _knees(skeleton: Skeleton) -> tuple[Blob, ...]:
    return tuple(knee_blob(skeleton.limbs[leg], skeleton) for leg in ("leg_r", "leg_l"))


TRUNK: dict[str, Callable[[Skeleton], tuple[Blob, ...]]] = {
    "seat": _seat, "back": _back, "belly": _back, "head": _head, "knees": _knees,
}  # fmt: skip


def part_gap(skeleton: Skeleton, part: str, surface: Surface) -> tuple[float, Vec]:
    """Return how far a part is off a surface, and the way out; only what is over the surface counts."""
    blobs = part_blobs(skeleton, part)
    over = tuple(blob for blob in blobs if surface.holds(blob.centre, 0.03))
    return nearest(surface, over or blobs)


def lowest(skeleton: Skeleton) -> float:
    """Return the height of the lowest point of trunk, head, knees, elbows, hands and feet."""
    blobs = [*_back(skeleton), *part_blobs(skeleton, "head"), *part_blobs(skeleton, "knees")]
    for name, chain in skeleton.limbs.items():
        is_arm = name.startswith("arm")
        blobs.extend(end_blobs(chain, is_arm))
        if is_arm:
            blobs.append(ball(chain.mid, skeleton.build.forearm[0][1]))
    return min(blob.centre[1] - _drop(blob) for blob in blobs)


def _drop(blob: Blob) -> float:
    if blob.frame is None:
        return blob.radii[0]
    return float(sum((r * axis[1]) ** 2 for r, axis in zip(blob.radii, blob.frame, strict=True)) ** 0.5)
