"""C3: stretches at the end, for at least the seconds of the table."""

from rhomboid.catalogue.rulebook import rule
from rhomboid.planning.conflict import POOL
from rhomboid.planning.constraints.constraint import Constraint
from rhomboid.planning.model import FrameModel


def add(model: FrameModel) -> None:
    """Choose stretches, two or three times a side each, and leave room for the work among the items of a session."""
    numbers = rule("C3").numbers
    for item in model.phase.cool_down:
        model.cp.add(sum(model.stretched(item)) <= 1)
    chosen = sum(model.cool.values())
    model.cp.add(chosen >= 1)
    model.cp.add(chosen <= numbers["items"][1] - numbers["loaded_at_least"] - numbers["core_at_least"])
    model.cp.add(model.cool_down_s >= model.phase.row.cool_down_s)


CONSTRAINT = Constraint("cool-down", "C3", ("schedule.minutes", *POOL), add)
