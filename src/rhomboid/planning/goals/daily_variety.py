"""Daily sessions that suit the person, cover many patterns and differ from each other."""

from rhomboid.planning.goals.goal import Goal
from rhomboid.planning.model import DailyModel
from rhomboid.planning.worth import points


def add(model: DailyModel) -> None:
    """Add points for items, for the first item of a pattern in a set, and for each different item."""
    p = points("ease")
    for item in model.phase.daily:
        used = [model.daily[item.exercise.id, span] for span in range(len(model.spans))]
        model.points += [(p["item"] + item.worth) * times for times in used]
        model.points.append(p["seen"] * model.any_of(used, f"seen {item.exercise.id}"))
    for span in range(len(model.spans)):
        for pattern, worth in sorted(p["pattern"].items()):
            same = [on for item, on in model.items(span) if item.exercise.pattern == pattern]
            if same:
                model.points.append(worth * model.some_of(same, span, f"{pattern} {span}"))


GOAL = Goal("daily variety", add)
