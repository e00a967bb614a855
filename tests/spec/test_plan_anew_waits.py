"""What pain and weak days asked of the old program waits on in the one made anew (D3, D5, D6, C8)."""

import json
from datetime import timedelta
from functools import cache
from typing import Any

from rhomboid.catalogue.load import load_catalogue
from rhomboid.prescription.program import Program, Session
from rhomboid.training.decision import Decision
from rhomboid.training.events import Log, join_logs, read_log
from rhomboid.training.today import Today, due_on
from tests.planning_tasks import person
from tests.spec.test_plan_anew import MID_BUILD, NAME, document, logged, old, trained

CATALOGUE = load_catalogue()


def last_two() -> list[Session]:
    done = [one for one in old().sessions if one.kind == "strength" and one.date < MID_BUILD]
    return sorted(done, key=lambda one: one.date)[-2:]


@cache
def made_anew() -> Program:
    """Return the program made anew on a day in mid-build, before anything was told that it should know of."""
    made = document(MID_BUILD).program
    assert made is not None
    return made


def first_day(log: Log) -> Today:
    """Return what is due in its first strength session."""
    first = min(one.date for one in made_anew().sessions if one.kind == "strength")
    return due_on(person(NAME), CATALOGUE, made_anew(), log, first)


def with_events(*events: dict[str, Any]) -> Log:
    lines = [json.dumps({"id": f"late-{n}", **one}) for n, one in enumerate(events)]
    found = join_logs(logged(MID_BUILD), read_log("\n".join(lines)))
    assert found is not None
    return found


def ended(session: Session, **fields: Any) -> dict[str, Any]:
    at = f"{session.date}T18:00:00+01:00"
    return {"at": at, "type": "session_end", "session": session.id, "felt": "fine", "effort": 4, "pain": 1, **fields}


def loaded(today: Today) -> list[Decision]:
    """Return the decisions about what was loaded in both last sessions of the old program."""
    names = {
        item.exercise for one in last_two() for item in trained(one.blocks) if not CATALOGUE[item.exercise].is_core
    }
    found = [one for one in today.decisions if one.exercise in names]
    assert found
    return found


def test_two_weak_and_achy_sessions_before_it_take_a_step_and_a_set():
    log = with_events(*(ended(one, felt="weak_achy") for one in last_two()))
    assert {one.rule for one in loaded(first_day(log))} == {"D6"}
    assert {event for one in loaded(first_day(log)) for event in one.events} == {"late-0", "late-1"}


def test_one_weak_and_achy_session_before_it_takes_nothing():
    log = with_events(ended(last_two()[1], felt="weak_achy"))
    assert "D6" not in {one.rule for one in first_day(log).decisions}


def test_two_sessions_before_it_that_ended_in_pain_take_a_step():
    log = with_events(*(ended(one, pain=6) for one in last_two()))
    assert {one.rule for one in loaded(first_day(log))} == {"D5"}
    assert {one.kind for one in loaded(first_day(log))} <= {"regress", "swap"}


def test_a_bad_morning_after_its_last_session_holds_all_that_was_in_it():
    last = last_two()[1]
    morning = f"{last.date + timedelta(days=1)}T07:00:00+01:00"
    log = with_events({"at": morning, "type": "morning_after", "pain": 8, "stiffness": 1})
    held = {item.exercise for item in trained(last.blocks)}
    found = [one for one in first_day(log).decisions if one.exercise in held]
    assert found
    assert {(one.kind, one.rule) for one in found} == {("hold", "D5")}


def test_a_stop_in_its_last_session_takes_the_clear_step_with_its_rule_and_its_events():
    last = last_two()[1]
    due = {one.exercise for one in loaded(first_day(logged(MID_BUILD)))}
    name = next(item.exercise for item in trained(last.blocks) if item.exercise in due)
    stop = {
        "at": f"{last.date}T08:30:00+01:00",
        "type": "stopped",
        "session": last.id,
        "exercise": name,
        "why": "sharp",
    }
    log = with_events(stop)
    told = next(one for one in first_day(log).decisions if one.exercise == name)
    assert (told.kind, told.rule) in {("regress", "D3"), ("swap", "D3")}
    assert "late-0" in told.events


def test_two_moves_stopped_in_its_last_session_make_the_next_one_lighter():
    last = last_two()[1]
    names = [item.exercise for item in trained(last.blocks)][:2]
    stops = [
        {"at": f"{last.date}T08:3{n}:00+01:00", "type": "stopped", "session": last.id, "exercise": name, "why": "sharp"}
        for n, name in enumerate(names)
    ]
    others = [one for one in loaded(first_day(with_events(*stops))) if one.exercise not in names]
    assert others
    assert {(one.kind, one.rule) for one in others} == {("deload", "D3")}
