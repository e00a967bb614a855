# ruff: noqa: PLR0913, PLR0917 (compiled code takes plain values, and a branch costs less than a call)
"""What an outing leaves behind for a move, in the array copy of the rules (D0, D1, D3, D4, D5)."""

from rhomboid.simulation.compiled import compiled
from rhomboid.simulation.figures import Figures
from rhomboid.simulation.ladder import (
    BACK,
    BACK_FAR,
    BIG,
    CLEAN,
    COUNT,
    DOSE_LOAD,
    DOSE_REPS,
    DOSE_SETS,
    DROPPED,
    HOLD,
    LAST_DONE,
    LAST_LOAD,
    LAST_REPS,
    LAST_SETS,
    LEFT_NEW,
    LEFT_OLD,
    LIGHTENED,
    MISS,
    NEW_FOR,
    OWED,
    REPS_ONLY,
    SORE,
    SORE_RUNNING,
    STOP,
    STOP_NEW,
    STOP_OLD,
    TRAINED_IN,
    Ints,
)  # fmt: skip


@compiled
def take_outing(
    rules: Figures, row: Ints, due: Ints, verdict: int, worst_pain: int, twisted: bool, complete: bool, left: int,
    usual: float, day: int, session: int, lighter: bool,
) -> None:  # fmt: skip
    """Keep an outing. left: least reserve told; session: the number of the session among those done."""
    kept = verdict == SORE and rules.usual_low <= usual <= rules.usual_high and worst_pain <= usual
    row[LAST_DONE], row[LIGHTENED], row[TRAINED_IN] = day, int(lighter), session
    row[LAST_SETS], row[LAST_REPS], row[LAST_LOAD] = due[DOSE_SETS], due[DOSE_REPS], due[DOSE_LOAD]
    if not lighter:
        row[NEW_FOR], row[OWED] = max(row[NEW_FOR] - 1, 0), 0
        if verdict == CLEAN or (kept and complete):
            _count(rules, row, left, kept)
        else:
            row[COUNT], row[REPS_ONLY] = 0, 0
    stops = row[STOP_OLD] + row[STOP_NEW] + (verdict == STOP)
    row[STOP_OLD], row[STOP_NEW] = row[STOP_NEW], int(verdict == STOP)
    if verdict == STOP:
        if stops >= rules.swap_stops:
            row[DROPPED] = 1
        else:
            row[BACK_FAR] = 1
    if twisted:
        row[BACK] = 1
    if twisted or verdict == STOP:
        row[COUNT], row[REPS_ONLY] = 0, 0
    if not lighter:
        _take_soreness(rules, row, verdict, worst_pain, usual, kept)


@compiled
def _count(rules: Figures, row: Ints, left: int, reps_only: bool) -> None:
    """Count a clean outing; the first at a big step of load only gives the set back."""
    if row[BIG] == 1:
        row[BIG], row[OWED], row[COUNT], row[REPS_ONLY] = 0, 1, 0, 0
        return
    row[LEFT_OLD], row[LEFT_NEW] = row[LEFT_NEW], left
    row[COUNT] = min(row[COUNT] + 1, rules.clean_outings)
    row[REPS_ONLY] = rules.clean_outings if reps_only else max(row[REPS_ONLY] - 1, 0)


@compiled
def _take_soreness(rules: Figures, row: Ints, verdict: int, worst_pain: int, usual: float, kept: bool) -> None:
    above = verdict == SORE and worst_pain > usual
    row[SORE_RUNNING] = row[SORE_RUNNING] + 1 if above else 0
    if row[SORE_RUNNING] >= rules.sore_running:
        row[SORE_RUNNING], row[BACK] = 0, 1
        return
    if (verdict == SORE and not kept) or verdict == MISS:
        row[HOLD] = 1


@compiled
def take_bad_day(row: Ints, session: int, twice: bool) -> None:
    """Keep that a session turned out bad (D5); twice: the one before did too."""
    if row[TRAINED_IN] == session:
        row[HOLD], row[COUNT], row[REPS_ONLY] = 1, 0, 0
    if twice and row[TRAINED_IN] >= session - 1:
        row[BACK] = 1
