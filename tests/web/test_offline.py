"""Without a connection: the session goes on, and every answer arrives once."""

from typing import Any

import pytest
from playwright.sync_api import Route, expect

from rhomboid.service.household import load_owner
from rhomboid.service.models import LogEvent
from rhomboid.service.people import add_person
from tests.web.conftest import wait_until
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


def cut_the_line(player: Driver) -> None:
    """Take the connection away. A page being loaded may slip a request past the browser's own switch, so both."""
    player.page.context.set_offline(True)
    player.page.route("**/log/events", refuse)


def mend_the_line(player: Driver) -> None:
    player.page.unroute("**/log/events", refuse)
    player.page.context.set_offline(False)


def refuse(route: Route) -> None:
    route.abort("internetdisconnected")


def test_a_session_done_offline_survives_a_reload_and_arrives_once(player):
    expect(player.root).to_have_attribute("data-offline", "ready")
    player.begin()
    player.go_to("ask")
    cut_the_line(player)
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
    mend_the_line(player)
    player.page.wait_for_url("**/after")
    assert kinds() == ["session_end", "session_start", *["set"] * 6]
    assert waiting(player) == 0


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
    wait_until(player.page, lambda: bool(lost))
    player.page.evaluate("dispatchEvent(new Event('online'))")
    wait_until(player.page, lambda: waiting(player) == 0)
    assert lost
    assert waiting(player) == 0
    assert kinds() == ["session_start"]


def test_another_page_says_that_it_needs_a_connection(player):
    expect(player.root).to_have_attribute("data-offline", "ready")
    cut_the_line(player)
    player.page.goto(player.page.url.split("/session")[0] + "/program/")
    expect(player.page.get_by_role("heading", name="You are offline")).to_be_visible()


def test_what_waits_is_sent_from_the_pages_around_a_session_too(player):
    expect(player.root).to_have_attribute("data-offline", "ready")
    cut_the_line(player)
    player.begin()
    player.at("meet")
    mend_the_line(player)
    player.page.goto(player.page.url.split("/session")[0] + "/something-new")
    wait_until(player.page, lambda: bool(kinds()))
    assert kinds() == ["session_start"]
