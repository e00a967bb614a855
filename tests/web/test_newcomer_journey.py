"""A newcomer goes the whole way, and the next session is different for a stated reason."""

import uuid
from datetime import datetime, timedelta

from playwright.sync_api import Page, expect

from rhomboid.catalogue.load import load_catalogue
from rhomboid.prescription.load_json import load_to_json
from rhomboid.prescription.program import Session
from rhomboid.service.log import append_events, log_of
from rhomboid.service.models import Person
from rhomboid.service.programs import current_plan_of
from rhomboid.service.sessions import program_in, session_due
from rhomboid.web import clock
from rhomboid.web.intake_steps import load_steps
from tests.web.conftest import Visitor
from tests.web.intake_answers import HEALTHY
from tests.web.player_driver import Driver

# A healthy person who can train today, whatever day it is.
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def answers_for(today: int) -> dict[str, object]:
    days = [DAYS[(today + gap) % 7] for gap in (0, 2, 4)]
    return {**HEALTHY, "strength_days": days, "minutes": "20"}


def fill_page(page: Page, answers: dict[str, object]) -> None:
    """Answer one page of the intake as a person would: what the page asks, from the answers."""
    none = page.locator('input[name="none_of_these"]')
    if none.count():
        none.check(force=True)
    for name, value in answers.items():
        found = page.locator(f'.intake-form [name="{name}"]')
        if not found.count():
            continue
        kind = found.first.evaluate("(field) => field.type")
        if kind in ("radio", "checkbox"):
            for one in value if isinstance(value, list) else [value]:
                page.locator(f'.intake-form [name="{name}"][value="{one}"]').check(force=True)
        elif kind == "select-one":
            found.first.select_option(str(value))
        else:
            found.first.fill(str(value))


def go_through_intake(window: Visitor, answers: dict[str, object]) -> None:
    page = window.goto("/")
    page.get_by_role("button", name="Start", exact=True).click()
    for step in load_steps():
        page.wait_for_url(f"**/intake/{step.key}")
        fill_page(page, answers)
        page.locator(".intake-go button").click()
    page.wait_for_url("**/result/")


def log_as_due(person: Person, session: Session, at: datetime) -> None:
    """Log a session as it was due, everything clean and with room to spare."""
    catalogue, rows = load_catalogue(), []
    for item in (*session.block("strength"), *session.block("core")):
        for number in range(1, item.sets + 1):
            for side in ("left", "right") if catalogue[item.exercise].unilateral else ("both",):
                row = {"type": "set", "session": session.id, "exercise": item.exercise, "set": number, "side": side,
                       "reps": item.reps[1] if item.reps else None, "hold_s": item.hold_s,
                       "load": load_to_json(item.load), "rir": 6, "pain": 0, "pain_kind": "none",
                       "compensation": False}  # fmt: skip
                rows.append(row)
    rows.append({"type": "session_end", "session": session.id, "felt": "fine", "effort": 4, "pain": 1})
    marked = [{"id": str(uuid.uuid4()), "at": at.isoformat(), **row} for row in rows]
    assert append_events(person, marked).refused == ()


def test_a_newcomer_goes_from_welcome_to_a_better_next_session(transactional_db, visitor, monkeypatch):
    page = visitor.page
    now = clock.now()
    go_through_intake(visitor, answers_for(now.weekday()))
    expect(page.get_by_role("heading", name="You can start")).to_be_visible()

    page.get_by_text("I have read this").click()
    page.get_by_role("button", name="Build my program").click()
    page.wait_for_url("**/program/")
    expect(page.get_by_role("heading", name="Your program")).to_be_visible()
    visitor.check_axe()

    page.get_by_role("link", name="Today").first.click()
    expect(page.get_by_role("heading", name="Today", exact=True)).to_be_visible()
    page.get_by_role("link", name="Start", exact=True).first.click()
    player = Driver(page)
    player.begin(pain=2)
    player.go_to("end")
    player.finish(felt="strong", effort=4, pain=1)
    page.wait_for_url("**/after")
    expect(page.get_by_text("Nothing changes yet")).to_be_visible()
    visitor.check_axe()

    person = Person.objects.get()
    program = program_in(current_plan_of(person))
    first, second, third = [one for one in program.sessions if one.kind == "strength"][:3]
    assert {event.session for event in log_of(person).events if hasattr(event, "session")} == {first.id}

    later = now + timedelta(days=(second.date - first.date).days)
    log_as_due(person, session_due(person, second.id, second.date), later)
    monkeypatch.setattr(clock, "now", lambda: later)
    monkeypatch.setattr(clock, "today", later.date)
    visitor.goto(f"/session/{second.id}/after")
    expect(page.get_by_role("heading", name="Next strength session")).to_be_visible()
    expect(page.get_by_text("Two clean times running, so you go one step up.").first).to_be_visible()
    expect(page.get_by_text("Rule D1").first).to_be_visible()

    before, after = session_due(person, second.id, second.date), session_due(person, third.id, third.date)
    assert before.block("strength") != after.block("strength")
