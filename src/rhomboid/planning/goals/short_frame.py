"""A short frame: warm-up and cool-down no longer than C3 asks, of few items that suit the person."""

from rhomboid.planning.goals.goal import Goal
from rhomboid.planning.model import FrameModel
from rhomboid.planning.worth import points


def add(model: FrameModel) -> None:
    """Take points for items and for seconds above the least; add each item's own."""
    p = points("ease")
    over = model.warm_up_s + model.cool_down_s - model.phase.row.warm_up_s - model.phase.row.cool_down_s
    model.points.append(p["overshoot"] * over)
    model.points += [(p["line"] + item.worth) * model.easy[item.exercise.id] for item in model.phase.easy]
    model.points += [(p["line"] + item.worth) * model.dynamic[item.exercise.id] for item in model.phase.dynamic]
    worth = {item.exercise.id: item.worth for item in model.phase.cool_down}
    model.points += [(p["line"] + worth[one]) * on for (one, _), on in model.cool.items()]


GOAL = Goal("short frame", add)
