"""D2 and D9. When a load may go up: the days between, what was left, how large a step; and what a change begins anew."""

from datetime import timedelta

import pytest

from rhomboid.prescription.course import after_gap, enter, lowered
from rhomboid.prescription.course_load import load_may_rise
from rhomboid.prescription.course_standing import Bounds, Slot, Standing, bounds_of
from rhomboid.prescription.program import Load
from tests.screening_people import START
from tests.training_diary import CATALOGUE, somebody

ROW = CATALOGUE["one-arm-dumbbell-row"]
SLOT = Slot(START, "build", deload=False, most_sets=3)


def bounds() -> Bounds:
    return bounds_of(ROW, somebody())


def standing(kg: float, left: tuple[int | None, ...] = (5, 5)) -> Standing:
    """Return someone who changed the load on the first day and was clean twice since, three more being asked."""
    first = enter(bounds(), SLOT)
    return first._replace(dose=first.dose._replace(load=Load(kg=kg), rir=3), left=left, load_since=START)


def may_rise(now: Standing, kg: float, days: int, *, big: bool) -> bool:
    return load_may_rise(now, Load(kg=kg), bounds(), START + timedelta(days=days), big=big)


@pytest.mark.parametrize(("days", "may"), [(6, False), (7, True)])
def test_no_load_goes_up_twice_in_seven_days(days, may):
    assert may_rise(standing(10), 11, days, big=False) is may


@pytest.mark.parametrize(
    ("left", "days", "may"),
    [((5, 5), 13, False), ((5, 5), 14, True), ((6, 6), 6, False), ((6, 6), 7, True), ((6, 5), 7, False),
     ((5, 4), 30, False), ((5, None), 30, False), ((None, None), 30, False)],
)  # fmt: skip
def test_a_big_step_waits_two_weeks_or_one_with_six_left_and_both_times_two_more_than_asked(left, days, may):
    assert may_rise(standing(8, left), 10, days, big=True) is may


@pytest.mark.parametrize(("kg", "heavier", "may"), [(4, 6, True), (4, 6.5, False), (1, 2, True), (2, 4, False)])
def test_above_half_of_it_no_load_goes_up_but_by_one_kilogram_in_the_hand(kg, heavier, may):
    assert may_rise(standing(kg, (6, 6)), heavier, 30, big=True) is may


def test_a_load_taken_back_waits_as_long_as_one_that_went_up():
    now = standing(10)
    day = START + timedelta(days=20)
    assert lowered(now, now.dose._replace(load=Load(kg=9)), day).load_since == day
    assert lowered(now, now.dose._replace(sets=1), day).load_since == START


@pytest.mark.parametrize(("days", "left"), [(7, None), (8, ()), (14, ())])
def test_a_gap_of_eight_to_fourteen_days_keeps_the_dose_and_counts_anew(days, left):
    after = after_gap(standing(10), bounds(), SLOT._replace(date=START + timedelta(days=days)))
    assert (None if after is None else after.left) == left
    assert after is None or after.dose == standing(10).dose
