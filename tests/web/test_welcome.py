"""The first page, the frame of every page, and whose data a request may see."""

from uuid import uuid4

import pytest
from django.test import Client

from rhomboid.service.models import Person, Screening
from rhomboid.service.people import choose_person_in, get_person_for
from rhomboid.web.middleware import PERSON_KEY
from tests.web.intake_answers import go_through, text_of

pytestmark = pytest.mark.django_db


def test_it_says_what_it_is_not(client):
    page = text_of(client.get("/"))
    assert "Not a medical device" in page
    assert "No clinician has reviewed these rules" in page


def test_start_adds_one_person_and_goes_on_with_them(client):
    client.post("/start")
    client.post("/start")
    assert Person.objects.count() == 1
    assert "Go on with your questions" not in text_of(client.get("/"))
    client.post("/intake/heart", {"none_of_these": "yes"})
    assert "Go on with your questions" in text_of(client.get("/"))


def test_starting_beside_the_example_makes_a_person_of_ones_own(client):
    example = Person.objects.create(owner=client.get("/").wsgi_request.owner, is_example=True)
    client.post("/start")
    assert client.get("/").wsgi_request.person != example


def test_no_page_runs_or_loads_anything_from_elsewhere(client):
    response = client.get("/")
    policy = response["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    assert response["X-Frame-Options"] == "DENY"
    assert response["X-Content-Type-Options"] == "nosniff"
    page = text_of(response)
    assert "<style" not in page
    assert " style=" not in page
    assert "//" not in page.replace("http://www.w3.org/", "")


def test_another_host_name_is_refused(db):
    assert Client(HTTP_HOST="rhomboid.example").get("/").status_code == 400


def test_a_form_from_elsewhere_is_refused_in_one_clear_line(db):
    response = Client(HTTP_HOST="localhost", enforce_csrf_checks=True).post("/start")
    assert response.status_code == 403
    assert "Please try once more" in text_of(response)
    assert not Person.objects.exists()


def test_an_address_that_leads_nowhere_says_so(client):
    response = client.get("/nothing-here")
    assert response.status_code == 404
    assert "There is no such page" in text_of(response)


def test_a_crash_says_that_answers_are_kept(client, monkeypatch):
    def crash(**_kwargs):
        raise RuntimeError

    monkeypatch.setattr("rhomboid.web.views.result.intake.outcome_of", lambda *_args, **_kwargs: crash())
    client.post("/start")
    client.raise_request_exception = False
    response = client.get("/result/")
    assert response.status_code == 500
    assert "Something went wrong on our side" in text_of(response)


def test_an_owner_finds_only_people_of_their_own(asha, ben, cora):
    assert get_person_for(asha.owner, asha.person.id) == asha.person
    assert get_person_for(ben.owner, asha.person.id) is None
    assert get_person_for(cora.owner, asha.person.id) is None
    assert get_person_for(asha.owner, uuid4()) is None
    assert get_person_for(asha.owner, "not an id") is None


def test_a_stolen_person_id_shows_nothing_of_theirs(asha, cora, client_of):
    client = client_of(cora)
    client.get("/")
    session = client.session
    session[PERSON_KEY] = str(asha.person.id)
    session.save()
    client.cookies["sessionid"] = session.session_key
    assert client.get("/").wsgi_request.person == cora.person


def test_one_household_never_sees_what_another_answered(asha, cora, client_of):
    go_through(client_of(asha), anticoagulants="yes")
    assert Screening.objects.for_owner(asha.owner).count() == 1
    assert Screening.objects.for_owner(cora.owner).count() == 0
    response = client_of(cora).get("/result/")
    assert response.context["level"] == "incomplete"


def test_with_two_people_and_none_chosen_nobody_is_in_view(asha):
    Person.objects.create(owner=asha.owner, name="second")
    assert choose_person_in(asha.owner.key, None) == (asha.owner, None)
    assert choose_person_in(asha.owner.key, str(asha.person.id)) == (asha.owner, asha.person)


def test_a_page_costs_the_same_few_queries_however_many_people_there_are(client, django_assert_max_num_queries):
    client.get("/")
    with django_assert_max_num_queries(2):
        client.get("/")
