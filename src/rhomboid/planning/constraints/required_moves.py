"""B1: what a clinician requires stands in the week, where nothing else forbids it."""

from rhomboid.planning.constraints.constraint import Constraint
from rhomboid.planning.model import StrengthModel


def add(model: StrengthModel) -> None:
    """Put each required loaded or trunk move into at least one session."""
    for has in (model.has, model.has_trunk):
        for one, stands in has.items():
            if one in model.phase.required:
                model.cp.add(stands == 1)


CONSTRAINT = Constraint("required moves", "B1", ("limits.require", "schedule.minutes"), add)
