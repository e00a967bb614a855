"""A7, D3, D4, D7, D9, E4. When a swapped move comes back, what waits in a flare, and what a running session has left."""

from datetime import timedelta

import pytest

from rhomboid.prescription.profile import Limits
from rhomboid.training.adherence import adherence_on
from rhomboid.training.events import read_log
from rhomboid.training.session_log import after_set
from tests.screening_people import START
from tests.spec.test_adapt_stand_in_doses import in_turn
from tests.training_diary import CATALOGUE, Diary, figures, kg, moved_to, somebody

ROW, PRESS, PLANK, DOORWAY = "band-row", "one-arm-dumbbell-row", "plank", "doorway-row"


def names(diary):
    return {item.exercise for item in diary.session().items}


def test_a_squat_that_hurts_never_leads_to_the_heavy_one():
    """The heavy squat names the light one as its easier one; were it all that is left, the squat would be left out."""
    light, heavy = "light-squat", "heavy-squat"
    squats = {one.id for one in CATALOGUE.exercises if one.pattern == "squat"} | set(CATALOGUE[light].easier)
    gym = somebody(kit=frozenset({"barbell", "rack"}), limits=Limits(ban=frozenset(squats - {light, heavy})))
    diary, week_9 = Diary(light, PLANK, profile=gym).skip(24), START + timedelta(days=56)
    diary.check_ins(week_9 - timedelta(days=8), *[1] * 12).rescreen(week_9)
    diary.do(1, pain=6, only=light).do(1, pain=6, only=light)
    assert (diary.decision(light).kind, diary.decision(light).now) == ("stop", None)


def bent_over_row():
    rows = (one for one in CATALOGUE.exercises if one.pattern == "horizontal_pull" and one.tier == "standard")
    return next(one.id for one in rows if "hinge_unsupported" in one.provocations)


def test_all_that_was_loaded_in_either_of_two_weak_sessions_goes_a_step_back():
    diary = in_turn(Diary(ROW, PRESS), ROW, PRESS).do(2).do(1).end(felt="weak_achy").do(1).end(felt="weak_achy")
    assert (diary.decision(ROW).kind, diary.decision(ROW).rule) == ("regress", "D6")
    press = diary.decision(PRESS, diary.program.sessions[5].date)
    assert (press.kind, press.rule) == ("regress", "D6")


def test_a_twist_told_under_the_old_name_still_asks_for_a_step_back():
    """The easier squat was due, the other one was done and wobbled: it comes back a step lower (D4)."""
    diary = Diary("goblet-squat", PLANK, profile=somebody()).do(11).rescreen(START + timedelta(days=28))
    session = diary.upcoming
    diary.write("swap_wish", session.date, "07:00", exercise="goblet-squat")
    assert "goblet-squat" not in names(diary)
    diary.do(1)
    diary.write("set", session.date, "08:30", session=session.id, exercise="goblet-squat", set=1, side="both", reps=5,
                load={"kg": 1}, rir=4, pain=0, compensation=True)  # fmt: skip
    told = [diary.decision("goblet-squat", one.date) for one in diary.program.sessions[12:13]]
    assert [(one.kind, one.rule) for one in told] == [("swap", "D4")]


def test_a_wish_does_not_keep_a_rounding_back_from_a_row_that_holds_the_trunk():
    """Wished away and done all the same, with a rounding back: what stands in holds the trunk (B5)."""
    row = bent_over_row()
    diary = Diary(row, PLANK).do(2)
    session = diary.upcoming
    diary.write("swap_wish", session.date, "07:00", exercise=row)
    diary.write("set", session.date, "08:30", session=session.id, exercise=row, set=1, side="both", reps=5,
                load={"kg": 1}, rir=4, pain=0, compensation=True)  # fmt: skip
    diary.skip(1)
    assert diary.decision(row).rule == "B5"


