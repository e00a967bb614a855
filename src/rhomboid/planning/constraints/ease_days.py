"""C5: chest opening, and upper-back bending or turning, on five days: each daily set and each strength session has both."""

from rhomboid.planning.constraints.constraint import POOL, Constraint
from rhomboid.planning.model import COOL_DOWN_SETS, EaseModel

THORACIC = ("thoracic_extension", "thoracic_rotation")
GROUPS = (("chest_opening",), THORACIC)


def add(model: EaseModel) -> None:
    """Put one of each group into every daily set, and into the warm-up or cool-down."""
    for patterns in GROUPS:
        for one in model.usual_sets:
            model.cp.add(sum(on for item, on in model.items(one) if item.exercise.pattern in patterns) >= 1)
        around = [model.dynamic[item.exercise.id] for item in model.phase.dynamic if item.exercise.pattern in patterns]
        around += [
            model.cool[item.exercise.id, sets]
            for item in model.phase.cool_down
            if item.exercise.pattern in patterns
            for sets in COOL_DOWN_SETS
        ]
        model.cp.add(sum(around) >= 1)


CONSTRAINT = Constraint("ease days", "C5", ("schedule.daily_minutes", *POOL), add)
