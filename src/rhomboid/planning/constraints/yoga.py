"""C5: yoga at most an hour a week in the first phase."""

from rhomboid.catalogue.rulebook import rule
from rhomboid.planning.constraints.constraint import Constraint
from rhomboid.planning.instance import Ease
from rhomboid.planning.model import COOL_DOWN_SETS, EaseModel

DAYS = 7


def add(model: EaseModel) -> None:
    """Hold each day's yoga to its share of the week, whichever set falls on it."""
    if model.phase.name != "familiarise":
        return
    share = rule("C5").numbers["yoga_minutes_familiarise"] * 60 // DAYS
    for one in model.sets:
        model.cp.add(sum(item.seconds * on for item, on in model.items(one) if _is_yoga(item)) <= share)
    dynamic = sum(item.seconds * model.dynamic[item.exercise.id] for item in model.phase.dynamic if _is_yoga(item))
    cool = sum(
        item.seconds_with(sets) * model.cool[item.exercise.id, sets]
        for item in model.phase.cool_down
        if _is_yoga(item)
        for sets in COOL_DOWN_SETS
    )
    model.cp.add(dynamic + cool <= share)


def _is_yoga(item: Ease) -> bool:
    return item.exercise.category == "yoga"


CONSTRAINT = Constraint("yoga", "C5", (), add)
