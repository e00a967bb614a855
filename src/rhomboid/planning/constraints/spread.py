"""P1: a session does not repeat one pattern over and over."""

from rhomboid.planning.conflict import POOL
from rhomboid.planning.constraints.constraint import Constraint
from rhomboid.planning.model import StrengthModel, total
from rhomboid.planning.worth import points


def add(model: StrengthModel) -> None:
    """Hold the loaded moves of one pattern in one session to a few."""
    most = points("limits")["same_pattern_in_session"]
    for span, sessions in enumerate(model.spans):
        for pattern in sorted({move.exercise.pattern for move in model.phase.loaded}):
            same = [on for move, on in model.items(span) if move.exercise.pattern == pattern]
            model.cp.add(total(same) <= sessions * most)


CONSTRAINT = Constraint("spread", "P1", POOL, add)
