"""Edges of D7, C8 and B3: what makes a flare, how long it lasts, when gentle days end, how many check-ins are enough."""

from datetime import date, timedelta

import pytest

from rhomboid.training.event_types import CheckIn
from rhomboid.training.events import read_log
from rhomboid.training.pain_history import long_average
from rhomboid.training.person import Person
from tests.screening_people import START
from tests.training_diary import Diary, figures, somebody

ROW = "band-row"


def day(number: int) -> date:
    return START + timedelta(days=number - 1)


def told(values: dict[int, int] | list[tuple[int, int]], usual: int = 2) -> Person:
    """Return a person who checked in with these averages, by number of the day, in this order."""
    person = Person(somebody(average=usual), START, unreadable=False)
    diary = Diary(ROW, weeks=1)
    for number, value in values.items() if isinstance(values, dict) else values:
        diary.lines.clear()
        diary.check_ins(day(number), value)
        (event,) = read_log(diary.lines[0]).events
        assert isinstance(event, CheckIn)
        person.take(event)
    return person


def calm(first: int, last: int) -> dict[int, int]:
    return dict.fromkeys(range(first, last + 1), 1)


def test_three_days_up_that_lie_further_apart_than_a_week_are_no_flare():
    near, far = told({1: 4, 4: 4, 7: 4}), told({1: 4, 5: 4, 8: 4})
    assert near.flares.flare_on(day(7)) is not None
    assert far.flares.flare_on(day(8)) is None


@pytest.mark.parametrize("calm_days", [(1, 14), (1, 7), (8, 14)])
def test_a_week_two_above_the_two_weeks_before_is_a_flare_though_no_three_days_run(calm_days):
    person = told(calm(*calm_days) | {16: 5, 17: 1, 18: 5, 19: 1, 20: 5})
    assert person.flares.flare_on(day(20)) is not None


def test_one_very_high_day_lifts_the_week_but_is_no_flare():
    person = told(calm(1, 14) | {16: 1, 18: 1, 20: 10})
    assert person.flares.flare_on(day(20)) is None


def test_where_nothing_hurt_before_two_is_a_flare_too():
    person = told(dict.fromkeys(range(1, 8), 0) | {8: 2, 9: 2, 10: 2}, usual=0)
    assert person.flares.flare_on(day(10)) is not None


@pytest.mark.parametrize(
    ("after", "lasts"),
    [({}, 14), ({14: 4}, 14), ({11: 4, 14: 1}, 7), ({11: 1, 12: 1, 13: 1, 14: 4}, 14), ({11: 6, 12: 6, 14: 1}, 14)],
)
def test_a_flare_lasts_a_second_week_where_it_is_still_there_or_nothing_is_told(after, lasts):
    """Shown on day 10: up on the last day that tells, or on the average of all of them, it is still there."""
    person = told(calm(1, 7) | {8: 4, 9: 4, 10: 4} | after)
    assert person.flares.flare_on(day(9 + lasts)) is not None
    assert person.flares.flare_on(day(10 + lasts)) is None
    assert person.flares.way_back_on(day(10 + lasts)) is not None


@pytest.mark.parametrize("values", [[(1, 7), (1, 2), (2, 6)], [(1, 2), (1, 7), (2, 6)]])
def test_of_two_check_ins_on_one_day_the_worse_one_is_that_days(values):
    assert told(values, usual=5).flares.gentle_on(day(2)) is not None


def test_each_flare_has_its_own_way_back():
    first = calm(1, 7) | {8: 4, 9: 4, 10: 4} | calm(11, 16)
    second = first | calm(17, 40) | {41: 4, 42: 4, 43: 4} | calm(44, 49)
    for values, numbers in ((first, (17, 23)), (second, (50, 56))):
        person = told(values)
        on_the_way = [number for number in range(1, 70) if person.flares.way_back_on(day(number)) is not None]
        assert (on_the_way[0], on_the_way[-1]) == numbers


def test_gentle_days_last_three_days_at_least():
    """Six or more on two days starts them; two below five end them, but not before the third day after."""
    person = told({1: 6, 2: 6, 3: 2, 4: 2}, usual=5)
    assert person.flares.gentle_on(day(4)) is not None
    person = told({1: 6, 2: 6, 3: 2, 4: 2, 5: 2}, usual=5)
    assert person.flares.gentle_on(day(5)) is None


def test_a_worse_second_check_in_takes_the_end_of_gentle_days_back():
    person = told([(1, 6), (2, 6), (4, 2), (5, 2), (5, 7)], usual=5)
    assert person.flares.gentle_on(day(5)) is not None
    assert person.flares.gentle_on(day(6)) is not None


@pytest.mark.parametrize(("count", "average"), [(4, None), (5, 3)])
def test_four_check_ins_in_two_weeks_are_no_average(count, average):
    assert long_average(told(dict.fromkeys(range(1, count + 1), 3)).pain, day(14)) == average


def test_a_lighter_week_leaves_trunk_moves_as_they_are_and_a_flare_does_not():
    lighter = Diary(ROW, "plank").do(9)
    assert lighter.decision(ROW).kind == "deload"
    assert lighter.decision("plank").kind == "hold"
    flare = Diary(ROW, "plank").check_ins(day(1), 2, 2, 2, 2, 2).do(3).check_ins(day(6), 4, 4, 4)
    assert flare.decision("plank").kind == "deload"


def test_of_a_lighter_week_and_a_flare_what_leaves_less_counts():
    """A flare asks for a fifth less and a set; the lighter week for a tenth and a set: the fifth is taken."""
    diary = Diary("one-arm-dumbbell-row").check_ins(day(15), 1, 1, 1, 1).do(9)
    only_week = figures(diary.decision("one-arm-dumbbell-row").now)
    diary.check_ins(day(20), 5, 5, 5)
    both = figures(diary.decision("one-arm-dumbbell-row").now)
    assert both < only_week
