"""B1: what a clinician requires stands in the week, where nothing else forbids it."""

from rhomboid.planning.constraints.constraint import Constraint
from rhomboid.planning.model import StrengthModel


def add(model: StrengthModel) -> None:
    """Put each required loaded or trunk move into at least one session."""
    for block, moves in (("strength", model.phase.loaded), ("core", model.phase.core)):
        for move in moves:
            if move.exercise.id in model.phase.required:
                model.cp.add(sum(model.used(move, block)) >= 1)


CONSTRAINT = Constraint("required moves", "B1", ("limits.require", "schedule.minutes"), add)
