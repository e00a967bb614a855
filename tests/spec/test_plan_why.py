"""Every exercise of the catalogue gets a specific answer: why it is there, what keeps it out, or what it would cost."""

import re
from functools import cache

import pytest

from rhomboid.catalogue.load import load_catalogue
from rhomboid.catalogue.rulebook import rule
from rhomboid.planning.cost import replacement_of
from rhomboid.planning.explain import why
from rhomboid.planning.plan import plan
from rhomboid.prescription.plan import Plan
from rhomboid.screening.restriction_table import load_restrictions
from rhomboid.screening.rules import load_rules
from tests.planning_tasks import instance, person

CATALOGUE = load_catalogue()
PEOPLE = ("desk-worker", "band-at-home", "kettlebell", "gym", "seventy-one-no-floor", "flare", "blood-thinners")
WEEKS = 9  # enough for all phases
# Weighing one up takes two solved weeks: each person has every so many of those that may be done, another share each.
EVERY = 45
ENDS = (
    r"would lose \d+( of \d+)? points?\. \(P1\)$",
    r"would lose no points\. \(P1\)$",
    r"put it on your list of likes to have it( instead)?\. \((P1|C1)\)$",
    r"^It does not fit beside what the rules ask for: [A-Z]\d",
    r"^Nothing can take its place: without it these rules cannot be met: [A-Z]\d",
    r"^(Instead you could have: .*|Nothing else is open to you\.) ?\(C1\)$",
    r"You may do it besides\. \(C1\)$",
)


@cache
def made(name: str, mode: str = "full") -> Plan:
    return plan(person(name), CATALOGUE, weeks=WEEKS, mode=mode)


def answer(name: str, exercise: str, mode: str = "full") -> tuple[str, ...]:
    program = made(name, mode).program
    assert program is not None
    return why(person(name), CATALOGUE, program, exercise, mode=mode)


@cache
def open_to(name: str) -> frozenset[str]:
    """Return what some phase lets a person do in a session."""
    found: set[str] = set()
    for phase in instance(person(name)).phases:
        found |= {item.exercise.id for item in (*phase.loaded, *phase.core)}
        found |= {item.exercise.id for item in (*phase.easy, *phase.dynamic, *phase.cool_down, *phase.daily)}
        found |= {one.id for one in phase.walks}
    return frozenset(found)


def is_source(name: str) -> bool:
    return name in load_restrictions() or name in load_rules() or bool(rule(name).title)


@pytest.mark.parametrize("name", PEOPLE)
def test_what_no_phase_allows_names_the_exact_rule_or_restriction(name):
    barred = [one.id for one in CATALOGUE.exercises if one.id not in open_to(name) and one.dose.kind != "minutes"]
    assert barred
    for exercise in barred:
        first, *rest = answer(name, exercise)
        assert first == f"{CATALOGUE[exercise].name} is not in your program.", exercise
        assert rest, exercise
        for line in rest:
            told = re.search(r"^(.{15,}) \((\w+)\)$", line)
            assert told is not None, line
            assert is_source(told[2]), line


@pytest.mark.parametrize("place", range(len(PEOPLE)))
def test_what_may_be_done_is_weighed_against_what_is_there(place):
    for exercise in sorted(open_to(PEOPLE[place]))[place * 4 :: EVERY]:
        last = answer(PEOPLE[place], exercise)[-1]
        assert any(re.search(end, last) for end in ENDS), (exercise, last)


def test_what_is_there_says_its_rules_and_what_would_come_instead():
    lines = answer("band-at-home", "band-row")
    assert lines[0].startswith("Band row is in the strength work, from week 1")
    assert any(line.endswith("(C5)") for line in lines)
    assert lines[-1].startswith("Without it: ")


def test_what_would_come_instead_may_be_done_and_is_another_exercise():
    phase = instance(person()).phases[0]
    found = replacement_of(CATALOGUE["band-row"], phase)
    assert found is not None
    assert found.instead
    assert "band-row" not in found.instead
    allowed = {item.exercise.id for item in (*phase.loaded, *phase.core)}
    assert set(found.instead) <= allowed


@pytest.mark.parametrize(("mode", "exercise", "told"), [("minimal", "wall-slide", "C10"), ("daily", "band-row", "C1")])
def test_a_short_form_says_that_it_leaves_out_what_the_rules_allow(mode, exercise, told):
    assert answer("band-at-home", exercise, mode)[-1].endswith(f"({told})")


def test_a_whole_class_says_why_no_daily_session_holds_it():
    assert "many minutes in one piece" in answer("gym", "yoga-practice")[-1]
