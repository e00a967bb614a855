"""C5: a pull in at least two strength sessions of the week."""

from rhomboid.catalogue.rulebook import rule
from rhomboid.planning.conflict import POOL
from rhomboid.planning.constraints.constraint import Constraint
from rhomboid.planning.model import StrengthModel


def add(model: StrengthModel) -> None:
    """Count the sessions with a pull."""
    sessions = [
        model.any_of(
            [model.on[move.exercise.id, day] for move in model.phase.loaded if move.exercise.is_pull], f"pull {day}"
        )
        for day in model.days
    ]
    model.cp.add(sum(sessions) >= rule("C5").numbers["pull_sessions"])


CONSTRAINT = Constraint("pulls", "C5", POOL, add)
