"""Room to grow: a third set of loaded moves, a second of trunk moves, where time allows."""

from rhomboid.planning.goals.goal import Goal
from rhomboid.planning.model import StrengthModel
from rhomboid.planning.worth import points


def add(model: StrengthModel) -> None:
    """Add points for each loaded move whose sets may climb, and once for the trunk moves."""
    p = points("strength")
    model.points_of_more_sets += [p["more_sets"] * literal for literal in model.on.values()]
    model.points.append(p["more_core_sets"] * model.more_core_sets)


GOAL = Goal("more sets", add)
