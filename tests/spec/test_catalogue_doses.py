"""C4 laid out for each record: what every phase gives, and where a dose is our own."""

import re

import pytest

from rhomboid.catalogue.load import load_catalogue
from rhomboid.catalogue.vocabulary import LEVELS
from rhomboid.prescription.phase_dose import phase_doses, start_of

CATALOGUE = load_catalogue()


def laid_out(name, level="new"):
    return {dose.phase: dose for dose in phase_doses(CATALOGUE[name], level)}


def test_it_lays_out_the_phase_table_for_a_loaded_move():
    doses = laid_out("band-row")
    assert [(dose.phase, dose.sets, dose.reps, dose.reserve) for dose in doses.values()] == [
        ("familiarise", (2, 2), (5, 12), (4, 4)),
        ("build", (2, 3), (8, 12), (3, 4)),
        ("strengthen", (2, 3), (6, 10), (2, 4)),
        ("maintain", (2, 2), (10, 10), (3, 4)),
    ]
    assert {dose.start for dose in doses.values()} == {"light"}


def test_it_lets_trunk_holds_grow_from_ten_to_sixty_seconds():
    dose = laid_out("plank", "some")["strengthen"]
    assert (dose.sets, dose.reps, dose.hold_s, dose.reserve) == ((1, 2), None, (10, 60), None)


def test_it_holds_the_shoulder_blades_for_ten_seconds_three_to_five_times():
    dose = laid_out("scapular-squeeze")["familiarise"]
    assert (dose.reps, dose.hold_s) == ((3, 5), (10, 10))


def test_it_gives_an_easing_move_what_its_file_says_in_every_phase():
    stretch = CATALOGUE["doorway-chest-stretch"]
    for dose in phase_doses(stretch):
        assert dose.sets == (stretch.dose.sets, stretch.dose.sets)
        assert dose.hold_s == (stretch.dose.hold_s, stretch.dose.hold_s)


def test_it_walks_longer_with_the_weeks():
    walks = [dose.minutes for dose in phase_doses(CATALOGUE["walking"])]
    assert walks == [(10, 15), (20, 25), (30, 30), (10, 30)]


def test_it_opens_nothing_before_its_phase():
    assert list(laid_out("goblet-squat", "new")) == ["build", "strengthen", "maintain"]
    assert list(laid_out("goblet-squat", "some")) == ["familiarise", "build", "strengthen", "maintain"]
    assert list(laid_out("barbell-deadlift", "trained")) == ["strengthen", "maintain"]
    assert list(laid_out("floor-push-up", "trained")) == ["strengthen", "maintain"]
    assert laid_out("olympic-lifts") == {}
    assert laid_out("yoga-practice") == {}


def test_it_starts_hinges_and_squats_with_the_lightest_weight_there_is():
    assert [start_of(CATALOGUE["goblet-squat"], level) for level in LEVELS] == ["lightest"] * 3
    assert start_of(CATALOGUE["chin-tuck"], "new") is None


@pytest.mark.parametrize("level", LEVELS)
def test_it_doses_whatever_a_program_may_hold(level):
    for exercise in CATALOGUE.exercises:
        planned = exercise.tier != "never" and (exercise.dose.kind != "minutes" or "aerobic" in exercise.blocks)
        doses = phase_doses(exercise, level)
        assert bool(doses) == planned, exercise.id
        for dose in doses:
            assert dose.reps or dose.hold_s or dose.minutes, exercise.id
            for figure in (dose.sets, dose.reps, dose.hold_s, dose.minutes, dose.reserve):
                assert figure is None or 0 < figure[0] <= figure[1], exercise.id
            assert (dose.start is None) == (exercise.start_load is None), exercise.id


def test_it_says_why_for_every_dose_that_is_ours():
    for exercise in CATALOGUE.exercises:
        if exercise.dose.source == "ours" and exercise.tier != "never":
            assert len(exercise.dose.note.split()) >= 5, exercise.id
            reason = r"document|seed|design rule|named|our own"
            assert re.search(reason, exercise.dose.note, re.IGNORECASE), (exercise.id, exercise.dose.note)


def test_it_never_calls_a_dose_of_the_documents_its_own():
    for exercise in CATALOGUE.exercises:
        if re.search(r"documents? (give|name)s? no (figure|dose)", exercise.dose.note):
            assert exercise.dose.source == "ours", exercise.id
