"""Edges of D0 to D5 and C7 that are easy to get wrong by one: what is enough, what is running, what comes first."""

import json
from dataclasses import replace
from datetime import date

import pytest

from rhomboid.training.event_types import SetDone, Stopped
from rhomboid.training.events import read_log
from rhomboid.training.prescribing import read_course
from rhomboid.training.rules import gentle
from tests.training_diary import CATALOGUE, Diary, figures, moved_to, somebody

ROW, PRESS, PLANK = "band-row", "one-arm-dumbbell-row", "plank"


def sore_all_through(diary, pain, **changes):
    """Do the next session with the same pain in every set; changes go to every set."""
    at = len(diary.lines)
    diary.do(1)
    told = [json.loads(line) for line in diary.lines[at:]]
    diary.lines[at:] = [json.dumps({**one, "pain": pain, "pain_kind": "sore", **changes}) for one in told]
    return diary


@pytest.mark.parametrize(("values", "kind"), [((0, 0), "progress"), ((0, 0, 0), "hold")])
def test_two_check_ins_are_too_few_to_hold_a_morning_against(values, kind):
    """With fewer than three values the profile's pain of 2 is what is usual, and a morning of 3 is none too bad (D5)."""
    diary = Diary(ROW).do(2)
    diary.check_ins(diary.program.sessions[0].date, *values)
    assert diary.morning_after(3).decision(ROW).kind == kind


def test_a_miss_between_two_clean_outings_of_an_easier_move_counts_them_anew():
    diary = Diary(PLANK, ROW).do(1, compensation=True, only=PLANK)
    easier = moved_to(diary.decision(PLANK))
    diary.do(1).do(1, only=easier, pain=None).do(1)
    assert easier in {item.exercise for item in diary.session().items}
    diary.do(1)
    assert diary.decision(PLANK).kind == "resume"


def test_a_wish_after_the_second_stop_does_not_shorten_the_quiet_days():
    """A wished swap ends with the phase; one for pain waits for fourteen days, also over a phase boundary (D3)."""
    diary = Diary(ROW, PRESS).do(10, only=ROW).do(1, pain=6, only=PRESS).do(1, pain=6, only=PRESS)
    diary.write("swap_wish", diary.program.sessions[11].date, "20:00", exercise=PRESS)
    diary.rescreen(diary.upcoming.date)
    assert diary.decision(PRESS).rule == "D3"
    diary.do(4)
    assert PRESS not in {item.exercise for item in diary.session().items}


def test_a_wish_while_another_move_stands_in_asks_for_nothing_more():
    diary = Diary(PLANK, ROW).do(1, compensation=True, only=PLANK)
    diary.write("swap_wish", diary.upcoming.date, "20:00", exercise=PLANK)
    assert diary.do(2).decision(PLANK).kind == "resume"


def test_soreness_of_a_lighter_week_does_not_count_towards_three():
    """Twice sore before it, once in it: only stop and twist act in a lighter week (D0)."""
    doses = []
    for pain in (0, 4):
        diary = Diary(ROW).do(7)
        sore_all_through(sore_all_through(diary, 4), 4)
        diary.rescreen(diary.upcoming.date)
        assert figures(diary.planned(ROW)) < figures(diary.program.sessions[8].items[0])  # a lighter week
        doses.append(figures(sore_all_through(diary, pain).do(2).dose(ROW)))
    assert doses[0] == doses[1]


def test_a_sore_outing_at_usual_pain_with_repetitions_missing_counts_for_nothing():
    person = somebody(average=4)
    diary = Diary(ROW, profile=person)
    sore_all_through(sore_all_through(diary, 4), 4)
    assert diary.decision(ROW).kind == "progress"
    short = Diary(ROW, profile=person)
    sore_all_through(sore_all_through(short, 4), 4, reps=4)
    assert short.decision(ROW).kind == "hold"


@pytest.mark.parametrize("why", ["sharp", "worsening"])
def test_a_stretch_that_was_stopped_without_a_number_is_easier_next_time(why):
    stretch = next(one for one in CATALOGUE.exercises if one.category == "stretch")
    line = {"id": "a", "at": "2026-11-23T08:00:00+01:00", "type": "stopped", "session": "s", "exercise": stretch.id}
    (told,) = read_log(json.dumps({**line, "why": why})).events
    assert isinstance(told, Stopped)
    assert gentle.after(gentle.Ease(), stretch, (), (told,), told.day).easier


def test_a_stretch_rests_from_its_second_stop_in_three_and_not_from_a_good_day_after_it():
    stretch = next(one for one in CATALOGUE.exercises if one.category == "stretch")
    log = [
        {"id": f"e{n}", "at": f"2026-11-2{n}T08:00:00+01:00", "type": "set", "session": f"s{n}", "set": 1,
         "side": "both", "exercise": stretch.id, "pain": pain}
        for n, pain in enumerate((0, 6, 6, 0), 3)
    ]  # fmt: skip
    ease = gentle.Ease()
    rests = []
    for one in read_log("\n".join(json.dumps(row) for row in log)).events:
        assert isinstance(one, SetDone)
        ease = gentle.after(ease, stretch, (one,), (), one.day)
        rests.append(ease.rest_from)
    second_stop = date(2026, 11, 25)
    assert rests == [None, None, second_stop, second_stop]


def test_a_program_made_anew_in_a_lighter_week_gives_back_the_set_that_week_leaves_out():
    """All that is left of the phase has one set fewer; the most the plan gives in it is what it gave before (C2, D1)."""
    whole = Diary(ROW).program
    rest = replace(whole, weeks=whole.weeks[3:])
    lighter = rest.weeks[0].sessions[0].items[0].sets
    assert read_course(rest).most_sets[ROW, "familiarise"] == lighter + 1
    assert read_course(whole).most_sets[ROW, "familiarise"] == lighter + 1
