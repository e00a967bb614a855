"""P1: the points a proof names are those that the program has, counted by a reading that knows no solver."""

from dataclasses import replace

import pytest

from rhomboid.catalogue.load import load_catalogue
from rhomboid.checking.case import Case
from rhomboid.checking.score import compare_points, points_of
from rhomboid.planning.plan import plan
from rhomboid.screening.triage import screen
from tests.property.profiles import random_profile


def planned(seed):
    person = random_profile(seed)
    made = plan(person, load_catalogue())
    assert made.program is not None
    assert made.proof is not None
    return person, made


def case_of(person, made):
    triage = screen(person.answers, person.clearances, person.schedule.start)
    return Case(person, load_catalogue(), made.program, triage, made.advice)


@pytest.mark.parametrize("seed", [0, 4, 16, 23, 34, 50, 62, 80])
def test_it_names_the_points_that_the_finished_program_has(seed):
    person, made = planned(seed)
    assert made.proof.objective in points_of(case_of(person, made))


def test_it_finds_a_proof_that_names_other_points():
    person, made = planned(4)
    wrong = replace(made.proof, objective=made.proof.objective + 1)
    assert [one.rule for one in compare_points(case_of(person, made), wrong)] == ["P1"]


def test_it_finds_an_item_that_was_put_in_the_place_of_another():
    person, made = planned(4)
    other = replace(person, like=frozenset({made.program.weeks[2].sessions[0].items[0].exercise}))
    assert points_of(case_of(other, made)).isdisjoint({made.proof.objective})
