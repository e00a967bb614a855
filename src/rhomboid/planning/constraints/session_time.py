"""C3: a session fits its minutes with every item at its greatest dose of the phase."""

from itertools import product

from rhomboid.planning.constraints.constraint import Constraint
from rhomboid.planning.model import StrengthModel


def add(model: StrengthModel) -> None:
    """Keep each session within its time, for each choice of how far the sets may climb."""
    left = model.phase.budget_s - model.frame.warm_up_s - model.frame.cool_down_s
    for day, more_sets, more_core in product(model.days, (0, 1), (0, 1)):
        work = sum(move.seconds[more_sets] * model.on[move.exercise.id, day] for move in model.phase.loaded)
        trunk = sum(move.seconds[more_core] * model.trunk[move.exercise.id, day] for move in model.phase.core)
        chosen = [
            model.more_sets if more_sets else model.more_sets.negated(),
            model.more_core_sets if more_core else model.more_core_sets.negated(),
        ]
        model.cp.add(work + trunk <= left).only_enforce_if(chosen)


CONSTRAINT = Constraint("session time", "C3", ("schedule.minutes",), add)
