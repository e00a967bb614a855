"""The engine in the loop: kept between days it answers as from scratch, and nothing that must never happen does."""

from datetime import timedelta

import pytest

from rhomboid.training.events import Log
from rhomboid.training.today import due_on
from tests.simulation_people import CATALOGUE, LIMITED, WEIGHTS, life

EVENING = 10  # what is told before this hour is told before the session


def shown(item):
    return (item.exercise, item.sets, item.reps and item.reps[1], item.hold_s, item.load, item.rir)


def doses(items):
    """Return what the running fold says is due, as `shown` shows it."""
    found = []
    for due in items:
        if due.item is not None:
            found.append(shown(due.item))
        elif due.outcome is not None and due.outcome.dose is not None:
            dose = due.outcome.dose
            found.append((due.outcome.exercise, dose.sets, dose.reps, dose.hold_s, dose.load, dose.rir))
    return found


@pytest.mark.parametrize(("person", "place"), [(0, WEIGHTS), (1, LIMITED)])
def test_the_fold_kept_between_days_answers_as_the_engine_does_from_scratch(person, place):
    one = life(person, place=place, keep=True, red_flag_rate=0.02, sharp_rate=0.02, confirmed_share=1.0)
    compared = 0
    for number in range(70):
        due = one.live_day(number)
        if number % 3:
            continue
        day = one.program.start + timedelta(days=number)
        told = tuple(event for event in one.diary.events if event.day < day or event.at.hour < EVENING)
        today = due_on(one.profile, CATALOGUE, one.program, Log(told, ()), day)
        sessions = [today.session, *today.also] if today.session else []
        assert today.locked == due.locked
        assert [(one.id, [shown(item) for item in one.items]) for one in sessions] == [
            (session.id, doses(items)) for session, items in due.sessions
        ]
        compared += len(sessions)
    assert compared > 20


@pytest.mark.parametrize("place", [WEIGHTS, LIMITED])
def test_lives_full_of_pain_and_careless_logging_break_no_rule(place):
    lives = [
        life(person, place=place, sharp_rate=0.03, twist_rate=0.06, careless_share=0.5, confirmed_share=1.0,
             flare_rate=0.15, red_flag_rate=0.004, regular_share=0.9)
        for person in range(5)
    ]  # fmt: skip
    courses = [one.live(12) for one in lives]
    assert [broken for one in lives for broken in one.broken] == []
    assert sum(one.decisions for one in courses) > 400
    assert sum(one.stops for one in courses) > 5


def test_a_locked_person_gets_no_session_until_cleared():
    one = life(2, red_flag_rate=0.05)
    days = [one.live_day(number) for number in range(42)]
    assert any(day.locked for day in days)
    assert any(not day.locked for day in days)
    assert all(not day.sessions for day in days if day.locked)
