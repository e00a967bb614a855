"""A clearance entered on the result page: by name, by someone who may, never for an emergency."""

from datetime import timedelta
from uuid import uuid4

import pytest

from rhomboid.service.log import append_events
from rhomboid.service.models import LogEvent, Person
from rhomboid.web import clock
from tests.web.intake_answers import go_through, text_of

pytestmark = pytest.mark.django_db


def form(**changed):
    filled = {
        "event": str(uuid4()),
        "by": "Dr A. Example",
        "role": "physician",
        "date": clock.today().isoformat(),
        "scope": ["spinal_surgery"],
    }
    return {**filled, **changed}


def test_what_a_doctor_cleared_by_name_no_longer_stops_the_person(client):
    go_through(client, spinal_surgery="yes")
    response = client.post("/result/clearance", form(), follow=True)
    assert response.context["level"] == "modify"
    assert "Dr A. Example (physician) cleared this" in text_of(response)
    assert "usually harmless" not in text_of(response)


def test_clearing_one_point_leaves_the_others(client):
    go_through(client, spinal_surgery="yes", spinal_fracture="yes")
    response = client.post("/result/clearance", form(), follow=True)
    assert response.context["level"] == "see_clinician"


def test_a_therapist_lifts_nothing_that_only_a_doctor_may(client):
    go_through(client, spinal_surgery="yes")
    response = client.post("/result/clearance", form(role="osteopath"), follow=True)
    assert response.context["level"] == "see_clinician"


def test_an_emergency_offers_no_clearance_and_takes_none(client):
    go_through(client, chest_pain="yes")
    assert "Someone has cleared me" not in text_of(client.get("/result/"))
    response = client.post("/result/clearance", form(scope=["chest_pain"]), follow=True)
    assert response.context["level"] == "emergency"


@pytest.mark.parametrize(
    ("changed", "line"),
    [
        ({"by": " "}, "the name of the professional"),
        ({"role": "trainer"}, "physiotherapist"),
        ({"date": "yesterday"}, "Please give the day"),
        ({"date": (clock.today() + timedelta(days=1)).isoformat()}, "today or an earlier day"),
        ({"scope": []}, "at least one point"),
        ({"scope": ["elbow"]}, "ids of screening rules"),
    ],
)
def test_a_clearance_that_cannot_be_is_told_and_not_kept(client, changed, line):
    go_through(client, spinal_surgery="yes")
    response = client.post("/result/clearance", form(**changed), follow=True)
    assert line in text_of(response)
    assert response.context["level"] == "see_clinician"


def report(person: Person, **facts: str) -> None:
    row = {"id": str(uuid4()), "at": clock.now().isoformat(), "type": "new_symptom", "facts": facts}
    assert not append_events(person, [row]).refused


def test_a_new_symptom_during_a_program_changes_the_result_page(client, trainee):
    assert client.get("/result/").context["level"] == "proceed"
    report(trainee, fever_or_sweats="yes")
    response = client.get("/result/")
    assert response.context["level"] == "same_day"
    assert "Build my program" not in text_of(response)


def test_during_a_program_a_clearance_becomes_an_event_once_however_often_it_is_sent(client, trainee):
    report(trainee, fever_or_sweats="yes")
    sent = form(scope=["fever_or_sweats"])
    for _ in range(2):
        client.post("/result/clearance", sent)
    assert LogEvent.objects.filter(type="clearance").count() == 1
    assert client.get("/result/").context["level"] == "modify"
