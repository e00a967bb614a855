"""What rules B2, B3, B5, B6 and part 6 of the screening rules decide about single exercises."""

import pytest

from rhomboid.catalogue.load import load_catalogue
from rhomboid.catalogue.reader import list_tables, read_table

CATALOGUE = load_catalogue()
LOCKED = {
    "barbell-deadlift", "single-arm-deadlift", "kettlebell-swing", "heavy-squat", "jogging-running", "jumping",
    "shoulder-press", "kettlebell-overhead-lift", "turkish-get-up",
}  # fmt: skip
NEVER = {
    "olympic-lifts", "weighted-spinal-flexion", "weighted-spinal-rotation", "behind-the-neck-pulldown",
    "full-neck-circles",
}  # fmt: skip
# By hand from the definitions, exercise by exercise: a second opinion on the files.
TAGS = {
    "barbell-deadlift": {"hinge_unsupported", "breath_strain"},
    "kettlebell-swing": {"hinge_unsupported", "ballistic"},
    "jogging-running": {"impact"},
    "jumping": {"impact"},
    "shoulder-press": {"overhead_loaded"},
    "band-lat-pulldown": {"overhead_loaded"},
    "machine-lat-pulldown": {"overhead_loaded"},
    "face-pull": set(),
    "wall-slide": set(),
    "scapular-squeeze": set(),
    "bent-over-dumbbell-row": {"hinge_unsupported"},
    "kettlebell-bent-over-row": {"hinge_unsupported"},
    "dumbbell-reverse-fly": {"hinge_unsupported"},
    "kettlebell-reverse-fly": {"hinge_unsupported"},
    "one-arm-dumbbell-row": set(),
    "superman": {"trunk_extension_loaded", "lying_front"},
    "prone-arm-lift": {"lying_front"},
    "prone-row": {"lying_front"},
    "bench-press": {"lying_back"},
    "neck-strengthening": {"neck_end_range", "neck_loaded"},
    "chin-tuck": set(),
}

# By hand: dangers that no tag tells, such as fainting under a bar or in water, or strain on a belly after a birth.
AGAINST = {
    "bench-press": {"steady_ground"}, "floor-press": {"steady_ground"}, "swimming": {"steady_ground"},
    "inverted-row": {"steady_ground", "bone_care"}, "table-row": {"steady_ground", "bone_care"},
    "plank": {"pregnancy_care", "postpartum_under_12_weeks", "surgery_last_12_weeks"},
    "leg-raise": {"low_back_care", "postpartum_under_12_weeks"}, "stomach-vacuum": {"surgery_last_12_weeks"},
    "seated-forward-hang": {"nerve_care"}, "double-knee-to-chest": {"nerve_care"},
    "supine-hamstring-towel-stretch": {"nerve_care"}, "single-arm-wall-chest-stretch": {"nerve_care"},
    "barbell-deadlift": {"bone_care"}, "heavy-squat": {"bone_care"}, "single-arm-deadlift": {"bone_care"},
    "wall-braced-row": {"low_back_care"}, "high-intensity-aerobics": {"effort_by_feel"},
}  # fmt: skip


def test_it_locks_what_b3_locks_and_nothing_else():
    assert {e.id for e in CATALOGUE.exercises if e.tier == "locked"} == LOCKED


def test_it_never_allows_what_b2_forbids():
    assert {e.id for e in CATALOGUE.exercises if e.tier == "never"} == NEVER
    assert all(not CATALOGUE[name].blocks for name in NEVER)


def test_it_says_why_for_everything_locked_or_forbidden():
    for name in LOCKED | NEVER:
        assert len(CATALOGUE[name].lock_reason.split()) >= 6, name


def test_it_asks_for_steady_legs_in_overhead_work_alone():
    assert {e.id for e in CATALOGUE.exercises if e.needs_stability} == {
        "shoulder-press",
        "kettlebell-overhead-lift",
        "turkish-get-up",
    }


@pytest.mark.parametrize("name", TAGS)
def test_it_tags_by_the_definitions(name):
    assert set(CATALOGUE[name].provocations) == TAGS[name]


def test_it_tags_whatever_is_done_lying():
    for exercise in CATALOGUE.exercises:
        if exercise.position in ("lying_back", "lying_front"):
            assert exercise.position in exercise.provocations, exercise.id


def test_it_tags_every_free_hinge_with_a_weight_or_band():
    for exercise in CATALOGUE.exercises:
        if exercise.position == "hinged" and exercise.implements:
            assert "hinge_unsupported" in exercise.provocations, exercise.id


def test_it_starts_hinges_with_the_lightest_weight():
    lightest = {"dumbbell": 1, "kettlebell": 4, "barbell": 10, "cable_machine": 5}
    for exercise in CATALOGUE.exercises:
        if "hinge_unsupported" in exercise.provocations and exercise.start_load and exercise.loading != "band":
            least = min(lightest[implement] for implement in exercise.implements)
            assert {exercise.start_load.new, exercise.start_load.some, exercise.start_load.trained} == {least}, (
                exercise.id
            )


def test_it_starts_no_one_heavier_for_knowing_less():
    bands = ("extra_light", "light", "medium", "heavy", "extra_heavy")
    for exercise in CATALOGUE.exercises:
        if exercise.start_load:
            start = (exercise.start_load.new, exercise.start_load.some, exercise.start_load.trained)
            ranks = [bands.index(load) if isinstance(load, str) else load for load in start]
            assert ranks == sorted(ranks), exercise.id
            assert all(isinstance(load, str) == (exercise.loading == "band") for load in start), exercise.id


def test_it_puts_no_crunch_in_the_first_weeks():
    for exercise in CATALOGUE.exercises:
        if "trunk_flexion_loaded" in exercise.provocations:
            assert exercise.tier in ("advanced", "locked", "never"), exercise.id


@pytest.mark.parametrize("name", AGAINST)
def test_it_names_what_speaks_against_it_beyond_its_tags(name):
    assert AGAINST[name] <= set(CATALOGUE[name].contraindications)


def test_it_names_only_real_rules_and_restrictions_as_contraindications():
    known = {name for path in list_tables("screening") for name in read_table(path)}
    for exercise in CATALOGUE.exercises:
        assert set(exercise.contraindications) <= known, exercise.id
