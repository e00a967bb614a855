"""The player in a real browser: from set to set, and every way out of it."""

from typing import Any

import pytest
from playwright.sync_api import expect

from rhomboid.service.household import load_owner
from rhomboid.service.models import LogEvent, Person
from rhomboid.service.people import add_person
from tests.web.conftest import DESKTOP, wait_until
from tests.web.player_driver import FIRST, Driver
from tests.web.short_program import give_program

STOP = "This hurts: stop"


@pytest.fixture
def person(transactional_db, settings) -> Person:
    """Return asha, in the household the server shows, with a session due today."""
    asha = add_person(load_owner(settings.HOUSEHOLD), name="asha")
    give_program(asha)
    return asha


@pytest.fixture
def player(person, visitor) -> Driver:
    return Driver(visitor.goto(FIRST))


def sent(kind: str) -> list[dict[str, Any]]:
    return [event.body for event in LogEvent.objects.filter(type=kind).order_by("id")]


def wait_sent(player: Driver) -> None:
    """Wait until nothing waits on the device any more."""
    waiting = "Object.keys(localStorage).filter((key) => key.startsWith('rhomboid.event.')).length"
    wait_until(player.page, lambda: player.page.evaluate(waiting) == 0)


def test_it_guides_a_whole_session_and_keeps_every_set(player):
    player.begin(pain=2)
    player.go_to("end")
    player.finish(felt="strong", effort=5, pain=1)
    player.page.wait_for_url("**/after")
    assert [(one["exercise"], one["set"], one["side"]) for one in sent("set")] == [
        ("band-row", 1, "both"),
        ("band-row", 2, "both"),
        ("chair-back-press", 1, "both"),
        ("chair-back-press", 2, "both"),
        ("bird-dog", 1, "left"),
        ("bird-dog", 1, "right"),
    ]
    assert sent("set")[0]["load"] == {"band": "light"}
    assert sent("set")[0]["reps"] == 5
    assert sent("session_start")[0]["pain"] == 2
    assert (sent("session_end")[0]["felt"], sent("session_end")[0]["effort"]) == ("strong", 5)


def test_it_asks_pain_and_what_is_new_before_it_begins(player):
    player.page.get_by_role("button", name="Begin").click()
    expect(player.page.get_by_text("Please answer both questions.")).to_be_focused()
    player.at("start")


def test_something_new_leads_to_the_list_of_signs(player):
    player.begin(new="yes")
    player.page.wait_for_url("**/something-new")
    expect(player.page.get_by_role("heading", name="Is something new?")).to_be_visible()


@pytest.mark.parametrize("step", ["meet", "ready", "work", "ask", "rest", "switch"])
def test_stopping_is_in_reach_in_every_state_of_a_move(player, step):
    player.begin()
    player.go_to(step)
    player.page.get_by_role("button", name=STOP).click()
    expect(player.page.get_by_role("heading", name="Stopped. Let go and breathe.")).to_be_focused()
    expect(player.page.get_by_role("heading", name="Get help now if you have")).to_be_visible()


def test_a_sharp_pain_ends_strength_and_core_and_advises_to_ask(player):
    player.begin()
    player.go_to("work", name="Band row")
    player.page.get_by_role("button", name=STOP).click()
    player.page.get_by_role("button", name="A sharp pain").click()
    expect(player.page.get_by_role("heading", name="Self hug")).to_be_visible()
    expect(
        player.page.get_by_text("speak to a doctor or physiotherapist before your next strength session").first
    ).to_be_visible()
    wait_sent(player)
    assert [(one["exercise"], one["why"]) for one in sent("stopped")] == [("band-row", "sharp")]


def test_a_sharp_answer_after_a_set_ends_the_loaded_part_too(player):
    player.begin()
    player.go_to("ask")
    player.answer(pain=2, kind="sharp")
    expect(player.page.get_by_role("heading", name="Self hug")).to_be_visible()


def test_pain_of_five_ends_the_move_alone(player):
    player.begin()
    player.go_to("ask")
    player.answer(pain=5)
    player.at("meet")
    assert player.part("name").text_content() == "Press into the chair back"


def test_pain_three_above_the_first_set_is_growing_pain(player):
    player.begin()
    player.go_to("ask")
    player.answer(pain=1)
    player.go_to("ask")
    player.answer(pain=4)
    expect(player.page.get_by_role("heading", name="Self hug")).to_be_visible()


