"""D2, D11: the set left out for a new load was never done at it, so it stays out while nothing may rise."""

from datetime import timedelta

import pytest

from tests.screening_people import START
from tests.training_diary import Diary, figures

ROW = "band-row"
AT_THE_STEP = 20  # the session in which the load takes a big step, the last one before a lighter week
HEAVIER = (2, 8, "heavy")


def before_the_step() -> Diary:
    """Return someone who missed the first week and was clean ever since, about to go up a band."""
    diary = Diary(ROW).skip(3)
    screened = START
    while diary.at < AT_THE_STEP:
        if (diary.upcoming.date - screened).days >= 21:
            screened = diary.upcoming.date
            diary.rescreen(screened)
        diary.do(1, left=6)
    diary.rescreen(diary.upcoming.date)
    return diary


def after_the_lighter_week() -> Diary:
    diary = before_the_step().do(1, left=6)
    while diary.program.week_on(diary.upcoming.date).deload:  # type: ignore[union-attr]
        diary.do(1, left=6)
    return diary


def test_the_story_begins_with_a_band_up_and_a_set_fewer():
    decision = before_the_step().decision(ROW)
    assert (decision.kind, decision.rule, figures(decision.now)) == ("progress", "D2", HEAVIER)
    assert decision.was is not None
    assert decision.was.sets == 3


def test_after_the_lighter_week_the_set_comes_back_with_the_rest():
    diary = after_the_lighter_week()
    assert figures(diary.decision(ROW).now) == (3, 8, "heavy")


@pytest.mark.parametrize("trouble", ["safety questions due", "bad morning"])
def test_it_does_not_while_nothing_may_rise_though_the_lighter_week_is_over(trouble):
    diary = after_the_lighter_week()
    if trouble == "bad morning":
        diary.morning_after(9)
    else:
        diary.write("new_symptom", diary.upcoming.date, "05:00", facts={"fever_or_sweats": "no"})
    assert figures(diary.decision(ROW).now) == HEAVIER
    day = diary.upcoming.date
    diary.do(1, left=6).rescreen(day + timedelta(days=1))
    decision = diary.decision(ROW)
    assert (decision.kind, decision.rule, figures(decision.now)) == ("resume", "D2", (3, 8, "heavy"))


@pytest.mark.parametrize("trouble", ["bad morning", "safety questions due", "eight days off"])
def test_it_does_not_in_the_lighter_week_itself_nor_after_days_off(trouble):
    diary = before_the_step().do(1, left=6)
    if trouble == "bad morning":
        diary.morning_after(9)
    elif trouble == "safety questions due":
        diary.write("new_symptom", diary.upcoming.date, "05:00", facts={"fever_or_sweats": "no"})
    else:
        diary.skip(3)
    now = diary.decision(ROW).now
    assert now is not None
    assert now.sets <= 2
