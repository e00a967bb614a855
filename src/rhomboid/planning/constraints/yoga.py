"""C5: yoga at most an hour a week in the first phase. Each day keeps to its share, whichever session falls on it."""

from rhomboid.catalogue.rulebook import rule
from rhomboid.planning.constraints.constraint import Constraint
from rhomboid.planning.instance import Ease, PhaseInput
from rhomboid.planning.model import COOL_DOWN_SETS, DailyModel, FrameModel, total

DAYS = 7


def add_daily(model: DailyModel) -> None:
    """Hold the yoga of each daily set."""
    if _is_limited(model.phase):
        for span, sets in enumerate(model.spans):
            yoga = total(item.seconds * on for item, on in model.items(span) if _is_yoga(item))
            model.cp.add(yoga <= sets * _share())


def add_frame(model: FrameModel) -> None:
    """Hold the yoga of warm-up and cool-down."""
    if not _is_limited(model.phase):
        return
    dynamic = sum(item.seconds * model.dynamic[item.exercise.id] for item in model.phase.dynamic if _is_yoga(item))
    cool = sum(
        item.seconds_with(sets) * model.cool[item.exercise.id, sets]
        for item in model.phase.cool_down
        if _is_yoga(item)
        for sets in COOL_DOWN_SETS
    )
    model.cp.add(dynamic + cool <= _share())


def _is_limited(phase: PhaseInput) -> bool:
    return phase.name == "familiarise"


def _share() -> int:
    return int(rule("C5").numbers["yoga_minutes_familiarise"] * 60 // DAYS)


def _is_yoga(item: Ease) -> bool:
    return item.exercise.category == "yoga"


DAILY = Constraint("daily yoga", "C5", (), add_daily)
FRAME = Constraint("yoga in a session", "C5", (), add_frame)
