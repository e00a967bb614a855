"""D7 and C8: a flare lowers a week and comes back in two steps; days of high pain have no strength work."""

from datetime import timedelta

from tests.screening_people import START
from tests.training_diary import Diary, figures, kg

ROW, PRESS = "band-row", "one-arm-dumbbell-row"


def day(number):
    return START + timedelta(days=number - 1)


def in_flare(values=(4, 4, 4)):
    """Return a diary of one week, two every day, and then three days up, the last of them on the Monday of week 2."""
    diary = Diary(PRESS, ROW).check_ins(day(1), 2, 2, 2, 2, 2).do(3)
    return diary.check_ins(day(6), *values)


def test_three_check_in_days_two_above_the_usual_are_a_flare():
    decision = in_flare().decision(PRESS)
    assert (decision.kind, decision.rule) == ("deload", "D7")
    assert kg(decision.now) <= kg(decision.was) * 0.8
    assert figures(decision.now)[0] == figures(decision.was)[0] - 1


def test_one_days_jump_is_no_flare():
    assert in_flare((2, 2, 9)).decision(PRESS).kind != "deload"


def test_two_days_are_no_flare():
    assert in_flare((2, 4, 4)).decision(PRESS).kind != "deload"


def test_after_seven_days_a_week_comes_at_ten_per_cent_and_then_the_earlier_dose():
    diary = in_flare()
    earlier = diary.decision(PRESS).was
    diary.check_ins(day(9), 2, 2, 2, 2, 2, 2).rescreen(day(8)).do(3)
    back = diary.decision(PRESS)
    assert (back.rule, figures(back.now)[0]) == ("D7", figures(earlier)[0])
    assert kg(back.now) < kg(earlier)
    diary.do(3)
    assert diary.decision(PRESS).rule == "C2"
    assert diary.decision(PRESS).was == earlier


def test_a_flare_that_is_still_there_lasts_seven_days_more():
    diary = in_flare().check_ins(day(9), 4, 4, 4, 4, 4, 4).rescreen(day(8)).do(3)
    assert diary.decision(PRESS).kind == "deload"
    assert figures(diary.decision(PRESS).now)[0] == 1


def test_nothing_rises_in_a_flare_and_another_screen_is_due():
    diary = in_flare()
    assert diary.due().screen_due.rule == "A6"
    assert all(one.kind != "progress" for one in diary.due().decisions)
    assert any(one.source == "D7" for one in diary.due().advice)


def test_outings_of_a_flare_neither_earn_nor_break_a_count():
    diary = in_flare()
    before = figures(diary.decision(PRESS).was)
    diary.rescreen(day(8)).do(3)
    assert figures(diary.decision(PRESS).was) == before


def test_in_a_flare_a_stop_still_acts():
    stopped = in_flare().rescreen(day(8)).do(1, pain=6, only=PRESS).do(8)
    clean = in_flare().rescreen(day(8)).do(9)
    assert kg(stopped.decision(PRESS).was) < kg(clean.decision(PRESS).was)


def test_two_days_of_six_or_more_end_strength_work_until_two_days_below_five():
    diary = Diary(ROW).check_ins(day(1), 2, 2, 2, 2).do(2).check_ins(day(5), 6, 7)
    assert diary.due(day(8)).session is None
    assert any(one.source == "C8" for one in diary.due(day(8)).advice)
    diary.check_ins(day(7), 4, 4, 3)
    assert diary.due(day(10)).session is not None


def test_after_days_of_high_pain_it_is_at_least_one_step_back():
    diary = Diary(PRESS).check_ins(day(1), 2, 2, 2).do(2).skip(1).check_ins(day(4), 6, 6, 4, 4, 4, 4)
    diary.rescreen(day(9))
    diary.at = 4
    decision = diary.decision(PRESS)
    assert kg(decision.now) < kg(decision.was)
