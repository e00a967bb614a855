"""Something new during a program: told in a minute, locked at once where it must be."""

import uuid

import pytest
from playwright.sync_api import expect

from rhomboid.screening.expressions import facts_read
from rhomboid.screening.facts import facts_by_id
from rhomboid.screening.rules import load_rules
from rhomboid.service.household import load_owner
from rhomboid.service.models import LogEvent
from rhomboid.service.people import add_person
from rhomboid.service.symptoms import load_topics
from tests.web.short_program import give_program

PATH = "/something-new"


@pytest.fixture
def person(transactional_db, settings):
    asha = add_person(load_owner(settings.HOUSEHOLD), name="asha")
    give_program(asha)
    return asha


def tell(client, *facts, **more):
    return client.post(PATH, {"fact": list(facts), "event": str(uuid.uuid4()), **more})


def test_every_sign_of_an_emergency_is_asked_for():
    asked = {question.fact.id for topic in load_topics() for question in topic.questions}
    emergencies = [rule for rule in load_rules().values() if rule.level == "emergency"]
    for rule in emergencies:
        yesno = {fact for fact in facts_read(rule.condition) if facts_by_id()[fact].kind == "yesno"}
        assert not yesno or yesno & asked, rule.id


def test_an_emergency_sign_is_answered_like_one_and_locks_the_session(person, client):
    answer = tell(client, "cardiac_symptoms_last_day")
    assert b"Get help now" in answer.content
    assert LogEvent.objects.get().body["facts"] == {"cardiac_symptoms_last_day": "yes"}
    assert client.get("/session/w01-0-strength/").url == "/today/"


def test_a_sign_for_today_says_whom_to_see(person, client):
    answer = tell(client, "fever_or_sweats", "feels_very_unwell").content.decode()
    assert "Your sessions are locked for now" in answer


def test_a_form_sent_twice_is_one_event(person, client):
    event = str(uuid.uuid4())
    tell(client, "anticoagulants", event=event)
    tell(client, "anticoagulants", event=event)
    assert LogEvent.objects.count() == 1


def test_nothing_ticked_asks_again(person, client):
    answer = tell(client)
    assert answer.status_code == 422
    assert b"Please choose" in answer.content
    assert LogEvent.objects.count() == 0


def test_a_worry_that_is_not_listed_is_sent_to_a_clinician(person, client):
    assert b"Ask someone who can examine you" in tell(client, other="other").content
    assert LogEvent.objects.count() == 0


def test_nothing_new_after_all_goes_back_to_the_day(person, client):
    assert tell(client, other="none").url == "/today/"


def test_a_sign_that_is_not_on_the_page_is_refused_in_one_line(person, client):
    answer = tell(client, "age")
    assert answer.status_code == 400
    assert LogEvent.objects.count() == 0


@pytest.mark.parametrize("fact", ["cardiac_symptoms_last_day", "new_arm_numbness", "anticoagulants", "feels_unsafe"])
def test_axe_finds_nothing_serious_before_and_after(person, visitor, fact):
    page = visitor.goto(PATH)
    visitor.check_axe()
    page.locator(f'input[value="{fact}"]').check()
    page.get_by_role("button", name="Tell me what to do").click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    visitor.check_axe()
