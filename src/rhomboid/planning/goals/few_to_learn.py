"""Few different moves to learn, without doing one on every day."""

from rhomboid.planning.goals.goal import Goal
from rhomboid.planning.model import StrengthModel
from rhomboid.planning.worth import points


def add(model: StrengthModel) -> None:
    """Take points for each different loaded move, and for each further day of the same one."""
    p = points("strength")
    again = p["again"][model.phase.profile.experience.level]
    for move in model.phase.loaded:
        model.points.append((p["new_to_learn"] - again) * model.has[move.exercise.id])
        model.points.append(again * model.times(move))


GOAL = Goal("few to learn", add)
