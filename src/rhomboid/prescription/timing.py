"""How long an item takes: the formula of C3, the same wherever an item's time is shown or summed."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from rhomboid.catalogue.exercise import Exercise
from rhomboid.catalogue.rulebook import rule

WORK_BLOCKS = ("strength", "core")
MINUTE_S = 60


@dataclass(frozen=True)
class BudgetRow:
    """One row of the C3 table for one phase: what a session of so many minutes must and may hold."""

    warm_up_s: int
    moves: int
    sets: int
    rest_s: int
    core: int
    cool_down_s: int


@cache
def budget_row(minutes: int, phase: str) -> BudgetRow:
    """Return what a strength session of `minutes` must and may hold in a phase."""
    rows: list[dict[str, Any]] = rule("C3").numbers["budget"]
    row = next(row for row in rows if row["minutes"][0] <= minutes <= row["minutes"][1])
    # Maintain is held as the last phase.
    column = {"familiarise": 0, "build": 1}.get(phase, 2)
    return BudgetRow(
        warm_up_s=row["warm_up_s"],
        moves=row["moves"][column],
        sets=row["sets"][column],
        rest_s=row["rest_s"][column],
        core=row["core"],
        cool_down_s=row["cool_down_s"],
    )


def item_seconds(
    exercise: Exercise,
    block: str,
    *,
    sets: int,
    reps: int | None,
    hold_s: int | None,
    minutes: float | None,
    rest_s: int,
) -> int:
    """Return all of an item's time in seconds: setting up, sets, both sides, changing sides, rests between sets.

    reps is today's target. minutes: of timed items, a side where one-sided; a walk needs no setting up.
    """
    if block == "aerobic":
        return round((minutes or 0) * MINUTE_S)
    numbers = _numbers()
    sides = 2 if exercise.unilateral else 1
    set_up = numbers["set_up_s"] if block in WORK_BLOCKS else numbers["set_up_elsewhere_s"]
    if minutes is not None:
        effort = round(minutes * MINUTE_S)
    elif hold_s is not None:
        effort = (reps or 1) * (hold_s + numbers["release_s"])
    else:
        effort = (reps or 0) * exercise.dose.seconds_per_rep
    changing = numbers["change_sides_s"] * sets if exercise.unilateral else 0
    resting = (sets - 1) * rest_s
    if exercise.unilateral:
        resting = (resting + 1) // 2  # half the rests; a half second over counts as a whole one
    return int(set_up + sets * sides * effort + changing + resting)


@cache
def _numbers() -> dict[str, Any]:
    return dict(rule("C3").numbers)
