"""All phases of a program, one after the other, and what is proved of the whole."""

from dataclasses import dataclass

from rhomboid.catalogue.exercise import Catalogue
from rhomboid.planning.assemble import Chosen
from rhomboid.planning.collide import daily_conflict, frame_conflict, strength_conflict
from rhomboid.planning.conflict import Conflict, walk_conflict
from rhomboid.planning.instance import Instance, PhaseInput
from rhomboid.planning.model import COOL_DOWN_SETS
from rhomboid.planning.solve import Solved, bound_strength, solve_daily, solve_frame, solve_strength
from rhomboid.planning.template import DailyTemplate, FrameTemplate, Template
from rhomboid.planning.turns import in_turn
from rhomboid.planning.worth import points
from rhomboid.prescription.program import Proof


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


@dataclass(frozen=True)
class _Work:
    """The strength work of one phase as it was found. before: that of the phase before, if there is one."""

    phase: PhaseInput
    frame: FrameTemplate
    before: Template | None
    template: Template
    solved: Solved


def solve_phases(instance: Instance, seed: int, now: Template | None = None) -> SolvedPhases | Conflict:
    """Return the choice for every phase, or what makes a phase impossible. now: what the person does already."""
    around: dict[str, _Around] = {}
    strength: dict[str, Template] = {}
    proofs: list[Solved] = []
    works: list[_Work] = []
    earlier: PhaseInput | None = None
    for phase in instance.phases:
        # The same task has the same answer: it need not be solved again.
        same = earlier is not None and phase.around_task == earlier.around_task
        solved = (
            around[earlier.name] if earlier is not None and same else _solve_around(phase, instance.catalogue, seed)
        )
        if isinstance(solved, Conflict):
            return solved
        around[phase.name] = solved
        proofs += solved.proofs
        if phase.has_strength:
            before = strength.get(earlier.name) if earlier and works else now
            found = solve_strength(phase, solved.frame, before, seed)
            if found is None:
                return strength_conflict(phase, solved.frame, before)
            strength[phase.name] = found[0]
            works.append(_Work(phase, solved.frame, before, *found))
        earlier = phase
    proofs += _bounded(works, seed)
    frames = {name: solved.frame for name, solved in around.items()}
    daily = {name: solved.daily for name, solved in around.items()}
    return SolvedPhases(Chosen(strength, frames, daily), _proof(proofs))


def _solve_around(phase: PhaseInput, catalogue: Catalogue, seed: int) -> _Around | Conflict:
    if not phase.walks:
        return walk_conflict(phase, catalogue)
    frame = solve_frame(phase, seed)
    if frame is None:
        return frame_conflict(phase)
    daily = solve_daily(phase, seed)
    return daily_conflict(phase) if daily is None else _Around(in_turn(frame[0], phase), daily[0], (frame[1], daily[1]))


def _bounded(works: list[_Work], seed: int) -> list[Solved]:
    """Return the proof of each phase with bounds whose sum holds for the whole program.

    What keeping a move over a boundary is worth needs both phases. It is shared out between them: all of it to the one
    in which the move does not stand, else half each. At the program found the shares add up to exactly what it keeps,
    and nowhere to less; so each phase may be bounded alone.
    """
    worth = points("strength")["kept"]
    shares: list[dict[str, int]] = [{} for _ in works]
    for place in range(1, len(works)):
        earlier, later = works[place - 1], works[place]
        for move in sorted(_open_in(earlier.phase) & _open_in(later.phase)):
            to_earlier = _share(
                worth, stands_earlier=move in earlier.template.moves, stands_later=move in later.template.moves
            )
            shares[place - 1][move] = shares[place - 1].get(move, 0) + to_earlier
            shares[place][move] = worth - to_earlier
    if works and works[0].before is not None:
        for move in sorted(_open_in(works[0].phase) & works[0].before.moves):
            shares[0][move] = shares[0].get(move, 0) + worth
    is_alone = len(works) == 1
    return [_bound_of(work, shared, is_alone=is_alone, seed=seed) for work, shared in zip(works, shares, strict=True)]


def _open_in(phase: PhaseInput) -> frozenset[str]:
    return frozenset(move.exercise.id for move in phase.loaded)


def _share(kept: int, *, stands_earlier: bool, stands_later: bool) -> int:
    """Return the earlier phase's part of what keeping a move is worth."""
    if stands_earlier == stands_later:
        return kept // 2
    return 0 if stands_earlier else kept


def _bound_of(work: _Work, shared: dict[str, int], *, is_alone: bool, seed: int) -> Solved:
    """Return the proof of one phase whatever stands around the work and before it."""
    fewest = _fewest_stretches(work.phase)
    loosest = FrameTemplate(
        (), (("", COOL_DOWN_SETS[-1]),) * fewest, work.phase.row.warm_up_s, work.phase.row.cool_down_s
    )
    if is_alone and loosest.leaves == work.frame.leaves:
        return work.solved
    kept = points("strength")["kept"] * len(work.template.moves & (work.before.moves if work.before else frozenset()))
    gained = sum(shared.get(move, 0) for move in sorted(work.template.moves))
    reached = work.solved.objective - kept + gained
    bound, seconds = bound_strength(work.phase, loosest, shared, reached, seed)
    return Solved(work.solved.objective, work.solved.objective + bound - reached, work.solved.seconds + seconds)


def _fewest_stretches(phase: PhaseInput) -> int:
    """Return how many stretches the cool-down has at least, by their longest times."""
    left, count = phase.row.cool_down_s, 0
    for seconds in sorted((item.seconds_with(COOL_DOWN_SETS[-1]) for item in phase.cool_down), reverse=True):
        if left <= 0:
            break
        left, count = left - seconds, count + 1
    return max(count, 1)


def _proof(proofs: list[Solved]) -> Proof:
    objective = sum(solved.objective for solved in proofs)
    bound = sum(solved.bound for solved in proofs)
    gap = max(0.0, bound - objective) / max(1.0, abs(bound))
    return Proof(objective, bound, round(gap, 6), round(sum(solved.seconds for solved in proofs), 6))
