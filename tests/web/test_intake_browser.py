"""The intake in a real browser: keyboard alone, without script, on a phone and wide, axe over every page state."""

from typing import Any

import pytest
from django.test import Client
from playwright.sync_api import Route, expect

from rhomboid.web.intake_steps import Step, load_steps
from tests.web.conftest import DESKTOP, Visitor
from tests.web.intake_answers import answers_to, go_through

pytestmark = pytest.mark.django_db(transaction=True)


def fill(visitor: Visitor, step: Step, **changed) -> None:
    """Answer one page by clicking and typing, as `answers_to` would have it."""
    visitor.page.wait_for_load_state()  # a tick on a page that is about to be left would be lost
    expect(visitor.page.locator("h1")).to_have_text(step.title)
    for name, answer in answers_to(step, **changed).items():
        for value in answer if isinstance(answer, list) else [answer]:
            control = visitor.page.locator(f'[name="{name}"]')
            if value and control.first.get_attribute("type") == "text":
                control.first.fill(value)
            elif value:
                visitor.page.locator(f'[name="{name}"][value="{value}"]').first.check(force=True)


def go_on(visitor: Visitor) -> None:
    visitor.page.locator(".intake-go button").click()


def walk_through(visitor: Visitor, **changed) -> None:
    """Start and answer the pages until the result or an interruption."""
    visitor.goto("/").get_by_role("button", name="Start", exact=True).click()
    for step in load_steps():
        if "/intake/stop" in visitor.page.url:
            return
        fill(visitor, step, **changed)
        go_on(visitor)


def fits(visitor: Visitor) -> bool:
    """Return whether nothing is wider than the window."""
    return bool(visitor.page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))


def test_a_newcomer_gets_through_on_a_phone_and_every_page_is_accessible(visitor):
    visitor.goto("/")
    visitor.check_axe()
    visitor.page.get_by_role("button", name="Start", exact=True).click()
    for step in load_steps():
        expect(visitor.page.locator("h1")).to_have_text(step.title)
        visitor.check_axe()
        assert fits(visitor), step.key
        go_on(visitor)
        expect(visitor.page.locator("#errors")).to_be_focused()
        visitor.check_axe()
        fill(visitor, step)
        go_on(visitor)
    expect(visitor.page.get_by_role("heading", name="You can start")).to_be_visible()
    visitor.check_axe()
    assert fits(visitor)


def test_an_emergency_answer_stops_the_newcomer_at_once(visitor):
    walk_through(visitor, chest_pain="yes")
    assert visitor.page.url.endswith("/intake/stop")
    expect(visitor.page.get_by_role("heading", name="Get help now")).to_be_in_viewport()
    visitor.check_axe()
    visitor.page.get_by_role("link", name="I ticked something by mistake").click()
    expect(visitor.page.locator("h1")).to_have_text(load_steps()[0].title)


def test_it_works_without_script(open_visitor):
    visitor = open_visitor(script=False)
    walk_through(visitor)
    assert visitor.page.get_by_role("heading", name="You can start").is_visible()


def test_it_works_with_the_keyboard_alone(visitor):
    page = visitor.goto("/")
    tab_to(visitor, "Start")
    page.keyboard.press("Enter")
    page.wait_for_url("**/intake/heart")
    tab_to_name(visitor, "none_of_these")
    page.keyboard.press("Space")
    tab_to(visitor, "Continue")
    page.keyboard.press("Enter")
    page.wait_for_url("**/intake/breath")


def tab_to(visitor: Visitor, words: str) -> None:
    _tab_until(visitor, "document.activeElement.textContent.trim()", words)


def tab_to_name(visitor: Visitor, name: str) -> None:
    _tab_until(visitor, "document.activeElement.getAttribute('name')", name)


def _tab_until(visitor: Visitor, what: str, wanted: str) -> None:
    for _ in range(60):
        visitor.page.keyboard.press("Tab")
        if visitor.page.evaluate(what) == wanted:
            return
    pytest.fail(f"no way to {wanted!r} with the Tab key")


def test_none_of_these_takes_back_what_was_ticked(visitor):
    visitor.goto("/").get_by_role("button", name="Start", exact=True).click()
    visitor.page.locator('[name="fainting"][value="yes"]').check()
    visitor.page.locator("#f-none").check()
    expect(visitor.page.locator('[name="fainting"][value="yes"]')).not_to_be_checked()
    visitor.page.locator('[name="fainting"][value="yes"]').check()
    expect(visitor.page.locator("#f-none")).not_to_be_checked()


