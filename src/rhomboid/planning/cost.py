"""What it costs to put one exercise into a phase: the best with it against the best without."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from rhomboid.catalogue.exercise import Exercise
from rhomboid.planning.collide import daily_conflict, frame_conflict, strength_conflict
from rhomboid.planning.conflict import Conflict
from rhomboid.planning.instance import PhaseInput
from rhomboid.planning.search import Solved
from rhomboid.planning.solve import solve_daily, solve_frame, solve_strength

SEED = 0


@dataclass(frozen=True)
class Cost:
    """lost: points of P1 lost of the best there are; conflict: what collides where it does not fit at all."""

    best: int
    lost: int
    conflict: tuple[str, ...]


def cost_of(exercise: Exercise, phase: PhaseInput) -> Cost | None:
    """Return what an exercise would cost in a phase, or None where it stands in no block of a session."""
    if exercise.id in {item.exercise.id for item in (*phase.loaded, *phase.core)}:
        found = solve_frame(phase, SEED)
        assert found is not None, "a program stands on this phase"
        frame = found[0]
        return _compare(
            exercise,
            phase,
            lambda asked: _proof(solve_strength(asked, frame, None, SEED)),
            lambda asked: strength_conflict(asked, frame, None),
        )
    if exercise.id in {item.exercise.id for item in phase.daily}:
        return _compare(exercise, phase, lambda asked: _proof(solve_daily(asked, SEED)), daily_conflict)
    if exercise.id in {item.exercise.id for item in (*phase.easy, *phase.dynamic, *phase.cool_down)}:
        return _compare(exercise, phase, lambda asked: _proof(solve_frame(asked, SEED)), frame_conflict)
    return None


def _proof(found: tuple[object, Solved] | None) -> Solved | None:
    return found[1] if found else None


def _compare(
    exercise: Exercise,
    phase: PhaseInput,
    solve: Callable[[PhaseInput], Solved | None],
    conflict: Callable[[PhaseInput], Conflict],
) -> Cost:
    asked = replace(phase, required=tuple(sorted({*phase.required, exercise.id})))
    best, forced = solve(phase), solve(asked)
    assert best is not None, "a program stands on this phase"
    if forced is None:
        return Cost(round(best.objective), 0, conflict(asked).names)
    return Cost(round(best.objective), round(best.objective - forced.objective), ())
