"""Every constraint of the planner, one module each. To add one: its module, its line here, its tests in tests/spec."""

from rhomboid.planning.constraints import (
    cool_down,
    daily_time,
    ease_days,
    gentle_start,
    pulls,
    push,
    replaced,
    required_ease,
    required_moves,
    retraction,
    session_size,
    session_time,
    spread,
    trunk,
    warm_up,
    weekly_sets,
    yoga,
)

STRENGTH = (
    session_size.CONSTRAINT,
    session_time.CONSTRAINT,
    pulls.CONSTRAINT,
    retraction.CONSTRAINT,
    trunk.CONSTRAINT,
    push.CONSTRAINT,
    weekly_sets.CONSTRAINT,
    replaced.CONSTRAINT,
    required_moves.CONSTRAINT,
    spread.CONSTRAINT,
)
FRAME = (
    warm_up.CONSTRAINT,
    cool_down.CONSTRAINT,
    ease_days.FRAME,
    yoga.FRAME,
    required_ease.FRAME,
)
DAILY = (
    daily_time.CONSTRAINT,
    ease_days.DAILY,
    yoga.DAILY,
    required_ease.DAILY,
    gentle_start.CONSTRAINT,
)
