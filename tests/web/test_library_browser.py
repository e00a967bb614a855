"""The library in a real browser: reachable by everyone, on a phone and wide, with and without script."""

import pytest

from rhomboid.service.models import Person
from tests.web.conftest import DESKTOP, PHONE, wait_until
from tests.web.test_library import give_profile

SIZES = pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["360", "1280"])
STATES = ("/library/?target=core&kit=none", "/library/?words=zzz", "/library/band-row")
PERSON_STATES = ("/library/?target=core", "/library/bird-dog", "/library/olympic-lifts", "/library/barbell-deadlift")


def at_home(name: str) -> Person:
    from rhomboid.service.household import load_owner
    from rhomboid.service.people import add_person

    return give_profile(add_person(load_owner("home"), name="You"), name)


def until(page, condition: str) -> None:
    wait_until(page, lambda: bool(page.evaluate(condition)))


def has_no_sideways_scroll(page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))


@pytest.mark.django_db(transaction=True)
class TestLibraryInABrowser:
    @SIZES
    @pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
    def test_axe_finds_nothing_serious_and_nothing_runs_over_the_edge(self, open_visitor, size, dark):
        window = open_visitor(size=size, dark=dark)
        for state in STATES:
            window.goto(state)
            assert has_no_sideways_scroll(window.page), state
            window.check_axe()
        assert window.outside == []

    def test_axe_finds_nothing_serious_among_all_the_pictures(self, visitor):
        visitor.goto("/library/").evaluate("document.querySelector('.library-more').open = true")
        assert has_no_sideways_scroll(visitor.page)
        visitor.check_axe()
        visitor.problems.clear()  # axe writes a style that the page's policy refuses

    def test_axe_finds_nothing_serious_with_a_person_in_view(self, open_visitor):
        at_home("seventy-one-no-floor")
        window = open_visitor()
        for state in PERSON_STATES:
            window.goto(state)
            assert has_no_sideways_scroll(window.page), state
            window.check_axe()

    def test_axe_finds_nothing_serious_for_whoever_may_not_train(self, open_visitor):
        at_home("chest-pain")
        window = open_visitor()
        window.goto("/library/band-row").get_by_text("do not train for now").wait_for()
        window.check_axe()

    def test_choosing_narrows_the_list_at_once_and_back_brings_it_again(self, visitor):
        page = visitor.goto("/library/")
        everything = page.locator(".move-card").count()
        page.get_by_label("What for").select_option("pull")
        page.wait_for_url("**target=pull**")
        until(page, f"document.querySelectorAll('.move-card').length < {everything}")
        assert page.locator("#results [role=status]").inner_text().endswith("exercises")
        page.go_back()
        until(page, f"document.querySelectorAll('.move-card').length === {everything}")

    def test_the_filter_works_without_script(self, open_visitor):
        window = open_visitor(script=False)
        page = window.page
        # Without script a browser loads all pictures at once; the form does not wait for them.
        page.goto(window.address + "/library/?target=thoracic", wait_until="domcontentloaded")
        page.locator(".library-more summary").click()
        page.get_by_label("Position").select_option("seated")
        page.get_by_role("button", name="Show").click()
        assert "position=seated" in page.url
        assert page.locator(".move-card").count() > 1
        page.locator(".move-card").first.click()
        assert page.locator(".move-fig img").evaluate("image => image.complete && image.naturalWidth > 0")

    def test_the_keyboard_alone_finds_and_opens_an_exercise(self, visitor):
        page = visitor.goto("/library/")
        page.get_by_label("Name").focus()
        page.keyboard.type("band row")
        page.wait_for_url("**words=band%20row**")
        until(page, "document.querySelectorAll('.move-card').length < 10")
        for _ in range(40):
            page.keyboard.press("Tab")
            if "/library/band-row" in (page.evaluate("document.activeElement.href") or ""):
                break
        page.keyboard.press("Enter")
        page.wait_for_url("**/library/band-row")
        assert page.get_by_role("heading", level=1).inner_text() == "Band row"

    def test_the_figure_moves_pauses_and_turns_to_the_other_side(self, browser, live_server):
        context = browser.new_context(viewport=PHONE)
        page = context.new_page()
        page.goto(live_server.url + "/library/one-arm-dumbbell-row")
        page.wait_for_selector("[data-figure] svg")
        shape = "Array.from(document.querySelectorAll('[data-figure] path')).map(p => p.getAttribute('d')).join('')"
        first = page.evaluate(shape)
        until(page, f"{shape} !== {first!r}")
        page.get_by_role("button", name="Pause").click()
        still = page.evaluate(shape)
        page.wait_for_timeout(200)
        assert page.evaluate(shape) == still
        page.get_by_role("button", name="Other side").click()
        page.wait_for_selector("[data-figure] svg.mirrored")
        context.close()

    def test_whoever_asked_for_less_motion_keeps_the_still_picture_of_both_ends(self, visitor):
        page = visitor.goto("/library/one-arm-dumbbell-row")
        page.get_by_role("button", name="Other side").wait_for()
        assert page.get_by_role("button", name="Pause").count() == 0
        assert page.locator("[data-figure] img").count() == 1
        page.get_by_role("button", name="Other side").click()
        page.wait_for_selector("[data-figure] svg.mirrored")
