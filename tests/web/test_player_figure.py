"""The drawn figure moves at the prescribed tempo, and stands still for people who want no motion."""

from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from rhomboid.service.household import load_owner
from rhomboid.service.people import add_person
from tests.web.player_driver import FIRST, Driver
from tests.web.short_program import give_program


@pytest.fixture
def address(transactional_db: Any, settings: Any, live_server: Any) -> str:
    give_program(add_person(load_owner(settings.HOUSEHOLD), name="asha"))
    return f"{live_server.url}{FIRST}"


def paths(page: Page) -> list[str]:
    found: list[str] = page.locator('[data-part="figure"] [data-layer]').evaluate_all(
        "(paths) => paths.map((path) => path.getAttribute('d'))"
    )
    return found


def open_at_work(browser: Browser, address: str, *, motion: str) -> tuple[Page, list[str]]:
    page = browser.new_context(reduced_motion="reduce" if motion == "reduce" else "no-preference").new_page()
    wrong: list[str] = []
    page.on("console", lambda line: wrong.append(line.text) if line.type == "error" else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.clock.install()
    page.goto(address)
    player = Driver(page)
    player.begin()
    player.go_to("ready", name="Band row")
    page.clock.pause_at(page.evaluate("Date.now()") / 1000 + 0.5)  # from here on time is the test's
    player.primary.click()
    player.at("work")
    expect(page.locator('[data-part="figure"] svg').first).to_be_visible()
    return page, wrong


def test_it_pulls_pauses_and_lets_go_as_the_tempo_says(browser, address):
    page, wrong = open_at_work(browser, address, motion="full")
    phase = page.locator('[data-part="phase"]')
    seen, poses = [], []
    for _ in range(6):  # two seconds of pull, one of pause, three back
        page.clock.run_for(950)
        seen.append(phase.text_content())
        poses.append(paths(page))
        page.clock.run_for(50)
    page.context.close()
    assert seen == ["pull", "pull", "pause", "back", "back", "back"]
    assert len({str(pose) for pose in poses}) >= 4
    assert not any("NaN" in path or "undefined" in path for pose in poses for path in pose)
    assert wrong == []


def test_it_stands_still_where_no_motion_is_wanted(browser, address):
    page, wrong = open_at_work(browser, address, motion="reduce")
    before = page.locator('[data-part="figure"]').inner_html()
    page.clock.run_for(3000)
    after = page.locator('[data-part="figure"]').inner_html()
    page.context.close()
    assert before == after
    assert wrong == []
