"""C3: how many loaded moves, trunk moves and items in all a strength session holds."""

from rhomboid.catalogue.rulebook import rule
from rhomboid.planning.conflict import POOL
from rhomboid.planning.constraints.constraint import Constraint
from rhomboid.planning.model import StrengthModel, total


def add(model: StrengthModel) -> None:
    """Hold each session between the least and the most items of its budget; stretches count, the warm-up does not."""
    numbers, row = rule("C3").numbers, model.phase.row
    for span, sessions in enumerate(model.spans):
        moves = total(on for _, on in model.items(span))
        trunk = total(on for _, on in model.items(span, "core"))
        model.cp.add(moves >= sessions * numbers["loaded_at_least"])
        model.cp.add(moves <= sessions * row.moves)
        model.cp.add(trunk >= sessions * numbers["core_at_least"])
        model.cp.add(trunk <= sessions * row.core)
        model.cp.add(moves + trunk + sessions * model.stretches <= sessions * numbers["items"][1])


CONSTRAINT = Constraint("session size", "C3", ("schedule.minutes", *POOL), add)
