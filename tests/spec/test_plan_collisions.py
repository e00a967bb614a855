"""When no program fits: which wishes collide, proved by letting go of each, and the smallest changes that solve it."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from rhomboid.catalogue.exercise import Exercise
from rhomboid.catalogue.load import load_catalogue
from rhomboid.lib.canonical import to_json
from rhomboid.planning.conflict import Conflict
from rhomboid.planning.plan import plan
from rhomboid.planning.task import Task
from rhomboid.planning.wishes import loosened, wishes_of
from rhomboid.prescription.plan import Plan
from rhomboid.prescription.profile import Profile
from rhomboid.prescription.program_json import parse_plan, plan_to_json
from rhomboid.screening.clearance import Clearance
from rhomboid.screening.triage import screen
from tests.planning_tasks import person, scheduled

CATALOGUE = load_catalogue()
WEEKS = 2


def ids(wanted: Callable[[Exercise], bool]) -> frozenset[str]:
    return frozenset(one.id for one in CATALOGUE.exercises if wanted(one))


def avoiding(wanted: Callable[[Exercise], bool], who: Profile) -> Profile:
    return replace(who, avoid=ids(wanted))


def bare(who: Profile) -> Profile:
    return replace(who, setting=replace(who.setting, equipment=frozenset()))


def limited(who: Profile, **limits: Any) -> Profile:
    return replace(who, limits=replace(who.limits, **limits))


def needs_nothing(one: Exercise) -> bool:
    return not one.equipment and not one.any_of


def family() -> dict[str, Profile]:
    """Return people for whom no program fits, each for another reason."""
    usual = person()
    two_days = scheduled(usual, minutes=10, strength_days=("mon", "thu"))
    return {
        "one day": scheduled(usual, strength_days=("mon",)),
        "neighbours": scheduled(usual, strength_days=("sun", "mon")),
        "no pull": avoiding(lambda one: one.is_pull, usual),
        "no kit and no pull without": avoiding(lambda one: one.is_pull and needs_nothing(one), bare(usual)),
        "no chest opening": avoiding(lambda one: one.pattern == "chest_opening", usual),
        "no walk": limited(usual, ban=ids(lambda one: "aerobic" in one.blocks)),
        "more than ten minutes hold": limited(two_days, require=("light-squat", "wall-push-up")),
        "no floor and no trunk work off it": avoiding(
            lambda one: one.is_core and one.position in ("standing", "seated"), person("seventy-one-no-floor")
        ),
        "two at once": scheduled(avoiding(lambda one: one.is_pull, usual), strength_days=("mon", "tue")),
    }


FAMILY = family()


@cache
def made(name: str) -> Plan:
    return plan(FAMILY[name], CATALOGUE, weeks=WEEKS)


def is_solved(profile: Profile) -> bool:
    """Return whether the planner finds a program; quicker than a plan, which also says what would solve it."""
    triage = screen(profile.answers, profile.clearances, profile.schedule.start)
    task = Task(CATALOGUE, triage, WEEKS, seed=0, past=None, mode="full")
    return not isinstance(task.solve(profile), Conflict)


def let_go(profile: Profile, fields: set[str]) -> bool:
    """Return whether a program fits once some wishes are let go."""
    return any(is_solved(one) for one in loosened(profile, fields))


@pytest.mark.parametrize("name", FAMILY)
def test_letting_go_of_any_one_colliding_wish_gives_a_program(name):
    profile, fields = FAMILY[name], {wish.field for wish in made(name).wishes}
    others = {wish.field for wish in wishes_of(profile, CATALOGUE)} - fields
    assert fields
    assert not let_go(profile, others), "the wishes named collide whatever else is changed"
    for one in sorted(fields):
        assert let_go(profile, others | {one}), one


@pytest.mark.parametrize("name", FAMILY)
def test_a_conflict_names_rules_and_those_wishes_with_what_stands_there(name):
    found = made(name)
    assert found.status == "infeasible"
    assert [one for one in found.conflict if "." in one] == [wish.field for wish in found.wishes]
    assert any("." not in one for one in found.conflict)
    assert all(wish.text in found.advice[0] for wish in found.wishes)


@pytest.mark.parametrize("name", FAMILY)
def test_a_solution_is_told_for_each(name):
    assert any(line.startswith(("This works:", "These work together:")) for line in made(name).advice[1:])


def test_the_wishes_stand_in_the_document_with_their_values():
    document = to_json(plan_to_json(made("more than ten minutes hold")))
    back = parse_plan(document, "plan")
    assert back.wishes == made("more than ten minutes hold").wishes
    assert {wish.field: wish.value for wish in back.wishes}["schedule.minutes"] == 10


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("no kit and no pull without", "This works: a band besides what you have."),
        ("more than ten minutes hold", "This works: 15 minutes for a strength session instead of 10."),
        ("one day", "This works: strength on Wednesday or Thursday or Friday or Saturday as well."),
    ],
)
def test_the_smallest_change_is_told_in_plain_words(name, told):
    assert told in made(name).advice


def test_the_changes_told_are_enough():
    more = scheduled(FAMILY["more than ten minutes hold"], minutes=15)
    owning = FAMILY["no kit and no pull without"]
    banded = replace(owning, setting=replace(owning.setting, equipment=frozenset({"resistance_band"})))
    another = scheduled(FAMILY["one day"], strength_days=("mon", "sat"))
    assert [is_solved(one) for one in (more, banded, another)] == [True, True, True]


def test_two_groups_of_wishes_that_collide_are_solved_together():
    (line,) = (one for one in made("two at once").advice if one.startswith("These work together"))
    assert "strength on" in line
    assert "off the list of moves to avoid" in line


def expecting() -> Profile:
    """Return someone pregnant, cleared by name, who may not lie on the front."""
    clearance = Clearance("Dr A. Example", "physician", person().schedule.start, ("pregnant",))
    return replace(person(), answers=person().answers.updated({"pregnant": "yes"}), clearances=(clearance,))


def test_limits_of_the_safety_answers_are_named_where_they_take_part():
    barred = ids(lambda one: one.is_pull and "lying_front" in one.provocations)
    assert barred
    found = plan(avoiding(lambda one: one.is_pull and one.id not in barred, expecting()), CATALOGUE, weeks=WEEKS)
    assert found.conflict == ("A7", "C5", "preferences.avoid")
    assert is_solved(avoiding(lambda one: one.is_pull and one.id not in barred, person()))
