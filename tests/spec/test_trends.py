"""P2: better, worse or cannot tell. No word rests on one day, and chance alone seldom brings one."""

import random
from datetime import UTC, datetime, time, timedelta

import pytest

from rhomboid.catalogue.load import load_catalogue
from rhomboid.prescription.program import Load
from rhomboid.training.event_types import SetDone
from rhomboid.training.strength_index import strength_points
from rhomboid.training.trends import BETTER, CANNOT_TELL, WORSE, Point, measure_trend, pain_trend, strength_trend
from tests.screening_people import START


def on(number):
    return START + timedelta(days=number)


def pain(*values):
    return pain_trend({on(number): value for number, value in enumerate(values) if value is not None})


class TestPain:
    def test_a_clear_fall_over_weeks_is_better_and_a_clear_rise_worse(self):
        assert pain(*[6] * 14, *[3] * 14).word == BETTER
        assert pain(*[3] * 14, *[6] * 14).word == WORSE

    def test_a_small_change_cannot_be_told(self):
        assert pain(*[5] * 14, *[4] * 14).word == CANNOT_TELL

    @pytest.mark.parametrize("day", [0, 10, 27])
    def test_one_day_however_good_or_bad_changes_no_word(self, day):
        for value in (0, 10):
            scores = [5] * 28
            scores[day] = value
            assert pain(*scores).word == CANNOT_TELL

    def test_fewer_than_five_check_ins_in_either_stretch_cannot_be_told(self):
        late = [None] * 10 + [3] * 4
        assert not pain(*[8] * 14, *late).enough
        assert pain(*[8] * 14, *late).word == CANNOT_TELL
        assert pain(*[8] * 14, *([None] * 9 + [3] * 5)).enough

    def test_fewer_days_need_a_larger_change(self):
        short, long = pain(*[6] * 7, *[3] * 7), pain(*[6] * 14, *[3] * 14)
        assert short.needed > long.needed
        assert long.word == BETTER

    def test_nothing_told_is_no_trend(self):
        assert pain().word == CANNOT_TELL
        assert pain().points == ()

    def test_chance_alone_seldom_brings_a_word(self):
        """People whose pain wavers about one level, two days running alike by a half: at most one in twenty."""
        rng = random.Random(7)  # no secret
        words = [self.wavering(rng) for _ in range(400)]
        assert sum(word != CANNOT_TELL for word in words) / len(words) <= 0.05

    def wavering(self, rng):
        level, scores = 0.0, []
        for _ in range(42):
            level = 0.5 * level + rng.gauss(0, 1.3 * (1 - 0.5**2) ** 0.5)
            scores.append(min(10, max(0, round(4.5 + level))))
        return pain(*scores).word


class TestMeasures:
    def of(self, *values, days=14):
        return [Point(on(days * number), value) for number, value in enumerate(values)]

    def test_two_points_more_of_what_one_can_do_are_better(self):
        assert measure_trend(self.of(4, 6), "function", more_is_better=True).word == BETTER
        assert measure_trend(self.of(6, 4), "function", more_is_better=True).word == WORSE
        assert measure_trend(self.of(4, 5.9), "function", more_is_better=True).word == CANNOT_TELL

    def test_a_smaller_gap_to_the_wall_is_better(self):
        assert measure_trend(self.of(20, 15), "reach", more_is_better=False).word == BETTER
        assert measure_trend(self.of(15, 20), "reach", more_is_better=False).word == WORSE

    def test_two_answers_of_one_week_say_nothing(self):
        assert measure_trend(self.of(2, 9, days=7), "function", more_is_better=True).word == CANNOT_TELL
        assert measure_trend(self.of(2), "function", more_is_better=True).word == CANNOT_TELL


class TestStrength:
    def points(self, *values, gap=5):
        return strength_trend([Point(on(gap * number), value) for number, value in enumerate(values)])

    def test_a_tenth_more_on_two_days_is_better(self):
        assert self.points(1, 1.05, 1.1, 1.12).word == BETTER

    def test_a_tenth_more_on_one_day_alone_is_not(self):
        assert self.points(1, 1.0, 1.0, 1.12).word == CANNOT_TELL

    def test_one_lighter_day_is_not_worse(self):
        assert self.points(1, 1.0, 1.0, 0.8).word == CANNOT_TELL
        assert self.points(1, 0.9, 0.85, 0.8, 0.8).word == WORSE

    def test_less_than_two_weeks_say_nothing(self):
        assert self.points(1, 1.2, 1.3, 1.4, gap=3).word == CANNOT_TELL

    def test_more_repetitions_and_a_harder_band_count_as_stronger(self):
        index = self.index(done(0, reps=5), done(2, reps=8), done(4, reps=8, load=Load(band="medium")))
        assert index[0] == 1
        assert index[0] < index[1] < index[2]

    def test_a_move_that_comes_in_new_changes_nothing_by_that(self):
        old = [done(0, reps=5), done(2, reps=10)]
        index = self.index(*old, done(4, reps=10), done(4, exercise="band-pull-apart", reps=5))
        assert index[2] == pytest.approx(index[1])

    def test_the_weaker_side_decides(self):
        both = [done(0, reps=5, side="left"), done(0, reps=5, side="right")]
        assert self.index(*both, done(2, reps=12, side="left"), done(2, reps=5, side="right")) == [1.0, 1.0]

    def test_stretches_and_sets_of_nothing_do_not_count(self):
        assert self.index(done(0, exercise="upper-back-hug", reps=None, hold_s=20), done(1, reps=0)) == []

    def index(self, *sets):
        return [point.value for point in strength_points(sets, load_catalogue())]


def done(number, *, exercise="band-row", reps=5, hold_s=None, load=None, side="both"):
    at = datetime.combine(on(number), time(12), tzinfo=UTC)
    load = load or Load(band="light")
    return SetDone(f"e{number}{side}", at, "s", exercise, 1, side, reps, hold_s, load, 2, 0, "none", compensation=False)
