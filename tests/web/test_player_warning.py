"""On every move that presses a roller or ball into the back, the player warns, before and while it is done."""

from dataclasses import replace

import pytest
from playwright.sync_api import expect

from rhomboid.catalogue.load import load_catalogue
from rhomboid.prescription.program import Block
from rhomboid.prescription.program_json import plan_to_json
from rhomboid.service.household import load_owner
from rhomboid.service.models import Program
from rhomboid.service.people import add_person
from rhomboid.service.programs import current_plan_of
from rhomboid.web.presenters.player import player_data
from tests.web.player_driver import FIRST, Driver
from tests.web.short_program import CAT_COW, give_program, item

ROLL = item("foam-roll-upper-back", 1, hold_s=60, per_side=True)
SPINE = "Stay on muscle: never on your spine, neck or low back."


@pytest.fixture
def rolling(transactional_db, settings):
    """Give asha a first session that begins with easy movement and rolls the upper back."""
    asha = add_person(load_owner(settings.HOUSEHOLD), name="asha")
    give_program(asha)
    profile = asha.profile
    assert profile is not None
    profile["setting"]["equipment"].append("foam_roller")
    profile["experience"]["level"] = "trained"
    asha.save()
    plan = current_plan_of(asha)
    assert plan is not None
    assert plan.program is not None
    blocks = (Block("warm_up", (CAT_COW,)), Block("roll", (ROLL,)))
    first, *later = plan.program.weeks
    session, *others = first.sessions
    week = replace(first, sessions=(replace(session, blocks=blocks), *others))
    rolled = replace(plan, program=replace(plan.program, weeks=(week, *later)))
    Program.objects.create(person=asha, plan=plan_to_json(rolled), made_on=plan.program.start, versions={})
    return replace(session, blocks=blocks)


def test_it_warns_before_the_roll_and_in_each_set_of_it(rolling, visitor):
    player = Driver(visitor.goto(FIRST))
    player.begin()
    player.go_to("meet", name="Seated cat-cow")
    expect(player.page.get_by_text(SPINE)).to_have_count(0)
    player.go_to("meet", name="Roll the upper back")
    expect(player.page.locator('[data-part="warning"]:visible')).to_have_text(SPINE)
    player.go_to("work", name="Roll the upper back")
    expect(player.page.locator('[data-part="warning"]:visible')).to_have_text(SPINE)


def test_without_script_the_list_warns_too(rolling, open_visitor):
    page = open_visitor(script=False).goto(FIRST)
    assert SPINE in page.locator("noscript").inner_text()


def test_the_warning_is_told_for_moves_that_press_and_no_others(rolling):
    data = player_data(rolling, load_catalogue(), {}, person="asha")
    assert [one["warning"] for one in data["items"]] == ["", SPINE]