def test_in_a_flare_what_stands_in_stays():
    """Two clean outings of the easier move have earned the former again; it is not tried again in a flare (D7)."""
    diary = Diary(PLANK, ROW).check_ins(START, 2, 2, 2, 2, 2).do(1, compensation=True, only=PLANK).do(2)
    assert PLANK in names(diary)
    diary.check_ins(START + timedelta(days=5), 5, 5, 5)
    assert PLANK not in names(diary)


def test_what_stands_in_for_a_move_that_may_not_be_done_climbs_in_its_place():
    """It is swapped once, not anew in each session, so its clean outings count (A7, D1)."""
    bent_over = bent_over_row()
    diary = Diary(bent_over, PLANK).do(1)
    diary.rescreen(diary.upcoming.date, low_back_history="yes")
    stand_in = moved_to(diary.decision(bent_over))
    assert diary.do(1).decision(stand_in).kind == "hold"
    assert diary.do(1).decision(stand_in).kind == "progress"


@pytest.mark.parametrize(("average", "is_back"), [(3, True), (4, False)])
def test_a_swapped_move_waits_while_pain_is_usually_above_three_though_nothing_is_told(average, is_back):
    diary = Diary(ROW, profile=somebody(average=average)).do(1, pain=6).do(1, pain=6).do(6)
    assert (ROW in names(diary)) is is_back


def test_a_swapped_move_that_comes_back_after_five_weeks_off_starts_again_low():
    """One step back is the least; the gap asks for more, and the two do not stack (D3, D9)."""
    diary = Diary(PRESS).do(6).do(1, pain=6).do(1, pain=6)
    last = diary.decision(PRESS).was
    diary.do(1).skip(15).rescreen(diary.program.sessions[24].date)
    decision = diary.decision(PRESS)
    assert decision.rule == "D9"
    assert figures(decision.now)[:2] == (2, 5)
    assert kg(decision.now) <= 0.7 * kg(last)


def test_in_a_flare_a_move_that_was_never_done_waits():
    diary = in_turn(Diary(ROW, PRESS), ROW, ROW, ROW, PRESS).check_ins(START, 2, 2, 2, 2, 2).do(3)
    assert PRESS in names(diary)
    diary.check_ins(START + timedelta(days=5), 5, 5, 5)
    decision = diary.decision(PRESS)
    assert (decision.kind, decision.rule, decision.now) == ("stop", "D7", None)


def left(diary, exercise):
    log = read_log("\n".join(diary.lines))
    day = diary.upcoming.date
    found = after_set(diary.profile, CATALOGUE, diary.program, log, diary.upcoming.id, day)
    assert found is not None
    return next(one for one in found.items if one.item.exercise == exercise)


def one_set(diary, exercise, side, **changes):
    fields = {"reps": 5, "load": None, "rir": 6, "pain": 0, **changes}
    diary.write("set", diary.upcoming.date, "08:00", session=diary.upcoming.id, exercise=exercise, set=1, side=side,
                **fields)  # fmt: skip
    return left(diary, exercise)


def test_a_one_sided_set_is_done_when_both_sides_are():
    diary = Diary(PRESS)
    assert one_set(diary, PRESS, "left").sets_left == 2
    assert one_set(diary, PRESS, "right").sets_left == 1


def test_a_twist_with_nothing_lighter_takes_a_set_of_those_that_are_left():
    """Two were due and one is done; a step back is one set fewer, so none is left (D0, D4)."""
    assert one_set(Diary(DOORWAY), DOORWAY, "both", compensation=True).sets_left == 0


def test_days_without_strength_work_never_break_a_streak():
    """Six of ten on two days is no flare for who usually has five; what is not due cannot be missed (C8, E4)."""
    diary = Diary(ROW, profile=somebody(average=5)).do(3)
    diary.check_ins(START + timedelta(days=6), 6, 6, 6, 6)
    on = START + timedelta(days=10)
    found = adherence_on(diary.profile, [diary.program], read_log("\n".join(diary.lines)), on)
    assert [one.state for one in found.days][7:] == ["flare"] * 4
    assert found.streak == 3
