"""From a pose to the places of the joints: the spine as a chain of frames, the limbs by angle or by reach."""

import math
from dataclasses import dataclass, replace

from rhomboid.body import anatomy
from rhomboid.body.pose import Limb, Pose
from rhomboid.body.vector import (
    Frame,
    Vec,
    add,
    along,
    blend,
    cross,
    dot,
    frame_of,
    from_frame,
    length,
    scale,
    square_to,
    sub,
    turn,
    unit,
)  # fmt: skip

STATIONS = 12


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


@dataclass(frozen=True)
class Skeleton:
    """All joints of a pose. spine: (share of the way up, centre, frame) from below the hips to the neck."""

    spine: tuple[tuple[float, Vec, Frame], ...]
    neck: tuple[Vec, Vec]
    head: Vec
    head_frame: Frame
    roots: dict[str, Vec]
    limbs: dict[str, Chain]

    def at(self, share: float) -> tuple[Vec, Frame]:
        """Return centre and frame at a share of the spine: 0 at the hips, 1 at the base of the neck."""
        low = self.spine[0]
        for station in self.spine[1:]:
            if station[0] >= share:
                t = (share - low[0]) / (station[0] - low[0])
                return blend(low[1], station[1], t), station[2]
            low = station
        return low[1], low[2]

    def joint(self, name: str) -> Vec:
        """Return a joint by name: "head", "hips", "chest", "belly", "neck", "hand_r", "elbow_l", "knee_r", ..."""
        shares = {"hips": 0.0, "belly": 0.3, "chest": 0.75, "neck": 1.0}
        if name in shares:
            return self.at(shares[name])[0]
        if name == "head":
            return self.head
        part, side = name.split("_")
        limb, field = JOINTS[part]
        if field == "root":
            return self.roots[f"{limb}_{side}"]
        found: Vec = getattr(self.limbs[f"{limb}_{side}"], field)
        return found


JOINTS = {
    "shoulder": ("arm", "root"), "elbow": ("arm", "mid"), "hand": ("arm", "tip"),
    "hip": ("leg", "root"), "knee": ("leg", "mid"), "foot": ("leg", "tip"),
}  # fmt: skip


def bend_frame(frame: Frame, flex: float, side: float, twist: float) -> Frame:
    """Return `frame` bent forward, to the right side, and turned to the right."""
    forward, up, right = frame
    forward, up = turn(forward, right, -flex), turn(up, right, -flex)
    if not side and not twist:
        return forward, up, right
    up, right = turn(up, forward, side), turn(right, forward, side)
    return turn(forward, up, -twist), up, turn(right, up, -twist)


