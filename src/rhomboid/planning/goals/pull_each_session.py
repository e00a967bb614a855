"""A pull in every session, so that one cut short still has one."""

from rhomboid.planning.goals.goal import Goal
from rhomboid.planning.model import StrengthModel
from rhomboid.planning.worth import points


def add(model: StrengthModel) -> None:
    """Add points for each session that has a pull."""
    for day in model.days:
        pulls = [model.on[move.exercise.id, day] for move in model.phase.loaded if move.exercise.is_pull]
        if pulls:
            model.points.append(points("strength")["pull_in_session"] * model.any_of(pulls, f"a pull {day}"))


GOAL = Goal("pull each session", add)
