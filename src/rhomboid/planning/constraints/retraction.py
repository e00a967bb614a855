"""C5: two retraction items a week."""

from rhomboid.catalogue.rulebook import rule
from rhomboid.planning.conflict import POOL
from rhomboid.planning.constraints.constraint import Constraint
from rhomboid.planning.model import StrengthModel


def add(model: StrengthModel) -> None:
    """Count loaded moves of the retraction patterns over the week."""
    model.cp.add(model.count(lambda move: move.exercise.is_retraction) >= rule("C5").numbers["retraction_items"])


CONSTRAINT = Constraint("retraction", "C5", POOL, add)
