"""An emergency answer interrupts at once; a mistake can be put right; other urgent answers are told early."""

import pytest

from rhomboid.screening.rules import load_rules
from rhomboid.service.models import Screening
from rhomboid.web.intake_steps import load_steps
from tests.web.intake_answers import answers_to, go_through, text_of

pytestmark = pytest.mark.django_db


def test_chest_pain_interrupts_after_the_first_page(client):
    response = go_through(client, chest_pain="yes")
    assert response.url == "/intake/stop"
    page = text_of(client.get("/intake/stop"))
    assert "Get help now" in page
    assert "112, 911, 999" in page


def test_not_sure_about_chest_pain_interrupts_just_the_same(client):
    client.post("/start")
    response = client.post("/intake/heart", {"not_sure": "yes", "chest_pain": "unsure"})
    assert response.url == "/intake/stop"


def test_a_chest_tapped_on_the_body_picture_interrupts(client):
    assert go_through(client, sites=["chest", "neck"]).url == "/intake/stop"


def test_the_local_emergency_number_is_a_setting_that_can_be_called(client, settings):
    settings.EMERGENCY_NUMBER = "144"
    go_through(client, chest_pain="yes")
    assert 'href="tel:144"' in text_of(client.get("/intake/stop"))


def test_no_further_page_opens_while_the_emergency_stands(client):
    go_through(client, chest_pain="yes")
    assert client.get("/intake/breath").url == "/intake/stop"
    assert client.get("/result/").context["level"] == "emergency"


def test_the_emergency_page_neither_reassures_nor_offers_a_program(client):
    go_through(client, chest_pain="yes")
    for path in ("/intake/stop", "/result/"):
        page = text_of(client.get(path))
        assert "usually harmless" not in page
        assert "Build my program" not in page


def test_a_mistaken_emergency_answer_can_be_put_right(client):
    go_through(client, chest_pain="yes")
    assert "/intake/heart" in text_of(client.get("/intake/stop"))
    assert client.get("/intake/heart").status_code == 200
    assert client.post("/intake/heart", {"none_of_these": "yes"}).url == "/intake/breath"


def test_a_sign_that_needs_the_age_interrupts_once_the_age_is_known(client):
    client.post("/start")
    for step in load_steps():
        response = client.post(f"/intake/{step.key}", answers_to(step, vision_change="yes", age="70", onset_age="69"))
        if response.url == "/intake/stop":
            break
    assert step.key == "about-you"


def test_a_finished_intake_that_turns_into_an_emergency_is_stored_as_one(client):
    go_through(client)
    assert client.post("/intake/heart", {"chest_pain": "yes"}).url == "/intake/stop"
    assert [one.facts["chest_pain"] for one in Screening.objects.all()] == ["no", "yes"]
    assert client.get("/result/").context["level"] == "emergency"


def test_a_same_day_answer_is_told_on_the_next_page_already(client):
    client.post("/start")
    for step in load_steps():
        client.post(f"/intake/{step.key}", answers_to(step, cancer_history="yes"))
        if step.key == "illness":
            break
    page = text_of(client.get("/intake/stiffness"))
    assert "You need not finish this first" in page
    assert load_rules()["cancer_history"].text in page


def test_someone_who_is_not_safe_sees_whom_to_talk_to_before_any_other_question(client):
    response = go_through(client, feels_unsafe="unsure")
    assert response.url == "/intake/talk"
    assert "Talk to someone now" in text_of(client.get("/intake/talk"))


def test_an_unfinished_intake_gives_no_all_clear(client):
    client.post("/start")
    client.post("/intake/heart", {"none_of_these": "yes"})
    response = client.get("/result/")
    assert response.context["level"] == "incomplete"
    assert "Build my program" not in text_of(response)
    assert "Where it hurts" in text_of(response)
