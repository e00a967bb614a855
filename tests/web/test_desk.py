"""The desk: breaks from the person's own program for who sits a lot, and a check whose answers are kept."""

from datetime import timedelta

import pytest

from rhomboid.service.household import load_owner
from rhomboid.service.models import LogEvent, SelfCheck
from rhomboid.service.people import add_person
from rhomboid.web import clock
from tests.web.short_program import give_program

ALL_WELL = dict.fromkeys(("chair", "desk", "screen", "feet", "break"), "yes")


@pytest.fixture
def person(db, settings):
    return sitting(add_person(load_owner(settings.HOUSEHOLD), name="asha"), 8)


def sitting(person, hours):
    give_program(person)
    person.profile = {**person.profile, "desk": {"sitting_hours_per_day": hours}}
    person.save()
    return person


def page(client, path):
    return " ".join(client.get(path).content.decode().split())


def test_who_sits_over_four_hours_is_reminded_of_breaks_on_today(person, client):
    assert "A move of a minute every 30 to 60 minutes" in page(client, "/today/")
    sitting(person, 4)
    assert "Breaks from sitting" not in page(client, "/today/")


def test_a_break_is_a_move_of_the_own_program_with_its_picture(person, client):
    choices = client.get("/breaks/").context["choices"]
    own = {item["exercise"] for item in items_of(person)}
    assert {one["id"] for one in choices} <= own
    for one in choices:
        assert 30 <= one["seconds"] <= 90
        assert one["picture"] in client.get("/breaks/").content.decode().replace("&amp;", "&")


def items_of(person):
    weeks = person.programs.get().plan["program"]["weeks"]
    return [
        item for week in weeks for session in week["sessions"] for block in session["blocks"] for item in block["items"]
    ]


def test_done_is_kept_in_the_log_as_a_break_and_the_next_one_comes_in_turn(person, client):
    first = client.get("/breaks/").context["choices"][0]
    client.post("/breaks/done", {"exercise": first["id"]})
    event = LogEvent.objects.get(person=person, type="break")
    assert event.body["exercise"] == first["id"]
    assert event.body["seconds"] == first["seconds"]
    shown = client.get("/breaks/").context
    assert shown["found"].taken == 1
    assert shown["choices"][-1]["id"] == first["id"]


def test_a_break_that_is_not_in_the_program_is_refused(person, client):
    assert client.post("/breaks/done", {"exercise": "kettlebell-swing"}).status_code == 400
    assert not LogEvent.objects.filter(type="break").exists()


def test_what_the_answers_speak_against_is_no_break(person, client):
    first = client.get("/breaks/").context["choices"][0]["id"]
    person.profile = {**person.profile, "limits": {"ban": [first], "require": [], "max_load_kg": {}}}
    person.save()
    found = client.get("/breaks/").context["found"]
    assert found is None or first not in {one.exercise for one in found.choices}


def test_the_timer_ends_at_a_time_of_day_and_a_break_sets_it_anew(person, client):
    client.post("/breaks/start", {"minutes": "30"})
    end = client.get("/breaks/").context["timer"]["next"]
    assert timedelta(minutes=29) < end - clock.now() <= timedelta(minutes=30)
    assert f"Next break at {end:%H:%M}" in page(client, "/breaks/")
    client.post("/breaks/done", {"exercise": client.get("/breaks/").context["choices"][0]["id"]})
    assert client.get("/breaks/").context["timer"]["next"] > end
    client.post("/breaks/stop")
    assert client.get("/breaks/").context["timer"] is None


@pytest.mark.parametrize("asked", ["1", "600", "soon", ""])
def test_the_timer_takes_no_time_outside_the_rule(person, client, asked):
    client.post("/breaks/start", {"minutes": asked})
    assert client.get("/breaks/").context["timer"]["minutes"] == 45


def test_each_answer_of_the_desk_check_is_kept_and_what_is_not_well_has_a_fix(person, client):
    answers = {**ALL_WELL, "screen": "no", "chair": "unsure"}
    assert client.post("/desk/", answers).url == "/desk/"
    kept = SelfCheck.objects.get(person=person, kind="desk")
    assert kept.answers == answers
    assert kept.made_on == clock.today()
    shown = page(client, "/desk/")
    assert "Put books under the screen" in shown
    assert "rolled towel" in shown
    assert "flat" in shown
    assert "Lower the chair, or put a box" not in shown


def test_the_check_asks_for_lumbar_support_desk_height_eye_level_and_an_hourly_break(person, client):
    shown = page(client, "/desk/")
    for words in ("low back (lumbar support)", "as high as your elbows", "at eye level", "at least once an hour"):
        assert words in shown


def test_a_line_left_open_keeps_nothing(person, client):
    assert client.post("/desk/", {"chair": "yes"}).status_code == 422
    assert client.post("/desk/", {**ALL_WELL, "chair": "perhaps"}).status_code == 422
    assert not SelfCheck.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_axe_finds_nothing_serious_and_the_countdown_rings_at_its_end(open_visitor):
    sitting(add_person(load_owner("home"), name="asha"), 8)
    window = open_visitor()
    window.goto("/desk/")
    window.check_axe()
    page = window.goto("/breaks/")
    page.get_by_role("button", name="Start").click()
    page.get_by_role("heading", name="Next break at").wait_for()
    window.check_axe()
    assert page.locator("[data-left]").inner_text().startswith(("44:", "45:"))
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    page.clock.install()
    page.reload()
    page.clock.fast_forward(46 * 60 * 1000)
    page.get_by_role("heading", name="Time to move").wait_for()
    assert page.title().startswith("Time to move")
    assert window.problems == []
