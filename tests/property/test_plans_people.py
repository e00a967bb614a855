"""The random people are as varied as the promises made about them."""

from collections import Counter

import pytest
import tomli
from hypothesis import given, settings

from rhomboid.catalogue.load import load_catalogue
from rhomboid.prescription.profile_toml import parse_profile
from rhomboid.screening.restriction_table import load_restrictions
from rhomboid.screening.triage import screen
from tests.property.profiles import (
    BUDGETS,
    KITS,
    RESTRICTING,
    STOPPING,
    profiles,
    random_profile,
    random_stopped_table,
    random_table,
    stopped_profiles,
    to_profile,
    to_toml,
)

PEOPLE = 300


@pytest.fixture(scope="module")
def people():
    return [random_profile(seed) for seed in range(PEOPLE)]


def test_they_have_every_budget(people):
    assert {person.schedule.minutes for person in people} == set(BUDGETS)


def test_they_have_every_kit_place_and_level(people):
    kits = {person.setting.equipment for person in people}
    assert kits == {frozenset(kit) for kit in KITS}
    assert {person.setting.place for person in people} == {"home", "office", "gym"}
    assert {person.experience.level for person in people} == {"new", "some", "trained"}


def test_some_have_neither_kit_nor_floor(people):
    assert any(not person.setting.equipment and not person.setting.can_get_to_floor for person in people)


def test_they_meet_every_restriction(people):
    triages = [screen(person.answers, person.clearances, person.schedule.start) for person in people]
    met = {restriction for triage in triages for restriction in triage.restrictions}
    assert met == set(load_restrictions())


def test_some_are_in_acute_pain_and_some_in_fresh_pain(people):
    states = Counter(
        (person.answers.contains("quality", "spasm"), (person.answers.number("duration_weeks") or 0) <= 2)
        for person in people
    )
    assert set(states) == {(spasm, fresh) for spasm in (True, False) for fresh in (True, False)}


def test_all_of_them_may_train(people):
    assert all(screen(person.answers, person.clearances, person.schedule.start).may_train for person in people)


@settings(max_examples=40, deadline=None)
@given(profiles())
def test_people_drawn_by_hypothesis_may_train(person):
    assert screen(person.answers, person.clearances, person.schedule.start).may_train


@settings(max_examples=60, deadline=None)
@given(stopped_profiles())
def test_stopped_people_drawn_by_hypothesis_may_not(person):
    assert not screen(person.answers, person.clearances, person.schedule.start).may_train


def test_stopped_people_are_stopped_at_every_level():
    made = [to_profile(random_stopped_table(seed)) for seed in range(200)]
    levels = {screen(person.answers, person.clearances, person.schedule.start).level for person in made}
    assert levels == {"emergency", "same_day", "see_clinician", "incomplete"}


@pytest.mark.parametrize("fact", STOPPING)
def test_each_stopping_answer_stops_alone(fact):
    table = random_table(3)
    for group in table.values():
        for name in (*RESTRICTING, *STOPPING):
            if isinstance(group, dict) and name in group:
                group[name] = "no"
    table["clearance"] = []
    for group in table.values():
        if isinstance(group, dict) and fact in group:
            group[fact] = "yes"
    person = to_profile(table)
    assert not screen(person.answers, (), person.schedule.start).may_train


@pytest.mark.parametrize("seed", range(5))
def test_they_are_the_same_from_a_file(seed):
    text = to_toml(random_table(seed))
    assert tomli.loads(text)["schedule"] == random_table(seed)["schedule"]
    assert parse_profile(text, "random", load_catalogue()) == random_profile(seed)
