"""Figures: what rests on something touches it within a centimetre, for both bodies, at every moment of the movement."""

import pytest

from rhomboid.body.anatomy import BUILDS
from rhomboid.body.check import SEGMENTS, beyond, centre_of_mass, contacts, loose_contacts, off_balance, walls
from rhomboid.body.places import surfaces
from rhomboid.body.scene import load_scene
from rhomboid.body.stage import load_stage
from rhomboid.body.surface import FLOOR, Flat, nearest
from rhomboid.body.touch import part_blobs
from tests.figure_stages import IDS, moments

# In water, in the air, on a saddle or hanging from a bar.
ON_NOTHING = {"swimming", "jumping", "cycling", "assisted-pull-up"}
PARTS = ("head", "back", "hand_r", "hand_l", "forearm_r", "forearm_l", "knee_r", "knee_l", "foot_r", "foot_l")


@pytest.mark.parametrize("body", BUILDS)
@pytest.mark.parametrize("exercise_id", IDS)
def test_it_touches_what_it_rests_on_and_sinks_into_nothing(exercise_id, body):
    stage = load_stage(exercise_id, (), body)
    assert [loose for t in moments(stage) for loose in loose_contacts(stage, t)] == []


@pytest.mark.parametrize("exercise_id", sorted(set(IDS) - ON_NOTHING))
def test_it_rests_on_something_in_every_pose(exercise_id):
    for pose in load_scene(exercise_id).poses:
        assert contacts(pose) or pose.settle


@pytest.mark.parametrize("exercise_id", IDS)
def test_it_rests_on_the_side_of_a_thing_and_not_beside_it(exercise_id):
    stage = load_stage(exercise_id)
    for pose, skeleton in zip(stage.scene.poses, stage.solved, strict=True):
        for part, surface in contacts(pose):
            if isinstance(surface, Flat):
                blobs = part_blobs(skeleton, part)
                closest = min(blobs, key=lambda blob: (not surface.holds(blob.centre, 0.03), surface.gap(blob)[0]))
                assert surface.holds(closest.centre, 0.03), f"{part} is beside it"


@pytest.mark.parametrize("body", BUILDS)
@pytest.mark.parametrize("exercise_id", IDS)
def test_it_stands_and_kneels_with_its_weight_over_its_base(exercise_id, body):
    stage = load_stage(exercise_id, (), body)
    for t in moments(stage):
        assert off_balance(stage, t) <= 0, f"{off_balance(stage, t) * 100:.1f} cm beyond at {t:.2f}"


@pytest.mark.parametrize("exercise_id", [i for i in IDS if any("wall" in p["kind"] for p in load_scene(i).props)])
def test_it_goes_through_no_wall(exercise_id):
    stage = load_stage(exercise_id)
    for skeleton in stage.solved:
        for side in walls(surfaces(stage.scene.props, skeleton))[:1]:
            for part in PARTS:
                blobs = [blob for blob in part_blobs(skeleton, part) if side.holds(blob.centre, 0.0)]
                assert not blobs or nearest(side, blobs)[0] >= -0.015 or front_of(side, blobs), part


def front_of(side, blobs) -> bool:
    """Return whether all of a part is on the far side of a wall's face, as of a wall seen from behind."""
    return all(side.gap(blob)[0] < -0.05 for blob in blobs)


@pytest.mark.parametrize("column", [0, 1])
def test_it_weighs_one_whole_body(column):
    paired = {"upper arm", "forearm", "hand", "thigh", "shank", "foot"}
    total = sum(masses[column] * (2 if name in paired else 1) for name, (masses, _) in SEGMENTS.items())
    assert total == pytest.approx(1.0, abs=0.001)


def test_it_has_its_weight_just_below_the_navel_when_standing():
    for body in BUILDS:
        x, y, z = centre_of_mass(load_stage("scapular-squeeze", (), body).solved[0])
        assert 0.52 <= y / 1.75 <= 0.60
        assert abs(x) < 0.06
        assert z == pytest.approx(0, abs=0.01)


def test_it_measures_how_far_a_point_is_beyond_a_square():
    square = ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0), (0.5, 0.5))
    assert beyond((0.5, 0.5), square) == pytest.approx(-0.5)
    assert beyond((1.25, 0.5), square) == pytest.approx(0.25)


def test_it_finds_the_floor_under_a_foot():
    stage = load_stage("light-squat")
    assert ("foot_r", FLOOR) in contacts(stage.scene.start)
