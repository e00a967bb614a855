"""Continuity: moves of the phase before are kept, on the same day if that may be."""

from rhomboid.planning.goals.goal import Goal
from rhomboid.planning.model import StrengthModel
from rhomboid.planning.worth import points


def add(model: StrengthModel) -> None:
    """Add points for each move kept. In the bound of a whole program every known move counts as kept."""
    p = points("strength")
    for move in model.phase.loaded:
        one = move.exercise.id
        days = model.days_before(one)
        if days is None:
            continue
        model.points.append(p["kept"] * model.any_of(model.used(move), f"kept on {one}"))
        model.points += [p["kept_on_day"] * model.on[one, day] for day in sorted(days) if day in model.days]


GOAL = Goal("continuity", add)
