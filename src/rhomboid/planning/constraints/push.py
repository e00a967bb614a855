"""C5: no more push than pull items in a week."""

from rhomboid.planning.conflict import POOL
from rhomboid.planning.constraints.constraint import Constraint
from rhomboid.planning.model import StrengthModel


def add(model: StrengthModel) -> None:
    """Hold pushes at or below pulls."""
    pushes = model.count(lambda move: move.exercise.is_push)
    model.cp.add(pushes <= model.count(lambda move: move.exercise.is_pull))


CONSTRAINT = Constraint("push", "C5", POOL, add)
