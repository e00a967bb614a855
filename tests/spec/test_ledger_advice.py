"""E1, D8 and D10: what is said beside the session about warmth and cold, about no change, and about relief."""

from datetime import timedelta

from tests.screening_people import START
from tests.training_diary import Diary, somebody

ROW = "band-row"


def day(number):
    return START + timedelta(days=number - 1)


def said(diary: Diary, rule: str, on) -> list[str]:
    return [one.text for one in diary.due(on).advice if one.source == rule]


def six_weeks(first: int, last: int) -> Diary:
    """Return check-ins of the first week and of the last days of the sixth."""
    return Diary(ROW).check_ins(day(1), *[first] * 7).check_ins(day(38), *[last] * 6)


class TestWarmthAndCold:
    def test_a_fresh_spasm_is_cooled_for_three_days(self):
        diary = Diary(ROW, profile=somebody(quality=("spasm",)))
        assert "cold: wrapped, 20 minutes at most" in said(diary, "E1", day(1))[0]
        assert said(diary, "E1", day(3))
        assert said(diary, "E1", day(4)) == []

    def test_it_is_cold_for_a_spasm_told_in_the_middle_of_a_program(self):
        diary = Diary(ROW).do()
        diary.rescreen(day(16), quality=["spasm"])
        assert "For a fresh spasm try cold" in said(diary, "E1", day(18))[0]
        assert said(diary, "E1", day(19)) == []

    def test_a_stiff_morning_is_warmed(self):
        diary = Diary(ROW)
        diary.write("morning_after", day(3), "06:00", pain=2, stiffness=6)
        assert "warm shower or heat pack" in said(diary, "E1", day(3))[0]
        assert said(diary, "E1", day(4)) == []

    def test_soreness_after_a_session_is_cooled_wrapped_and_twenty_minutes_at_most(self):
        diary = Diary(ROW).do(pain=4, pain_kind="sore")
        assert said(diary, "E1", day(1)) == ["Sore after it? Cold may help: wrapped, 20 minutes at most."]
        assert said(diary, "E1", day(2)) == []

    def test_without_any_of_these_nothing_is_said(self):
        assert said(Diary(ROW).do(), "E1", day(1)) == []


class TestNoChange:
    def test_six_weeks_with_little_change_prompt_for_a_clinician(self):
        assert "Ask a clinician" in said(six_weeks(4, 4), "D8", day(43))[0]

    def test_rising_pain_prompts_too(self):
        assert said(six_weeks(3, 5), "D8", day(43))

    def test_a_full_point_less_does_not(self):
        assert said(six_weeks(4, 3), "D8", day(43)) == []

    def test_it_is_not_said_before_six_weeks(self):
        assert said(six_weeks(4, 4), "D8", day(42)) == []

    def test_once_answered_it_is_quiet_for_the_period(self):
        diary = six_weeks(4, 4)
        diary.write("acknowledged", day(43), "07:00", what="D8")
        assert said(diary, "D8", day(43)) == []
        assert said(diary, "D8", day(44)) == []


class TestRelief:
    def test_a_calm_month_brings_the_offer_to_step_down(self):
        diary = Diary(ROW).check_ins(day(1), *[1] * 20)
        assert "do less from now on" in said(diary, "D10", day(21))[0]

    def test_one_day_above_three_or_too_few_days_do_not(self):
        assert said(Diary(ROW).check_ins(day(1), *[0] * 19, 4), "D10", day(21)) == []
        assert said(Diary(ROW).check_ins(day(1), *[0] * 13), "D10", day(14)) == []
