"""C5: a pull in at least two strength sessions of the week."""

from rhomboid.catalogue.rulebook import rule
from rhomboid.planning.conflict import POOL
from rhomboid.planning.constraints.constraint import Constraint
from rhomboid.planning.model import StrengthModel


def add(model: StrengthModel) -> None:
    """Count the sessions with a pull."""
    sessions = model.sessions_with(lambda move: move.exercise.is_pull, "pull")
    model.cp.add(sessions >= rule("C5").numbers["pull_sessions"])


CONSTRAINT = Constraint("pulls", "C5", POOL, add)
