"""After a session: what changes next time, and why."""

import uuid
from datetime import timedelta

import pytest

from rhomboid.service.household import load_owner
from rhomboid.service.log import append_events
from rhomboid.service.people import add_person
from rhomboid.web import clock
from tests.web.short_program import give_program

QUERIES = 6
SESSIONS = ("w01-0-strength", "w01-2-strength")


@pytest.fixture
def person(db, settings):
    return add_person(load_owner(settings.HOUSEHOLD), name="asha")


def outing(session, at, **changed):
    """Return both sets of the row, done as asked unless told otherwise."""
    common = {"type": "set", "session": session, "exercise": "band-row", "side": "both", "reps": 5, "hold_s": None,
              "load": {"band": "light"}, "rir": 6, "pain": 0, "pain_kind": "none", "compensation": False}  # fmt: skip
    return [{"id": str(uuid.uuid4()), "at": at.isoformat(), **common, "set": number, **changed} for number in (1, 2)]


def end(session, at, **changed):
    told = {"felt": "fine", "effort": 4, "pain": 1, **changed}
    return {"id": str(uuid.uuid4()), "at": at.isoformat(), "type": "session_end", "session": session, **told}


def page(client, session):
    return " ".join(client.get(f"/session/{session}/after").content.decode().split())


def test_two_clean_outings_raise_one_thing_and_say_why(person, client):
    now = clock.now()
    give_program(person, now.date() - timedelta(days=2))
    for session, at in zip(SESSIONS, (now - timedelta(days=2), now), strict=True):
        append_events(person, [*outing(session, at), end(session, at)])
    shown = page(client, SESSIONS[1])
    assert "Band row: up to 2 × 8, light band" in shown
    assert "Rule D1" in shown


def test_one_clean_outing_changes_nothing_yet_and_says_so(person, client):
    now = clock.now()
    give_program(person)
    append_events(person, [*outing(SESSIONS[0], now), end(SESSIONS[0], now)])
    shown = page(client, SESSIONS[0])
    assert "Nothing changes yet" in shown
    assert "Band row: stays at 2 × 5, light band" in shown


def test_pain_of_six_steps_back_and_advises_to_ask_when_sharp(person, client):
    now = clock.now()
    give_program(person)
    append_events(person, [*outing(SESSIONS[0], now, pain=6, pain_kind="sharp"), end(SESSIONS[0], now, pain=6)])
    shown = page(client, SESSIONS[0])
    assert "Ask about that pain" in shown
    assert "Rule D3" in shown


def test_it_names_what_was_done_and_announces_the_morning_question(person, client):
    now = clock.now()
    give_program(person)
    append_events(person, [*outing(SESSIONS[0], now), end(SESSIONS[0], now, felt="strong")])
    shown = page(client, SESSIONS[0])
    assert "2 sets" in shown
    assert "5, 5 times" in shown
    assert "Tomorrow morning" in shown


def test_a_session_whose_end_has_not_arrived_is_not_called_done(person, client):
    give_program(person)
    shown = page(client, SESSIONS[0])
    assert "Not finished yet" in shown
    assert "Done." not in shown


def test_an_unknown_session_leads_to_the_day(person, client):
    give_program(person)
    assert client.get("/session/none/after").url == "/today/"


def test_it_asks_the_database_as_often_after_three_weeks_as_on_the_first_day(person, client, django_assert_num_queries):
    now = clock.now()
    give_program(person)
    append_events(person, [end(SESSIONS[0], now)])
    client.get(f"/session/{SESSIONS[0]}/after")
    append_events(person, outing(SESSIONS[0], now))
    with django_assert_num_queries(QUERIES):
        client.get(f"/session/{SESSIONS[0]}/after")
    append_events(person, [event for _ in range(60) for event in outing(SESSIONS[0], now)])
    with django_assert_num_queries(QUERIES):
        client.get(f"/session/{SESSIONS[0]}/after")