def _spine(pose: Pose) -> tuple[tuple[float, Vec, Frame], ...]:
    """Return the stations of the spine; the lower half bends by `lumbar`, the upper by `thoracic`."""
    frame = frame_of(pose.up, pose.face)
    low = along(pose.pelvis, frame[1], -0.13 * anatomy.SPINE)
    stations = [(-0.13, low, frame), (0.0, pose.pelvis, frame)]
    step = 1.0 / STATIONS
    centre = pose.pelvis
    for index in range(STATIONS):
        flex = (pose.lumbar if index < STATIONS // 2 else pose.thoracic) / (STATIONS / 2)
        frame = bend_frame(frame, flex, pose.bend / STATIONS, pose.twist / STATIONS)
        centre = along(centre, frame[1], anatomy.SPINE * step)
        stations.append(((index + 1) * step, centre, frame))
    return tuple(stations)


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


def _chain(root: Vec, limb: Limb, skeleton: Skeleton, is_arm: bool, face: Vec) -> Chain:
    bones = (anatomy.UPPER_ARM, anatomy.FOREARM) if is_arm else (anatomy.THIGH, anatomy.SHIN)
    short = 0.0
    if limb.target is not None:
        target = add(skeleton.joint(limb.near), limb.target) if limb.near else limb.target
        mid, tip, short = _reach(root, target, bones, limb.hint)
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


def shoe_points(chain: Chain) -> tuple[tuple[Vec, float], ...]:
    """Return the balls (centre, radius) that make up a shoe: heel, instep, ball of the foot, toes."""
    down = square_to(chain.lower, chain.end, chain.front)
    places = ((-0.035, 0.043, 0.042), (0.025, 0.022, 0.042), (0.105, 0.049, 0.036), (0.160, 0.057, 0.028))
    return tuple((along(along(chain.tip, chain.end, t), down, d), r) for t, d, r in places)


def _floor_chain(root: Vec, limb: Limb, skeleton: Skeleton, is_arm: bool, face: Vec) -> Chain:
    """Return the limb whose hand or foot just touches the floor; the height is found in a few steps."""
    height = anatomy.WRIST if is_arm else anatomy.SOLE
    x, _, z = limb.target or (0.0, 0.0, 0.0)
    chain = _chain(root, replace(limb, target=(x, height, z)), skeleton, is_arm, face)
    for _step in range(0 if is_arm else 4):
        height -= min(centre[1] - radius for centre, radius in shoe_points(chain))
        chain = _chain(root, replace(limb, target=(x, height, z)), skeleton, is_arm, face)
    return chain


def _solve_once(pose: Pose) -> Skeleton:
    spine = _spine(pose)
    chest = spine[-1][2]
    neck_frame = bend_frame(chest, pose.neck, pose.tilt / 2, pose.look / 2)
    top = along(spine[-1][1], neck_frame[1], anatomy.NECK)
    head_frame = bend_frame(neck_frame, pose.nod, pose.tilt / 2, pose.look / 2)
    head = along(along(top, head_frame[1], 0.085), head_frame[0], 0.018)
    roots: dict[str, Vec] = {}
    limbs: dict[str, Chain] = {}
    skeleton = Skeleton(spine, (spine[-1][1], top), head, head_frame, roots, limbs)
    for name in ("leg_r", "leg_l", "arm_r", "arm_l"):
        roots[name] = _root(name, pose, skeleton)
    for name, root in roots.items():
        limb = pose.limbs[name]
        solve_limb = _floor_chain if limb.floor else _chain
        limbs[name] = solve_limb(root, limb, skeleton, name.startswith("arm"), spine[1][2][0])
    return skeleton


def _root(name: str, pose: Pose, skeleton: Skeleton) -> Vec:
    """Return the hip or shoulder joint; shoulders move with the shoulder blades."""
    side = 1.0 if name.endswith("_r") else -1.0
    if name.startswith("leg"):
        pelvis, hips = skeleton.at(0.0)
        return add(pelvis, from_frame(hips, (0.0, 0.0, side * anatomy.HIP_HALF)))
    girdle, frame = skeleton.at(0.9)
    half = anatomy.SHOULDER_HALF - abs(pose.retract) * 0.3
    return add(girdle, from_frame(frame, (-0.005 - pose.retract, pose.shrug, side * half)))


def lowest(skeleton: Skeleton) -> float:
    """Return the height of the lowest point of trunk, head, knees, elbows, hands and feet."""
    points = [skeleton.head[1] - anatomy.SKULL[0]]
    for share, depth, width, shift in (*anatomy.PELVIS_SHAPE, *anatomy.SHIRT_SHAPE):
        centre, frame = skeleton.at(share)
        half = math.hypot(depth * frame[0][1], width * frame[2][1], 0.02 * frame[1][1])
        points.append(along(centre, frame[0], shift)[1] - half)
    for name, chain in skeleton.limbs.items():
        is_arm = name.startswith("arm")
        points.append(chain.mid[1] - (0.039 if is_arm else 0.053))
        if is_arm:
            points.append(min(along(chain.tip, chain.end, k)[1] - WRIST_HALF for k in (0.0, 0.08)))
        else:
            points.extend(centre[1] - radius for centre, radius in shoe_points(chain))
    return min(points)


WRIST_HALF = 0.027


def solve(pose: Pose) -> Skeleton:
    """Return the joints of a pose; a pose that settles is lowered or raised until it rests on the floor."""
    skeleton = _solve_once(pose)
    for _step in range(3 if pose.settle else 0):
        x, y, z = pose.pelvis
        pose = replace(pose, pelvis=(x, y - lowest(skeleton), z))
        skeleton = _solve_once(pose)
    return skeleton


def palm_normal(chain: Chain) -> Vec:
    """Return the direction out of the palm of a flat hand."""
    if abs(dot(chain.lower, chain.end)) < 0.95:
        return square_to(chain.lower, chain.end, chain.front)
    return square_to(cross(chain.front, chain.end), chain.end, chain.front)
