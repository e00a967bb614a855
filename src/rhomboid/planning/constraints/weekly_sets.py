"""C6: the weekly sets of pull and retraction stay in their band, at the fewest sets an item has and at the most.

The other half of C6, no muscle group over two sets on two days running, holds by C1: loaded and trunk moves stand in
strength sessions alone, and no two of those are on neighbouring days.
"""

from rhomboid.catalogue.rulebook import rule
from rhomboid.planning.conflict import POOL
from rhomboid.planning.constraints.constraint import Constraint
from rhomboid.planning.instance import Move
from rhomboid.planning.model import FEWEST_SETS, StrengthModel, total


def add(model: StrengthModel) -> None:
    """Hold the band of the phase.

    A lighter week has one set an item and half the band, so it holds where two sets and the whole band do. A big step
    of load begins with one set fewer (D2), so each move that may take one could count one set less.
    """
    low, high = rule("C6").numbers["weekly_sets"][model.phase.name]
    items = model.count(_is_counted)
    model.cp.add(FEWEST_SETS * items <= high)
    model.cp.add((FEWEST_SETS + 1) * items <= high).only_enforce_if(model.more_sets)
    model.cp.add(FEWEST_SETS * items >= low)
    if model.phase.name in rule("C6").numbers["load_rises_in"]:
        growing = total(model.has[move.exercise.id] for move in model.phase.loaded if move.grows and _is_counted(move))
        model.cp.add(FEWEST_SETS * items - growing >= low).only_enforce_if(model.more_sets.negated())


def _is_counted(move: Move) -> bool:
    return move.exercise.is_pull or move.exercise.is_retraction


CONSTRAINT = Constraint("weekly sets", "C6", ("schedule.minutes", *POOL), add)
