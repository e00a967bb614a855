"""B1 to B4, B6 and B8: what leaves an exercise out, rule by rule."""

from dataclasses import replace
from typing import Any

import pytest

from rhomboid.catalogue.exercise import Exercise
from rhomboid.catalogue.load import load_catalogue
from rhomboid.planning.plan import plan
from rhomboid.prescription.eligibility import exclusions
from rhomboid.prescription.profile import Profile
from rhomboid.screening.triage import screen
from tests.planning_tasks import exercise, person

CATALOGUE = load_catalogue()


def rules(one: Exercise, profile: Profile, phase: str = "familiarise", pain: float = 2) -> set[str]:
    triage = screen(profile.answers, profile.clearances, profile.schedule.start)
    return {left.rule for left in exclusions(one, profile, triage, phase=phase, average_pain=pain)}


def setting(profile: Profile, **changed: Any) -> Profile:
    return replace(profile, setting=replace(profile.setting, **changed))


def limits(profile: Profile, **changed: Any) -> Profile:
    return replace(profile, limits=replace(profile.limits, **changed))


def experience(profile: Profile, **changed: Any) -> Profile:
    return replace(profile, experience=replace(profile.experience, **changed))


NOBODY = setting(person("desk-worker"), equipment=frozenset(), place="home", can_get_to_floor=True)
EASY = exercise("doorway-row")


def test_an_easy_move_without_kit_is_open_to_anyone():
    assert rules(EASY, NOBODY) == set()


def test_b1_kit_that_is_missing_leaves_a_move_out():
    band = exercise("band-row")
    assert rules(band, NOBODY) == {"B1"}
    assert rules(band, setting(NOBODY, equipment=frozenset({"resistance_band"}))) == set()


def test_b1_any_one_of_several_implements_will_do():
    squat = replace(exercise("goblet-squat"), tier="entry")
    assert rules(squat, NOBODY) == {"B1"}
    assert rules(squat, setting(NOBODY, equipment=frozenset({"dumbbell"}))) == set()


def test_b1_kit_that_is_only_too_heavy_leaves_a_move_out():
    owner = setting(NOBODY, equipment=frozenset({"dumbbell"}))
    heavy = replace(owner, kit=replace(owner.kit, dumbbell_kg=(30.0,)))
    squat = replace(exercise("goblet-squat"), tier="entry")
    assert rules(squat, heavy) == {"B1"}


def test_b1_nothing_on_the_floor_for_those_who_cannot_get_there_or_sit_in_an_office():
    bridge = exercise("glute-bridge")
    assert rules(bridge, NOBODY) == set()
    assert rules(bridge, setting(NOBODY, can_get_to_floor=False)) == {"B1"}
    assert rules(bridge, setting(NOBODY, place="office")) == {"B1"}


def test_b1_what_is_avoided_or_banned_is_never_given():
    assert rules(EASY, replace(NOBODY, avoid=frozenset({EASY.id}))) == {"B1"}
    assert rules(EASY, limits(NOBODY, ban=frozenset({EASY.id}))) == {"B1"}
    assert rules(EASY, limits(NOBODY, ban=frozenset({EASY.id}), require=(EASY.id,))) == {"B1"}


def test_b2_some_moves_are_never_given_not_even_when_required():
    never = next(one for one in catalogue_of_tier("never"))
    assert "B2" in rules(never, limits(NOBODY, require=(never.id,)), "strengthen")


def catalogue_of_tier(tier: str) -> list[Exercise]:
    from rhomboid.catalogue.load import load_catalogue

    return [one for one in load_catalogue().exercises if one.tier == tier]


LOCKED = replace(EASY, id="doorway-row", tier="locked")


@pytest.mark.parametrize(
    ("phase", "pain", "confirmed", "opens"),
    [
        ("strengthen", 3, True, True),
        ("build", 3, True, False),
        ("strengthen", 3.1, True, False),
        ("strengthen", 3, False, False),
    ],
)
def test_b3_a_lock_opens_in_the_last_phase_with_little_pain_and_confirmed_form(phase, pain, confirmed, opens):
    who = experience(NOBODY, form_confirmed=frozenset({LOCKED.id} if confirmed else set()))
    assert ("B3" not in rules(LOCKED, who, phase, pain)) is opens


def test_b3_running_and_jumping_need_no_confirmed_form():
    jumping = replace(LOCKED, provocations=("impact",))
    assert "B3" not in rules(jumping, NOBODY, "strengthen")


