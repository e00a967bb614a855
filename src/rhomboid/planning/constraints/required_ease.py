"""B1: what a clinician requires for easing stands in a daily set, or around the work where it has no place in one."""

from rhomboid.planning.constraints.constraint import Constraint
from rhomboid.planning.model import DailyModel, FrameModel, total


def add_daily(model: DailyModel) -> None:
    """Put each required item that may stand in a daily session into one of the usual sets."""
    for item in model.phase.daily:
        if item.exercise.id in model.phase.required:
            model.cp.add(total(model.daily[item.exercise.id, span] for span in model.usual_spans) >= 1)


def add_frame(model: FrameModel) -> None:
    """Put each other required item into the warm-up or the cool-down."""
    phase = model.phase
    elsewhere = {item.exercise.id for item in phase.daily}
    places = {one: [on] for one, on in (*model.easy.items(), *model.dynamic.items())}
    for item in phase.cool_down:
        places.setdefault(item.exercise.id, []).extend(model.stretched(item))
    for one in phase.required:
        if one in places and one not in elsewhere:
            model.cp.add(total(places[one]) >= 1)


DAILY = Constraint("required in daily sessions", "B1", ("limits.require", "schedule.daily_minutes"), add_daily)
FRAME = Constraint("required around the work", "B1", ("limits.require", "schedule.minutes"), add_frame)
