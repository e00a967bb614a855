"""C7: at a phase boundary at most a third of the loaded moves is replaced; one may always be. In a phase, none."""

from rhomboid.catalogue.rulebook import rule
from rhomboid.planning.conflict import POOL
from rhomboid.planning.constraints.constraint import Constraint
from rhomboid.planning.model import StrengthModel, Sum, total
from rhomboid.planning.template import Template


def add(model: StrengthModel) -> None:
    """Count the moves of the phase before that stand nowhere in this one."""
    if model.before is None:
        return
    if isinstance(model.before, Template):
        earlier = len(model.before.moves)
        model.cp.add(earlier - total(model.kept.values()) <= _may_go(model.before, earlier))
    else:
        there = total(model.before.has.values())
        model.cp.add(there - total(model.kept.values()) <= _most(model, there, len(model.before.has)))


def _may_go(before: Template, earlier: int) -> int:
    numbers = rule("C7").numbers
    if before.is_running:
        return 0
    return int(max(numbers["replaced_always"], earlier // numbers["replaced_share_one_in"]))


def _most(model: StrengthModel, there: Sum, most: int) -> Sum:
    """Return how many of the moves that are there may go, where their number is itself still open."""
    numbers = rule("C7").numbers
    may_go = model.cp.new_int_var(0, most, "may go")
    is_few = model.cp.new_bool_var("few moves")
    model.cp.add(may_go <= numbers["replaced_always"]).only_enforce_if(is_few)
    model.cp.add(numbers["replaced_share_one_in"] * may_go <= there).only_enforce_if(is_few.negated())
    return total([may_go])


CONSTRAINT = Constraint("replaced", "C7", POOL, add)