def test_b3_overhead_work_needs_the_stability_check():
    overhead = replace(LOCKED, needs_stability=True)
    who = experience(NOBODY, form_confirmed=frozenset({LOCKED.id}))
    assert rules(overhead, who, "strengthen") == {"B3"}
    assert rules(overhead, experience(who, stability_check_passed=True), "strengthen") == set()


def test_b3_with_a_herniated_disc_a_clinician_must_require_it_by_name():
    who = experience(NOBODY, form_confirmed=frozenset({LOCKED.id}))
    disc = replace(who, answers=who.answers.updated({"herniated_disc": "yes"}))
    assert "locked_by_name_only" in rules(LOCKED, disc, "strengthen")
    assert rules(LOCKED, limits(disc, require=(LOCKED.id,)), "strengthen") == set()


def test_b3_no_clinician_opens_a_lock_before_its_time():
    assert "B3" in rules(LOCKED, limits(NOBODY, require=(LOCKED.id,)), "build")


def test_b6_no_crunch_in_the_first_phase_not_even_when_required():
    crunch = exercise("partial-crunch")
    assert "B6" in rules(crunch, limits(NOBODY, require=(crunch.id,)))
    assert "B6" not in rules(crunch, NOBODY, "build")


@pytest.mark.parametrize(
    ("tier", "level", "phase", "opens"),
    [
        ("entry", "new", "familiarise", True),
        ("standard", "new", "familiarise", False),
        ("standard", "new", "build", True),
        ("standard", "some", "familiarise", True),
        ("advanced", "trained", "build", False),
        ("advanced", "trained", "strengthen", True),
    ],
)
def test_b8_harder_moves_open_with_the_phases(tier, level, phase, opens):
    one = replace(EASY, tier=tier)
    assert (rules(one, experience(NOBODY, level=level), phase) == set()) is opens


def test_b8_advanced_moves_wait_for_little_pain():
    assert rules(replace(EASY, tier="advanced"), NOBODY, "strengthen", pain=3.1) == {"B8"}


def test_b8_a_clinician_who_names_a_move_passes_its_wait():
    advanced = replace(EASY, tier="advanced")
    assert rules(advanced, limits(NOBODY, require=(advanced.id,)), "familiarise", pain=5) == set()


def test_a7_a_restriction_leaves_out_what_it_names_in_every_phase():
    thinners = replace(NOBODY, answers=NOBODY.answers.updated({"anticoagulants": "yes"}))
    rolled = replace(EASY, provocations=("tissue_pressure",))
    assert rules(rolled, thinners) == {"no_pressure"}
    assert rules(rolled, limits(thinners, require=(rolled.id,)), "strengthen") == {"no_pressure"}


def test_a_hinge_waits_for_confirmed_form_where_the_low_back_needs_care():
    sore = replace(NOBODY, answers=NOBODY.answers.updated({"low_back_history": "yes"}))
    hinge = replace(EASY, provocations=("hinge_unsupported",))
    confirmed = experience(sore, form_confirmed=frozenset({hinge.id}))
    assert rules(hinge, sore, "build") == {"low_back_care"}
    assert rules(hinge, confirmed, "build") == set()
    assert rules(hinge, confirmed, "familiarise") == {"low_back_care"}


LOCKED_IMPACT = ("jogging-running", "jumping")


def in_pain(average: int) -> Profile:
    """Return someone who likes running and jumping, trained, with an average pain."""
    who = replace(person("gym"), like=frozenset(LOCKED_IMPACT))
    return replace(who, answers=who.answers.updated({"average_24h": average, "worst_24h": average, "at_rest_now": 0}))


@pytest.mark.parametrize("name", LOCKED_IMPACT)
@pytest.mark.parametrize(("average", "is_open"), [(3, True), (4, False), (6, False)])
def test_running_and_jumping_are_barred_outright_while_pain_is_above_three(name, average, is_open):
    who = in_pain(average)
    triage = screen(who.answers, who.clearances, who.schedule.start)
    found = {
        phase: exclusions(CATALOGUE[name], who, triage, phase=phase, average_pain=average) == ()
        for phase in ("familiarise", "build", "strengthen")
    }
    assert found == {"familiarise": False, "build": False, "strengthen": is_open}


def test_not_even_a_clinicians_wish_puts_jumping_into_a_program_in_pain():
    """A lock is no weight: what is liked and required stays out, and the plan says so (B1, B3)."""
    who = in_pain(4)
    asked = replace(who, limits=replace(who.limits, require=("jumping",)))
    made = plan(asked, CATALOGUE, weeks=9)
    assert made.program is not None
    assert not {item.exercise for one in made.program.sessions for item in one.items} & set(LOCKED_IMPACT)
    assert any(CATALOGUE["jumping"].name in line for line in made.advice)
