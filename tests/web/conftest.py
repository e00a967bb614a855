"""People, a real Chromium, and the accessibility rules of axe, for the tests of the web app.

Personas: asha is a patient with a household of her own; ben is her clinician, in another household; cora a stranger.
"""

import os
import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # carries no types
from django.test import Client
from playwright.sync_api import Browser, Locator, Page, Playwright, Route, ViewportSize, expect, sync_playwright

from rhomboid.service.household import load_owner
from rhomboid.service.models import Owner, Person, Program
from rhomboid.service.people import add_person
from tests.web.intake_answers import go_through

PHONE: ViewportSize = {"width": 360, "height": 740}
DESKTOP: ViewportSize = {"width": 1280, "height": 900}
PATIENCE_MS = 60_000  # a machine may be busy; nothing here measures speed
expect.set_options(timeout=PATIENCE_MS)
ACTIONS = (
    "check",
    "click",
    "fill",
    "focus",
    "press",
    "press_sequentially",
    "select_option",
    "set_input_files",
    "uncheck",
)
NAMES = ("chromium", "chromium-browser", "google-chrome")


@dataclass(frozen=True)
class Persona:
    owner: Owner
    person: Person


def _persona(name: str) -> Persona:
    owner = load_owner(name)
    return Persona(owner, add_person(owner, name=name))


@pytest.fixture
def asha(db) -> Persona:
    return _persona("asha")


@pytest.fixture
def ben(db) -> Persona:
    return _persona("ben")


@pytest.fixture
def cora(db) -> Persona:
    return _persona("cora")


@pytest.fixture
def client(db) -> Client:
    return Client(HTTP_HOST="localhost")


@pytest.fixture
def client_of(settings) -> Callable[[Persona], Client]:
    """Return a browser of that persona's household. One household at a time, as a server shows one."""

    def open_as(persona: Persona) -> Client:
        settings.HOUSEHOLD = persona.owner.key
        return Client(HTTP_HOST="localhost")

    return open_as


@pytest.fixture
def trainee(client) -> Person:
    """Return a healthy person of the household with a program, made the way people make it."""
    go_through(client)
    client.post("/result/read", {"read": "yes"})
    client.post("/program/make")
    assert Program.objects.exists()
    return Person.objects.get()


def wait_until(page: Page, holds: Callable[[], bool]) -> None:
    """Let the page go on until something holds. Looked at from outside: its policy allows no eval inside."""
    end = time.monotonic() + PATIENCE_MS / 1000
    while not holds():
        if time.monotonic() > end:
            pytest.fail(f"{page.url}: never came true")
        page.wait_for_timeout(50)


def find_chromium(playwright: Playwright) -> str:
    """Return the path of a Chromium: RHOMBOID_CHROMIUM, else one on the path, else Playwright's own."""
    asked = os.environ.get("RHOMBOID_CHROMIUM")
    if asked:
        return asked
    on_path = next((found for name in NAMES if (found := shutil.which(name))), None)
    return on_path or playwright.chromium.executable_path


def _wait_for_the_page(action: Callable[..., Any]) -> Callable[..., Any]:
    def act(locator: Locator, *args: Any, **kwargs: Any) -> Any:
        locator.first.wait_for(state="attached", timeout=kwargs.get("timeout"))  # it may be on the page that is coming
        locator.page.wait_for_load_state("load")
        return action(locator, *args, **kwargs)

    return act


@pytest.fixture(scope="session")
def unhurried() -> Iterator[None]:
    """Let every action wait until its page has loaded, as a person does.

    Playwright presses as soon as a thing can be pressed, which on a busy machine is before the scripts have come.
    """
    with pytest.MonkeyPatch.context() as patch:
        for name in ACTIONS:
            patch.setattr(Locator, name, _wait_for_the_page(getattr(Locator, name)))
        yield


@pytest.fixture(scope="session")
def browser(unhurried) -> Iterator[Browser]:
    """Start one Chromium for the run. No browser is a failure, never a skip."""
    with sync_playwright() as playwright:
        path = find_chromium(playwright)
        if not os.path.exists(path):  # noqa: PTH110  # a plain check before Playwright's own, longer message
            pytest.fail("no Chromium found: install chromium, or name one in RHOMBOID_CHROMIUM", pytrace=False)
        args = ["--no-sandbox"] if os.geteuid() == 0 else []
        chromium = playwright.chromium.launch(executable_path=path, args=args)
        # Playwright runs an event loop in this thread; Django then refuses its database unless told.
        os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
        yield chromium
        chromium.close()


@dataclass
class Visitor:
    """A browser page on the live server. `outside` lists every request that left it: there must be none."""

    page: Page
    address: str
    outside: list[str]
    problems: list[str]

    def goto(self, path: str) -> Page:
        self.page.goto(self.address + path)
        return self.page

    def check_axe(self) -> None:
        """Fail on any serious or critical finding of axe on the page as it stands."""
        found = Axe().run(self.page).response["violations"]
        serious = [one for one in found if one["impact"] in ("serious", "critical")]
        lines = [f"{one['id']}: {node['html'][:160]}" for one in serious for node in one["nodes"]]
        assert not lines, f"{self.page.url}\n" + "\n".join(lines)


@pytest.fixture
def open_visitor(browser: Browser, live_server) -> Iterator[Callable[..., Visitor]]:
    """Return a function that opens a new browser window; each has its own cookies."""
    contexts = []

    def open_window(*, size: ViewportSize = PHONE, script: bool = True, dark: bool = False) -> Visitor:
        context = browser.new_context(
            viewport=size, java_script_enabled=script, color_scheme="dark" if dark else "light", reduced_motion="reduce"
        )
        contexts.append(context)
        visitor = Visitor(context.new_page(), live_server.url, [], [])

        def stay_inside(route: Route) -> None:
            if route.request.url.startswith((live_server.url, "data:", "blob:")):
                route.continue_()
            else:
                visitor.outside.append(route.request.url)
                route.abort()

        context.route("**/*", stay_inside)
        visitor.page.on("pageerror", lambda error: visitor.problems.append(str(error)))
        visitor.page.on(
            "console",
            lambda line: visitor.problems.append(line.text) if "Content Security Policy" in line.text else None,
        )
        visitor.page.set_default_timeout(PATIENCE_MS)
        return visitor

    yield open_window
    for context in contexts:
        context.close()


@pytest.fixture
def visitor(open_visitor) -> Iterator[Visitor]:
    """Return a phone-sized browser window; nothing may leave the server, nothing may break in it."""
    window = open_visitor()
    yield window
    assert window.outside == []
    assert window.problems == []
