"""D1 and D2: what goes up, when, and what keeps it down."""

from datetime import timedelta

import pytest

from rhomboid.prescription.load_json import load_to_json
from tests.screening_people import START
from tests.training_diary import Diary, band, figures, kg, somebody

ROW, PRESS = "band-row", "one-arm-dumbbell-row"


def test_two_clean_outings_running_earn_one_step():
    diary = Diary(ROW).do(2)
    decision = diary.decision(ROW)
    assert (decision.kind, decision.rule) == ("progress", "D1")
    assert figures(decision.was) == (2, 5, "medium")
    assert figures(decision.now) == (2, 8, "medium")
    assert decision.events == ("e0001", "e0002", "e0003", "e0004")


def test_one_clean_outing_earns_nothing():
    assert Diary(ROW).do(1).decision(ROW).kind == "hold"


@pytest.mark.parametrize("changes", [{"reps": 3}, {"rir": 1}, {"pain": None}])
def test_a_miss_between_them_starts_the_count_again(changes):
    diary = Diary(ROW).do(1).do(1, **changes).do(1)
    assert diary.decision(ROW).kind == "hold"
    assert diary.do(1).decision(ROW).kind == "progress"


def test_the_first_time_there_is_nothing_to_decide():
    assert Diary(ROW).due().decisions == ()


def test_a_session_not_done_changes_nothing():
    done = Diary(ROW).do(2)
    skipped = Diary(ROW).do(2).skip(1)
    assert figures(done.dose(ROW)) == figures(skipped.dose(ROW))


def test_an_ideal_log_reproduces_the_plan_and_goes_no_higher():
    diary = Diary(ROW, PRESS, "plank", "scapular-squeeze")
    for number in range(len(diary.program.sessions)):
        if number % 9 == 0:
            diary.rescreen(diary.upcoming.date)
        for name in (ROW, PRESS, "plank", "scapular-squeeze"):
            assert diary.dose(name) == diary.planned(name), (number, name)
        diary.do(1, left=2)


def test_more_left_than_the_forecast_thinks_still_stays_under_the_plan():
    diary = Diary(PRESS)
    for number in range(30):
        if number % 9 == 0:
            diary.rescreen(diary.upcoming.date)
        due, planned = diary.dose(PRESS), diary.planned(PRESS)
        assert kg(due) <= kg(planned)
        diary.do(1, left=9)


def test_a_big_step_waits_for_two_more_in_reserve():
    loads = {}
    for left in (1, 2):
        diary = Diary(ROW)
        for number in range(20):
            if number % 9 == 0:
                diary.rescreen(diary.upcoming.date)
            diary.do(1, left=left)
        loads[left] = band(diary.dose(ROW))
    assert loads == {1: "medium", 2: "heavy"}


def test_a_heavier_load_waits_until_form_is_confirmed():
    diary = Diary(ROW, profile=somebody(confirmed=frozenset()))
    for number in range(20):
        if number % 9 == 0:
            diary.rescreen(diary.upcoming.date)
        diary.do(1)
    assert band(diary.dose(ROW)) == "medium"
    assert diary.decision(ROW).rule == "D2"
    diary.write("form_confirmed", diary.upcoming.date, "05:30", exercise=ROW)
    assert diary.decision(ROW).kind == "progress"


def test_where_pain_is_usually_three_sore_outings_count_for_repetitions_only():
    diary = Diary(ROW, profile=somebody(average=3, worst_24h=4))
    sore = {"pain": 3, "rir": 6}
    diary.check_ins(diary.program.start, 3, 3, 3, 3, 3)
    for _ in range(2):
        for item in diary.session().items:
            for number in (1, 2):
                diary.write(
                    "set", diary.upcoming.date, f"08:0{number}", session=diary.upcoming.id, exercise=ROW, set=number,
                    side="both", reps=figures(item)[1], load={"band": "medium"}, **sore,
                )  # fmt: skip
        diary.at += 1
    assert diary.decision(ROW).kind == "progress"


def sore_all_through(diary, pain=3):
    """Log the next session as due, with the same pain in every set."""
    for item in diary.session().items:
        for number in range(1, item.sets + 1):
            diary.write(
                "set", diary.upcoming.date, f"08:0{number}", session=diary.upcoming.id, exercise=item.exercise,
                set=number, side="both", reps=figures(item)[1], hold_s=item.hold_s,
                load=load_to_json(item.load), rir=6, pain=pain,
            )  # fmt: skip
    diary.at += 1
    return diary


def test_the_mark_of_a_sore_outing_leaves_after_two_clean_ones():
    """D1 looks at two outings running: once both are clean, sets, load and hold are open again."""
    diary = Diary("plank", profile=somebody(average=3, worst_24h=4)).check_ins(START, *[3] * 14)
    sore_all_through(diary).do(1)
    assert diary.decision("plank").kind == "hold"
    diary.do(1)
    assert (diary.decision("plank").kind, figures(diary.decision("plank").now)[:2]) == ("progress", (1, 15))


def test_a_person_without_such_pain_holds_after_a_sore_outing():
    diary = Diary(ROW).do(1)
    for number in (1, 2):
        diary.write(
            "set", diary.upcoming.date, f"08:0{number}", session=diary.upcoming.id, exercise=ROW, set=number,
            side="both", reps=5, load={"band": "medium"}, rir=6, pain=3,
        )  # fmt: skip
    diary.at += 1
    assert (diary.decision(ROW).kind, diary.decision(ROW).rule) == ("hold", "D3")


def test_the_session_of_the_day_does_not_change_by_being_done():
    diary = Diary(ROW).do(2)
    before = diary.due()
    day = diary.upcoming.date
    diary.do(1, pain=7)
    after = diary.due(day)
    assert (after.session, after.decisions) == (before.session, before.decisions)
    assert diary.decision(ROW).kind == "regress"


def test_what_comes_after_the_day_does_not_count():
    diary = Diary(ROW).do(2)
    day = diary.upcoming.date
    before = diary.due(day)
    diary.do(3)
    assert diary.due(day) == before
    assert diary.due(day - timedelta(days=1)).session is None
