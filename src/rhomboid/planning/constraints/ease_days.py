"""C5: chest opening, and bending or turning the upper back, on five days: every session has both."""

from rhomboid.planning.conflict import POOL
from rhomboid.planning.constraints.constraint import Constraint
from rhomboid.planning.model import DailyModel, FrameModel, total

GROUPS = (("chest_opening",), ("thoracic_extension", "thoracic_rotation"))


def add_daily(model: DailyModel) -> None:
    """Put one of each group into every daily set; the gentle set has its own days, in which C5 waits."""
    for patterns in GROUPS:
        for span in model.usual_spans:
            counted = total(on for item, on in model.items(span) if item.exercise.pattern in patterns)
            model.cp.add(counted >= model.spans[span])


def add_frame(model: FrameModel) -> None:
    """Put one of each group into the warm-up or the cool-down."""
    for patterns in GROUPS:
        around = [model.dynamic[item.exercise.id] for item in model.phase.dynamic if item.exercise.pattern in patterns]
        for item in model.phase.cool_down:
            if item.exercise.pattern in patterns:
                around += model.stretched(item)
        model.cp.add(total(around) >= 1)


DAILY = Constraint("ease days", "C5", ("schedule.daily_minutes", *POOL), add_daily)
FRAME = Constraint("ease in a session", "C5", ("schedule.minutes", *POOL), add_frame)
