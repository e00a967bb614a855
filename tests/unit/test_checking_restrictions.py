"""The checker's own reading of what each restriction leaves out (screening rules, part 5)."""

from dataclasses import replace

import pytest

from rhomboid.catalogue.load import load_catalogue
from rhomboid.checking.restrictions import ANY_TAG, leaves_out

ROW = load_catalogue()["band-row"]


def is_out(restriction, *tags, phase="build", confirmed=(), required=(), **more):
    exercise = replace(ROW, provocations=tags, **more)
    return leaves_out(restriction, exercise, phase, confirmed=frozenset(confirmed), required=tuple(required))


@pytest.mark.parametrize(("restriction", "tag"), [(name, tag) for name, tags in ANY_TAG.items() for tag in tags])
def test_it_leaves_out_by_tag(restriction, tag):
    assert is_out(restriction, tag)


@pytest.mark.parametrize("restriction", [*ANY_TAG, "effort_by_feel", "no_end_range_loaded_flexion"])
def test_it_leaves_a_plain_row_in(restriction):
    assert not is_out(restriction)


@pytest.mark.parametrize(
    "more",
    [
        {"category": "foam-roll"},
        {"category": "trigger-point"},
        {"equipment": ("massage_ball",)},
        {"any_of": (("foam_roller", "massage_ball"),)},
    ],
)
def test_it_leaves_out_everything_that_presses(more):
    assert is_out("no_pressure", **more)


def test_it_wants_both_tags_for_loaded_flexion_at_the_end():
    assert not is_out("no_end_range_loaded_flexion", "trunk_flexion_loaded")
    assert is_out("no_end_range_loaded_flexion", "trunk_flexion_loaded", "trunk_flexion_end_range")


def test_it_lets_a_confirmed_hinge_in_after_familiarise():
    assert is_out("low_back_care", "hinge_unsupported")
    assert not is_out("low_back_care", "hinge_unsupported", confirmed=["band-row"])
    assert is_out("low_back_care", "hinge_unsupported", confirmed=["band-row"], phase="familiarise")


def test_it_opens_a_locked_exercise_by_name_but_not_against_no_strain():
    assert is_out("locked_by_name_only", tier="locked")
    assert not is_out("locked_by_name_only", tier="locked", required=["band-row"])
    assert is_out("no_strain", tier="locked", required=["band-row"])


def test_it_obeys_an_exercises_own_contraindications():
    assert is_out("effort_by_feel", contraindications=("effort_by_feel",))
