"""Room to grow: a third set of loaded moves, a second of trunk moves, where time allows."""

from rhomboid.planning.goals.goal import Goal
from rhomboid.planning.model import StrengthModel
from rhomboid.planning.worth import points


def add(model: StrengthModel) -> None:
    """Add points where the sets may climb."""
    p = points("strength")
    model.points += [p["more_sets"] * model.more_sets, p["more_core_sets"] * model.more_core_sets]


GOAL = Goal("more sets", add)
