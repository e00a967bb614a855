"""B1: what a clinician requires for easing stands in a warm-up, a cool-down or a daily set."""

from rhomboid.planning.constraints.constraint import Constraint
from rhomboid.planning.model import EaseModel, Literal


def add(model: EaseModel) -> None:
    """Put each required item into at least one place it may stand in."""
    for one in model.phase.required:
        places = [*_at(model.easy, one), *_at(model.dynamic, one)]
        places += [on for (item, _), on in model.cool.items() if item == one]
        places += [on for (item, _), on in model.daily.items() if item == one]
        if places:
            model.cp.add(sum(places) >= 1)


def _at(table: dict[str, Literal], one: str) -> list[Literal]:
    return [table[one]] if one in table else []


CONSTRAINT = Constraint("required ease", "B1", ("limits.require", "schedule.daily_minutes"), add)
