"""P1: a session does not repeat one pattern over and over."""

from rhomboid.planning.conflict import POOL
from rhomboid.planning.constraints.constraint import Constraint
from rhomboid.planning.model import StrengthModel
from rhomboid.planning.worth import points


def add(model: StrengthModel) -> None:
    """Hold the loaded moves of one pattern in one session to a few."""
    most = points("limits")["same_pattern_in_session"]
    for day in model.days:
        for pattern in sorted({move.exercise.pattern for move in model.phase.loaded}):
            same = [model.on[move.exercise.id, day] for move in model.phase.loaded if move.exercise.pattern == pattern]
            if len(same) > most:
                model.cp.add(sum(same) <= most)


CONSTRAINT = Constraint("spread", "P1", POOL, add)
