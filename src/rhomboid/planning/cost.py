"""What an exercise is worth in a phase: the best sessions with it against the best without it, by the points of P1."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from rhomboid.catalogue.exercise import Exercise
from rhomboid.planning.collide import daily_conflict, frame_conflict, strength_conflict
from rhomboid.planning.conflict import Conflict
from rhomboid.planning.instance import PhaseInput
from rhomboid.planning.search import Solved
from rhomboid.planning.solve import Framed, solve_daily, solve_frame, solve_frames
from rhomboid.planning.template import DailyTemplate, FrameTemplate, Template
from rhomboid.planning.work import Work, solve_work

SEED = 0
Choice = Template | FrameTemplate | DailyTemplate
Found = tuple[Choice, Solved] | None


@dataclass(frozen=True)
class Cost:
    """Putting in what is not there. lost: points lost of the best there are; conflict: what collides, if it does."""

    best: int
    lost: int
    conflict: tuple[str, ...]


@dataclass(frozen=True)
class Replacement:
    """Taking out what is there. instead: what comes; lost: points lost; conflict: what collides without it, if it does.

    lost is below nothing where the phase alone could do better without it, and later phases keep it (C7).
    """

    instead: tuple[str, ...]
    lost: int
    conflict: tuple[str, ...]


def cost_of(exercise: Exercise, phase: PhaseInput) -> Cost | None:
    """Return what an exercise would cost in a phase, or None where it stands in no block of a session."""
    part = _part_of(exercise, phase)
    if part is None:
        return None
    best, forced = part.solve(phase), part.solve(_with(phase, exercise))
    assert best is not None, "a program stands on this phase"
    reached = round(best[1].objective)
    if forced is None:
        return Cost(reached, 0, part.conflict(_with(phase, exercise)).rules)
    return Cost(reached, round(best[1].objective - forced[1].objective), ())


def replacement_of(exercise: Exercise, phase: PhaseInput) -> Replacement | None:
    """Return what would come in place of an exercise, or None where it stands in no block of a session."""
    part = _part_of(exercise, phase)
    if part is None:
        return None
    there, without = part.solve(_with(phase, exercise)), part.solve(_without(phase, exercise))
    assert there is not None, "a program holds it in this phase"
    if without is None:
        return Replacement((), 0, part.conflict(_without(phase, exercise)).rules)
    instead = tuple(sorted(_chosen(without[0]) - _chosen(there[0])))
    return Replacement(instead, round(there[1].objective - without[1].objective), ())


@dataclass(frozen=True)
class _Part:
    """One of the three small tasks of a phase. solve: its best answer; conflict: what collides where it has none."""

    solve: Callable[[PhaseInput], Found]
    conflict: Callable[[PhaseInput], Conflict]


def _part_of(exercise: Exercise, phase: PhaseInput) -> _Part | None:
    """Return the task an exercise belongs to: the work, the daily sessions, or what stands around the work."""
    if exercise.id in {item.exercise.id for item in (*phase.loaded, *phase.core)} and phase.has_strength:
        frames = solve_frames(phase, SEED)
        assert frames, "a program stands on this phase"
        return _Part(
            lambda asked: _best_work(asked, frames),
            lambda asked: strength_conflict(asked, frames[0][0], None),
        )
    if exercise.id in {item.exercise.id for item in phase.daily}:
        return _Part(lambda asked: solve_daily(asked, SEED), daily_conflict)
    if exercise.id in {item.exercise.id for item in (*phase.easy, *phase.dynamic, *phase.cool_down)}:
        return _Part(lambda asked: solve_frame(asked, SEED), frame_conflict)
    return None


def _best_work(phase: PhaseInput, frames: tuple[Framed, ...]) -> Found:
    found = solve_work([Work(phase, frames)], None, SEED)
    return None if found is None else (found[0][0].template, found[1])


def _with(phase: PhaseInput, exercise: Exercise) -> PhaseInput:
    return replace(phase, required=tuple(sorted({*phase.required, exercise.id})))


def _without(phase: PhaseInput, exercise: Exercise) -> PhaseInput:
    """Return the phase as it is for someone who avoids an exercise."""
    return replace(
        phase,
        required=tuple(one for one in phase.required if one != exercise.id),
        loaded=tuple(item for item in phase.loaded if item.exercise != exercise),
        core=tuple(item for item in phase.core if item.exercise != exercise),
        easy=tuple(item for item in phase.easy if item.exercise != exercise),
        dynamic=tuple(item for item in phase.dynamic if item.exercise != exercise),
        cool_down=tuple(item for item in phase.cool_down if item.exercise != exercise),
        daily=tuple(item for item in phase.daily if item.exercise != exercise),
    )


def _chosen(choice: Choice) -> frozenset[str]:
    if isinstance(choice, Template):
        return choice.moves | frozenset(one for session in choice.core for one in session)
    if isinstance(choice, FrameTemplate):
        return frozenset(one for one, _ in (*choice.warm_up, *choice.cool_down))
    return frozenset(one for items in (*choice.usual, choice.gentle) for one in items)
