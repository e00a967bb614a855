"""The nine example people get the level, and the program or the answer, that they stand for."""

from datetime import date
from pathlib import Path

import pytest

from rhomboid.catalogue.load import load_catalogue
from rhomboid.checking.check import check
from rhomboid.planning.plan import plan
from rhomboid.prescription.profile_toml import load_profile
from rhomboid.screening.facts import load_facts
from rhomboid.screening.triage import screen

EXAMPLES = Path(__file__).parents[2] / "examples"
LEVELS = {
    "desk-worker": "proceed",
    "band-at-home": "modify",
    "kettlebell": "proceed",
    "gym": "proceed",
    "seventy-one-no-floor": "modify",
    "flare": "proceed",
    "cancer-history": "same_day",
    "chest-pain": "emergency",
    "blood-thinners": "modify",
}
TRAINING = [name for name, level in LEVELS.items() if level in ("modify", "proceed")]
STOPPED = [name for name in LEVELS if name not in TRAINING]


def person(name):
    return load_profile(EXAMPLES / f"{name}.toml", load_catalogue())


def test_there_are_nine_and_each_says_who_it_is():
    files = sorted(EXAMPLES.glob("*.toml"))
    assert sorted(file.stem for file in files) == sorted(LEVELS)
    assert all(file.read_text(encoding="utf-8").startswith("# ") for file in files)


@pytest.mark.parametrize("name", LEVELS)
def test_it_answers_every_question_and_starts_on_the_same_monday(name):
    told = person(name).answers
    unasked = [fact.id for fact in load_facts() if told.get(fact.id) is None and not fact.optional]
    assert unasked == []
    assert person(name).schedule.start == date(2026, 11, 23)


@pytest.mark.parametrize(("name", "level"), LEVELS.items())
def test_it_is_screened_as_promised(name, level):
    somebody = person(name)
    assert screen(somebody.answers, somebody.clearances, somebody.schedule.start).level == level


def test_blood_thinners_bar_rollers():
    somebody = person("blood-thinners")
    assert "no_pressure" in screen(somebody.answers, (), somebody.schedule.start).restrictions


@pytest.mark.parametrize("name", TRAINING)
def test_it_gets_a_program_that_passes_the_check(name):
    made = plan(person(name), load_catalogue())
    assert made.program is not None
    assert check(person(name), load_catalogue(), made) == ()


@pytest.mark.parametrize("name", STOPPED)
def test_it_gets_no_program(name):
    made = plan(person(name), load_catalogue())
    assert (made.status, made.program) == ("refused", None)
    assert check(person(name), load_catalogue(), made) == ()


def test_the_flare_begins_with_a_week_without_strength():
    made = plan(person("flare"), load_catalogue())
    assert made.program is not None
    assert all(session.kind != "strength" for session in made.program.weeks[0].sessions)
