"""The cool-downs of a week: one that fits was found, the others are like it in time with other stretches."""

from dataclasses import replace

from rhomboid.planning.constraints.ease_days import GROUPS
from rhomboid.planning.instance import Ease, PhaseInput
from rhomboid.planning.template import FrameTemplate
from rhomboid.planning.worth import points


def in_turn(frame: FrameTemplate, phase: PhaseInput) -> FrameTemplate:
    """Return the frame with a cool-down for each session of the week, as different as suits the person."""
    items = {item.exercise.id: item for item in phase.cool_down}
    seen = {one for one, _ in frame.cool_down}
    turns = [frame.cool_down]
    for _ in range(1, phase.sessions):
        turn: list[tuple[str, int]] = []
        for one, sets in frame.cool_down:
            other = _other(items[one], sets, phase, seen | {taken for taken, _ in turn})
            turn.append((other, sets))
        seen |= {taken for taken, _ in turn}
        turns.append(tuple(turn))
    return replace(frame, turns=tuple(turns))


def _other(item: Ease, sets: int, phase: PhaseInput, taken: set[str]) -> str:
    """Return a stretch not yet taken that may stand for one in the same time, or that one where there is none."""
    one = item.exercise.id
    if one in phase.required or one in phase.profile.like:
        return one
    least = item.worth - points("limits")["turn_worth_less"]
    fitting = [
        other
        for other in phase.cool_down
        if other.exercise.id not in taken
        and other.seconds_with(sets) == item.seconds_with(sets)
        and other.worth >= least
        and _stands_for(other) == _stands_for(item)
    ]
    return max(fitting, key=lambda other: (other.worth, other.exercise.id)).exercise.id if fitting else one


def _stands_for(item: Ease) -> tuple[bool, tuple[str, ...]]:
    """Return what rules ask of a stretch: whether it is yoga, and which of the groups of C5 it counts in."""
    exercise = item.exercise
    group = next((group for group in GROUPS if exercise.pattern in group), ())
    return exercise.category == "yoga", group
