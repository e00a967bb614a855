"""All phases of a program, and what is proved of the whole."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from rhomboid.catalogue.exercise import Catalogue
from rhomboid.planning.assemble import Chosen
from rhomboid.planning.collide import daily_conflict, frame_conflict, strength_conflict
from rhomboid.planning.conflict import Conflict, walk_conflict
from rhomboid.planning.instance import Instance, PhaseInput
from rhomboid.planning.search import Solved
from rhomboid.planning.solve import Framed, solve_daily, solve_frames, solve_strength
from rhomboid.planning.template import DailyTemplate, Template
from rhomboid.planning.turns import in_turn
from rhomboid.planning.work import Work, solve_work
from rhomboid.prescription.program import Proof


@dataclass(frozen=True)
class SolvedPhases:
    """The choice for every phase and the proof of the whole program."""

    chosen: Chosen
    proof: Proof


@dataclass
class _Around:
    """What stands around the work, solved once for phases in which it is the same task."""

    seed: int
    frames: list[tuple[PhaseInput, tuple[Framed, ...]]] = field(default_factory=list)
    daily: list[tuple[PhaseInput, tuple[DailyTemplate, Solved] | None]] = field(default_factory=list)

    def frames_of(self, phase: PhaseInput) -> tuple[Framed, ...]:
        for earlier, found in self.frames:
            if earlier.around_task == phase.around_task and earlier.row == phase.row:
                return found
        found = solve_frames(phase, self.seed)
        self.frames.append((phase, found))
        return found

    def daily_of(self, phase: PhaseInput) -> tuple[DailyTemplate, Solved] | None:
        for earlier, found in self.daily:
            if earlier.around_task == phase.around_task:
                return found
        found = solve_daily(phase, self.seed)
        self.daily.append((phase, found))
        return found


def solve_phases(instance: Instance, seed: int, now: Template | None = None) -> SolvedPhases | Conflict:
    """Return the choice for every phase, or what makes a phase impossible. now: what the person does already.

    Daily sets hang on nothing else. Frames and work are chosen together: of the frames that could matter the work takes
    the one with which both are best. So the bounds add up to one that holds for the whole program.
    """
    around = _Around(seed)
    daily: dict[str, DailyTemplate] = {}
    works: list[Work] = []
    proofs: list[Solved] = []
    for phase in instance.phases:
        eased = _eased(phase, around, instance.catalogue)
        if isinstance(eased, Conflict):
            return eased
        daily[phase.name] = eased[0]
        proofs.append(eased[1])
        if phase.has_strength:
            frames = around.frames_of(phase)
            if not frames:
                return frame_conflict(phase)
            works.append(Work(phase, frames))
    found = solve_work(works, now, seed) if works else ((), Solved(0.0, 0.0, 0.0))
    if found is None:
        return _work_conflict(works, now, seed)
    named = {work.phase.name: (work.phase, one) for work, one in zip(works, found[0], strict=True)}
    chosen = Chosen(
        strength={name: one.template for name, (_, one) in named.items()},
        frames={name: in_turn(one.frame, phase) for name, (phase, one) in named.items()},
        daily=daily,
    )
    return SolvedPhases(chosen, _proof([*proofs, found[1]]))


def _eased(phase: PhaseInput, around: _Around, catalogue: Catalogue) -> tuple[DailyTemplate, Solved] | Conflict:
    if not phase.walks:
        return walk_conflict(phase, catalogue)
    return around.daily_of(phase) or daily_conflict(phase)


def _work_conflict(works: Sequence[Work], now: Template | None, seed: int) -> Conflict:
    """Return what collides in the first phase that has no work beside its best frame and after the phase before."""
    before = now
    for work in works:
        frame = work.frames[-1][0]
        found = solve_strength(work.phase, frame, before, seed)
        if found is None:
            return strength_conflict(work.phase, frame, before)
        before = found[0]
    raise AssertionError("where each phase has work after the one before, all of them have")


def _proof(proofs: Sequence[Solved]) -> Proof:
    objective = sum(solved.objective for solved in proofs)
    bound = sum(solved.bound for solved in proofs)
    gap = max(0.0, bound - objective) / max(1.0, abs(bound))
    return Proof(objective, bound, round(gap, 6), round(sum(solved.seconds for solved in proofs), 6))
