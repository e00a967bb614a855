"""A pull in every session, so that one cut short still has one."""

from rhomboid.planning.goals.goal import Goal
from rhomboid.planning.model import StrengthModel
from rhomboid.planning.worth import points


def add(model: StrengthModel) -> None:
    """Add points for each session that has a pull."""
    sessions = model.sessions_with(lambda move: move.exercise.is_pull, "a pull")
    model.points.append(points("strength")["pull_in_session"] * sessions)


GOAL = Goal("pull each session", add)
