"""Room to grow: a third set of loaded moves, a second of trunk moves, where time allows."""

from rhomboid.planning.goals.goal import Goal
from rhomboid.planning.model import FEWEST_SETS, StrengthModel
from rhomboid.planning.worth import points


def add(model: StrengthModel) -> None:
    """Add points for each loaded move whose sets may climb, and once for the trunk moves."""
    p = points("strength")
    most = model.phase.row.moves * model.phase.sessions
    if model.phase.row.sets > FEWEST_SETS:
        growing = model.cp.new_int_var(0, most, "room for a third set")
        model.cp.add(growing <= most * model.more_sets)
        model.cp.add(growing <= model.count(lambda _: True))
        model.points.append(p["more_sets"] * growing)
    model.points.append(p["more_core_sets"] * model.more_core_sets)


GOAL = Goal("more sets", add)
