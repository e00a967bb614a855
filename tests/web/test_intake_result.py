"""The result: the level, which answers caused it, what is left out, and that the notice was read."""

import pytest

from rhomboid.service.intake import NOTICE_VERSION
from rhomboid.service.models import Acknowledgement
from tests.web.intake_answers import go_through, text_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("changed", "level", "title"),
    [
        ({}, "proceed", "You can start"),
        ({"anticoagulants": "yes"}, "modify", "You can start, with some limits"),
        ({"spinal_surgery": "yes"}, "see_clinician", "See a clinician before you start"),
        ({"cancer_history": "yes"}, "same_day", "Speak to a doctor today"),
    ],
)
def test_it_says_the_level_in_its_heading(client, changed, level, title):
    go_through(client, **changed)
    response = client.get("/result/")
    assert response.context["level"] == level
    assert f'<h1 id="verdict">{title}</h1>' in text_of(response)


@pytest.mark.parametrize(
    "changed", [{"spinal_surgery": "yes"}, {"cancer_history": "yes"}, {"age": "16", "onset_age": "15"}]
)
def test_without_a_clear_screen_it_neither_reassures_nor_offers_a_program(client, changed):
    go_through(client, **changed)
    page = text_of(client.get("/result/"))
    assert "usually harmless" not in page
    assert "fine" not in page
    assert "Build my program" not in page


def test_it_names_the_answers_that_caused_it(client):
    go_through(client, spinal_surgery="yes")
    page = text_of(client.get("/result/"))
    assert "An operation on the spine, at any time" in page
    assert "<dd>Yes</dd>" in page


def test_it_names_what_is_left_out_for_safety(client):
    go_through(client, anticoagulants="yes")
    response = client.get("/result/")
    assert "No rollers, no balls and no deep pressure." in text_of(response)
    assert any(limit.left_out for limit in response.context["limits"])


@pytest.mark.parametrize("changed", [{}, {"cancer_history": "yes"}, {"chest_pain": "yes"}])
def test_the_safety_net_is_on_every_result(client, changed):
    go_through(client, **changed)
    response = client.get("/result/")
    assert response.context["safety_net"].text in text_of(response)


def test_the_notice_must_be_ticked_before_a_program_is_made(client):
    go_through(client)
    response = client.post("/result/read", follow=True)
    assert "Please tick that you have read the notice" in text_of(response)
    assert not Acknowledgement.objects.exists()


def test_that_the_notice_was_read_is_kept_once_with_its_version(client):
    go_through(client)
    for _ in range(2):
        response = client.post("/result/read", {"read": "yes"})
    assert (response.status_code, response.url) == (307, "/program/make")
    kept = Acknowledgement.objects.get()
    assert (kept.what, kept.version) == ("educational-notice", NOTICE_VERSION)


def test_the_questions_can_be_answered_again_before_there_is_a_program(client):
    go_through(client, cancer_history="yes")
    assert client.post("/intake/again").url == "/intake/"
    assert client.get("/result/").context["level"] == "incomplete"
