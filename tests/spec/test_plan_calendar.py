"""C1, C2 and C8: the days of a program, before anything is put on them."""

from dataclasses import replace
from datetime import date

import pytest

from rhomboid.prescription.profile import Profile
from rhomboid.prescription.schedule_days import (
    acute_days,
    choose_strength_days,
    end_of,
    is_lighter,
    lay_out_weeks,
    phase_of,
    review_dates,
    walk_minutes,
)
from tests.planning_tasks import person, scheduled

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("wanted", "chosen"),
    [
        (("mon", "wed", "fri"), ("mon", "wed", "fri")),
        (("mon", "thu"), ("mon", "thu")),
        (("mon", "tue", "wed", "thu", "fri", "sat", "sun"), ("mon", "wed", "fri")),
        (("mon", "tue", "thu"), ("mon", "thu")),  # two, because three would be neighbours
        (("sun", "mon", "wed"), ("wed", "sun")),  # Sunday and Monday are neighbours, and this gap is the wider
        (("mon",), ()),
        (("sun", "mon"), ()),
        (("tue", "wed"), ()),
        ((), ()),
    ],
)
def test_strength_has_three_days_if_three_fit_else_two_and_never_neighbours(wanted, chosen):
    assert choose_strength_days(wanted) == chosen


def test_the_order_in_which_days_are_wished_changes_nothing():
    assert choose_strength_days(("fri", "mon", "wed")) == choose_strength_days(("wed", "fri", "mon"))


@pytest.mark.parametrize(
    ("week", "phase"),
    [(1, "familiarise"), (4, "familiarise"), (5, "build"), (8, "build"), (9, "strengthen"), (52, "strengthen")],
)
def test_phases_begin_in_weeks_1_5_and_9(week, phase):
    assert phase_of(week) == phase


def test_every_fourth_week_is_lighter():
    assert [week for week in range(1, 17) if is_lighter(week)] == [4, 8, 12, 16]


@pytest.mark.parametrize(
    ("weeks", "ends"), [(3, [3]), (4, [4]), (10, [4, 8, 10]), (12, [4, 8, 12]), (15, [4, 8, 12, 15])]
)
def test_reviews_end_weeks_4_8_12_and_the_last(weeks, ends):
    assert review_dates(MONDAY, weeks) == tuple(end_of(MONDAY, week) for week in ends)


def test_a_week_is_seven_days_from_the_start():
    assert end_of(MONDAY, 1) == date(2026, 11, 29)


def test_walks_grow_by_five_minutes_every_second_week_to_thirty():
    minutes = [walk_minutes(week) for week in range(1, 13)]
    assert minutes == [10, 10, 15, 15, 20, 20, 25, 25, 30, 30, 30, 30]


def test_no_walk_grows_in_a_lighter_week():
    assert all(walk_minutes(week) <= walk_minutes(week - 1) for week in range(4, 53, 4))


@pytest.mark.parametrize(("week", "days"), [(1, 3), (4, 3), (5, 4), (8, 4), (9, 5), (15, 5)])
def test_walks_are_on_three_then_four_then_five_days(week, days):
    assert len(lay_out_weeks(person(), 15)[week - 1].walks) == days


def test_every_day_has_a_strength_or_a_daily_session():
    for week in lay_out_weeks(person(), 15):
        assert len(week.strength) + len(week.daily) == 7
        assert not set(week.strength) & set(week.daily)


def with_pain(profile: Profile, **facts: object) -> Profile:
    answers = profile.answers.updated(facts)
    return replace(profile, answers=answers)


@pytest.mark.parametrize(
    ("facts", "days"),
    [
        ({"average_24h": 5, "duration_weeks": 3, "quality": ["ache"]}, 0),
        ({"average_24h": 6, "duration_weeks": 3, "quality": ["ache"]}, 7),
        ({"average_24h": 2, "duration_weeks": 3, "quality": ["spasm"]}, 7),
        ({"average_24h": 2, "duration_weeks": 2, "quality": ["ache"]}, 3),
        ({"average_24h": 2, "duration_weeks": 2.1, "quality": ["ache"]}, 0),
        ({"average_24h": 7, "duration_weeks": 1, "quality": ["spasm"]}, 7),
    ],
)
def test_strength_waits_seven_days_with_much_pain_or_spasm_and_three_with_new_pain(facts, days):
    assert acute_days(with_pain(person(), worst_24h=8, **facts)) == days


def test_the_calendar_stays_while_strength_waits():
    new = with_pain(scheduled(person(), start=MONDAY), average_24h=2, duration_weeks=1, quality=["ache"])
    first, second = lay_out_weeks(new, 2)
    assert [day.day for day in first.strength] == [27]  # Monday and Wednesday wait, Friday does not
    assert len(second.strength) == 3
    assert [day.day for day in first.acute] == [23, 24, 25]
