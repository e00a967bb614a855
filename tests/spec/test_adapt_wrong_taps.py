"""D0, D3, D5, D9: what was tapped in the wrong place or left undone neither hides pain nor passes for training."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.training_diary import Diary, band


def test_a_session_told_in_two_parts_days_apart_is_two_outings_and_neither_is_whole():
    diary = Diary("band-row", "plank")
    diary.do(2)
    first, day = diary.upcoming, diary.upcoming.date
    item = diary.dose("band-row")
    assert item.reps is not None
    fields = {
        "session": first.id,
        "exercise": "band-row",
        "side": "both",
        "reps": item.reps[1],
        "load": {"band": "light"},
        "rir": 6,
        "pain": 0,
    }
    diary.write("set", day, "08:00", set=1, **fields)
    diary.write("set", day + timedelta(days=2), "08:00", set=2, **fields)
    diary.skip()
    assert diary.decision("band-row", diary.upcoming.date + timedelta(days=2)).kind == "hold"


def test_an_evening_with_two_sessions_and_one_bad_morning_is_one_bad_time_not_two():
    diary = Diary("band-row", "plank")
    diary.do(3)
    day = diary.program.sessions[2].date
    for one in [line for line in diary.lines if f'"{diary.program.sessions[2].id}"' in line]:
        diary.lines.append(
            one.replace(diary.program.sessions[2].id, diary.upcoming.id)
            .replace('"id": "e', '"id": "x')
            .replace("T08:", "T20:")
        )
    diary.skip()
    diary.write("morning_after", day + timedelta(days=1), "07:00", pain=8, stiffness=1)
    assert diary.decision("band-row").kind != "regress"


def test_what_was_left_out_for_time_breaks_no_count():
    done, left_out = Diary("band-row", "plank"), Diary("band-row", "plank")
    for diary in (done, left_out):
        diary.do(1)
    left_out.write(
        "stopped", left_out.upcoming.date, "08:00", session=left_out.upcoming.id, exercise="band-row", why="time"
    )
    for diary in (done, left_out):
        diary.skip().do(1)
    assert left_out.decision("band-row").kind == done.decision("band-row").kind == "progress"


@pytest.mark.parametrize("why", ["sharp", "worsening"])
def test_pain_before_the_first_set_takes_a_step_back_and_the_days_off_go_on(why):
    diary = Diary("band-row", "plank")
    diary.do(6)
    asked = diary.dose("band-row")
    diary.write("stopped", diary.upcoming.date, "08:00", session=diary.upcoming.id, exercise="band-row", why=why)
    diary.skip()
    told = diary.decision("band-row")
    assert (told.kind, told.rule) == ("regress", "D3")
    assert told.now is not None
    assert (band(told.now), band(asked)) == ("light", "medium")
    diary.skip(12).rescreen(diary.upcoming.date)
    again = diary.decision("band-row")
    assert again.rule == "D9", "a month without a set, though pain was told in it"


def test_a_stop_in_the_warm_up_counts_among_the_two_of_a_session():
    diary = Diary("band-row", "one-arm-dumbbell-row", "plank")
    warm_up = Diary("band-row").program.sessions[0].items[0]
    program = diary.program
    eased = replace(warm_up, exercise="wall-angel", load=None, rir=None)
    weeks = tuple(
        replace(
            week,
            sessions=tuple(
                replace(one, blocks=(replace(one.blocks[0], name="warm_up", items=(eased,)), *one.blocks))
                for one in week.sessions
            ),
        )
        for week in program.weeks
    )
    diary.program = replace(program, weeks=weeks)
    diary.do(2)
    session = diary.upcoming
    diary.do(1, only="band-row", pain=6)
    assert diary.decision("one-arm-dumbbell-row").kind != "deload"
    diary.write("stopped", session.date, "08:30", session=session.id, exercise="wall-angel", why="sharp")
    told = diary.decision("one-arm-dumbbell-row")
    assert (told.kind, told.rule) == ("deload", "D3")
