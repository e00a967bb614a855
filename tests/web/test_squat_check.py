"""The check from side to side: its answer is kept per side, and a shift lowers which squats are open."""

import pytest

from rhomboid.service.household import load_owner
from rhomboid.service.models import SelfCheck
from rhomboid.service.people import add_person
from rhomboid.service.programs import profile_of
from rhomboid.web import clock
from tests.web.short_program import give_program


@pytest.fixture
def person(db, settings):
    person = add_person(load_owner(settings.HOUSEHOLD), name="asha")
    give_program(person)
    return person


@pytest.mark.parametrize(("side", "words"), [("left", "They go to the left"), ("none", "They stay in the middle")])
def test_the_answer_is_kept_per_side_and_shown(person, client, side, words):
    assert client.post("/squat-check/", {"side": side}).url == "/squat-check/"
    kept = SelfCheck.objects.get(person=person, kind="squat")
    assert (kept.answers, kept.made_on) == ({"side": side}, clock.today())
    assert words in client.get("/squat-check/").context["said"]


def test_a_shift_lowers_the_squats_and_a_later_even_check_opens_them_again(person, client):
    client.post("/squat-check/", {"side": "right"})
    person.refresh_from_db()
    assert profile_of(person).experience.shifts_in_a_squat
    reasons = client.get("/library/heavy-squat").content.decode()
    assert "Your hips shift to a side in a squat" in reasons
    client.post("/squat-check/", {"side": "none"})
    person.refresh_from_db()
    assert not profile_of(person).experience.shifts_in_a_squat
    assert SelfCheck.objects.filter(kind="squat").count() == 2


def test_no_answer_keeps_nothing(person, client):
    for sent in ({}, {"side": "up"}):
        assert client.post("/squat-check/", sent).status_code == 422
    assert not SelfCheck.objects.exists()


def test_who_may_not_squat_is_not_asked_to(person, client):
    person.profile = {**person.profile, "limits": {"ban": ["sit-to-stand"], "require": [], "max_load_kg": {}}}
    person.save()
    assert "this check is left out" in client.get("/squat-check/").content.decode()
    client.post("/squat-check/", {"side": "left"})
    assert not SelfCheck.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_axe_finds_nothing_serious(open_visitor):
    give_program(add_person(load_owner("home"), name="asha"))
    window = open_visitor(dark=True)
    page = window.goto("/squat-check/")
    window.check_axe()
    page.get_by_role("radio", name="They go to the left").check()
    page.get_by_role("button", name="Keep it").click()
    page.get_by_role("heading", name="They go to the left").wait_for()
    window.check_axe()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert window.problems == []
