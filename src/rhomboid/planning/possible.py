"""Whether a planning task leaves room for a program: each phase on its own, without looking for the best one.

Quick enough to try dozens of other wishes. What is told to a person is then proved by planning it in full.
"""

from rhomboid.planning import constraints
from rhomboid.planning.instance import Instance, PhaseInput
from rhomboid.planning.solve import (
    is_daily_possible,
    is_frame_possible,
    is_strength_possible,
    solve_frame,
    solve_frames,
)
from rhomboid.planning.template import FrameTemplate


def is_possible(instance: Instance, seed: int) -> bool:
    """Return whether every phase has something to walk with, easing, and strength sessions that fit."""
    if not all(phase.walks and _is_eased(phase) for phase in instance.phases):
        return False
    frames: list[tuple[PhaseInput, FrameTemplate]] = []
    for phase in instance.phases:
        if not phase.has_strength:
            continue
        frame = next((one for earlier, one in frames if earlier.around_task == phase.around_task), None)
        if frame is None:
            found = solve_frame(phase, seed)
            if found is None:
                return False
            frame = found[0]
        frames.append((phase, frame))
        if not _is_worked(phase, frame, seed):
            return False
    return True


def _is_eased(phase: PhaseInput) -> bool:
    return is_daily_possible(phase, constraints.DAILY) and is_frame_possible(phase, constraints.FRAME)


def _is_worked(phase: PhaseInput, frame: FrameTemplate, seed: int) -> bool:
    """Return whether sessions fit around the best frame, or around another that leaves them more."""
    if is_strength_possible(phase, frame, None, constraints.STRENGTH):
        return True
    others = (one for one, _ in solve_frames(phase, seed) if one != frame)
    return any(is_strength_possible(phase, one, None, constraints.STRENGTH) for one in others)
