"""The door for events that a device kept."""

import json
import uuid

import pytest
from django.test import Client

from rhomboid.service.models import LogEvent

PATH = "/log/events"


def walk(**changed):
    return {"id": str(uuid.uuid4()), "at": "2026-11-23T07:30:00+01:00", "type": "walk", "minutes": 12, **changed}


def post(client, persona, *events):
    body = json.dumps({"person": str(persona.person.id), "events": list(events)})
    return client.post(PATH, body, content_type="application/json")


def test_it_says_of_each_event_whether_it_is_stored(asha, client_of):
    good, bad = walk(), walk(minutes="long")
    answer = post(client_of(asha), asha, good, bad).json()
    assert answer["stored"] == [good["id"]]
    assert [one["id"] for one in answer["refused"]] == [bad["id"]]
    assert "minutes" in answer["refused"][0]["reason"]


def test_a_double_delivery_is_kept_once(asha, client_of):
    event, client = walk(), client_of(asha)
    assert post(client, asha, event).json() == post(client, asha, event).json()
    assert LogEvent.objects.count() == 1


def test_events_go_to_the_person_they_are_of_whoever_is_in_view(asha, client_of):
    client = client_of(asha)
    client.post("/start")
    post(client, asha, walk())
    assert LogEvent.objects.get().person == asha.person


def test_it_rejects_a_stranger(asha, cora, client_of):
    assert post(client_of(cora), asha, walk()).status_code == 404
    assert LogEvent.objects.count() == 0


@pytest.mark.parametrize("body", ["", "{", "[]", '{"events": []}', '{"person": "x"}', '{"person": 1, "events": []}'])
def test_what_cannot_be_read_is_one_line(asha, client_of, body):
    answer = client_of(asha).post(PATH, body, content_type="application/json")
    assert answer.status_code == 400
    assert "events: cannot be read" in answer.json()["error"]


def test_too_many_at_once_are_refused_whole(asha, client_of):
    assert post(client_of(asha), asha, *[walk() for _ in range(501)]).status_code == 400


def test_a_delivery_without_a_token_is_refused_and_a_fresh_token_mends_it(asha, settings):
    settings.HOUSEHOLD = asha.owner.key
    client = Client(HTTP_HOST="localhost", enforce_csrf_checks=True)
    assert post(client, asha, walk()).status_code == 403
    token = client.get(PATH).json()["token"]
    body = json.dumps({"person": str(asha.person.id), "events": [walk()]})
    answer = client.post(PATH, body, content_type="application/json", headers={"X-CSRFToken": token})
    assert answer.status_code == 200
