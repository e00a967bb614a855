"""Around the sessions: prompts and their answers (D8, D10), what is new (A6), moved sessions (C1, C8)."""

from datetime import timedelta

import pytest

from rhomboid.training.calendar import read_calendar
from rhomboid.training.event_types import Moved
from rhomboid.training.events import read_log
from tests.screening_people import START
from tests.training_diary import Diary

ROW, PRESS = "band-row", "one-arm-dumbbell-row"
SIX_WEEKS = START + timedelta(42)


def sources(diary, day):
    return {one.source for one in diary.due(day).advice}


def six_weeks(last):
    """Return a diary with the same pain in the first week and another in the sixth."""
    return Diary(ROW).check_ins(START, *[4] * 7).check_ins(START + timedelta(36), *[last] * 7)


@pytest.mark.parametrize(("last", "asked"), [(4, True), (5, True), (3, False), (1, False)])
def test_after_six_weeks_without_change_a_clinician_is_named(last, asked):
    assert ("D8" in sources(six_weeks(last), SIX_WEEKS)) is asked
    assert "D8" not in sources(six_weeks(last), SIX_WEEKS - timedelta(1))


def test_the_prompt_stands_until_it_is_answered_and_comes_once_a_period():
    diary = six_weeks(4).check_ins(SIX_WEEKS + timedelta(4), 4, 4, 4)
    assert "D8" in sources(diary, SIX_WEEKS + timedelta(9))
    diary.write("acknowledged", SIX_WEEKS, "21:00", what="D8")
    assert "D8" not in sources(diary, SIX_WEEKS + timedelta(9))
    diary.check_ins(START + timedelta(80), 4, 4, 4, 4)
    assert "D8" in sources(diary, START + timedelta(84))


def relief(*values):
    return Diary(ROW).check_ins(START, *values)


def test_relief_is_offered_once_and_its_answer_is_an_event():
    diary = relief(*[0, 1] * 7)
    day = START + timedelta(14)
    assert "D10" in sources(diary, day)
    diary.write("acknowledged", day, "20:00", what="D10")
    assert "D10" not in sources(diary, day)


@pytest.mark.parametrize("values", [[1] * 13, [2] * 14, [0] * 13 + [4]])
def test_without_lasting_relief_nothing_is_offered(values):
    assert "D10" not in sources(relief(*values), START + timedelta(14))


def test_something_new_at_the_start_of_a_session_asks_for_the_safety_questions():
    diary = Diary(ROW).do(2)
    done = diary.program.sessions[diary.at - 1]
    told = diary.write("session_start", done.date, "07:30", session=done.id, pain=1, anything_new=True)
    assert diary.decision(ROW).rule == "A6"
    assert told in diary.decision(ROW).events
    diary.rescreen(diary.upcoming.date)
    assert diary.decision(ROW).kind == "progress"


def moved(diary, session, to):
    diary.write("moved", START, "06:00", session=session, to=to.isoformat())
    return diary


def test_a_moved_session_is_due_on_its_new_day_and_no_more_on_the_old():
    diary = moved(Diary(ROW), "s03", START + timedelta(5))
    assert diary.due(START + timedelta(5)).session.id == "s03"
    assert diary.due(START + timedelta(4)).session is None
    assert diary.due(START + timedelta(5)).session.date == START + timedelta(5)


@pytest.mark.parametrize("days", [1, 3, 7, -1])
def test_a_move_without_a_day_of_rest_or_out_of_its_week_is_reported_and_left_out(days):
    diary = moved(Diary(ROW), "s03", START + timedelta(days))
    assert diary.due(START + timedelta(4)).session.id == "s03"
    assert len(diary.due(START + timedelta(4)).problems) == 1


def test_a_sunday_beside_the_next_monday_is_no_day_of_rest():
    assert moved(Diary(ROW), "s03", START + timedelta(6)).due(START + timedelta(4)).session is not None


def test_no_session_is_moved_into_the_gentle_days_of_the_start():
    diary = Diary(ROW)
    text = "\n".join(moved(diary, "s03", START + timedelta(5)).lines)
    events = read_log(text).events
    assert [one.to for one in events if isinstance(one, Moved)] == [START + timedelta(5)]
    until = START + timedelta(6)
    assert read_calendar(diary.program, events, until).days["s03"] == START + timedelta(4)
    assert read_calendar(diary.program, events).days["s03"] == START + timedelta(5)


def test_breaks_and_walks_earn_nothing():
    diary = Diary(ROW).do(1)
    before = diary.due()
    for number in range(4):
        diary.write("break", diary.upcoming.date, f"06:1{number}", exercise=ROW, seconds=60)
        diary.write("walk", diary.upcoming.date, f"06:2{number}", minutes=30)
    assert diary.due() == before


def test_an_event_that_arrives_a_week_late_counts_on_its_own_day():
    late = Diary(PRESS).do(4)
    on_time = Diary(PRESS).do(4)
    on_time.lines.insert(0, late.lines[-1])
    on_time.lines.pop()
    assert late.due() == on_time.due()


def test_a_flight_and_a_clock_change_move_no_day():
    home, away = Diary(ROW).do(3), Diary(ROW).do(3)
    away.lines = [line.replace("+01:00", "-08:00") for line in home.lines]
    assert away.due() == home.due()


def test_a_session_done_on_another_day_counts_from_that_day():
    diary = Diary(ROW).do(3)
    late = [line.replace("2026-11-27T", "2026-11-29T") for line in diary.lines]
    assert late != diary.lines
    diary.lines = late
    diary.skip(2)
    assert diary.decision(ROW).rule != "D9"
