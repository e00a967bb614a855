"""Every goal of the planner, one module each, weights in P1. To add one: its module, its line here, a test."""

from rhomboid.planning.goals import (
    balance,
    continuity,
    daily_variety,
    few_to_learn,
    more_sets,
    pull_each_session,
    short_frame,
    worth,
)

STRENGTH = (worth.GOAL, balance.GOAL, pull_each_session.GOAL, few_to_learn.GOAL, continuity.GOAL, more_sets.GOAL)
FRAME = (short_frame.GOAL,)
DAILY = (daily_variety.GOAL,)
