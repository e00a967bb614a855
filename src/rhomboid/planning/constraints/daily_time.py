"""C1: a daily session stays within its minutes and short enough to follow."""

from rhomboid.planning.conflict import POOL
from rhomboid.planning.constraints.constraint import Constraint
from rhomboid.planning.model import DailyModel
from rhomboid.planning.worth import points


def add(model: DailyModel) -> None:
    """Hold the time, the items and the items of one pattern of each daily set."""
    limits = points("limits")
    fewest, most = limits["daily_items"]
    for one in model.sets:
        items = model.items(one)
        model.cp.add(sum(item.seconds * on for item, on in items) <= model.phase.daily_budget_s)
        model.cp.add(sum(on for _, on in items) >= fewest)
        model.cp.add(sum(on for _, on in items) <= most)
        for pattern in sorted({item.exercise.pattern for item, _ in items}):
            same = [on for item, on in items if item.exercise.pattern == pattern]
            model.cp.add(sum(same) <= limits["daily_same_pattern"])


CONSTRAINT = Constraint("daily time", "C1", ("schedule.daily_minutes", *POOL), add)
