"""Joints of poses that can be worked out by hand: metres and degrees, the woman of 1.75 m.

Thigh 0.43, shin 0.42, upper arm 0.29, forearm 0.25, spine 0.52, neck 0.10; the shoulders are 0.9 of the way up the
spine, 0.005 behind it and 0.156 to the side, the hips 0.094 to the side.
"""

import math

import pytest

from rhomboid.body.pose import merge, to_pose
from rhomboid.body.solve import solve

STAND = {
    "pelvis": [0, 0.925, 0], "pitch": 0,
    "arms": {"up": [0, -1, 0], "fore": [0, -1, 0]},
    "legs": {"thigh": [0, -1, 0], "shin": [0, -1, 0]},
}  # fmt: skip


def joints(**changes):
    return solve(to_pose(merge(STAND, changes)))


def near(*place):
    return pytest.approx(place, abs=0.001)


def test_it_hangs_straight_from_spine_to_hands_and_feet():
    found = joints()
    assert found.joint("neck") == near(0, 0.925 + 0.52, 0)
    assert found.joint("shoulder_r") == near(-0.005, 0.925 + 0.9 * 0.52, 0.156)
    assert found.joint("elbow_r") == near(-0.005, 1.393 - 0.29, 0.156)
    assert found.joint("hand_r") == near(-0.005, 1.393 - 0.29 - 0.25, 0.156)
    assert found.joint("knee_l") == near(0, 0.925 - 0.43, -0.094)
    assert found.joint("foot_l") == near(0, 0.925 - 0.43 - 0.42, -0.094)


def test_it_bends_an_elbow_by_a_right_angle():
    found = joints(arm_r={"up": [1, 0, 0], "fore": [0, 1, 0]})
    assert found.joint("elbow_r") == near(-0.005 + 0.29, 1.393, 0.156)
    assert found.joint("hand_r") == near(-0.005 + 0.29, 1.393 + 0.25, 0.156)


def test_it_lies_along_a_slanting_direction():
    """The direction 3, 0, 4 is 5 long."""
    found = joints(arm_r={"up": [3, 0, 4], "fore": [3, 0, 4]})
    assert found.joint("hand_r") == near(-0.005 + 0.54 * 0.6, 1.393, 0.156 + 0.54 * 0.8)


def test_it_reaches_with_a_right_angle_where_pythagoras_says():
    """At sqrt(0.29² + 0.25²) from the shoulder the elbow has a right angle, 0.29 * 0.25 / that far off the line."""
    far = math.hypot(0.29, 0.25)
    chain = joints(arm_r={"hand": [-0.005 + far, 1.393, 0.156], "elbow": [0, -1, 0]}).limbs["arm_r"]
    along = 0.29**2 / far
    assert chain.mid == near(-0.005 + along, 1.393 - 0.29 * 0.25 / far, 0.156)
    assert math.dist(chain.root, chain.mid) == pytest.approx(0.29)
    assert math.dist(chain.mid, chain.tip) == pytest.approx(0.25)
    assert chain.short == pytest.approx(0, abs=1e-9)


def test_it_tells_how_much_an_arm_is_too_short():
    """A target 0.60 away is 0.06 beyond an arm of 0.54."""
    assert joints(arm_r={"hand": [0.595, 1.393, 0.156]}).limbs["arm_r"].short == pytest.approx(0.06, abs=0.001)


def test_it_squats_to_a_right_angle_at_the_knee():
    """Foot under the knee, thigh level: hip and knee 0.42 above the ankle, 0.43 apart."""
    found = joints(pelvis=[0, 0.505, 0], legs={"foot": [0.43, 0.094], "knee": [0, 1, 0]})
    assert found.joint("foot_r") == near(0.43, 0.085, 0.094)
    assert found.joint("knee_r") == near(0.43, 0.505, 0.094)


def test_it_leans_from_the_hips_by_the_angle_it_is_told():
    lean = math.radians(30)
    found = joints(pitch=30)
    assert found.joint("neck") == near(0.52 * math.sin(lean), 0.925 + 0.52 * math.cos(lean), 0)
    assert found.joint("hip_r") == near(0, 0.925, 0.094)


def test_it_lies_level_when_it_leans_by_ninety_degrees():
    assert joints(pitch=90).joint("neck") == near(0.52, 0.925, 0)


def test_it_rounds_the_spine_along_twelve_even_steps():
    """Bent by 60 degrees low and high, each of twelve pieces of 0.52 / 12 leans 10 degrees more than the last."""
    angles = [math.radians(10 * step) for step in range(1, 13)]
    x = sum(math.sin(angle) for angle in angles) * 0.52 / 12
    y = sum(math.cos(angle) for angle in angles) * 0.52 / 12
    assert joints(lumbar=60, thoracic=60).joint("neck") == near(x, 0.925 + y, 0)


def test_it_turns_the_shoulders_round_the_spine():
    """Turned 90 degrees to the right, the left shoulder is in front and the right one behind."""
    found = joints(twist=90)
    assert found.joint("shoulder_l")[0] - found.joint("shoulder_r")[0] == pytest.approx(
        2 * 0.156 * math.sin(math.radians(90 * 11 / 12)), abs=0.003
    )


def test_it_tilts_the_shoulders_forward_with_the_blades():
    """Blades drawn together by 3 cm move the shoulders back by as much, and together by 0.3 of it."""
    found = joints(retract=0.03)
    assert found.joint("shoulder_r") == near(-0.005 - 0.03, 1.393, 0.156 - 0.009)
