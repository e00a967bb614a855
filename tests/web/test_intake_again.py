"""The safety questions asked again during a program: what changed is an event of the log, a red flag at once."""

import pytest

from rhomboid.service.models import LogEvent, Person
from rhomboid.service.rescreen import standing_answers
from rhomboid.web import clock
from rhomboid.web.intake_steps import load_steps
from tests.web.intake_answers import answers_to, text_of

pytestmark = pytest.mark.django_db


def answer_again(client, **changed):
    response = client.post("/intake/again")
    for step in load_steps():
        if step.topic == "Your program":
            break
        response = client.post(f"/intake/{step.key}", answers_to(step, **changed))
        if response.url in ("/intake/stop", "/intake/talk"):
            break
    return response


def types_logged() -> list[str]:
    return [event.type for event in LogEvent.objects.all()]


def test_unchanged_answers_are_one_event_and_change_nothing(client, trainee):
    assert client.get(answer_again(client).url).url == "/result/"
    event = LogEvent.objects.get()
    assert (event.type, event.body["facts"]) == ("rescreen", {})
    assert client.get("/result/").context["level"] == "proceed"


def test_kit_and_week_are_not_asked_again(client, trainee):
    client.post("/intake/again")
    assert set(Person.objects.get().draft) == {"aims", "place", "week"}


def test_a_red_flag_locks_at_once_though_the_rest_is_never_answered(client, trainee):
    client.post("/intake/again")
    client.post("/intake/heart", {"fainting": "yes"})
    assert types_logged() == ["new_symptom"]
    assert client.get("/result/").context["level"] == "see_clinician"


@pytest.mark.parametrize("changed", [{"chest_pain": "unsure", "not_sure": "yes"}, {"sites": ["chest"]}])
def test_an_emergency_interrupts_and_is_kept(client, trainee, changed):
    assert answer_again(client, **changed).url == "/intake/stop"
    assert client.get("/result/").context["level"] == "emergency"
    assert client.get("/today/").status_code == 200
    assert "Get help now" in text_of(client.get("/intake/stop"))


def test_a_mistake_put_right_is_withdrawn_and_stays_on_record(client, trainee):
    client.post("/intake/again")
    client.post("/intake/heart", {"chest_pain": "yes"})
    client.post("/intake/heart", {"none_of_these": "yes"})
    assert types_logged() == ["new_symptom", "correction"]
    assert not standing_answers(trainee, clock.today()).says_yes("chest_pain")
    assert client.get("/result/").context["level"] == "proceed"


def test_a_changed_limit_is_taken_into_account(client, trainee):
    answer_again(client, anticoagulants="yes")
    response = client.get("/result/")
    assert response.context["level"] == "modify"
    assert "no_pressure" in response.context["triage"].restrictions


def test_the_profile_of_the_intake_is_never_rewritten(client, trainee):
    before = trainee.profile
    answer_again(client, anticoagulants="yes", average_24h="5")
    assert Person.objects.get().profile == before


def test_after_it_is_finished_its_pages_are_closed(client, trainee):
    answer_again(client)
    assert client.get("/intake/heart").url == "/result/"
    assert client.post("/intake/heart", {"chest_pain": "yes"}).url == "/result/"
