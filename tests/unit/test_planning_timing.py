"""The seconds of an item, worked out by hand from the formula of C3."""

from dataclasses import replace

import pytest

from rhomboid.prescription.timing import budget_row, item_seconds
from tests.planning_tasks import exercise

ROW = replace(exercise("band-row"), unilateral=False)
ONE_SIDED = replace(ROW, unilateral=True)


def seconds(one, block="strength", **dose):
    return item_seconds(one, block, **{"sets": 2, "reps": None, "hold_s": None, "minutes": None, "rest_s": 0, **dose})


def test_it_counts_setting_up_repetitions_and_rests_between_sets_only():
    assert seconds(ROW, sets=3, reps=10, rest_s=60) == 15 + 3 * 10 * 6 + 2 * 60


def test_it_counts_both_sides_changing_them_and_half_the_rest_where_one_sided():
    assert seconds(ONE_SIDED, sets=3, reps=10, rest_s=45) == 15 + 3 * 2 * 10 * 6 + 3 * 5 + 45


def test_it_counts_three_seconds_to_let_go_after_each_hold():
    assert seconds(ROW, reps=5, hold_s=10, rest_s=30) == 15 + 2 * 5 * 13 + 30
    assert seconds(ROW, "core", sets=1, hold_s=30) == 15 + 33


def test_it_sets_up_faster_outside_strength_and_core():
    assert seconds(ROW, "cool_down", hold_s=20) == 10 + 2 * 23


def test_it_takes_what_the_clock_says_and_setting_up():
    assert seconds(ROW, "warm_up", sets=1, minutes=1.5) == 10 + 90


def test_a_walk_needs_no_setting_up():
    assert seconds(ROW, "aerobic", sets=1, minutes=25.0) == 1500


@pytest.mark.parametrize(
    ("minutes", "phase", "moves", "sets", "rest"),
    [(10, "familiarise", 2, 2, 30), (19, "build", 3, 2, 30), (20, "build", 4, 2, 45), (44, "strengthen", 5, 3, 60),
     (45, "build", 4, 3, 60), (90, "strengthen", 5, 3, 90), (90, "maintain", 5, 3, 90)],
)  # fmt: skip
def test_it_reads_the_row_of_the_table_for_the_minutes_and_the_column_for_the_phase(minutes, phase, moves, sets, rest):
    row = budget_row(minutes, phase)
    assert (row.moves, row.sets, row.rest_s) == (moves, sets, rest)
