"""All phases of a program, one after the other, and what is proved of the whole."""

from dataclasses import dataclass

from rhomboid.catalogue.rulebook import rule
from rhomboid.planning.assemble import Chosen
from rhomboid.planning.collide import ease_conflict, strength_conflict
from rhomboid.planning.conflict import Conflict, walk_conflict
from rhomboid.planning.instance import Instance, PhaseInput
from rhomboid.planning.solve import Solved, bound_strength, solve_ease, solve_strength
from rhomboid.planning.template import EaseTemplate, Template
from rhomboid.prescription.program import Proof


# A cool-down has at least one stretch; the bound of a program counts on no more.
LEAST_COOL_DOWN = (("", 2),)


@dataclass(frozen=True)
class SolvedPhases:
    """The choice for every phase and the proof of the whole program."""

    chosen: Chosen
    proof: Proof


def solve_phases(instance: Instance, seed: int) -> SolvedPhases | Conflict:
    """Return the choice for every phase, or what makes a phase impossible."""
    ease: dict[str, EaseTemplate] = {}
    strength: dict[str, Template] = {}
    proofs: list[Solved] = []
    eased: tuple[EaseTemplate, Solved] | Conflict
    earlier: PhaseInput | None = None
    for phase in instance.phases:
        same = earlier is not None and phase.eases_like(earlier)
        # The same task has the same answer: it need not be solved again.
        eased = eased if same else _ease_of(phase, seed)
        if isinstance(eased, Conflict):
            return eased
        ease[phase.name] = eased[0]
        proofs.append(eased[1])
        if phase.has_strength:
            before = strength.get(earlier.name) if earlier else None
            found = solve_strength(phase, eased[0], before, seed)
            if found is None:
                return strength_conflict(phase, eased[0], before)
            strength[phase.name] = found[0]
            proofs.append(_bounded(phase, earlier, eased[0], found[1], seed))
        earlier = phase
    return SolvedPhases(Chosen(strength, ease), _proof(proofs))


def _ease_of(phase: PhaseInput, seed: int) -> tuple[EaseTemplate, Solved] | Conflict:
    if not phase.walks:
        return walk_conflict(phase)
    sets = rule("C1").numbers["daily_sets"]
    return solve_ease(phase, sets, seed) or ease_conflict(phase, sets)


def _bounded(phase: PhaseInput, earlier: PhaseInput | None, eased: EaseTemplate, found: Solved, seed: int) -> Solved:
    """Return the proof of a phase with a bound that holds whatever is chosen around it and before it."""
    loosest = EaseTemplate((), LEAST_COOL_DOWN, (), (), phase.row.warm_up_s, phase.row.cool_down_s)
    if earlier is None and loosest.leaves == eased.leaves:
        return found
    known = frozenset(move.exercise.id for move in earlier.loaded) if earlier else frozenset()
    bound, seconds = bound_strength(phase, loosest, known, seed)
    return Solved(found.objective, bound, found.seconds + seconds)


def _proof(proofs: list[Solved]) -> Proof:
    objective = sum(solved.objective for solved in proofs)
    bound = sum(solved.bound for solved in proofs)
    gap = max(0.0, bound - objective) / max(1.0, abs(bound))
    return Proof(objective, bound, round(gap, 6), round(sum(solved.seconds for solved in proofs), 6))
