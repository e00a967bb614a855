"""C9: who sits over four hours a day gets breaks of their own program's easy items, light and short."""

import json
from dataclasses import replace
from datetime import timedelta
from functools import cache

import pytest

from rhomboid.catalogue.load import load_catalogue
from rhomboid.planning.plan import plan
from rhomboid.prescription.breaks import desk_breaks
from rhomboid.prescription.program import Program
from rhomboid.training.break_advice import with_breaks
from rhomboid.training.events import read_log
from rhomboid.training.today import Today, due_on
from tests.planning_tasks import person

CATALOGUE = load_catalogue()


@cache
def program(name: str) -> Program:
    made = plan(person(name), CATALOGUE, weeks=2).program
    assert made is not None
    return made


@pytest.mark.parametrize(("hours", "has_breaks"), [(4, False), (5, True)])
def test_breaks_are_for_who_sits_over_four_hours(hours, has_breaks):
    sitting = replace(person("desk-worker"), sitting_hours_per_day=hours)
    found = desk_breaks(sitting, CATALOGUE, program("desk-worker"), sitting.schedule.start)
    assert (found is not None) is has_breaks


@pytest.mark.parametrize("name", ["desk-worker", "gym", "seventy-one-no-floor"])
def test_a_break_is_half_a_minute_to_a_minute_and_a_half_of_the_persons_own_program(name):
    sitting = replace(person(name), sitting_hours_per_day=8)
    found = desk_breaks(sitting, CATALOGUE, program(name), sitting.schedule.start)
    assert found is not None
    assert found.every_minutes == (30, 60)
    own = {item.exercise for session in program(name).weeks[0].sessions for item in session.items}
    for one in found.choices:
        assert 30 <= one.seconds <= 90
        assert one.exercise in own


def test_a_break_needs_neither_kit_nor_floor():
    sitting = replace(person("gym"), sitting_hours_per_day=8)
    found = desk_breaks(sitting, CATALOGUE, program("gym"), sitting.schedule.start)
    assert found is not None
    for one in found.choices:
        exercise = CATALOGUE[one.exercise]
        assert (exercise.equipment, exercise.floor, exercise.tier) == ((), False, "entry")


def test_there_are_none_outside_the_program():
    sitting = replace(person("desk-worker"), sitting_hours_per_day=8)
    assert desk_breaks(sitting, CATALOGUE, program("desk-worker"), sitting.schedule.start - timedelta(days=1)) is None


def day_of(name: str, hours: float, events: str = "") -> Today:
    sitting = replace(person(name), sitting_hours_per_day=hours)
    day = sitting.schedule.start + timedelta(days=7)
    answer = due_on(sitting, CATALOGUE, program(name), read_log(events), day)
    return with_breaks(answer, sitting, CATALOGUE, program(name))


@pytest.mark.parametrize(("hours", "count"), [(4, 0), (9, 1)])
def test_sitting_over_four_hours_adds_one_reminder_to_the_day(hours, count):
    reminders = [one.text for one in day_of("desk-worker", hours).advice if one.source == "C9"]
    assert len(reminders) == count
    assert all("Every 30 to 60 minutes" in text for text in reminders)


def test_a_break_that_was_taken_earns_nothing():
    sitting = person("desk-worker")
    one = next(item.exercise for item in program("desk-worker").weeks[0].sessions[0].items)
    taken = "\n".join(
        json.dumps(
            {
                "id": f"00000000-0000-4000-8000-{number:012d}",
                "at": f"{sitting.schedule.start + timedelta(days=number % 6)}T1{number % 9}:00:00+01:00",
                "type": "break",
                "exercise": one,
                "seconds": 60,
            }
        )
        for number in range(20)
    )
    assert day_of("desk-worker", 9, taken) == day_of("desk-worker", 9)


def test_no_break_is_told_once_a_warning_sign_locks_the_program():
    flag = {
        "id": "00000000-0000-4000-9000-000000000001",
        "at": f"{person().schedule.start}T08:00:00+01:00",
        "type": "new_symptom",
        "facts": {"saddle_numbness": "yes"},
    }
    assert [one for one in day_of("desk-worker", 9, json.dumps(flag)).advice if one.source == "C9"] == []
