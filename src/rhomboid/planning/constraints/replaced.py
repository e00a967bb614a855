"""C7: at a phase boundary at most a third of the loaded moves is replaced; one may always be. In a phase, none."""

from rhomboid.catalogue.rulebook import rule
from rhomboid.planning.conflict import POOL
from rhomboid.planning.constraints.constraint import Constraint
from rhomboid.planning.model import StrengthModel


def add(model: StrengthModel) -> None:
    """Count the moves of the phase before that stand nowhere in this one."""
    if model.before is None:
        return
    earlier = sorted({one for session in model.before.loaded for one in session})
    numbers = rule("C7").numbers
    may_go = max(numbers["replaced_always"], len(earlier) // numbers["replaced_share_one_in"])
    known = {move.exercise.id: move for move in model.phase.loaded}
    if model.before.is_running:
        may_go = 0
    kept = [model.any_of(model.used(known[one]), f"kept {one}") for one in earlier if one in known]
    model.cp.add(sum(kept) >= len(earlier) - may_go)


CONSTRAINT = Constraint("replaced", "C7", POOL, add)
