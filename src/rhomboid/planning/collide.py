"""Which constraints collide where a phase cannot be solved: none of those named could be dropped without solving it."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from rhomboid.planning import constraints
from rhomboid.planning.conflict import Conflict, conflict_of
from rhomboid.planning.constraints.constraint import Constraint
from rhomboid.planning.instance import PhaseInput
from rhomboid.planning.solve import is_daily_possible, is_frame_possible, is_strength_possible
from rhomboid.planning.template import FrameTemplate, Template

Model = TypeVar("Model")


def frame_conflict(phase: PhaseInput) -> Conflict:
    """Return what collides in warm-up and cool-down."""
    return _conflict(constraints.FRAME, lambda among: is_frame_possible(phase, among))


def daily_conflict(phase: PhaseInput) -> Conflict:
    """Return what collides in the daily sessions."""
    return _conflict(constraints.DAILY, lambda among: is_daily_possible(phase, among))


def strength_conflict(phase: PhaseInput, frame: FrameTemplate, before: Template | None) -> Conflict:
    """Return what collides in the strength sessions."""
    return _conflict(constraints.STRENGTH, lambda among: is_strength_possible(phase, frame, before, among))


def _conflict(
    table: Sequence[Constraint[Model]], is_possible: Callable[[Sequence[Constraint[Model]]], bool]
) -> Conflict:
    colliding = list(table)
    for constraint in table:
        without = [one for one in colliding if one is not constraint]
        if not is_possible(without):
            colliding = without
    fields = [field for constraint in colliding for field in constraint.fields]
    return conflict_of([constraint.rule for constraint in colliding], fields)
