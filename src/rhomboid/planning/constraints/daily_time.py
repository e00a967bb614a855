"""C1: a daily session stays within its minutes and short enough to follow."""

from rhomboid.planning.conflict import POOL
from rhomboid.planning.constraints.constraint import Constraint
from rhomboid.planning.model import DailyModel, total
from rhomboid.planning.parts import parts_of
from rhomboid.planning.worth import points


def add(model: DailyModel) -> None:
    """Hold the time, the items and the items of one pattern of each daily set."""
    limits = points("limits")
    fewest, most = limits["daily_items"]
    for span, sets in enumerate(model.spans):
        items = model.items(span)
        model.cp.add(total(item.seconds * on for item, on in items) <= sets * model.phase.daily_budget_s)
        for parts in parts_of([(item.seconds, on) for item, on in items], model.phase.daily_budget_s, sets):
            model.cp.add(parts)
        model.cp.add(total(on for _, on in items) >= sets * fewest)
        model.cp.add(total(on for _, on in items) <= sets * most)
        for pattern in sorted({item.exercise.pattern for item, _ in items}):
            same = [on for item, on in items if item.exercise.pattern == pattern]
            model.cp.add(total(same) <= sets * limits["daily_same_pattern"])


CONSTRAINT = Constraint("daily time", "C1", ("schedule.daily_minutes", *POOL), add)