def test_on_a_slow_line_no_box_stands_there_before_its_script_listens(visitor):
    held: list[Route] = []
    start = visitor.goto("/").get_by_role("button", name="Start", exact=True)
    visitor.page.route("**/js/intake*.js", lambda route: held.append(route))  # noqa: PLW0108  # Playwright marks the function
    with visitor.page.expect_request("**/js/intake*.js"):
        start.click()
    visitor.page.wait_for_timeout(500)
    assert visitor.page.locator("#f-none").count() == 0
    for one in held:
        one.continue_()
    expect(visitor.page.locator("#f-none")).to_be_visible()


def test_not_sure_opens_a_mark_beside_every_line(visitor):
    visitor.goto("/").get_by_role("button", name="Start", exact=True).click()
    marks = visitor.page.locator('.tick-unsure [value="unsure"]')
    expect(marks.first).to_be_hidden()
    visitor.page.locator("#f-unsure").check()
    expect(marks).to_have_count(len(load_steps()[0].questions))
    expect(marks.first).to_be_visible()
    visitor.check_axe()
    marks.first.check()
    visitor.check_axe()


def open_page_of(visitor: Visitor, client: Client, key: str) -> None:
    """Answer the pages before `key` without a browser, then open it in one."""
    client.post("/start")
    for step in load_steps():
        if step.key == key:
            break
        client.post(f"/intake/{step.key}", answers_to(step))
    visitor.goto(f"/intake/{key}")


def test_a_tap_on_the_picture_of_the_back_ticks_the_place(visitor, client):
    open_page_of(visitor, client, "where")
    visitor.page.locator(".spot-low-back").first.click()
    expect(visitor.page.locator('[name="sites"][value="low_back"]')).to_be_checked()
    visitor.page.locator(".bodymap-front .spot-shoulder-left").click()
    expect(visitor.page.locator('[name="sites"][value="shoulder_left"]')).to_be_checked()
    visitor.check_axe()


def test_places_on_the_picture_are_large_enough_to_tap_and_do_not_overlap(visitor, client):
    open_page_of(visitor, client, "where")
    for view in visitor.page.locator(".bodymap-view").all():
        boxes = [spot.bounding_box() for spot in view.locator(".spot").all()]
        assert all(box["width"] >= 44 and box["height"] >= 44 for box in boxes)
        centres = [(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2) for box in boxes]
        for index, (x, y) in enumerate(centres):
            for other_x, other_y in centres[index + 1 :]:
                assert abs(x - other_x) + abs(y - other_y) >= 24


def test_minus_and_plus_change_the_age(visitor, client):
    open_page_of(visitor, client, "about-you")
    visitor.page.get_by_role("button", name="One more").click()
    expect(visitor.page.locator("#f-age")).to_have_value("40")
    visitor.page.get_by_role("button", name="One less").click()
    expect(visitor.page.locator("#f-age")).to_have_value("39")


RESULTS: dict[str, dict[str, Any]] = {
    "proceed": {},
    "modify": {"anticoagulants": "yes", "sites": ["neck"]},
    "see_clinician": {"spinal_surgery": "yes"},
    "same_day": {"cancer_history": "yes"},
    "emergency": {"chest_pain": "yes"},
}


@pytest.mark.parametrize("level", RESULTS)
@pytest.mark.parametrize("dark", [False, True])
def test_every_result_is_accessible_wide_and_dark(open_visitor, client, level, dark):
    go_through(client, **RESULTS[level])
    visitor = open_visitor(size=DESKTOP, dark=dark)
    visitor.goto("/result/")
    visitor.check_axe()
    assert fits(visitor)


@pytest.mark.parametrize("dark", [False, True])
def test_questions_and_error_pages_are_accessible_wide_and_dark(open_visitor, client, dark):
    visitor = open_visitor(size=DESKTOP, dark=dark)
    for path in ("/", "/nothing-here", "/intake/talk"):
        visitor.goto(path)
        visitor.check_axe()
    open_page_of(visitor, client, "how-much")
    visitor.check_axe()
    assert fits(visitor)


def test_every_control_of_a_safety_page_is_at_least_44_pixels_high(visitor):
    visitor.goto("/").get_by_role("button", name="Start", exact=True).click()
    visitor.page.locator("#f-unsure").check()
    for target in visitor.page.locator("label.tick, label.tick-unsure, .btn, a.back").all():
        box = target.bounding_box()
        assert box is not None
        assert box["height"] >= 44, target.inner_text()
