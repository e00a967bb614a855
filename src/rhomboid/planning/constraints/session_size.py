"""C3: how many loaded moves, trunk moves and items in all a strength session holds."""

from rhomboid.catalogue.rulebook import rule
from rhomboid.planning.conflict import POOL
from rhomboid.planning.constraints.constraint import Constraint
from rhomboid.planning.model import StrengthModel


def add(model: StrengthModel) -> None:
    """Hold each session between the least and the most items of its budget; stretches count, the warm-up does not."""
    numbers, row = rule("C3").numbers, model.phase.row
    for day in model.days:
        moves = sum(model.on[move.exercise.id, day] for move in model.phase.loaded)
        trunk = sum(model.trunk[move.exercise.id, day] for move in model.phase.core)
        model.cp.add(moves >= numbers["loaded_at_least"])
        model.cp.add(moves <= row.moves)
        model.cp.add(trunk >= numbers["core_at_least"])
        model.cp.add(trunk <= row.core)
        model.cp.add(moves + trunk + len(model.frame.cool_down) <= numbers["items"][1])


CONSTRAINT = Constraint("session size", "C3", ("schedule.minutes", *POOL), add)
