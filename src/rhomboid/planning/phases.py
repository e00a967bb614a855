"""All phases of a program, one after the other, and what is proved of the whole."""

from dataclasses import dataclass

from rhomboid.planning.assemble import Chosen
from rhomboid.planning.collide import daily_conflict, frame_conflict, strength_conflict
from rhomboid.planning.conflict import Conflict, walk_conflict
from rhomboid.planning.instance import Instance, PhaseInput
from rhomboid.planning.solve import Solved, bound_strength, solve_daily, solve_frame, solve_strength
from rhomboid.planning.template import DailyTemplate, FrameTemplate, Template
from rhomboid.prescription.program import Proof

# A cool-down has at least one stretch; the bound of a program counts on no more.
LEAST_COOL_DOWN = (("", 2),)


@dataclass(frozen=True)
class SolvedPhases:
    """The choice for every phase and the proof of the whole program."""

    chosen: Chosen
    proof: Proof


@dataclass(frozen=True)
class _Around:
    """What stands around the work of one phase, with its proofs."""

    frame: FrameTemplate
    daily: DailyTemplate
    proofs: tuple[Solved, Solved]


def solve_phases(instance: Instance, seed: int) -> SolvedPhases | Conflict:
    """Return the choice for every phase, or what makes a phase impossible."""
    around: dict[str, _Around] = {}
    strength: dict[str, Template] = {}
    proofs: list[Solved] = []
    earlier: PhaseInput | None = None
    for phase in instance.phases:
        # The same task has the same answer: it need not be solved again.
        same = earlier is not None and phase.around_task == earlier.around_task
        solved = around[earlier.name] if earlier is not None and same else _solve_around(phase, seed)
        if isinstance(solved, Conflict):
            return solved
        around[phase.name] = solved
        proofs += solved.proofs
        if phase.has_strength:
            before = strength.get(earlier.name) if earlier else None
            found = solve_strength(phase, solved.frame, before, seed)
            if found is None:
                return strength_conflict(phase, solved.frame, before)
            strength[phase.name] = found[0]
            proofs.append(_bounded(phase, earlier, solved.frame, found[1], seed))
        earlier = phase
    frames = {name: solved.frame for name, solved in around.items()}
    daily = {name: solved.daily for name, solved in around.items()}
    return SolvedPhases(Chosen(strength, frames, daily), _proof(proofs))


def _solve_around(phase: PhaseInput, seed: int) -> _Around | Conflict:
    if not phase.walks:
        return walk_conflict(phase)
    frame = solve_frame(phase, seed)
    if frame is None:
        return frame_conflict(phase)
    daily = solve_daily(phase, seed)
    return daily_conflict(phase) if daily is None else _Around(frame[0], daily[0], (frame[1], daily[1]))


def _bounded(phase: PhaseInput, earlier: PhaseInput | None, frame: FrameTemplate, found: Solved, seed: int) -> Solved:
    """Return the proof of a phase with a bound that holds whatever is chosen around it and before it."""
    loosest = FrameTemplate((), LEAST_COOL_DOWN, phase.row.warm_up_s, phase.row.cool_down_s)
    if earlier is None and loosest.leaves == frame.leaves:
        return found
    known = frozenset(move.exercise.id for move in earlier.loaded) if earlier else frozenset()
    bound, seconds = bound_strength(phase, loosest, known, seed)
    return Solved(found.objective, bound, found.seconds + seconds)


def _proof(proofs: list[Solved]) -> Proof:
    objective = sum(solved.objective for solved in proofs)
    bound = sum(solved.bound for solved in proofs)
    gap = max(0.0, bound - objective) / max(1.0, abs(bound))
    return Proof(objective, bound, round(gap, 6), round(sum(solved.seconds for solved in proofs), 6))
