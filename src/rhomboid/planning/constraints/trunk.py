"""C5: two core items a week."""

from rhomboid.catalogue.rulebook import rule
from rhomboid.planning.conflict import POOL
from rhomboid.planning.constraints.constraint import Constraint
from rhomboid.planning.model import StrengthModel


def add(model: StrengthModel) -> None:
    """Count trunk moves over the week."""
    trunk = sum(literal for move in model.phase.core for literal in model.used(move, "core"))
    model.cp.add(trunk >= rule("C5").numbers["core_items"])


CONSTRAINT = Constraint("trunk", "C5", POOL, add)
