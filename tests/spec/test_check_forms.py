"""Every form of a plan passes the checker for everybody, and one spoiled place of it does not (C1, C2, C10)."""

from dataclasses import replace
from functools import cache

import pytest

from rhomboid.catalogue.load import load_catalogue
from rhomboid.checking.check import check
from rhomboid.lib.canonical import to_json
from rhomboid.planning.plan import plan
from rhomboid.prescription.plan import MODES
from rhomboid.prescription.program import Block
from rhomboid.prescription.program_json import parse_plan, plan_to_json
from tests.property.profiles import random_profile
from tests.spoiled import cut, of_kind, person, with_item, with_session, with_weeks

FORMS = MODES[1:]
EXAMPLES = ("desk-worker", "band-at-home", "kettlebell", "gym", "seventy-one-no-floor", "flare", "blood-thinners")
WEEKS = 5


@cache
def made(mode, name="band-at-home"):
    return plan(person(name), load_catalogue(), weeks=WEEKS, mode=mode)


def broken(document, name="band-at-home"):
    return {one.rule for one in check(person(name), load_catalogue(), document)}


@pytest.mark.parametrize("name", EXAMPLES)
@pytest.mark.parametrize("mode", FORMS)
def test_every_form_passes_the_check_for_every_example_person(mode, name):
    assert made(mode, name).program is not None
    assert check(person(name), load_catalogue(), made(mode, name)) == ()


@pytest.mark.parametrize("seed", range(500, 503))
def test_every_form_passes_the_check_for_random_people(seed):
    somebody = random_profile(seed)
    for mode in FORMS:
        document = plan(somebody, load_catalogue(), weeks=WEEKS, mode=mode)
        assert check(somebody, load_catalogue(), document) == (), mode


def test_the_document_says_its_form_and_one_without_it_is_read_as_full():
    document = plan_to_json(made("daily"))
    assert document["mode"] == "daily"
    del document["mode"]
    assert parse_plan(to_json(document), "plan").mode == "full"


@pytest.mark.parametrize(("mode", "claimed"), [("full", "daily"), ("full", "maintain"), ("full", "minimal")])
def test_a_plan_that_claims_another_form_is_refused(mode, claimed):
    assert broken(replace(made(mode), mode=claimed)) & {"C1", "C2", "C10"}


@pytest.mark.parametrize("mode", FORMS)
def test_a_short_form_that_claims_to_be_full_is_refused(mode):
    assert broken(replace(made(mode), mode="full")) & {"C1", "C2", "C3"}


def is_work(_session, block, _item):
    return block == "strength"


def twice(session):
    items = (*session.items, *session.items)
    return replace(session, blocks=(Block("strength", items),))


def longer(session):
    return replace(session, blocks=tuple(replace(one, items=one.items * 3) for one in session.blocks))


FORMS_SPOILED = [
    ("minimal: two sets", "minimal", lambda one: with_item(one, is_work, sets=2)),
    ("minimal: too little in reserve", "minimal", lambda one: with_item(one, is_work, rir=2)),
    ("minimal: three minutes", "minimal", lambda one: with_item(one, is_work, seconds=180)),
    ("minimal: no band", "minimal", lambda one: with_item(one, is_work, exercise="doorway-row")),
    ("minimal: no pull", "minimal", lambda one: with_item(one, is_work, exercise="wall-push-up")),
    ("minimal: two exercises", "minimal", lambda one: with_item(one, is_work, exercise="towel-pulldown")),
    ("minimal: four days", "minimal", lambda one: with_session(one, of_kind("strength", 2), lambda _: None)),
    ("minimal: two items", "minimal", lambda one: with_session(one, of_kind("strength"), twice)),
    ("3 x 20: two sessions", "split3", lambda one: with_session(one, of_kind("strength", 2), lambda _: None)),
    ("3 x 20: over 20 minutes", "split3", lambda one: with_session(one, of_kind("strength"), longer)),
    ("9 x 7: eight sessions", "split9", lambda one: with_session(one, of_kind("strength", 2), lambda _: None)),
    ("9 x 7: over 7 minutes", "split9", lambda one: with_session(one, of_kind("strength"), longer)),
    ("daily: not a word on strength", "daily", lambda one: replace(one, advice=())),
]


@pytest.mark.parametrize(
    ("title", "mode", "spoil"), FORMS_SPOILED, ids=[row[0].replace(" ", "-") for row in FORMS_SPOILED]
)
def test_a_spoiled_form_breaks_the_rule_on_short_forms(title, mode, spoil):
    assert "C10" in broken(spoil(made(mode))), title


def test_a_strength_session_in_a_plan_of_easing_alone_is_refused():
    spoiled = with_session(made("daily"), of_kind("daily"), lambda one: replace(one, kind="strength"))
    assert "C1" in broken(spoiled)


def test_a_third_strength_day_that_only_keeps_the_gain_is_refused():
    spoiled = with_session(made("maintain"), of_kind("daily", 2), lambda one: replace(one, kind="strength"))
    assert "C1" in broken(spoiled)


def test_other_phases_in_a_plan_that_keeps_the_gain_are_refused():
    assert "C2" in broken(with_weeks(made("maintain"), lambda week: replace(week, phase="build")))


@pytest.mark.parametrize("mode", ["split3", "split9"])
def test_a_split_still_holds_the_weekly_targets(mode):
    spoiled = with_weeks(
        made(mode), lambda week: replace(week, sessions=tuple(cut(s, "strength", 0) for s in week.sessions))
    )
    assert "C5" in broken(spoiled)
