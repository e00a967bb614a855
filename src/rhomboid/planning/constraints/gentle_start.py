"""C8: a program that begins in acute pain has a first daily set of easy mobility alone, for those days only."""

from rhomboid.planning.conflict import POOL
from rhomboid.planning.constraints.constraint import Constraint
from rhomboid.planning.instance import Ease
from rhomboid.planning.model import DailyModel


def add(model: DailyModel) -> None:
    """Keep everything but entry mobility out of the set of the first days."""
    for span in model.gentle_spans:
        for item, on in model.items(span):
            if not is_gentle(item):
                model.cp.add(on == 0)


def is_gentle(item: Ease) -> bool:
    """Return whether C8 lets an item stand in the first days: entry mobility, nothing rolled."""
    exercise = item.exercise
    rolled = exercise.category in ("foam-roll", "trigger-point") or "tissue_pressure" in exercise.provocations
    return item.block == "mobility" and exercise.tier == "entry" and not rolled


CONSTRAINT = Constraint("gentle start", "C8", POOL, add)
