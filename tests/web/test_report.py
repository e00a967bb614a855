"""The report: screening, pain over time, loads and stops on one page that prints."""

import uuid
from datetime import timedelta

import pytest

from rhomboid.service.example import make_example
from rhomboid.service.household import load_owner
from rhomboid.service.log import append_events
from rhomboid.service.models import LogEvent
from rhomboid.service.people import add_person
from rhomboid.web import clock
from tests.web.short_program import give_program
from tests.web.test_after import end, outing
from tests.web.test_progress import check_ins, queries_of


@pytest.fixture
def person(db, settings):
    return add_person(load_owner(settings.HOUSEHOLD), name="asha")


def report(client):
    return " ".join(client.get("/report/").content.decode().split())


def stopped(session, at, why):
    return {"id": str(uuid.uuid4()), "at": at.isoformat(), "type": "stopped", "session": session, "exercise": "band-row",
            "why": why}  # fmt: skip


def test_it_has_screening_pain_loads_and_stops(person, client):
    now = clock.now()
    give_program(person, now.date() - timedelta(days=27))
    check_ins(person, *[6] * 14, *[3] * 14, ago=27)
    first, second = now - timedelta(days=27), now - timedelta(days=25)
    append_events(person, [*outing("w01-0-strength", first), end("w01-0-strength", first)])
    append_events(person, [*outing("w01-2-strength", second, pain=6, pain_kind="sharp")])
    append_events(person, [stopped("w01-2-strength", second, "sharp")])
    shown = report(client)
    for part in ("1. Screening", "2. Pain over time", "3. Loads", "4. Stops and pain in training"):
        assert part in shown
    assert "Safety questions answered on" in shown
    assert "went from 6.0 to 3.0" in shown
    assert '<svg class="chart"' in shown
    assert f"{first.day} {first:%b}: 2 × 5, light band" in shown
    (row,) = client.get("/report/").context["stops"]
    assert (row["name"], row["why"], row["pain"]) == ("Band row", "Sharp pain", 6)


def test_a_twist_and_a_session_left_out_for_pain_are_among_the_stops(person, client):
    now = clock.now()
    give_program(person, now.date() - timedelta(days=2))
    append_events(person, outing("w01-0-strength", now - timedelta(days=2), compensation=True))
    client.post("/today/skip/w01-2-strength", {"why": "pain"})
    assert [row["why"] for row in client.get("/report/").context["stops"]] == [
        "Session left out for pain",
        "Twisted or wobbled",
    ]


def test_it_says_that_nobody_checked_it_and_no_clinician_reviewed_the_rules(person, client):
    give_program(person)
    shown = report(client)
    assert "reviewed by no clinician" in shown
    assert "nobody has measured or checked it" in shown
    assert "None so far." in shown


def test_what_a_clinician_set_is_on_it_with_their_name(person, client):
    give_program(person)
    client.post("/you/limits", {"kind": "ban", "exercise": "superman", "by": "Dr A. Example"})
    assert "Superman: never (Dr A. Example)" in report(client)


def test_aims_sport_and_the_check_from_side_to_side_are_on_it(person, client):
    give_program(person)
    person.profile = {**person.profile, "goals": {"aims": ["stronger"], "sport": "Rowing"}}
    person.save()
    client.post("/squat-check/", {"side": "left"})
    shown = report(client)
    assert "<dd>Be stronger</dd>" in shown
    assert "<dd>Rowing</dd>" in shown
    assert "<dd>go left</dd>" in shown


def test_before_there_is_a_program_it_shows_the_screening_alone(client, db):
    client.post("/start")
    shown = report(client)
    assert "The safety questions are not finished" in shown
    assert "No program yet" in shown


def test_it_asks_the_database_as_often_with_and_without_history(client, db):
    example = make_example(load_owner("home"), now=clock.now())
    after_weeks = queries_of(client, "/report/")
    LogEvent.objects.filter(person=example).delete()
    assert queries_of(client, "/report/") == after_weeks <= 16


@pytest.mark.django_db(transaction=True)
def test_axe_finds_nothing_serious_and_the_print_leaves_the_frame_out(open_visitor):
    make_example(load_owner("home"), now=clock.now())
    window = open_visitor()
    page = window.goto("/report/")
    window.check_axe()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert page.get_by_role("button", name="Print this page").is_visible()
    page.emulate_media(media="print")
    assert not page.get_by_role("button", name="Print this page").is_visible()
    assert not page.locator(".topbar").is_visible()
    assert page.get_by_text("No clinician has reviewed its rules.").is_visible()
    assert window.problems == []
