"""Doing a session in the browser, one tap after the other."""

from playwright.sync_api import Page, expect

FIRST = "/session/w01-0-strength/"


class Driver:
    """A person at the player."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.root = page.locator("[data-player]")
        self.primary = page.locator('[data-part="primary"]')

    def part(self, name: str):
        return self.page.locator(f'[data-part="{name}"]').first

    def choose(self, form: str, name: str, value: object) -> None:
        """Tap a score or a choice, as a finger does on its words."""
        self.page.locator(f'[data-part="{form}"] input[name="{name}"][value="{value}"]').check(force=True)

    def begin(self, *, pain: int = 1, new: str = "no") -> None:
        expect(self.root).to_have_attribute("data-live", "true")
        self.choose("start-form", "pain", pain)
        self.choose("start-form", "new", new)
        self.page.get_by_role("button", name="Begin").click()

    def at(self, step: str) -> None:
        expect(self.root).to_have_attribute("data-step", step)

    def go_to(self, step: str, *, name: str | None = None) -> None:
        """Press on until the player is at such a step, of such a move; questions in between are answered well."""
        for _ in range(60):
            now = self.root.get_attribute("data-step")
            if now == step and (name is None or self.part("name").text_content() == name):
                return
            if now == "ask":
                self.answer()
            else:
                self.primary.click()
        raise AssertionError(f"never came to {step} {name}")

    def answer(
        self, *, pain: int = 0, kind: str = "sore", more: int = 6, twist: bool = False, all_done: bool = True
    ) -> None:
        self.at("ask")
        self.choose("ask-form", "pain", pain)
        if pain:
            self.choose("ask-form", "kind", kind)
        if self.part("ask-rir").is_visible():
            self.choose("ask-form", "rir", more)
        if twist:
            self.choose("ask-form", "twist", 1)
        if all_done:
            self.page.locator('[data-action="all"]').click()
        self.primary.click()

    def finish(self, *, felt: str = "fine", effort: int = 4, pain: int = 1) -> None:
        self.at("end")
        self.choose("end-form", "felt", felt)
        if self.page.locator('[data-part="end-form"] input[name="effort"]').count():
            self.choose("end-form", "effort", effort)
        self.choose("end-form", "pain", pain)
        self.page.get_by_role("button", name="Finish").click()
