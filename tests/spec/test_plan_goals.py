"""P1: what makes one allowed week better than another, each goal against a case in which it decides."""

from dataclasses import replace
from functools import cache

import pytest

from rhomboid.catalogue.load import load_catalogue
from rhomboid.planning.plan import plan
from rhomboid.planning.solve import solve_frame, solve_strength
from rhomboid.planning.template import Template
from rhomboid.planning.turns import in_turn
from rhomboid.planning.worth import points, strength_worth
from rhomboid.prescription.plan import Plan
from tests.planning_tasks import FRAME, PULL, RETRACTION, TRUNK, exercise, instance, move, person, phase


@cache
def made(name: str) -> Plan:
    return plan(person(name), load_catalogue())


def test_who_has_trained_gains_more_from_a_weight_than_a_beginner():
    trained = person("gym")
    beginner = replace(trained, experience=replace(trained.experience, level="new"))
    row = exercise("seated-cable-row")
    assert strength_worth(row, trained, "strength") > strength_worth(row, beginner, "strength")


def test_a_move_without_weight_is_worth_the_same_at_every_level():
    trained = person("gym")
    beginner = replace(trained, experience=replace(trained.experience, level="new"))
    slide = exercise("wall-slide")
    assert strength_worth(slide, trained, "strength") == strength_worth(slide, beginner, "strength")


def test_a_locked_move_is_only_for_who_likes_it_or_needs_it():
    nobody = person("desk-worker")
    fan = replace(nobody, like=frozenset({"jumping"}))
    patient = replace(nobody, limits=replace(nobody.limits, require=("jumping",)))
    jumping = exercise("jumping")
    usual = strength_worth(jumping, nobody, "strength")
    assert strength_worth(jumping, fan, "strength") > usual - points("strength")["locked"]
    assert strength_worth(jumping, patient, "strength") == usual - points("strength")["locked"]


def test_a_gym_lifter_pulls_weight_in_every_session():
    program = made("gym").program
    assert program is not None
    catalogue = load_catalogue()
    for session in program.sessions:
        if session.kind == "strength":
            pulls = [item for item in session.items if catalogue[item.exercise].is_pull]
            assert any(item.load is not None and item.load.kg for item in pulls), session.id


def test_the_cool_downs_of_a_week_differ_and_take_the_same_time():
    first = instance(person("gym")).phases[0]
    found = solve_frame(first, 0)
    assert found is not None
    frame = in_turn(found[0], first)
    assert len(set(frame.turns)) == first.sessions
    seconds = {item.exercise.id: item for item in first.cool_down}
    times = {sum(seconds[one].seconds_with(sets) for one, sets in turn) for turn in frame.turns}
    assert times == {frame.cool_down_s}


def test_a_cool_down_someone_likes_stays_in_each_session():
    first = instance(person("gym")).phases[0]
    liked = replace(first, profile=replace(first.profile, like=frozenset({"upper-back-hug"})))
    found = solve_frame(liked, 0)
    assert found is not None
    frame = replace(found[0], cool_down=(("upper-back-hug", 2), *found[0].cool_down[1:]))
    assert all("upper-back-hug" in {one for one, _ in turn} for turn in in_turn(frame, liked).turns)


def test_what_was_there_before_is_kept_where_nothing_else_is_better():
    twins = ("wall-slide", "wall-w")
    task = phase(name="build", sessions=2, loaded=tuple(move(one) for one in (PULL, *twins)))
    task = replace(task, row=replace(task.row, moves=2, sets=2))
    for kept in twins:
        before = Template(((PULL, kept), (PULL, kept)), ((TRUNK,), (TRUNK,)), 2, 1)
        found = solve_strength(task, FRAME, before, 0)
        assert found is not None
        assert kept in found[0].moves


def test_a_bound_is_never_under_a_week_that_is_there():
    task = phase(loaded=(move(PULL), move(RETRACTION), move("light-squat")))
    found = solve_strength(task, FRAME, None, 0)
    assert found is not None
    assert found[1].bound >= found[1].objective


@pytest.mark.parametrize("name", ["gym", "kettlebell", "desk-worker", "seventy-one-no-floor"])
def test_the_last_phase_holds_no_less_work_than_the_first(name):
    program = made(name).program
    assert program is not None

    def sets(number: int) -> int:
        week = program.weeks[number - 1]
        return sum(
            item.sets for session in week.sessions for block in session.blocks
            if block.name == "strength" for item in block.items
        )  # fmt: skip

    assert sets(3) <= sets(7) <= sets(15)
