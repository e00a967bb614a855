"""From a pose to the places of the joints: the spine as a chain of frames, the limbs by angle or by reach."""

from dataclasses import dataclass

from rhomboid.body import anatomy
from rhomboid.body.anatomy import Build
from rhomboid.body.limb import Chain, solve_limb
from rhomboid.body.pose import Pose
from rhomboid.body.vector import Frame, Vec, add, along, blend, frame_of, from_frame, turn

STATIONS = 12


@dataclass(frozen=True)
class Skeleton:
    """All joints of a pose. spine: (share of the way up, centre, frame) from below the hips to the neck."""

    build: Build
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


def assemble(pose: Pose, build: Build) -> Skeleton:
    """Return the joints of a pose as it is written, wherever its pelvis is."""
    spine = _spine(pose)
    chest = spine[-1][2]
    neck_frame = bend_frame(chest, pose.neck, pose.tilt / 2, pose.look / 2)
    top = along(spine[-1][1], neck_frame[1], anatomy.NECK)
    head_frame = bend_frame(neck_frame, pose.nod, pose.tilt / 2, pose.look / 2)
    head = along(along(top, head_frame[1], 0.085), head_frame[0], 0.018)
    roots: dict[str, Vec] = {}
    limbs: dict[str, Chain] = {}
    skeleton = Skeleton(build, spine, (spine[-1][1], top), head, head_frame, roots, limbs)
    for name in ("leg_r", "leg_l", "arm_r", "arm_l"):
        roots[name] = _root(name, pose, skeleton)
    for name, root in roots.items():
        limbs[name] = solve_limb(root, pose.limbs[name], skeleton.joint, name.startswith("arm"), spine[1][2][0])
    return skeleton


def _root(name: str, pose: Pose, skeleton: Skeleton) -> Vec:
    """Return the hip or shoulder joint; shoulders move with the shoulder blades."""
    side = 1.0 if name.endswith("_r") else -1.0
    if name.startswith("leg"):
        pelvis, hips = skeleton.at(0.0)
        return add(pelvis, from_frame(hips, (0.0, 0.0, side * skeleton.build.hip_half)))
    girdle, frame = skeleton.at(0.9)
    half = skeleton.build.shoulder_half - abs(pose.retract) * 0.3
    return add(girdle, from_frame(frame, (-0.005 - pose.retract, pose.shrug, side * half)))
