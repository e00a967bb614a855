"""Balance: patterns, planes and the muscles of the upper back, each counted once a week."""

from rhomboid.planning.goals.goal import Goal
from rhomboid.planning.model import Literal, StrengthModel
from rhomboid.planning.worth import points


def add(model: StrengthModel) -> None:
    """Add points for the first move of each pattern, plane and muscle."""
    p = points("strength")
    for table, found in (("pattern", _patterns(model)), ("plane", _planes(model)), ("upper_back", _muscles(model))):
        for name, literals in sorted(found.items()):
            worth = p[table].get(name, 0)
            if worth and literals:
                model.points.append(worth * model.any_of(literals, f"{table} {name}"))


def _patterns(model: StrengthModel) -> dict[str, list[Literal]]:
    found: dict[str, list[Literal]] = {}
    for has, moves in ((model.has, model.phase.loaded), (model.has_trunk, model.phase.core)):
        for move in moves:
            found.setdefault(move.exercise.pattern, []).append(has[move.exercise.id])
    return found


def _planes(model: StrengthModel) -> dict[str, list[Literal]]:
    found: dict[str, list[Literal]] = {}
    for move in model.phase.loaded:
        found.setdefault(move.exercise.plane, []).append(model.has[move.exercise.id])
    return found


def _muscles(model: StrengthModel) -> dict[str, list[Literal]]:
    found: dict[str, list[Literal]] = {}
    for move in model.phase.loaded:
        for muscle in move.exercise.primary:
            found.setdefault(muscle, []).append(model.has[move.exercise.id])
    return found


GOAL = Goal("balance", add)
