"""Part 5 of the screening rules: what each restriction leaves out of a program, and what it asks of a dose."""

from dataclasses import replace
from typing import Any

import pytest

from rhomboid.catalogue.exercise import Dose, Exercise, LoadClass
from rhomboid.catalogue.vocabulary import CATEGORIES, EQUIPMENT, PROVOCATIONS, TIERS
from rhomboid.screening.restriction_table import load_restrictions
from rhomboid.screening.restrictions import dose_limits, excluding
from rhomboid.screening.triage import Triage
from tests.screening_people import cleared, screened

# Restriction: the tags any one of which leaves an exercise out.
TAGS = {
    "no_pressure": "tissue_pressure",
    "effort_by_feel": "",
    "nerve_care": "trunk_flexion_loaded trunk_rotation_loaded overhead_loaded neck_end_range neck_circle",
    "bone_care": "trunk_flexion_loaded trunk_flexion_end_range trunk_rotation_loaded trunk_rotation_end_range impact ballistic tissue_pressure",
    "no_end_range_loaded_flexion": "",
    "no_impact": "impact ballistic",
    "low_back_care": "trunk_flexion_loaded trunk_extension_loaded hinge_unsupported",
    "neck_care": "neck_end_range neck_circle neck_loaded",
    "joint_care": "neck_end_range neck_circle neck_loaded shoulder_end_range overhead_loaded ballistic",
    "steady_ground": "balance head_down",
    "no_strain": "breath_strain head_down ballistic",
    "pregnancy_care": "lying_back lying_front trunk_flexion_loaded trunk_rotation_end_range impact ballistic breath_strain head_down balance",
    "locked_by_name_only": "",
}

PLAIN = Exercise(
    id="plain", name="Plain", aliases=(), category="strength", region="upper_back", pattern="horizontal_pull",
    plane="sagittal", position="standing", equipment=(), any_of=(), household=(), implements=(), floor=False,
    unilateral=False, primary=("rhomboids",), secondary=(), loading="none", tier="entry", lock_reason="",
    needs_stability=False, blocks=("strength",), dose=Dose("reps", None, None, None, 6, None, "ours", "", "ours"), start_load=None,
    provocations=(), load_class=LoadClass("low", "low", "low"), summary="", breathing="", steps=(), cues=(), faults=(),
    easier=(), harder=(), cautions=(), contraindications=(), sources=(), review_status="not clinician-reviewed",
)  # fmt: skip


def restricted(*names: str) -> Triage:
    return replace(screened(), restrictions=names)


def reasons(
    exercise: Exercise, triage: Triage, *, phase: str = "build", form: str = "", required: str = ""
) -> list[str]:
    found = excluding(exercise, triage, phase=phase, form_confirmed=form.split(), required=required.split())
    assert all(one.text for one in found)
    return [one.rule for one in found]


def test_it_knows_these_restrictions_in_this_order():
    assert list(load_restrictions()) == list(TAGS)


def left_out(name: str, field: str, values: tuple[str, ...], *, listed: bool) -> set[str]:
    """Return the values of one field that make a restriction leave an exercise out."""
    changed: dict[str, Any] = {value: {field: (value,) if listed else value} for value in values}
    given = {value: replace(PLAIN, **change) for value, change in changed.items()}
    found = {value: reasons(exercise, restricted(name)) for value, exercise in given.items()}
    assert all(out in ([], [name]) for out in found.values())
    return {value for value, out in found.items() if out}


@pytest.mark.parametrize("name", TAGS)
def test_it_leaves_out_exactly_the_tags_of_a_restriction(name):
    assert left_out(name, "provocations", PROVOCATIONS, listed=True) == set(TAGS[name].split())


@pytest.mark.parametrize("name", TAGS)
def test_it_leaves_out_locked_exercises_for_strain_and_by_name(name):
    expected = {"locked"} if name in ("no_strain", "locked_by_name_only") else set()
    assert left_out(name, "tier", TIERS, listed=False) == expected


@pytest.mark.parametrize("name", TAGS)
def test_it_leaves_out_rolling_and_pressing_where_pressure_is_barred(name):
    expected = {"foam-roll", "trigger-point"} if name == "no_pressure" else set()
    assert left_out(name, "category", CATEGORIES, listed=False) == expected


@pytest.mark.parametrize("name", TAGS)
def test_it_leaves_out_what_needs_a_roller_or_ball_where_pressure_is_barred(name):
    expected = {"foam_roller", "massage_ball"} if name == "no_pressure" else set()
    assert left_out(name, "equipment", EQUIPMENT, listed=True) == expected


