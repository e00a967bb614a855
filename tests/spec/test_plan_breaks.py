"""C9: who sits over four hours a day gets breaks of their own program's easy items, light and short."""

from dataclasses import replace
from datetime import timedelta
from functools import cache

import pytest

from rhomboid.catalogue.load import load_catalogue
from rhomboid.planning.plan import plan
from rhomboid.prescription.breaks import desk_breaks
from rhomboid.prescription.program import Program
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
