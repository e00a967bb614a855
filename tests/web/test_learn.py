"""The pages for reading, and the cold timer that ends by itself after twenty minutes."""

from datetime import datetime, timedelta

import pytest

from rhomboid.catalogue.learn import load_evidence, load_helpers
from rhomboid.catalogue.ledger import load_contradictions
from rhomboid.web import clock

PAGES = ("/learn/", "/learn/studies", "/learn/decided", "/learn/helpers", "/learn/calm", "/learn/cold")
pytestmark = pytest.mark.django_db


def page(client, path):
    return " ".join(client.get(path).content.decode().split())


def test_each_study_is_shown_with_size_people_and_what_it_cannot_tell(client):
    shown = page(client, "/learn/studies")
    for card in load_evidence():
        assert f"{card.size} {card.size_of}" in shown
        assert card.people in shown
        for limit in card.limits:
            assert limit in shown
    assert "None of them tested this program" in shown


def test_each_helper_is_shown_with_what_for_and_when(client):
    shown = client.get("/learn/helpers").context["helpers"]
    assert shown == load_helpers()
    assert "Massage therapist" in page(client, "/learn/helpers")


def test_every_disagreement_is_shown_with_what_was_decided(client):
    shown = client.get("/learn/decided").content.decode()
    assert shown.count("<b>Decided:</b>") == len(load_contradictions())


def test_how_to_wrap_is_told_before_during_and_after_the_timer(client, monkeypatch):
    assert "Always wrap it" in page(client, "/learn/cold")
    client.post("/learn/cold/start")
    assert "Always wrap it" in page(client, "/learn/cold")
    later = clock.now() + timedelta(minutes=21)
    monkeypatch.setattr("rhomboid.web.clock.now", lambda: later)
    shown = page(client, "/learn/cold")
    assert "Always wrap it" in shown
    assert "Take it off now" in shown


def test_the_timer_ends_after_twenty_minutes_and_starting_again_makes_it_no_longer(client):
    client.post("/learn/cold/start")
    end = client.get("/learn/cold").context["end"]
    assert timedelta(minutes=19) < end - clock.now() <= timedelta(minutes=20)
    client.post("/learn/cold/start")
    assert client.get("/learn/cold").context["end"] == end
    assert f"Take it off at {end:%H:%M}" in page(client, "/learn/cold")
    client.post("/learn/cold/stop")
    assert client.get("/learn/cold").context["end"] is None


@pytest.mark.django_db(transaction=True)
def test_the_countdown_stops_at_twenty_minutes_and_survives_a_reload(open_visitor):
    window = open_visitor()
    page = window.goto("/learn/cold")
    page.get_by_role("button", name="Start 20 minutes").click()
    page.get_by_role("heading", name="Take it off at").wait_for()
    end = datetime.fromisoformat(page.locator("[data-timer]").get_attribute("data-end") or "")
    page.clock.install(time=end - timedelta(seconds=65))
    page.reload()
    assert page.locator("[data-left]").inner_text() in ("1:05", "1:04")
    page.clock.fast_forward(70_000)
    page.get_by_role("heading", name="Take it off now").wait_for()
    assert page.locator("[data-left]").inner_text() == "0:00"
    assert page.get_by_text("Always wrap it").is_visible()
    assert window.problems == []


@pytest.mark.django_db(transaction=True)
def test_axe_finds_nothing_serious(open_visitor):
    window = open_visitor(dark=True)
    for path in PAGES:
        window.goto(path)
        window.check_axe()
        assert window.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert window.outside == []
    assert window.problems == []
