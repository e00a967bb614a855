"""C3: a session fits its minutes with every item at its greatest dose of the phase."""

from itertools import product

from rhomboid.planning.constraints.constraint import Constraint
from rhomboid.planning.model import StrengthModel, total
from rhomboid.planning.parts import parts_of


def add(model: StrengthModel) -> None:
    """Keep each session within its time, for each choice of how far the sets may climb."""
    for (span, sessions), more_sets, more_core in product(enumerate(model.spans), (0, 1), (0, 1)):
        # With fewer sets all takes less time, so the time of the fewest holds in any case.
        climbing = [model.more_sets] * more_sets + [model.more_core_sets] * more_core
        moves = [(move.seconds[more_sets], on) for move, on in model.items(span)]
        trunk = [(move.seconds[more_core], on) for move, on in model.items(span, "core")]
        taken = total(seconds * on for seconds, on in (*moves, *trunk))
        model.cp.add(taken <= sessions * model.left_s).only_enforce_if(climbing)
        if model.together:
            shortest = min((seconds for seconds, _ in trunk), default=0)
            for items, room in (((*moves, *trunk), model.most_left_s), (moves, model.most_left_s - shortest)):
                for parts in parts_of(items, room, sessions):
                    model.cp.add(parts).only_enforce_if(climbing)


CONSTRAINT = Constraint("session time", "C3", ("schedule.minutes",), add)
