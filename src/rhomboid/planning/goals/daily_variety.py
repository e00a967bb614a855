"""Daily sessions that suit the person, cover many patterns and differ from each other."""

from rhomboid.planning.goals.goal import Goal
from rhomboid.planning.model import DailyModel
from rhomboid.planning.worth import points


def add(model: DailyModel) -> None:
    """Add points for items, for the first item of a pattern in a set, and for each different item."""
    p = points("ease")
    any_of = model.any_of
    for item in model.phase.daily:
        used = [model.daily[item.exercise.id, one] for one in model.sets]
        model.points += [(p["item"] + item.worth) * literal for literal in used]
        model.points.append(p["seen"] * any_of(used, f"seen {item.exercise.id}"))
    for one in model.sets:
        for pattern, worth in sorted(p["pattern"].items()):
            same = [on for item, on in model.items(one) if item.exercise.pattern == pattern]
            if same:
                model.points.append(worth * any_of(same, f"{pattern} {one}"))


GOAL = Goal("daily variety", add)
