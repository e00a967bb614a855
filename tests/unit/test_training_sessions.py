"""Moving sessions, and what is left of a session while it runs."""

from datetime import timedelta

from rhomboid.training.events import read_log
from rhomboid.training.session_log import after_set
from rhomboid.training.today import next_time
from tests.training_diary import CATALOGUE, Diary, band

ROW, SQUEEZE = "band-row", "scapular-squeeze"


def left(diary, day):
    log = read_log("\n".join(diary.lines))
    session = next(one for one in diary.program.sessions if one.date == day)
    return after_set(diary.profile, CATALOGUE, diary.program, log, session.id, day)


def one_set(diary, exercise, **changes):
    fields = {"reps": 5, "load": {"band": "medium"}, "rir": 6, "pain": 0, **changes}
    diary.write(
        "set", diary.upcoming.date, "08:00", session=diary.upcoming.id, exercise=exercise, set=1, side="both", **fields
    )
    return {one.item.exercise: one for one in left(diary, diary.upcoming.date).items}


def test_a_good_set_leaves_the_others():
    items = one_set(Diary(ROW, SQUEEZE), ROW)
    assert (items[ROW].sets_left, items[ROW].ended) == (1, False)
    assert items[SQUEEZE].sets_left == 2


def test_pain_of_five_ends_the_move_at_once_but_not_the_others():
    items = one_set(Diary(ROW, SQUEEZE), ROW, pain=5)
    assert (items[ROW].sets_left, items[ROW].ended) == (0, True)
    assert items[SQUEEZE].sets_left == 2


def test_sharp_pain_ends_the_loaded_part_of_the_day():
    diary = Diary(ROW, SQUEEZE, "plank")
    items = one_set(diary, ROW, pain=1, pain_kind="sharp")
    assert all(one.ended for one in items.values())
    whole = left(diary, diary.upcoming.date)
    assert whole.loaded_part_over
    assert "clinician" in whole.advice


def test_a_twist_lowers_the_sets_that_are_left():
    items = one_set(Diary(ROW, SQUEEZE), ROW, compensation=True)
    assert band(items[ROW].item) == "light"
    assert items[ROW].sets_left == 1


def test_stopping_for_time_ends_the_move_alone():
    diary = Diary(ROW, SQUEEZE)
    diary.write("stopped", diary.upcoming.date, "08:00", session="s01", exercise=ROW, why="time")
    assert [one.ended for one in left(diary, diary.upcoming.date).items] == [True, False]


def test_a_session_moves_within_its_week_where_the_rest_days_hold():
    diary = Diary(ROW).do(2)
    friday, saturday = diary.upcoming.date, diary.upcoming.date + timedelta(days=1)
    diary.write("moved", friday, "06:00", session="s03", to=saturday.isoformat())
    assert diary.due(friday).session is None
    moved = diary.due(saturday).session
    assert moved is not None
    assert (moved.id, moved.date) == ("s03", saturday)


def test_a_session_does_not_move_next_to_another_or_out_of_its_week():
    for days in (-1, 3):
        diary = Diary(ROW).do(2)
        friday = diary.upcoming.date
        diary.write(
            "moved", friday - timedelta(days=3), "06:00", session="s03", to=(friday + timedelta(days=days)).isoformat()
        )
        assert diary.due(friday).session is not None
        assert len(diary.due(friday).problems) == 1


def test_unknown_sessions_and_exercises_are_reported_and_left_out():
    diary = Diary(ROW).do(2)
    before = diary.due()
    diary.write("set", diary.upcoming.date, "05:00", session="gone", exercise=ROW, set=1, side="both", pain=9)
    diary.write("set", diary.program.start, "20:00", session="s01", exercise="goblet-squat", set=1, side="both", pain=9)
    after = diary.due()
    assert len(after.problems) == 2
    assert after.session == before.session
    assert after.decisions == before.decisions


def test_the_next_time_is_told_with_its_reasons():
    diary = Diary(ROW).do(2)
    log = read_log("\n".join(diary.lines))
    coming = next_time(diary.profile, CATALOGUE, diary.program, log, diary.program.sessions[1].date)
    assert coming is not None
    assert coming.date == diary.upcoming.date
    assert [one.kind for one in coming.decisions] == ["progress"]


def test_before_the_start_and_after_the_end_nothing_is_due():
    diary = Diary(ROW)
    assert diary.due(diary.program.start - timedelta(days=1)).session is None
    assert diary.due(diary.program.end + timedelta(days=1)).session is None
