"""Continuity: moves of the phase before are kept."""

from rhomboid.planning.goals.goal import Goal
from rhomboid.planning.model import StrengthModel, total
from rhomboid.planning.worth import points


def add(model: StrengthModel) -> None:
    """Add points for each move kept."""
    model.points.append(points("strength")["kept"] * total(model.kept.values()))


GOAL = Goal("continuity", add)
