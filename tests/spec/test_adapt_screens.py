"""A6. When the safety questions come again: a flare asks for them even on a day on which they were answered before."""

from datetime import timedelta

import pytest

from tests.training_diary import Diary


@pytest.mark.parametrize(("asked_at", "is_due"), [("05:00", True), ("07:00", False)])
def test_a_flare_told_after_the_safety_questions_of_that_day_asks_for_them_again(asked_at, is_due):
    """The check-in of six o'clock shows the flare: answers given before it said nothing of it."""
    diary = Diary("band-row", "plank").do(4)
    day = diary.upcoming.date
    diary.check_ins(day - timedelta(days=2), 5, 5, 5)
    diary.write("rescreen", day, asked_at, facts={})
    assert (diary.due().screen_due is not None) is is_due
