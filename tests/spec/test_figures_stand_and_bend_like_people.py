"""Figures: joints stay in human range, what is planted stays planted, hands are on what they hold."""

import math
from functools import cache

import pytest

from rhomboid.body.limb import Chain
from rhomboid.body.props import build
from rhomboid.body.scene import load_scene, scene_ids
from rhomboid.body.skeleton import Skeleton
from rhomboid.body.stage import load_stage
from rhomboid.body.touch import lowest
from rhomboid.body.vector import Vec, along, cross, dot, length, square_to, sub, turn, unit
from rhomboid.catalogue.load import load_catalogue

MOMENTS = (0.0, 0.25, 0.5, 0.75, 1.0)
CENTIMETRE = 0.01
IDS = scene_ids()
# Nothing of these rests on the floor at some moment: they sit, hang, lie on something, swim or jump.
OFF_THE_FLOOR = {
    "assisted-pull-up",
    "cycling",
    "jumping",
    "leg-curl",
    "leg-extension",
    "leg-press",
    "seated-cable-row",
    "swimming",
}


def angle(a: Vec, b: Vec) -> float:
    return math.degrees(math.acos(max(-1.0, min(1.0, dot(unit(a), unit(b))))))


def carried(v: Vec, start: Vec, stop: Vec) -> Vec:
    """Return `v` carried along by the shortest turn from `start` to `stop`."""
    axis = cross(start, stop)
    return turn(v, unit(axis), angle(start, stop)) if length(axis) > 1e-6 else v


@cache
def skeletons(exercise_id: str) -> tuple[Skeleton, ...]:
    stage = load_stage(exercise_id)
    return tuple(stage.skeleton(t) for t in MOMENTS)


def legs(skeleton: Skeleton) -> list[Chain]:
    return [skeleton.limbs["leg_r"], skeleton.limbs["leg_l"]]


def arms(skeleton: Skeleton) -> list[Chain]:
    return [skeleton.limbs["arm_r"], skeleton.limbs["arm_l"]]


def test_it_draws_every_exercise_of_the_catalogue_and_no_other():
    assert tuple(exercise.id for exercise in load_catalogue().exercises) == IDS


@pytest.mark.parametrize("exercise_id", IDS)
def test_it_bends_no_knee_backwards_nor_too_far(exercise_id):
    for skeleton in skeletons(exercise_id):
        frame = skeleton.at(0.0)[1]
        down = (-frame[1][0], -frame[1][1], -frame[1][2])
        for leg in legs(skeleton):
            flexion = angle(leg.upper, leg.lower)
            assert flexion <= 155, f"knee bent by {flexion:.0f}"
            if flexion > 12:
                ahead = carried(frame[0], down, leg.upper)
                bow = square_to(
                    sub(
                        leg.mid,
                        along(
                            leg.root,
                            unit(sub(leg.tip, leg.root)),
                            dot(sub(leg.mid, leg.root), unit(sub(leg.tip, leg.root))),
                        ),
                    ),
                    leg.upper,
                    ahead,
                )
                turned = angle(ahead, bow)
                assert turned <= 70, f"thigh turned by {turned:.0f}"


@pytest.mark.parametrize("exercise_id", IDS)
def test_it_keeps_hips_and_ankles_in_range(exercise_id):
    for skeleton in skeletons(exercise_id):
        frame = skeleton.at(0.0)[1]
        down = (-frame[1][0], -frame[1][1], -frame[1][2])
        for leg in legs(skeleton):
            swing = angle(down, leg.upper)
            behind = dot(leg.upper, frame[0]) < 0
            assert swing <= (38 if behind else 140), f"hip at {swing:.0f}, behind: {behind}"
            assert 50 <= angle((-leg.lower[0], -leg.lower[1], -leg.lower[2]), leg.end) <= 170


@pytest.mark.parametrize("exercise_id", IDS)
def test_it_keeps_elbows_and_shoulders_in_range(exercise_id):
    for skeleton in skeletons(exercise_id):
        frame = skeleton.at(0.9)[1]
        for arm in arms(skeleton):
            flexion = angle(arm.upper, arm.lower)
            assert flexion <= 158, f"elbow bent by {flexion:.0f}"
            backward = math.degrees(math.asin(max(-1.0, min(1.0, -dot(arm.upper, frame[0])))))
            assert backward <= 75, f"upper arm {backward:.0f} behind the chest"
            assert angle(arm.lower, arm.end) <= 100, f"wrist bent by {angle(arm.lower, arm.end):.0f}"


@pytest.mark.parametrize("exercise_id", IDS)
def test_it_keeps_spine_and_neck_in_range(exercise_id):
    scene = load_scene(exercise_id)
    for pose in (scene.start, scene.end):
        assert -32 <= pose.lumbar <= 55
        assert -32 <= pose.thoracic <= 50
        assert abs(pose.twist) <= 65
        assert abs(pose.bend) <= 35
        assert -55 <= pose.neck + pose.nod <= 45
        assert abs(pose.look) <= 70
        assert abs(pose.tilt) <= 40


@pytest.mark.parametrize("exercise_id", IDS)
def test_it_sinks_into_no_floor(exercise_id):
    for t, skeleton in zip(MOMENTS, skeletons(exercise_id), strict=True):
        assert lowest(skeleton) >= -1.5 * CENTIMETRE, f"{lowest(skeleton):.3f} at {t}"


@pytest.mark.parametrize("exercise_id", sorted(set(IDS) - OFF_THE_FLOOR))
def test_it_floats_above_no_floor(exercise_id):
    for t, skeleton in zip(MOMENTS, skeletons(exercise_id), strict=True):
        assert lowest(skeleton) <= 1.5 * CENTIMETRE, f"{lowest(skeleton):.3f} at {t}"


@pytest.mark.parametrize("exercise_id", IDS)
def test_it_reaches_what_it_reaches_for(exercise_id):
    for skeleton in skeletons(exercise_id):
        for name, chain in skeleton.limbs.items():
            assert chain.short <= CENTIMETRE, f"{name} falls {chain.short:.3f} short"


HELD = {"band", "dumbbell", "kettlebell", "barbell"}


@pytest.mark.parametrize("exercise_id", [i for i in IDS if any(p["kind"] in HELD for p in load_scene(i).props)])
def test_it_closes_the_hand_round_what_it_holds(exercise_id):
    scene = load_scene(exercise_id)
    for skeleton in skeletons(exercise_id):
        for prop in scene.props:
            if prop["kind"] in HELD:
                sides = (
                    {"r", "l"}
                    if prop.get("hands", "r" if prop["kind"] == "kettlebell" else "both") == "both"
                    or prop.get("shared")
                    else {prop.get("hands", "r")}
                )
                assert all(skeleton.limbs[f"arm_{side}"].grip == "fist" for side in sides)


@pytest.mark.parametrize("exercise_id", ["assisted-pull-up", "inverted-row"])
def test_it_keeps_both_hands_on_the_bar(exercise_id):
    stage = load_stage(exercise_id)
    for skeleton in skeletons(exercise_id):
        bars = [s for p in stage.scene.props for s in build(p, skeleton, stage.depths) if s.name in ("bar", "rod")]
        x, y, _ = bars[0].chains[0][0].centre
        for arm in arms(skeleton):
            grip = along(arm.tip, arm.end, 0.058)
            assert math.hypot(grip[0] - x, grip[1] - y) <= 0.035
