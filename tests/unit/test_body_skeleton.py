"""Skeletons: bones keep their length, sides mirror, reaches end where they aim."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rhomboid.body import anatomy
from rhomboid.body.pose import merge, to_pose
from rhomboid.body.solve import solve
from rhomboid.body.stage import load_stage
from rhomboid.body.touch import lowest
from rhomboid.body.tween import tween
from rhomboid.body.vector import length, sub, swing, turn, unit

STAND = {
    "pelvis": [0, 0.925, 0], "pitch": 0,
    "arms": {"up": [0, -1, 0], "fore": [0, -1, 0]},
    "legs": {"foot": [-0.03, 0.12]},
}  # fmt: skip
angles = st.floats(-40, 40)


def stand(**changes):
    return to_pose(merge(STAND, changes))


@settings(max_examples=40, deadline=None)
@given(angles, angles, angles, angles, st.floats(-60, 100))
def test_it_keeps_the_length_of_every_bone(lumbar, thoracic, bend, twist, pitch):
    skeleton = solve(stand(lumbar=lumbar, thoracic=thoracic, bend=bend, twist=twist, pitch=pitch))
    for name, chain in skeleton.limbs.items():
        upper, lower = (anatomy.UPPER_ARM, anatomy.FOREARM) if name.startswith("arm") else (anatomy.THIGH, anatomy.SHIN)
        assert length(sub(chain.mid, chain.root)) == pytest.approx(upper, abs=1e-6)
        assert length(sub(chain.tip, chain.mid)) == pytest.approx(lower, abs=1e-6)


def test_it_stands_on_both_soles():
    assert lowest(solve(stand())) == pytest.approx(0, abs=0.001)


def test_it_mirrors_a_pair_of_limbs():
    limbs = solve(stand()).limbs
    for one, other in (("arm_r", "arm_l"), ("leg_r", "leg_l")):
        x, y, z = limbs[one].tip
        assert limbs[other].tip == pytest.approx((x, y, -z))


@pytest.mark.parametrize(
    ("change", "axis", "sign"),
    [({"lumbar": 30}, 0, 1), ({"thoracic": -30}, 0, -1), ({"bend": 20}, 2, 1), ({"bend": -20}, 2, -1)],
)
def test_it_bends_the_spine_the_way_it_is_told(change, axis, sign):
    assert solve(stand(**change)).head[axis] * sign > 0.04


def test_it_turns_the_chest_to_the_right():
    skeleton = solve(stand(twist=40))
    assert skeleton.roots["arm_l"][0] > skeleton.roots["arm_r"][0]


def test_it_reports_how_far_a_hand_falls_short():
    far = stand(arms={"hand": [2.0, 1.2, 0.2]})
    assert solve(far).limbs["arm_r"].short > 1


def test_it_sinks_until_it_lies_on_the_floor():
    lying = stand(pelvis=[0, 1, 0], pitch=90, settle=True, legs={"thigh": [-1, 0, 0], "shin": [-1, 0, 0]})
    assert lowest(solve(lying)) == pytest.approx(0, abs=0.002)


def test_it_replaces_both_sides_by_a_later_pair():
    merged = merge(STAND, {"arm_r": {"up": [1, 0, 0]}}, {"arms": {"up": [0, 1, 0]}})
    assert merged["arm_r"]["up"] == merged["arm_l"]["up"] == [0, 1, 0]


def test_it_keeps_planted_feet_still_all_the_way():
    stage = load_stage("light-squat")
    tips = [stage.skeleton(t / 8).limbs["leg_r"].tip for t in range(9)]
    assert all(tip == pytest.approx(tips[0], abs=0.004) for tip in tips)


def test_it_passes_the_two_ends_of_a_tween_unchanged():
    stage = load_stage("bird-dog")
    start, end = stage.scene.start, stage.scene.end
    assert tween(start, end, 0.0, stage.pair) is start
    assert tween(start, end, 1.0, stage.pair) is end


@settings(max_examples=40, deadline=None)
@given(st.tuples(angles, angles, angles).filter(lambda v: length(v) > 1), st.floats(0, 1))
def test_it_swings_between_opposite_directions_without_shrinking(vector, t):
    one = unit(vector)
    other = (-one[0], -one[1], -one[2])
    assert length(swing(one, other, t, (0.25, 0.1, 1.0))) == pytest.approx(1)


def test_it_turns_by_the_right_hand_rule():
    assert turn((1.0, 0.0, 0.0), (0.0, 0.0, 1.0), 90) == pytest.approx((0, 1, 0))