def test_it_needs_equipment_only_where_there_is_no_other_choice():
    either = replace(PLAIN, any_of=(("foam_roller", "massage_ball"),))
    other = replace(PLAIN, any_of=(("foam_roller", "exercise_ball"),))
    assert reasons(either, restricted("no_pressure")) == ["no_pressure"]
    assert reasons(other, restricted("no_pressure")) == []


def test_it_bars_end_range_loaded_flexion_only_where_both_meet():
    both = replace(PLAIN, provocations=("trunk_flexion_end_range", "trunk_flexion_loaded"))
    assert reasons(both, restricted("no_end_range_loaded_flexion")) == ["no_end_range_loaded_flexion"]


@pytest.mark.parametrize(
    ("phase", "form", "out"),
    [("familiarise", "", True), ("familiarise", "plain", True), ("build", "", True), ("build", "plain", False), ("strengthen", "plain", False), ("maintain", "other", True)],
)  # fmt: skip
def test_it_opens_the_free_hinge_after_familiarise_once_its_form_is_confirmed(phase, form, out):
    hinge = replace(PLAIN, provocations=("hinge_unsupported",))
    assert bool(reasons(hinge, restricted("low_back_care"), phase=phase, form=form)) == out


def test_a_clinicians_require_passes_locked_by_name_only_and_nothing_else():
    locked = replace(PLAIN, tier="locked", provocations=("ballistic",))
    assert reasons(locked, restricted("locked_by_name_only")) == ["locked_by_name_only"]
    assert reasons(locked, restricted("locked_by_name_only"), required="plain") == []
    assert reasons(locked, restricted("no_strain", "locked_by_name_only"), required="plain") == ["no_strain"]
    assert reasons(replace(PLAIN, provocations=("ballistic",)), restricted("no_impact"), required="plain") == [
        "no_impact"
    ]


def test_it_leaves_out_an_exercise_that_names_a_restriction_in_force():
    careful = replace(PLAIN, contraindications=("neck_care",))
    assert reasons(careful, restricted("neck_care")) == ["neck_care"]
    assert reasons(careful, restricted("nerve_care")) == []


@pytest.mark.parametrize("clearances", [(), (cleared("fainting"),)])
def test_it_leaves_out_an_exercise_that_names_a_rule_that_hit_lifted_or_not(clearances):
    careful = replace(PLAIN, contraindications=("fainting",))
    assert reasons(careful, screened(*clearances, fainting="yes")) == ["fainting"]
    assert reasons(careful, screened()) == []


def test_a_hit_that_stops_brings_its_restrictions_only_once_it_is_lifted():
    assert screened(pregnant="yes").restrictions == ()
    assert screened(cleared("pregnant"), pregnant="yes").restrictions == ("pregnancy_care", "locked_by_name_only")


def test_it_unites_the_restrictions_of_all_hits_in_one_order():
    triage = screened(anticoagulants="yes", osteoporosis="yes", arthritis="yes", sites=["neck"])
    assert triage.restrictions == ("no_pressure", "bone_care", "no_end_range_loaded_flexion", "no_impact", "neck_care")


def test_strain_is_kept_low_in_every_dose():
    limits = dose_limits(restricted("no_strain"))
    assert (limits.least_reserve, limits.longest_hold_s) == (3, 20)
    assert "breathing" in limits.breathing_cue
    assert (limits.effort_by_feel, limits.stop_list) == (False, ())


def test_pregnancy_keeps_a_reserve_and_shows_its_own_stop_list():
    limits = dose_limits(restricted("pregnancy_care"))
    assert (limits.least_reserve, limits.longest_hold_s) == (3, None)
    assert any("Bleeding" in sign for sign in limits.stop_list)


def test_effort_is_judged_by_feel_where_the_pulse_deceives():
    assert dose_limits(restricted("effort_by_feel")).effort_by_feel


@pytest.mark.parametrize("name", sorted(set(TAGS) - {"no_strain", "pregnancy_care", "effort_by_feel"}))
def test_other_restrictions_ask_nothing_of_a_dose(name):
    limits = dose_limits(restricted(name))
    assert (limits.least_reserve, limits.longest_hold_s, limits.breathing_cue) == (0, None, "")
    assert (limits.effort_by_feel, limits.stop_list) == (False, ())