def test_tired_ends_the_move_and_the_session_goes_on(player):
    player.begin()
    player.go_to("work", name="Band row")
    player.page.get_by_role("button", name=STOP).click()
    player.page.get_by_role("button", name="I am just tired").click()
    assert player.part("name").text_content() == "Press into the chair back"


def test_a_twist_makes_what_is_left_easier_at_once(player):
    player.begin()
    player.go_to("ask")
    player.answer(twist=True)
    # Two sets of five with the lightest band leave one step back: one set fewer.
    expect(player.part("notice")).to_contain_text("this move ends here")
    assert player.part("name").text_content() == "Press into the chair back"
    wait_sent(player)
    assert sent("set")[0]["compensation"] is True


def test_going_back_from_the_stop_page_loses_nothing_and_waits(player):
    player.begin()
    player.go_to("work", name="Band row")
    player.page.get_by_role("button", name=STOP).click()
    player.page.get_by_role("button", name="Go back, it was nothing").click()
    player.at("work")
    expect(player.primary).to_have_text("Go on")
    player.primary.click()
    expect(player.primary).to_have_text("Done with this set")
    assert sent("stopped") == []


def test_answers_half_given_survive_a_look_at_the_stop_page(player):
    player.begin()
    player.go_to("ask")
    player.choose("ask-form", "pain", 3)
    player.page.get_by_role("button", name=STOP).click()
    player.page.get_by_role("button", name="Go back, it was nothing").click()
    expect(player.page.locator('[data-part="ask-form"] input[name="pain"][value="3"]')).to_be_checked()


def test_an_unfinished_answer_says_what_is_missing(player):
    player.begin()
    player.go_to("ask")
    expect(player.part("ask-error")).to_be_hidden()
    player.choose("ask-form", "pain", 2)
    player.primary.click()
    expect(player.part("ask-error")).to_have_text("Please tell what kind of pain and how many more.")
    player.at("ask")


def test_a_reload_in_the_middle_of_a_rest_goes_on_with_the_same_rest(player):
    player.begin()
    player.go_to("rest")
    player.page.evaluate("document.querySelector('[data-player]').dataset.old = '1'")
    before = int(player.part("rest-left").text_content())
    player.page.reload()
    player.at("rest")
    expect(player.root).not_to_have_attribute("data-old", "1")
    after = int(player.part("rest-left").text_content())
    assert before - 10 <= after <= before
    wait_sent(player)
    assert len(sent("set")) == 1


def test_a_reload_on_the_stop_page_is_still_the_stop_page(player):
    player.begin()
    player.go_to("work")
    player.page.get_by_role("button", name=STOP).click()
    player.page.reload()
    expect(player.page.get_by_role("heading", name="Stopped. Let go and breathe.")).to_be_visible()


def test_after_a_long_sleep_nothing_starts_before_the_person_is_back(person, visitor):
    page = visitor.page
    page.clock.install()
    player = Driver(visitor.goto(FIRST))
    player.begin()
    player.go_to("rest")
    page.clock.fast_forward("10:00")
    player.at("ready")
    expect(player.root).to_have_attribute("data-paused", "true")
    expect(player.part("notice")).to_contain_text("You were away")


def test_a_set_ends_by_itself_when_its_time_is_up(person, visitor):
    page = visitor.page
    page.clock.install()
    player = Driver(visitor.goto(FIRST))
    player.begin()
    player.go_to("work", name="Band row")
    page.clock.run_for(31_000)
    player.at("ask")
    assert player.part("done-count").input_value() == "5"


def test_done_early_counts_what_was_reached_until_told_otherwise(player):
    player.begin()
    player.go_to("ask")
    assert int(player.part("done-count").input_value()) <= 1
    player.page.locator('[data-action="all"]').click()
    assert player.part("done-count").input_value() == "5"


def test_skip_swap_and_easier_say_what_they_do(player):
    player.begin()
    player.go_to("meet", name="Band row")
    player.page.get_by_role("button", name="A bit easier").click()
    expect(player.part("notice")).to_contain_text("Easier now")
    player.page.get_by_role("button", name="Swap next time").click()
    expect(player.part("notice")).to_contain_text("another move for next time")
    assert player.part("name").text_content() == "Press into the chair back"
    player.page.get_by_role("button", name="Skip").click()
    wait_sent(player)
    assert [one["exercise"] for one in sent("swap_wish")] == ["band-row"]
    assert [one["why"] for one in sent("stopped")] == ["time", "time"]


