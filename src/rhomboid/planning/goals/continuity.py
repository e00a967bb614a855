"""Continuity: moves of the phase before are kept."""

from rhomboid.planning.goals.goal import Goal
from rhomboid.planning.model import StrengthModel


def add(model: StrengthModel) -> None:
    """Add points for each move kept; in the search for the bound of a whole program, its share of them."""
    for move in model.phase.loaded:
        worth = model.worth_keeping(move.exercise.id)
        if worth:
            model.points.append(worth * model.any_of(model.used(move), f"kept {move.exercise.id}"))


GOAL = Goal("continuity", add)
