"""E4: what counts as keeping at it. Rest, flares, time off and days in which one may not train never break a streak."""

from datetime import timedelta

import pytest

from rhomboid.training.adherence import adherence_on
from rhomboid.training.events import EMPTY, read_log
from tests.screening_people import START
from tests.training_diary import Diary

ROW = "band-row"


def kept(diary, day):
    return adherence_on(diary.profile, [diary.program], read_log("\n".join(diary.lines)), day)


def states(diary, day):
    return [one.state for one in kept(diary, day).days]


def on(number):
    return START + timedelta(days=number - 1)


def test_a_day_with_something_done_counts_and_a_day_with_nothing_planned_is_rest():
    found = kept(Diary(ROW).do(3), on(7))
    assert [one.state for one in found.days] == ["kept", "rest", "kept", "rest", "kept", "rest", "rest"]
    assert (found.streak, found.longest) == (3, 3)


def test_a_session_left_undone_breaks_the_streak_but_not_the_longest():
    found = kept(Diary(ROW).do(3).skip(1).do(1), on(10))
    assert found.days[7].state == "missed"
    assert (found.streak, found.longest) == (1, 3)


def test_today_is_open_until_it_is_over():
    diary = Diary(ROW).do(3)
    assert states(diary, on(8))[-1] == "open"
    assert kept(diary, on(8)).streak == 3
    assert kept(diary, on(9)).streak == 0


@pytest.mark.parametrize(("why", "streak"), [("pain", 4), ("ill", 4), ("time", 1), ("other", 1)])
def test_a_session_left_out_for_pain_or_illness_is_rest(why, streak):
    diary = Diary(ROW).do(3)
    diary.write("skipped", diary.upcoming.date, session=diary.upcoming.id, why=why)
    assert kept(diary.skip(1).do(1), on(10)).streak == streak


def test_time_off_never_breaks_a_streak():
    diary = Diary(ROW).do(3)
    diary.write("time_off", on(7), **{"from": on(8).isoformat(), "to": on(14).isoformat()})
    diary.skip(3).do(1)
    assert states(diary, on(15))[7:14] == ["off"] * 7
    assert kept(diary, on(15)).streak == 4


def test_flare_days_never_break_a_streak():
    diary = Diary(ROW).check_ins(on(1), 2, 2, 2, 2, 2, 5, 5, 5).do(3).skip(3)
    assert states(diary, on(12)) == [*["kept", "rest"] * 3, "rest", *["flare"] * 5]
    assert kept(diary, on(12)).streak == 3


def test_a_locked_person_breaks_nothing_by_waiting():
    diary = Diary(ROW).do(3)
    diary.write("new_symptom", on(7), "06:00", facts={"fever_or_sweats": "yes"})
    assert states(diary, on(10))[6:] == ["locked"] * 4
    assert kept(diary, on(10)).streak == 3


def test_a_moved_session_is_due_on_its_new_day_alone():
    diary = Diary(ROW).do(2)
    diary.write("moved", on(3), session="s03", to=on(6).isoformat())
    assert states(diary, on(6)) == ["kept", "rest", "kept", "rest", "rest", "open"]


@pytest.mark.parametrize(("kind", "fields"), [("walk", {"minutes": 10}), ("break", {"exercise": ROW, "seconds": 60})])
def test_a_walk_or_a_break_is_something_done(kind, fields):
    diary = Diary(ROW)
    diary.write(kind, on(1), **fields)
    assert kept(diary, on(2)).streak == 1


def test_a_week_tells_its_strength_sessions_and_days():
    weeks = kept(Diary(ROW).do(3).skip(1).do(1), on(11)).weeks
    assert [(one.number, one.strength_due, one.strength_done, one.days_kept) for one in weeks] == [
        (1, 3, 3, 3),
        (2, 2, 1, 1),
    ]


def test_a_correction_changes_what_was_kept():
    diary = Diary(ROW)
    told = diary.write("walk", on(1), minutes=10)
    diary.write("correction", on(2), of=told, event=None)
    assert kept(diary, on(2)).streak == 0


def test_a_new_program_keeps_the_days_of_the_old_one():
    old, new = Diary(ROW).do(3), Diary(ROW, "plank")
    weeks = new.program.weeks[1:]
    later = type(new.program)(new.program.start, new.program.end, (), weeks)
    log = read_log("\n".join(old.lines))
    found = adherence_on(old.profile, [old.program, later], log, on(8))
    assert found.streak == 3
    assert [one.number for one in found.weeks] == [1, 2]


def test_before_anything_there_is_nothing():
    diary = Diary(ROW)
    assert adherence_on(diary.profile, [], EMPTY, on(1)).streak == 0
    assert adherence_on(diary.profile, [diary.program], EMPTY, on(1) - timedelta(days=3)).days == ()
