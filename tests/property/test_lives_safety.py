"""Whatever happens in a life, the engine keeps within the plan, rises slowly, and never rises on a bad sign."""

from datetime import timedelta
from typing import Any

import pytest

from rhomboid.catalogue.load import load_catalogue
from tests.oracles import plain_dose as doses
from tests.oracles.plain_pain import flare_state
from tests.property import lives
from tests.property.lives import LIVES, PAINFUL, PEOPLE, Life, ask, exercise_items, person

WEEKS = 8
HOW_MANY = max(2, LIVES // 3)


def lived(seed, **more):
    """Live one painful life; return its days as (day, log that morning, answer)."""
    habits = dict(PAINFUL) if seed % 2 else dict(lives.ORDINARY)
    life = Life(
        PEOPLE[seed % len(PEOPLE)], 300 + seed, weeks=WEEKS, habits=habits, moods=0.2, flares=((33, 5),), **more
    )
    return life.name, list(life.live())


@pytest.fixture(scope="module", params=range(HOW_MANY))
def days(request):
    return lived(request.param)


def doses_of(answer):
    known = load_catalogue()
    return {
        item["exercise"]: doses.dose_of_json(item, known[item["exercise"]])
        for item in exercise_items(answer["session"])
    }


def outings(days):
    """Yield (day, exercise, dose due) of all that was really done."""
    done = {(one["session"], one["exercise"]) for one in days[-1][1] if one["type"] == "set"}
    for day, _, answer in days:
        for name, dose in doses_of(answer).items():
            if (answer["session"]["id"], name) in done:
                yield day, name, dose


def test_it_never_goes_above_the_plan(days):
    name, lived_days = days
    sessions = {session.id: session for session in lives.program(name).sessions}
    known = load_catalogue()
    for day, _, answer in lived_days:
        planned = {item.exercise: item for item in sessions[answer["session"]["id"]].items}
        for exercise, dose in doses_of(answer).items():
            if exercise in planned:
                ceiling = doses.dose_of_item(planned[exercise], known[exercise])
                assert not doses.is_above(dose, ceiling), (day, exercise, dose, ceiling)


def test_it_raises_a_load_by_one_small_step_in_seven_days(days):
    name, lived_days = days
    known = load_catalogue()
    lowest: dict[str, list[Any]] = {}
    for day, exercise, dose in outings(lived_days):
        before = [load for when, load in lowest.get(exercise, []) if timedelta(0) < day - when < timedelta(days=7)]
        lowest.setdefault(exercise, []).append((day, dose["load"]))
        kit = doses.kit_of(known[exercise], person(name))
        for load in before:
            if load is not None and doses.size(dose["load"]) > doses.size(load) * 1.1 + 1e-9:
                between = [one for one in kit if doses.size(load) < doses.size(one) < doses.size(dose["load"])]
                assert between == [], (day, exercise, load, dose)


def test_it_never_rises_in_a_lighter_week_or_flare(days):
    name, lived_days = days
    program = lives.program(name)
    for day, log, answer in lived_days:
        week = next(one for one in program.weeks if answer["session"]["id"] in {one.id for one in one.sessions})
        in_flare = flare_state(log, person(name), day) is not None
        if week.deload or in_flare:
            assert [one for one in answer["decisions"] if one["kind"] == "progress"] == [], day


def test_it_never_gives_more_right_after_a_stop(days):
    _, lived_days = days
    last: dict[str, Any] = {}
    events = lived_days[-1][1]
    for day, _, answer in lived_days:
        session = answer["session"]["id"]
        for exercise, dose in doses_of(answer).items():
            if exercise in last:
                then, worked = last.pop(exercise)
                assert doses.work(dose) <= doses.work(worked), (day, exercise, then, worked, dose)
            sets = [
                one
                for one in events
                if one["type"] == "set" and one["session"] == session and one["exercise"] == exercise
            ]
            if any(one["pain"] is not None and one["pain"] >= 5 for one in sets):
                last[exercise] = (day, dose)


def test_it_decides_once_for_each_exercise(days):
    _, lived_days = days
    for day, _, answer in lived_days:
        named = [one["exercise"] for one in answer["decisions"]]
        assert len(named) == len(set(named)), (day, named)
        for one in answer["decisions"]:
            assert one["rule"], (day, one)
            assert one["reason"], (day, one)


def test_more_pain_never_means_more_work_next_time(days):
    name, lived_days = days
    events = lived_days[-1][1]
    painful = [one for one in events if one["type"] == "set" and one["pain"] is not None and one["pain"] < 8]
    for told in painful[:: max(1, len(painful) // 6)]:
        day = next((day for day, _, _ in lived_days if day.isoformat() > told["at"][:10]), None)
        if day is None:
            continue
        log = next(log for when, log, _ in lived_days if when == day)
        worse = [{**one, "pain": one["pain"] + 2} if one["id"] == told["id"] else one for one in log]
        was, now = doses_of(ask(name, log, day)), doses_of(ask(name, worse, day))
        for exercise in sorted(set(was) & set(now)):
            assert doses.work(now[exercise]) <= doses.work(was[exercise]), (day, told, exercise)
