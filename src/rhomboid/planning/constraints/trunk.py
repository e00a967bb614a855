"""C5: two core items a week."""

from rhomboid.catalogue.rulebook import rule
from rhomboid.planning.conflict import POOL
from rhomboid.planning.constraints.constraint import Constraint
from rhomboid.planning.model import StrengthModel, total


def add(model: StrengthModel) -> None:
    """Count trunk moves over the week."""
    trunk = total(model.times(move, "core") for move in model.phase.core)
    model.cp.add(trunk >= rule("C5").numbers["core_items"])


CONSTRAINT = Constraint("trunk", "C5", POOL, add)
