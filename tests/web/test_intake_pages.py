"""The intake, page by page, as a browser without script sends it."""

from typing import Any

import pytest

from rhomboid.screening.facts import facts_by_id
from rhomboid.screening.rules import facts_assumed_yes, required_facts
from rhomboid.service.models import Person, Screening
from rhomboid.web.intake_steps import Step, find_step, load_steps
from tests.web.intake_answers import answers_to, go_through, text_of

pytestmark = pytest.mark.django_db


def the_person() -> Person:
    return Person.objects.get()


def the_profile() -> Any:
    return Person.objects.get().profile


def step_of(key: str) -> Step:
    step = find_step(key)
    assert step is not None
    return step


def test_it_asks_every_fact_that_the_screen_needs():
    asked = {question.fact.id for step in load_steps() for question in step.questions}
    asked |= {one.name for step in load_steps() for one in step.fields if not one.group}
    needed = {fact for fact in facts_by_id() if fact in required_facts() or fact in facts_assumed_yes()}
    assert needed <= asked


def test_a_healthy_person_gets_through_to_a_clear_result(client):
    response = client.get(go_through(client).url, follow=True)
    assert response.context["level"] == "proceed"
    assert "You can start" in text_of(response)


def test_it_stores_a_profile_that_holds_the_answers_and_starts_today(client):
    go_through(client)
    profile = the_profile()
    assert profile["person"]["age"] == 38
    assert profile["heart_and_lungs"]["chest_pain"] == "no"
    assert profile["schedule"]["strength_days"] == ["mon", "wed", "fri"]
    assert profile["schedule"]["start"] == Screening.objects.get().made_on.isoformat()
    assert profile["pain"]["duration_weeks"] == pytest.approx(17.39, abs=0.01)


def test_it_stores_aims_and_sport(client):
    go_through(client, aims=["stronger", "back_to_sport"], sport="  Rock   climbing ")
    assert the_profile()["goals"] == {"aims": ["stronger", "back_to_sport"], "sport": "Rock climbing"}


def test_aims_are_asked_for_and_a_sport_may_be_left_open(client):
    go_through(client, sport="")
    assert the_profile()["goals"] == {"aims": ["less_pain"]}
    response = client.post("/intake/aims", {"sport": "Rowing"})
    assert response.status_code == 422
    assert "Choose at least one" in text_of(response)
    assert client.post("/intake/aims", {"aims": ["looser"], "sport": "x" * 61}).status_code == 422


def test_it_stores_nothing_that_was_not_answered(client):
    go_through(client, sex="", quality=[])
    facts = Screening.objects.get().facts
    assert "height_cm" not in facts
    assert "sex" not in facts
    assert "quality" not in facts


def test_none_of_these_stores_a_no_for_that_page_alone(client):
    client.post("/start")
    client.post("/intake/heart", {"none_of_these": "yes"})
    stored = the_person().draft
    assert set(stored) == {"heart"}
    asked = {question.fact.id for question in load_steps()[0].questions}
    assert stored["heart"]["facts"] == dict.fromkeys(asked, "no")


def test_a_mark_for_not_sure_is_kept_as_unsure(client):
    client.post("/start")
    client.post("/intake/heart", {"not_sure": "yes", "fainting": "unsure"})
    facts = the_person().draft["heart"]["facts"]
    assert facts["fainting"] == "unsure"
    assert facts["exertional_pain"] == "no"


def test_yes_and_not_sure_on_one_line_count_as_yes(client):
    client.post("/start")
    client.post("/intake/heart", {"not_sure": "yes", "fainting": ["yes", "unsure"]})
    assert the_person().draft["heart"]["facts"]["fainting"] == "yes"


@pytest.mark.parametrize(
    ("sent", "line"),
    [
        ({}, "Tick what fits"),
        ({"not_sure": "yes"}, "Mark each line you are not sure about"),
        ({"none_of_these": "yes", "fainting": "yes"}, "something else too"),
    ],
)
def test_a_page_that_is_not_answered_is_asked_again_and_stores_nothing(client, sent, line):
    client.post("/start")
    response = client.post("/intake/heart", sent)
    assert response.status_code == 422
    assert line in text_of(response)
    assert the_person().draft == {}


