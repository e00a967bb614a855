"""C10, C2 and C1 in the other forms of a plan: what each leaves out, and that every rule on safety holds in it."""

from functools import cache

import pytest

from rhomboid.catalogue.load import load_catalogue
from rhomboid.planning.plan import plan
from rhomboid.prescription.plan import MODES, Plan
from rhomboid.prescription.program import Program, Session
from rhomboid.training.events import read_log
from rhomboid.training.today import due_on
from tests.planning_tasks import person, scheduled

CATALOGUE = load_catalogue()
WEEKS = 5


@cache
def made(mode: str, name: str = "band-at-home") -> Plan:
    return plan(person(name), CATALOGUE, weeks=WEEKS, mode=mode)


def program(mode: str, name: str = "band-at-home") -> Program:
    found = made(mode, name).program
    assert found is not None
    return found


@pytest.mark.parametrize("mode", MODES[1:])
def test_every_form_says_what_it_is(mode):
    assert made(mode).advice


@pytest.mark.parametrize("mode", MODES)
def test_no_form_gives_a_program_to_whom_the_screen_stops(mode):
    refused = plan(person("chest-pain"), CATALOGUE, weeks=WEEKS, mode=mode)
    assert (refused.status, refused.program) == ("refused", None)


def test_minimal_is_one_set_of_one_band_pull_in_two_minutes_on_five_days():
    for week in program("minimal").weeks:
        assert len(week.sessions) == 5
        for session in week.sessions:
            (item,) = session.items
            assert (item.sets, CATALOGUE[item.exercise].loading) == (1, "band")
            assert CATALOGUE[item.exercise].is_pull
            assert session.minutes <= 2


def test_minimal_without_a_band_is_one_pull_all_the_same():
    (exercise,) = {item.exercise for session in program("minimal", "desk-worker").sessions for item in session.items}
    assert CATALOGUE[exercise].is_pull


def test_minimal_leaves_four_in_reserve_for_two_weeks_and_then_two():
    reserve = {
        week.number: {item.rir for one in week.sessions for item in one.items} for week in program("minimal").weeks
    }
    assert reserve == {1: {4}, 2: {4}, 3: {2}, 4: {2}, 5: {2}}


def test_minimal_needs_no_strength_days():
    assert plan(scheduled(person(), strength_days=()), CATALOGUE, weeks=2, mode="minimal").program is not None


def test_minimal_without_any_pull_names_what_was_left_out():
    from dataclasses import replace

    pulls = frozenset(one.id for one in CATALOGUE.exercises if one.is_pull)
    found = plan(replace(person(), avoid=pulls), CATALOGUE, weeks=2, mode="minimal")
    assert found.status == "infeasible"
    assert {"C10", "preferences.avoid"} <= set(found.conflict)


def test_three_by_twenty_stays_within_twenty_minutes():
    sessions = [one for one in program("split3").sessions if one.kind == "strength"]
    assert len(sessions) == 3 * WEEKS
    assert max(one.minutes for one in sessions) <= 20


def test_nine_by_seven_is_the_same_work_in_nine_small_sessions():
    small = [one for one in program("split9").sessions if one.kind == "strength"]
    assert len(small) == 9 * WEEKS
    assert len({one.id for one in small}) == len(small)
    assert max(one.minutes for one in small) <= 7
    assert work_of(program("split9")) == work_of(program("split3"))


def work_of(found: Program) -> dict[tuple[int, str], int]:
    sets: dict[tuple[int, str], int] = {}
    for week in found.weeks:
        for session in week.sessions:
            for block in session.blocks:
                if block.name in ("strength", "core"):
                    for item in block.items:
                        sets[week.number, item.exercise] = sets.get((week.number, item.exercise), 0) + item.sets
    return sets


def test_daily_alone_has_no_strength_and_a_session_on_each_day():
    for week in program("daily").weeks:
        assert sum(one.kind == "daily" for one in week.sessions) == 7
        assert all(one.kind != "strength" for one in week.sessions)


def test_maintain_has_two_days_two_sets_and_ten_repetitions():
    for week in program("maintain").weeks:
        assert week.phase == "maintain"
        strength = [one for one in week.sessions if one.kind == "strength"]
        assert len(strength) == 2
        for session in strength:
            for item in next(block for block in session.blocks if block.name == "strength").items:
                assert item.sets <= 2
                assert item.load is None or item.load == first_load(item.exercise) or week.deload


def first_load(exercise: str):
    return next(
        item.load for session in program("maintain").sessions for item in session.items if item.exercise == exercise
    )


def doses(session: Session) -> dict[tuple[str, str], tuple[object, ...]]:
    return {
        (block.name, item.exercise): (item.sets, item.reps, item.hold_s, item.load, item.rir)
        for block in session.blocks
        for item in block.items
    }


@pytest.mark.parametrize("mode", MODES)
def test_the_first_day_is_due_as_each_form_plans_it(mode):
    found = program(mode)
    day = min(one.date for one in found.sessions)
    answer = due_on(person(), CATALOGUE, found, read_log(""), day)
    due = [one for one in (answer.session, *answer.also) if one is not None]
    assert {one.id: doses(one) for one in due} == {one.id: doses(one) for one in found.sessions if one.date == day}
