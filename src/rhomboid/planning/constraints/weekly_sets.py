"""C6: the weekly sets of pull and retraction stay in their band, at the fewest sets an item has and at the most.

The other half of C6, no muscle group over two sets on two days running, holds by C1: loaded and trunk moves stand in
strength sessions alone, and no two of those are on neighbouring days.
"""

from rhomboid.catalogue.rulebook import rule
from rhomboid.planning.conflict import POOL
from rhomboid.planning.constraints.constraint import Constraint
from rhomboid.planning.instance import Move
from rhomboid.planning.model import FEWEST_SETS, Literal, StrengthModel, total


def add(model: StrengthModel) -> None:
    """Hold the band of this phase, and leave room for the bands of the later ones.

    A lighter week has one set an item and half the band, so it holds where two sets and the whole band do. A big step
    of load begins with one set fewer (D2), so each move that may take one could count one set less.
    """
    bands = rule("C6").numbers["weekly_sets"]
    low, high = bands[model.phase.name]
    items = model.count(_is_counted)
    model.cp.add(FEWEST_SETS * items <= high)
    model.cp.add((FEWEST_SETS + 1) * items <= high).only_enforce_if(model.more_sets)
    model.cp.add(FEWEST_SETS * items >= low)
    growing = _growing(model)
    if model.phase.name in rule("C6").numbers["load_rises_in"]:
        model.cp.add(FEWEST_SETS * items - total(growing) >= low).only_enforce_if(model.more_sets.negated())
    for name, row in zip(model.phase.later_names, model.phase.later_rows, strict=True):
        most = FEWEST_SETS * row.moves * model.phase.sessions
        if row.sets == FEWEST_SETS and name in rule("C6").numbers["load_rises_in"]:
            model.cp.add(total(growing) <= max(0, most - bands[name][0]))


def _is_counted(move: Move) -> bool:
    return move.exercise.is_pull or move.exercise.is_retraction


def _growing(model: StrengthModel) -> list[Literal]:
    found = []
    for move in model.phase.loaded:
        if move.grows and _is_counted(move):
            used = model.cp.new_bool_var(f"grows {move.exercise.id}")
            for literal in model.used(move):
                model.cp.add_implication(literal, used)
            found.append(used)
    return found


CONSTRAINT = Constraint("weekly sets", "C6", ("schedule.minutes", *POOL), add)
