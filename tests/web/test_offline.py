"""Without a connection: the session goes on, and every answer arrives once."""

from typing import Any

import pytest
from playwright.sync_api import expect

from rhomboid.service.household import load_owner
from rhomboid.service.models import LogEvent
from rhomboid.service.people import add_person
from tests.web.player_driver import FIRST, Driver
from tests.web.short_program import give_program


@pytest.fixture
def player(transactional_db, settings, visitor) -> Driver:
    give_program(add_person(load_owner(settings.HOUSEHOLD), name="asha"))
    return Driver(visitor.goto(FIRST))


def waiting(player: Driver) -> int:
    return int(
        player.page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('rhomboid.event.')).length")
    )


def kinds() -> list[str]:
    return sorted(event.body["type"] for event in LogEvent.objects.all())


def test_a_session_done_offline_survives_a_reload_and_arrives_once(player):
    expect(player.root).to_have_attribute("data-offline", "ready")
    player.begin()
    player.go_to("ask")
    player.page.context.set_offline(True)
    player.answer(pain=1)
    player.at("rest")
    player.page.reload()
    player.at("rest")
    expect(player.part("waiting")).to_contain_text("kept on this device")
    player.go_to("work", name="Bird dog")
    expect(player.page.locator('[data-part="figure"] svg')).to_be_visible()
    player.go_to("end")
    player.finish()
    expect(player.page.get_by_role("heading", name="Kept on this device")).to_be_visible()
    assert waiting(player) == 7
    player.page.reload()
    assert kinds() == ["session_start"]
    player.page.context.set_offline(False)
    player.page.wait_for_url("**/after")
    assert kinds() == ["session_end", "session_start", *["set"] * 6]
    assert waiting(player) == 0


def wait_until(player, holds, seconds: int = 20):
    """Let the page go on until something holds, at most so long: a busy machine takes its time."""
    for _ in range(seconds * 20):
        if holds():
            return
        player.page.wait_for_timeout(50)


def test_an_answer_that_got_lost_on_the_way_back_is_not_kept_twice(player):
    """The server stored the events, but the device never heard of it: it sends them again."""
    lost: list[Any] = []

    def lose(route):
        if route.request.method == "POST" and not lost:
            lost.append(route.fetch())
            route.abort()
        else:
            route.continue_()

    player.page.route("**/log/events", lose)
    player.begin()
    player.at("meet")
    wait_until(player, lambda: bool(lost))
    player.page.evaluate("dispatchEvent(new Event('online'))")
    wait_until(player, lambda: waiting(player) == 0)
    assert lost
    assert waiting(player) == 0
    assert kinds() == ["session_start"]


def test_another_page_says_that_it_needs_a_connection(player):
    expect(player.root).to_have_attribute("data-offline", "ready")
    player.page.context.set_offline(True)
    player.page.goto(player.page.url.split("/session")[0] + "/program/")
    expect(player.page.get_by_role("heading", name="You are offline")).to_be_visible()


def test_what_waits_is_sent_from_the_pages_around_a_session_too(player):
    expect(player.root).to_have_attribute("data-offline", "ready")
    player.page.context.set_offline(True)
    player.begin()
    player.at("meet")
    player.page.context.set_offline(False)
    player.page.goto(player.page.url.split("/session")[0] + "/something-new")
    for _ in range(50):
        if kinds() == ["session_start"]:
            break
        player.page.wait_for_timeout(50)
    assert kinds() == ["session_start"]