def test_a_stretch_that_hurt_takes_one_tap(player):
    player.begin()
    player.go_to("meet", name="Band row")
    expect(player.part("light-name")).to_have_text("Seated cat-cow")
    player.page.locator('[data-part="light"] input[value="3"]').click(force=True)
    expect(player.part("notice")).to_have_text("Noted, thank you.")
    wait_sent(player)
    assert [(one["exercise"], one["pain"], one["pain_kind"]) for one in sent("set")] == [("seated-cat-cow", 3, "sore")]


def test_a_second_window_takes_over_and_the_first_stands_by(player):
    player.begin()
    player.go_to("ask")
    other = Driver(player.page.context.new_page())
    other.page.goto(player.page.url)
    other.at("ask")
    expect(player.page.get_by_role("heading", name="This session is open in another window")).to_be_visible()
    other.answer()
    other.at("rest")
    wait_sent(other)
    assert len(sent("set")) == 1
    player.page.get_by_role("button", name="Go on in this window").click()
    player.at("rest")
    expect(other.page.get_by_role("heading", name="This session is open in another window")).to_be_visible()


def test_it_is_done_with_the_keyboard_alone(player):
    page = player.page
    expect(page.get_by_role("heading", name="Strength")).to_be_focused()

    def tab_to(selector: str) -> None:
        for _ in range(40):
            page.keyboard.press("Tab")
            if page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
                return
        raise AssertionError(f"the keyboard never came to {selector}")

    tab_to('[data-part="start-form"] input[name="pain"]')
    page.keyboard.press("Space")
    tab_to('[data-part="start-form"] input[name="new"]')
    page.keyboard.press("Space")
    tab_to('[data-action="begin"]')
    page.keyboard.press("Enter")
    player.at("meet")
    tab_to('[data-part="primary"]')
    for _ in range(3):  # the focus stays on the one button that goes on
        page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Band row").first).to_be_focused()
    tab_to('[data-part="primary"]')
    for _ in range(3):
        page.keyboard.press("Enter")
    player.at("ask")
    expect(page.get_by_role("heading", name="Set 1 done")).to_be_focused()
    for name in ("pain", "rir"):
        tab_to(f'[data-part="ask-form"] input[name="{name}"]')
        page.keyboard.press("Space")
    tab_to('[data-part="primary"]')
    page.keyboard.press("Enter")
    player.at("rest")
    page.keyboard.press("Escape")
    expect(page.get_by_role("heading", name="Stopped. Let go and breathe.")).to_be_focused()


def test_a_screen_reader_hears_each_state(player):
    player.begin()
    player.go_to("ready", name="Band row")
    expect(player.part("announce")).to_contain_text("Get ready. Band row. Set 1 of 2 · light band")
    player.primary.click()
    expect(player.part("announce")).to_contain_text("Go.")
    player.go_to("rest")
    expect(player.part("announce")).to_contain_text("Next: Band row, set 2")


def test_without_script_the_session_can_be_read(person, open_visitor):
    window = open_visitor(script=False)
    page = window.goto(FIRST)
    expect(page.get_by_role("heading", name="Band row")).to_be_visible()
    assert "2 × 5 · light band" in page.locator("noscript").inner_text()


@pytest.mark.parametrize("dark", [False, True])
def test_axe_finds_nothing_serious_on_any_panel(person, open_visitor, dark):
    window = open_visitor(size=DESKTOP, dark=dark)
    player = Driver(window.goto(FIRST))
    expect(player.root).to_have_attribute("data-live", "true")
    window.check_axe()
    player.begin()
    for step in ("meet", "ready", "work", "ask", "rest"):
        player.go_to(step, name="Band row" if step != "ask" else None)
        window.check_axe()
    player.page.get_by_role("button", name=STOP).click()
    window.check_axe()
    player.page.get_by_role("button", name="It hurt more and more").click()
    window.check_axe()
    player.page.get_by_role("button", name="End", exact=True).click()
    window.check_axe()
    player.page.get_by_role("button", name="End the session", exact=True).click()
    window.check_axe()
    player.finish()
    player.page.wait_for_url("**/after")
    window.check_axe()
    assert window.outside == []
    assert window.problems == []


def test_what_is_not_due_today_is_answered_by_the_today_page(person, client):
    answer = client.get("/session/w02-0-strength/")
    assert (answer.status_code, answer.url) == (302, "/today/")
