"""What stays on a device: told in plain lines where it happens, and let go of when the person is gone."""

import re

import pytest
from playwright.sync_api import expect

from rhomboid.service.household import load_owner
from rhomboid.service.models import LogEvent
from rhomboid.service.people import add_person
from tests.web.player_driver import FIRST, Driver
from tests.web.short_program import give_program

KEPT_PAGES = "caches.open('rhomboid-session-1').then((all) => all.keys()).then((keys) => keys.map((one) => one.url))"
ROWS = "Object.keys(localStorage).filter((key) => /rhomboid[.](event|refused|session)[.]/.test(key)).length"


@pytest.fixture
def someone(transactional_db, settings):
    person = add_person(load_owner(settings.HOUSEHOLD), name="asha")
    give_program(person)
    return person


def put_in_queue(page, person, event: dict[str, object]) -> None:
    page.evaluate(
        "([person, event]) => localStorage.setItem(`rhomboid.event.${event.id}`,"
        " JSON.stringify({url: '/log/events', person, kept: 1, event}))",
        [str(person.id), event],
    )


def test_an_answer_the_server_refuses_is_told_where_it_happens_and_can_be_saved(someone, visitor):
    player = Driver(visitor.goto(FIRST))
    bad = {"id": "00000000-0000-4000-8000-000000000001", "at": "2026-11-20T10:00:00+00:00", "type": "walk"}
    put_in_queue(player.page, someone, {**bad, "minutes": -5})
    player.begin()
    expect(player.part("refused")).to_contain_text("1 answer could not be taken in")
    expect(player.part("refused")).to_contain_text("You can go on")
    player.at("meet")
    page = visitor.goto("/you/")
    told = page.locator("[data-refused]")
    expect(told).to_contain_text("could not be taken in")
    visitor.check_axe()
    with page.expect_download() as saved:
        told.get_by_role("button", name="Save them as a file").click()
    assert '"minutes":-5' in saved.value.path().read_text(encoding="utf-8").replace(" ", "")
    told.get_by_role("button", name="Let go of them").click()
    expect(told).to_be_hidden()
    assert [event.body["type"] for event in LogEvent.objects.all()] == ["session_start"]


def test_what_waits_is_sent_from_today_which_then_shows_it(someone, visitor):
    page = visitor.goto("/program/")
    check_in = {"id": "00000000-0000-4000-8000-000000000002", "type": "check_in", "average_24h": 2, "worst_24h": 3}
    at = page.evaluate("new Date().toISOString().slice(0, 19) + '+00:00'")
    put_in_queue(page, someone, {**check_in, "at": at, "sleep": 6, "stress": 2, "confidence": 7})
    visitor.goto("/today/")
    expect(page.get_by_text("You told us: 2")).to_be_visible()


def test_a_device_lets_go_of_everything_of_a_person_who_is_deleted(someone, visitor):
    player = Driver(visitor.goto(FIRST))
    expect(player.root).to_have_attribute("data-offline", "ready")
    assert any(FIRST in url for url in player.page.evaluate(KEPT_PAGES))
    assert player.page.evaluate(ROWS) >= 1
    page = visitor.goto("/you/delete")
    page.get_by_label("Type").fill("delete everything")
    page.get_by_role("button", name="Delete everything for good").click()
    expect(page.get_by_text("Everything about you is deleted.")).to_be_visible()
    expect(page.locator("body")).to_have_attribute("data-person", "nobody")
    page.wait_for_function(f"() => ({ROWS}) === 0")
    page.wait_for_function(f"() => ({KEPT_PAGES}).then((urls) => urls.every((url) => !url.includes('/session/')))")


def test_it_works_with_the_keyboard_and_without_script(someone, open_visitor):
    plain = open_visitor(script=False)
    page = plain.goto("/you/?find=cat")
    page.get_by_role("button", name=re.compile("Avoid.*cat")).press("Enter")
    expect(page.get_by_text("is left out from now on")).to_be_visible()
    page.get_by_role("button", name=re.compile("Undo.*cat")).first.press("Enter")
    expect(page.get_by_text("may be planned again")).to_be_visible()
    page.get_by_label("Your dumbbells").fill("2, 4")
    page.get_by_role("button", name="Save place and kit").press("Enter")
    expect(page.get_by_text("Kept.")).to_be_visible()


@pytest.mark.parametrize("dark", [False, True])
def test_the_page_you_passes_axe_and_fits_a_phone(someone, open_visitor, dark):
    window = open_visitor(dark=dark)
    for path in ("/you/?find=row", "/you/delete"):
        page = window.goto(path)
        for summary in page.locator("summary").all():
            summary.click()
        window.check_axe()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
