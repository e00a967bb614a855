"""When a checkpoint is used, and what makes it useless."""

import json

import pytest

from rhomboid.training.checkpoint import Checkpoints
from rhomboid.training.events import join_logs, read_log
from rhomboid.training.fold import State
from rhomboid.training.today import due_on
from tests.training_diary import CATALOGUE, Diary, somebody


@pytest.fixture
def diary():
    diary = Diary("band-row", "plank", profile=somebody())
    for _ in range(9):
        diary.check_ins(diary.upcoming.date, 2)
        diary.do()
    return diary


@pytest.fixture
def taken(monkeypatch):
    """Return a list that grows by one with each happening that is folded."""
    happenings, take = [], State.take

    def count_and_take(self, happening):
        happenings.append(happening)
        take(self, happening)

    monkeypatch.setattr(State, "take", count_and_take)
    return happenings


def ask(diary, checkpoints, log=None, person=None):
    log = log or read_log("\n".join(diary.lines))
    return due_on(person or diary.profile, CATALOGUE, diary.program, log, diary.upcoming.date, checkpoints=checkpoints)


def correction(of, event):
    return json.dumps({"id": "c1", "at": "2027-01-01T12:00:00+01:00", "type": "correction", "of": of, "event": event})


def test_the_same_log_is_folded_once(diary, taken):
    checkpoints, log = Checkpoints(), read_log("\n".join(diary.lines))
    ask(diary, checkpoints, log)
    assert len(taken) == 18
    ask(diary, checkpoints, log)
    assert len(taken) == 18


def test_a_log_that_grew_is_folded_on_from_where_it_was(diary, taken):
    checkpoints = Checkpoints()
    ask(diary, checkpoints)
    diary.check_ins(diary.upcoming.date, 3)
    diary.do()
    taken.clear()
    ask(diary, checkpoints)
    assert len(taken) == 2


def test_sets_of_the_session_of_today_leave_the_checkpoint_as_good_as_it_was(diary, taken):
    checkpoints = Checkpoints()
    ask(diary, checkpoints)
    diary.do()
    diary.at -= 1
    taken.clear()
    ask(diary, checkpoints)
    assert len(taken) == 1  # the session itself, for what is said beside it


def test_what_is_told_late_makes_it_start_further_back(diary, taken):
    checkpoints = Checkpoints()
    ask(diary, checkpoints)
    taken.clear()
    diary.check_ins(diary.program.sessions[7].date, 9)
    ask(diary, checkpoints)
    assert 0 < len(taken) < 19


@pytest.mark.parametrize("event", [None, "another hour", "another zone"])
def test_a_correction_makes_it_useless(diary, taken, event):
    checkpoints = Checkpoints()
    ask(diary, checkpoints)
    taken.clear()
    first = json.loads(diary.lines[0])
    changed = {"another hour": "T05:00:00+01:00", "another zone": "T00:00:00-11:00"}.get(event)
    diary.lines.append(correction(first["id"], changed and {**first, "at": first["at"][:10] + changed}))
    diary.skip(5)  # to a day after the correction was made
    while diary.upcoming.date.year < 2027:
        diary.skip()
    ask(diary, checkpoints)
    assert len(taken) >= 17


def test_the_same_moment_on_another_day_is_another_event(diary):
    checkpoints = Checkpoints()
    here = '{"id": "x", "at": "2026-11-23T23:30:00+01:00", "type": "check_in", "average_24h": 2}'
    there = '{"id": "x", "at": "2026-11-24T09:30:00+11:00", "type": "check_in", "average_24h": 2}'
    assert read_log(here).events[0].at == read_log(there).events[0].at
    ask(diary, checkpoints, read_log(here))
    (kept,) = {one.taken[0].events[0].day for one in checkpoints.kept if one.taken}
    ask(diary, checkpoints, read_log(there))
    assert {one.taken[0].events[0].day for one in checkpoints.kept if one.taken} > {kept}


def test_it_is_not_used_for_another_profile(diary, taken):
    checkpoints, log = Checkpoints(), read_log("\n".join(diary.lines))
    ask(diary, checkpoints, log)
    taken.clear()
    ask(diary, checkpoints, log, person=somebody(average=3))
    assert len(taken) == 18


def test_an_unreadable_line_counts_at_once(diary):
    checkpoints = Checkpoints()
    before = ask(diary, checkpoints)
    diary.lines.append("{")
    assert ask(diary, checkpoints) == ask(diary, None) != before


def test_logs_that_share_an_id_are_not_joined(diary):
    log = read_log("\n".join(diary.lines))
    assert join_logs(log, read_log(diary.lines[3])) is None