def test_no_box_is_ticked_before_the_person_ticks_it(client):
    client.post("/start")
    for step in load_steps():
        assert "checked" not in text_of(client.get(f"/intake/{step.key}"))
        client.post(f"/intake/{step.key}", answers_to(step))


def test_a_wrong_answer_keeps_what_was_typed_and_says_what_is_allowed(client):
    client.post("/start")
    for step in load_steps():
        if step.key == "about-you":
            break
        client.post(f"/intake/{step.key}", answers_to(step))
    response = client.post("/intake/about-you", {"age": "130", "height_cm": "172,5", "sex": "male"})
    page = text_of(response)
    assert response.status_code == 422
    assert "Give a whole number from 0 to 120." in page
    assert 'value="130"' in page
    assert 'value="172,5"' in page
    assert 'value="male" checked' in page


@pytest.mark.parametrize(
    ("page", "changed", "line"),
    [
        ("about-you", {"systolic_mmhg": "80", "diastolic_mmhg": "120"}, "must be below the upper"),
        ("about-you", {"age": "nan"}, "Give a whole number"),
        ("about-you", {"age": "38.5"}, "Give a whole number"),
        ("where", {"sites": []}, "Choose at least one"),
        ("where", {"sites": ["elbow"]}, "Choose at least one"),
        ("how-much", {"worst_24h": "11"}, "Choose one"),
        ("how-much", {"onset_age": "39"}, "an age you have not reached"),
        ("how-much", {"duration_weeks_unit": ""}, "choose days, weeks, months or years"),
        ("how-much", {"duration_weeks": "-3"}, "Give a time"),
        ("place", {"can_get_to_floor": ""}, "Choose one"),
        ("place", {"equipment": []}, "Choose at least one"),
        ("week", {"strength_days": ["sun", "mon"]}, "not next to each other"),
        ("week", {"strength_days": ["wed"]}, "not next to each other"),
        ("week", {"minutes": "37"}, "Choose one"),
        ("week", {"sitting_hours_per_day": "25"}, "from 0 to 24"),
    ],
)
def test_an_impossible_answer_is_told_in_one_line(client, page, changed, line):
    client.post("/start")
    for step in load_steps():
        if step.key == page:
            break
        client.post(f"/intake/{step.key}", answers_to(step))
    response = client.post(f"/intake/{page}", answers_to(step_of(page), **changed))
    assert response.status_code == 422
    assert line in text_of(response)


def test_going_back_shows_the_answers_given(client):
    client.post("/start")
    client.post("/intake/heart", {"fainting": "yes"})
    page = text_of(client.get("/intake/heart"))
    assert 'name="fainting" value="yes" checked' in page
    assert page.count("checked") == 1


def test_a_page_ahead_of_the_answers_leads_back_to_the_open_one(client):
    client.post("/start")
    assert client.get("/intake/week").url == "/intake/"
    assert client.get("/intake/").url == "/intake/heart"


def test_answers_are_still_there_after_closing_the_browser(client, db):
    client.post("/start")
    client.post("/intake/heart", {"none_of_these": "yes"})
    later = type(client)(HTTP_HOST="localhost")
    assert later.get("/intake/").url == "/intake/breath"


def test_correcting_a_finished_intake_changes_what_is_stored(client):
    go_through(client)
    client.post("/intake/health", {"anticoagulants": "yes"})
    assert the_profile()["circumstances"]["anticoagulants"] == "yes"
    assert [one.facts["anticoagulants"] for one in Screening.objects.all()] == ["no", "yes"]


def test_an_age_corrected_below_the_age_of_the_first_pain_is_refused(client):
    go_through(client)
    response = client.post("/intake/about-you", answers_to(step_of("about-you"), age="30"))
    assert response.status_code == 422
    assert the_profile()["person"]["age"] == 38


def test_nothing_but_equipment_none_means_no_kit(client):
    go_through(client, equipment=["none"])
    assert the_profile()["setting"]["equipment"] == []


def test_a_page_that_does_not_exist_is_not_found(client):
    client.post("/start")
    assert client.get("/intake/elbows").status_code == 404
