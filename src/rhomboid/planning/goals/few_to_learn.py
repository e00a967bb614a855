"""Few different moves to learn, without doing one on every day."""

from rhomboid.planning.goals.goal import Goal
from rhomboid.planning.model import StrengthModel, total
from rhomboid.planning.worth import points


def add(model: StrengthModel) -> None:
    """Take points for each different loaded move, and for each further day of the same one."""
    p = points("strength")
    again = p["again"][model.phase.profile.experience.level]
    for move in model.phase.loaded:
        used = model.used(move)
        # Some day's literal forces `learnt` up; nothing else needs to, because it costs points.
        learnt = model.cp.new_bool_var(f"learnt {move.exercise.id}")
        for literal in used:
            model.cp.add_implication(literal, learnt)
        model.points.append((p["new_to_learn"] - again) * learnt)
        model.points.append(again * total(used))


GOAL = Goal("few to learn", add)
