"""A pose brought to rest: lowered, raised or shifted until it touches what it says it rests on."""

import math
from dataclasses import replace

from rhomboid.body.anatomy import BUILDS, DEFAULT, Build
from rhomboid.body.pose import Pose
from rhomboid.body.skeleton import Skeleton, assemble
from rhomboid.body.surface import Surface
from rhomboid.body.touch import lowest, part_gap
from rhomboid.body.vector import along, dot

STEPS = 10
CLOSE = 0.001
LEVER = 0.2  # from the base of the neck to the middle of the skull


def solve(pose: Pose, build: Build = BUILDS[DEFAULT]) -> Skeleton:
    """Return the joints of a pose; what rests on something is brought to touch it."""
    skeleton = assemble(pose, build)
    for _step in range(STEPS if pose.settle or pose.rests else 0):
        before = pose
        if pose.settle:
            moved = _settle(pose, skeleton)
            if moved is not pose:
                pose, skeleton = moved, assemble(moved, build)
        for part, surface in pose.rests:
            moved = _rest(pose, skeleton, part, surface)
            if moved is not pose:
                pose, skeleton = moved, assemble(moved, build)
        if pose is before:
            break
    return skeleton


def _settle(pose: Pose, skeleton: Skeleton) -> Pose:
    low = lowest(skeleton)
    return pose if abs(low) < CLOSE else replace(pose, pelvis=along(pose.pelvis, (0.0, 1.0, 0.0), -low))


def _rest(pose: Pose, skeleton: Skeleton, part: str, surface: Surface) -> Pose:
    """Return the pose moved towards its rest: the head by bending the neck, all else with the pelvis."""
    gap, normal = part_gap(skeleton, part, surface)
    if abs(gap) < CLOSE:
        return pose
    if part != "head":
        return replace(pose, pelvis=along(pose.pelvis, normal, -gap))
    frame = skeleton.at(1.0)[1]
    forward, right = dot(frame[0], normal), dot(frame[2], normal)
    if abs(forward) >= abs(right):
        return replace(pose, neck=pose.neck - math.degrees(gap / LEVER) * forward)
    return replace(pose, tilt=pose.tilt - math.degrees(gap / LEVER) * right)
