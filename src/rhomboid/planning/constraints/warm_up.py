"""C3: easy movement, then dynamic moves, for at least the seconds of the table."""

from rhomboid.planning.conflict import POOL
from rhomboid.planning.constraints.constraint import Constraint
from rhomboid.planning.model import FrameModel
from rhomboid.planning.worth import points


def add(model: FrameModel) -> None:
    """Fill the warm-up: items by the clock stretch to what is left."""
    limits = points("limits")
    least, most = (seconds // model.step_s for seconds in limits["easy_movement_s"])
    for item in model.phase.easy:
        on, steps = model.easy[item.exercise.id], model.easy_steps[item.exercise.id]
        model.cp.add(steps >= least * on)
        model.cp.add(steps <= most * on)
    model.cp.add(sum(model.easy.values()) >= 1)
    fewest, greatest = limits["dynamic_items"]
    wanted = max(fewest, model.phase.row.warm_up_s // limits["dynamic_item_every_s"])
    model.cp.add(sum(model.dynamic.values()) >= min(wanted, len(model.dynamic)))
    model.cp.add(sum(model.dynamic.values()) >= fewest)
    model.cp.add(sum(model.dynamic.values()) <= greatest)
    model.cp.add(model.warm_up_s >= model.phase.row.warm_up_s)


CONSTRAINT = Constraint("warm-up", "C3", ("schedule.minutes", *POOL), add)
