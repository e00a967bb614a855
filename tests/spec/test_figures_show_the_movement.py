"""Figures: each shows the movement that its words describe. Read from the joints, not from the drawn bytes."""

import math
from itertools import pairwise

import pytest

from rhomboid.body.stage import Stage, load_stage
from tests.figure_stages import BODIES


def rise(stage: Stage, joint: str) -> float:
    """Return how much higher a joint is at the end than at the start, in metres."""
    return stage.solved[-1].joint(joint)[1] - stage.solved[0].joint(joint)[1]


def forward(stage: Stage, joint: str) -> float:
    return stage.solved[-1].joint(joint)[0] - stage.solved[0].joint(joint)[0]


def bend(stage: Stage, moment: int, joint: str) -> float:
    """Return how far a knee or elbow is bent, in degrees."""
    name, side = joint.split("_")
    chain = stage.solved[moment].limbs[f"{'leg' if name == 'knee' else 'arm'}_{side}"]
    cosine = sum(a * b for a, b in zip(chain.upper, chain.lower, strict=True))
    return math.degrees(math.acos(max(-1.0, min(1.0, cosine))))


def moved(stage: Stage, *, up: bool) -> set[str]:
    """Return the hands and feet that have moved up, or down, by more than 15 cm at the second pose."""
    start, second = stage.solved[:2]
    names = ("hand_r", "hand_l", "foot_r", "foot_l")
    ways = {name: second.joint(name)[1] - start.joint(name)[1] for name in names}
    return {name for name, way in ways.items() if (way if up else -way) > 0.15}


CROSSED = ({"hand_r", "foot_l"}, {"hand_l", "foot_r"})
# exercise, what is seen, and how it is measured
SEEN = [
    ("band-row", "the hands come back to the belly", lambda s: forward(s, "hand_r") < -0.2),
    ("band-row", "the elbows end behind the chest", lambda s: s.solved[-1].joint("elbow_r")[0] < s.solved[-1].joint("chest")[0]),
    ("light-squat", "the hips sink by a third of a metre", lambda s: rise(s, "hips") < -0.3),
    ("sit-to-stand", "the hips rise from the seat", lambda s: rise(s, "hips") > 0.3),
    ("glute-bridge", "the hips rise, the shoulders stay down", lambda s: rise(s, "hips") > 0.12 > rise(s, "shoulder_r")),
    ("prone-y", "both hands leave the floor", lambda s: min(rise(s, "hand_r"), rise(s, "hand_l")) > 0.06),
    ("prone-arm-lift", "one hand leaves the floor, the other stays", lambda s: rise(s, "hand_r") > 0.06 > rise(s, "hand_l")),
    ("prone-cobra", "the chest rises", lambda s: rise(s, "neck") > 0.05),
    ("wall-slide", "the hands slide up the wall", lambda s: rise(s, "hand_r") > 0.15 and abs(forward(s, "hand_r")) < 0.03),
    ("bird-dog", "an arm and the leg of the other side leave the floor", lambda s: moved(s, up=True) in CROSSED),
    ("chin-tuck", "the head goes straight back", lambda s: forward(s, "head") < -0.015 and abs(rise(s, "head")) < 0.03),
    ("cat-cow", "the back goes from hollow to round", lambda s: s.scene.start.thoracic + s.scene.start.lumbar < 0 < s.scene.end.thoracic),
    ("machine-lat-pulldown", "the bar ends before the face", lambda s: s.solved[-1].joint("hand_r")[0] > s.solved[-1].joint("head")[0]),
    ("behind-the-neck-pulldown", "the bar ends behind the neck", lambda s: s.solved[-1].joint("hand_r")[0] < s.solved[-1].joint("neck")[0]),
    ("shoulder-press", "the hands end above the head", lambda s: s.solved[-1].joint("hand_r")[1] > s.solved[-1].joint("head")[1]),
    ("biceps-curl", "the elbow bends", lambda s: bend(s, -1, "elbow_r") - bend(s, 0, "elbow_r") > 80),
    ("triceps-pushdown", "the elbow straightens", lambda s: bend(s, 0, "elbow_r") - bend(s, -1, "elbow_r") > 50),
    ("leg-extension", "the knee straightens", lambda s: bend(s, 0, "knee_r") - bend(s, -1, "knee_r") > 60),
    ("leg-curl", "the knee bends", lambda s: bend(s, -1, "knee_r") - bend(s, 0, "knee_r") > 60),
    ("dead-bug", "an arm and the leg of the other side sink", lambda s: moved(s, up=False) in CROSSED),
    ("heel-raise", "the whole body rises", lambda s: 0.03 < rise(s, "hips") < 0.12),
    ("side-plank", "the hips rise", lambda s: rise(s, "hips") > 0.1),
    ("childs-pose", "the hips go back and down", lambda s: forward(s, "hips") < -0.1 and rise(s, "hips") < -0.1),
    ("lateral-raise-dumbbell", "the hands rise to the shoulders", lambda s: abs(s.solved[-1].joint("hand_r")[1] - s.solved[-1].joint("shoulder_r")[1]) < 0.12),
    ("shrug", "the shoulders rise, the elbows stay straight", lambda s: rise(s, "shoulder_r") > 0.02 and bend(s, -1, "elbow_r") < 20),
    ("turkish-get-up", "it ends on both feet with the hand overhead", lambda s: s.solved[-1].joint("hips")[1] > 0.9 and s.solved[-1].joint("hand_r")[1] > 1.8),
    ("quadruped-rotation", "the elbow turns up to the ceiling", lambda s: rise(s, "elbow_r") > 0.3),
    ("seated-overhead-reach", "the arm goes up by the side", lambda s: s.solved[1].joint("hand_r")[2] > 0.5),
]  # fmt: skip


@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize(("exercise_id", "seen", "holds"), SEEN, ids=[f"{one}: {seen}" for one, seen, _ in SEEN])
def test_it_shows(exercise_id, seen, holds, body):
    assert holds(load_stage(exercise_id, (), body)), seen


@pytest.mark.parametrize("exercise_id", ["turkish-get-up", "olympic-lifts"])
def test_it_lifts_the_weight_higher_from_pose_to_pose(exercise_id):
    heights = [skeleton.joint("hand_r")[1] for skeleton in load_stage(exercise_id).solved]
    assert len(heights) >= 5
    assert all(low < high + 0.02 for low, high in pairwise(heights))
    assert heights[-1] - heights[0] > 0.9


@pytest.mark.parametrize("exercise_id", ["plank", "push-up-plus", "knee-plank"])
def test_it_holds_the_body_in_a_line(exercise_id):
    """The hips are on the line from shoulder to ankle or knee, within a hand's breadth."""
    skeleton = load_stage(exercise_id).solved[-1]
    (x0, y0, _), (x1, y1, _) = skeleton.joint("shoulder_r"), skeleton.joint("knee_r")
    x, y, _ = skeleton.joint("hips")
    assert abs(y - (y0 + (y1 - y0) * (x - x0) / (x1 - x0))) < 0.1
