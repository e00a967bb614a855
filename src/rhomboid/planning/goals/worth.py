"""The points of each move by itself: where it hurts, what it provokes, what is liked, what has to be fetched."""

from rhomboid.planning.goals.goal import Goal
from rhomboid.planning.model import StrengthModel


def add(model: StrengthModel) -> None:
    """Add each move's points for each session it stands in."""
    for block, moves in (("strength", model.phase.loaded), ("core", model.phase.core)):
        model.points += [move.worth * model.times(move, block) for move in moves]


GOAL = Goal("worth", add)
