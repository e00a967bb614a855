"""Figures at the moments that tests look at: every pose, and moments between each and the next."""

from functools import cache

from rhomboid.body.anatomy import BUILDS
from rhomboid.body.scene import scene_ids
from rhomboid.body.skeleton import Skeleton
from rhomboid.body.stage import Stage, load_stage

IDS = scene_ids()
BODIES = tuple(BUILDS)


def moments(stage: Stage) -> tuple[float, ...]:
    """Return the poses, and two moments between each and the next."""
    last = 3 * (len(stage.solved) - 1)
    return tuple(i / last for i in range(last + 1))


@cache
def skeletons(exercise_id: str, body: str) -> tuple[Skeleton, ...]:
    """Return the skeletons of one body at those moments."""
    stage = load_stage(exercise_id, (), body)
    return tuple(stage.skeleton(t) for t in moments(stage))


def all_skeletons(exercise_id: str) -> tuple[Skeleton, ...]:
    """Return the skeletons of both bodies."""
    return tuple(skeleton for body in BODIES for skeleton in skeletons(exercise_id, body))
