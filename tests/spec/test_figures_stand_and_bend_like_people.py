"""Figures: joints stay in human range, what is planted stays planted, hands are on what they hold."""

import math

import pytest

from rhomboid.body.grips import HANDLES, empty_fists, off_their_handles
from rhomboid.body.held import SIDES
from rhomboid.body.limb import Chain, shoe_points
from rhomboid.body.props import build
from rhomboid.body.scene import load_scene
from rhomboid.body.skeleton import Skeleton
from rhomboid.body.stage import load_stage
from rhomboid.body.touch import lowest
from rhomboid.body.vector import Vec, along, cross, dot, length, square_to, sub, turn, unit
from rhomboid.catalogue.load import load_catalogue
from tests.figure_stages import BODIES, IDS, all_skeletons, moments, skeletons

CENTIMETRE = 0.01
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


# Arms that swing with loosely closed hands.
SWINGING_FISTS = {
    "high-intensity-aerobics",
    "jogging-running",
    "light-cardio-warmup",
    "low-intensity-cardio",
    "marching-in-place",
    "seated-easy-movement",
}
# How far a thigh may turn in its hip, where more than usual: the leg that is swept under the body.
TURNED = {"turkish-get-up": 90}
# Moments at which a hand is on its way to what it will hold.
ON_THE_WAY = {"chair-rotation": (2 / 3,)}


def angle(a: Vec, b: Vec) -> float:
    return math.degrees(math.acos(max(-1.0, min(1.0, dot(unit(a), unit(b))))))


def carried(v: Vec, start: Vec, stop: Vec) -> Vec:
    """Return `v` carried along by the shortest turn from `start` to `stop`."""
    axis = cross(start, stop)
    return turn(v, unit(axis), angle(start, stop)) if length(axis) > 1e-6 else v


def legs(skeleton: Skeleton) -> list[Chain]:
    return [skeleton.limbs["leg_r"], skeleton.limbs["leg_l"]]


def arms(skeleton: Skeleton) -> list[Chain]:
    return [skeleton.limbs["arm_r"], skeleton.limbs["arm_l"]]


def test_it_draws_every_exercise_of_the_catalogue_and_no_other():
    assert tuple(exercise.id for exercise in load_catalogue().exercises) == IDS


@pytest.mark.parametrize("exercise_id", IDS)
def test_it_bends_no_knee_backwards_nor_too_far(exercise_id):
    for skeleton in all_skeletons(exercise_id):
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
                assert turned <= TURNED.get(exercise_id, 70), f"thigh turned by {turned:.0f}"


@pytest.mark.parametrize("exercise_id", IDS)
def test_it_keeps_hips_and_ankles_in_range(exercise_id):
    for skeleton in all_skeletons(exercise_id):
        frame = skeleton.at(0.0)[1]
        down = (-frame[1][0], -frame[1][1], -frame[1][2])
        for leg in legs(skeleton):
            swing = angle(down, leg.upper)
            behind = dot(leg.upper, frame[0]) < 0
            assert swing <= (38 if behind else 140), f"hip at {swing:.0f}, behind: {behind}"
            assert 50 <= angle((-leg.lower[0], -leg.lower[1], -leg.lower[2]), leg.end) <= 170


@pytest.mark.parametrize("exercise_id", IDS)
def test_it_keeps_elbows_and_shoulders_in_range(exercise_id):
    for skeleton in all_skeletons(exercise_id):
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
    for pose in scene.poses:
        assert -32 <= pose.lumbar <= 55
        assert -32 <= pose.thoracic <= 50
        assert abs(pose.twist) <= 65
        assert abs(pose.bend) <= 35
        assert -55 <= pose.neck + pose.nod <= 45
        assert abs(pose.look) <= 70
        assert abs(pose.tilt) <= 40


@pytest.mark.parametrize("exercise_id", IDS)
def test_it_sinks_into_no_floor(exercise_id):
    for skeleton in all_skeletons(exercise_id):
        assert lowest(skeleton) >= -1.5 * CENTIMETRE


@pytest.mark.parametrize("exercise_id", sorted(set(IDS) - OFF_THE_FLOOR))
def test_it_floats_above_no_floor(exercise_id):
    for skeleton in all_skeletons(exercise_id):
        assert lowest(skeleton) <= 1.5 * CENTIMETRE


@pytest.mark.parametrize("exercise_id", IDS)
def test_it_reaches_what_it_reaches_for(exercise_id):
    for skeleton in all_skeletons(exercise_id):
        for name, chain in skeleton.limbs.items():
            assert chain.short <= CENTIMETRE, f"{name} falls {chain.short:.3f} short"


@pytest.mark.parametrize("exercise_id", [i for i in IDS if any(p["kind"] in HANDLES for p in load_scene(i).props)])
def test_it_holds_each_thing_in_the_hands_that_it_is_in(exercise_id):
    stage = load_stage(exercise_id)
    for skeleton in all_skeletons(exercise_id):
        assert off_their_handles(stage, skeleton) == ()
        for prop in stage.scene.props:
            if prop["kind"] in HANDLES:
                usual = "r" if prop["kind"] == "kettlebell" else "both"
                sides = SIDES["both" if prop.get("shared") else prop.get("hands", usual)]
                assert all(skeleton.limbs[f"arm_{side}"].grip == "fist" for side in sides)


@pytest.mark.parametrize("exercise_id", sorted(set(IDS) - SWINGING_FISTS))
def test_it_closes_no_hand_round_nothing(exercise_id):
    stage = load_stage(exercise_id)
    for body in BODIES:
        for t, skeleton in zip(moments(stage), skeletons(exercise_id, body), strict=True):
            if t not in ON_THE_WAY.get(exercise_id, ()):
                assert empty_fists(stage, skeleton) == (), f"at {t}"


@pytest.mark.parametrize("exercise_id", IDS)
def test_it_stands_on_the_whole_sole(exercise_id):
    """A foot planted without pointed toes touches the floor with heel, ball and toes."""
    stage = load_stage(exercise_id)
    for body in BODIES:
        for t, skeleton in zip(moments(stage), skeletons(exercise_id, body), strict=True):
            for name, limb in stage.pose(t).limbs.items():
                if name.startswith("leg") and limb.floor and limb.end is None:
                    heel, _arch, *front = shoe_points(skeleton.limbs[name])
                    for centre, radius in (heel, *front):
                        assert abs(centre[1] - radius) <= 1.5 * CENTIMETRE, f"{name} at {t}"


@pytest.mark.parametrize("exercise_id", ["assisted-pull-up", "inverted-row"])
def test_it_keeps_both_hands_on_the_bar(exercise_id):
    stage = load_stage(exercise_id)
    for skeleton in all_skeletons(exercise_id):
        bars = [s for p in stage.scene.props for s in build(p, skeleton, stage.depths) if s.name in ("bar", "rod")]
        x, y, _ = bars[0].chains[0][0].centre
        for arm in arms(skeleton):
            grip = along(arm.tip, arm.end, 0.058)
            assert math.hypot(grip[0] - x, grip[1] - y) <= 0.035
