"""C7: what is chosen now could all stay in the later phases, so that no boundary becomes a dead end."""

from rhomboid.planning.constraints.constraint import Constraint
from rhomboid.planning.model import StrengthModel


def add(model: StrengthModel) -> None:
    """Fit each session into its minutes with the rests and targets of the later phases, at the fewest sets."""
    left = model.phase.budget_s - model.frame.warm_up_s - model.frame.cool_down_s
    for place in range(len(model.phase.later_rows)):
        for day in model.days:
            work = sum(move.later[place] * model.on[move.exercise.id, day] for move in model.phase.loaded)
            trunk = sum(move.later[place] * model.trunk[move.exercise.id, day] for move in model.phase.core)
            model.cp.add(work + trunk <= left)


CONSTRAINT = Constraint("room to stay", "C7", ("schedule.minutes",), add)
