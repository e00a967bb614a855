"""The core, lower-body and easing half of the content keeps to the rule book, and covers the person with least."""

import pytest

from rhomboid.catalogue.exercise import Exercise
from rhomboid.catalogue.load import load_catalogue
from rhomboid.catalogue.vocabulary import FLOOR_POSITIONS

PATTERNS = (
    "hip_hinge", "squat", "leg", "carry", "core_front", "core_side", "core_back", "core_rotation", "chest_opening",
    "thoracic_extension", "thoracic_rotation", "neck_ease", "shoulder_ease", "back_ease", "hip_ease", "tissue",
    "breathing", "posture", "aerobic",
)  # fmt: skip
HERE = tuple(
    exercise for exercise in load_catalogue().exercises if exercise.pattern in PATTERNS and exercise.tier != "never"
)
CORE = tuple(exercise for exercise in HERE if exercise.is_core)
CRUNCHES = ("ab-crunch", "partial-crunch", "stability-ball-crunch")
UNLOADED = ("stretch", "easy_reps", "timed", "roll", "minutes", "core_hold")
# Classes and outings a person does beside the program; the planner has no place for minutes outside an aerobic block.
PRACTICES = (
    "yoga-practice", "pilates-practice", "somatic-back-exercises", "low-intensity-cardio", "high-intensity-aerobics",
)  # fmt: skip
SQUAT_CAP_KG = 9


def is_open_to_everyone(exercise: Exercise) -> bool:
    """Return whether no kit, no floor, an office, a first week and every restriction at once leave it in."""
    needs_kit = exercise.equipment or exercise.any_of
    on_floor = exercise.floor or exercise.position in FLOOR_POSITIONS
    restricted = (
        exercise.provocations or exercise.contraindications or exercise.category in ("foam-roll", "trigger-point")
    )
    return exercise.tier == "entry" and not needs_kit and not on_floor and not restricted


def open_ids(block: str, *patterns: str) -> list[str]:
    return [e.id for e in HERE if is_open_to_everyone(e) and block in e.blocks and e.pattern in patterns]


@pytest.mark.parametrize(
    ("block", "patterns", "least"),
    [
        ("core", ("core_front", "core_side", "core_back", "core_rotation"), 2),
        ("cool_down", ("chest_opening",), 2),
        ("stretch", ("chest_opening",), 2),
        ("warm_up", ("chest_opening",), 1),
        ("mobility", ("chest_opening",), 1),
        ("warm_up", ("thoracic_extension", "thoracic_rotation"), 2),
        ("mobility", ("thoracic_extension", "thoracic_rotation"), 2),
        ("cool_down", PATTERNS, 4),
        ("aerobic", ("aerobic",), 1),
        ("strength", ("hip_hinge",), 1),
        ("strength", ("squat",), 2),
        ("strength", ("leg",), 1),
    ],
)
def test_it_offers_a_choice_to_the_person_no_restriction_spares(
    block: str, patterns: tuple[str, ...], least: int
) -> None:
    assert len(open_ids(block, *patterns)) >= least


@pytest.mark.parametrize("pattern", ["neck_ease", "shoulder_ease"])
def test_it_eases_neck_and_shoulders_of_anyone_in_two_ways(pattern: str) -> None:
    assert len([e for e in HERE if e.pattern == pattern and is_open_to_everyone(e)]) >= 2


def test_it_warms_up_anyone_standing_or_seated() -> None:
    easy = [e for e in HERE if is_open_to_everyone(e) and "warm_up" in e.blocks and e.dose.kind == "timed"]
    dynamic = [e for e in HERE if is_open_to_everyone(e) and "warm_up" in e.blocks and e.dose.kind == "easy_reps"]
    assert len(easy) >= 2
    assert {"standing", "seated"} <= {e.position for e in easy}
    assert len(dynamic) >= 3


def test_it_can_fill_the_longest_warm_up_without_kit_or_floor() -> None:
    moves = [e for e in HERE if is_open_to_everyone(e) and "warm_up" in e.blocks]
    seconds = [(e.dose.hold_s or 0) + (e.dose.reps or 0) * e.dose.seconds_per_rep for e in moves]
    assert sum(seconds) >= 480


@pytest.mark.parametrize(
    ("kit", "pattern"),
    [
        ("resistance_band", "hip_hinge"),
        ("dumbbell", "hip_hinge"),
        ("kettlebell", "hip_hinge"),
        ("cable_machine", "hip_hinge"),
        ("resistance_band", "core_rotation"),
        ("kettlebell", "squat"),
        ("dumbbell", "carry"),
        ("leg_press", "leg"),
        ("foam_roller", "tissue"),
        ("massage_ball", "tissue"),
        ("stationary_bike", "aerobic"),
        ("pool", "aerobic"),
    ],
)
def test_it_gives_each_kind_of_kit_its_use(kit: str, pattern: str) -> None:
    assert [e.id for e in HERE if e.pattern == pattern and (kit in e.equipment or any(kit in g for g in e.any_of))]


@pytest.mark.parametrize("exercise_id", CRUNCHES)
def test_it_keeps_crunches_out_of_the_first_phases_and_off_a_low_back_history(exercise_id: str) -> None:
    crunch = load_catalogue()[exercise_id]
    assert crunch.tier == "advanced"
    assert "trunk_flexion_loaded" in crunch.provocations


def test_it_bends_the_spine_under_load_in_crunches_and_classes_only() -> None:
    loaded = {e.id for e in HERE if "trunk_flexion_loaded" in e.provocations}
    assert loaded == {*CRUNCHES, "pilates-practice"}


def test_it_has_planks_bugs_birds_and_bridges_before_any_crunch() -> None:
    assert {"wall-plank", "knee-plank", "dead-bug", "bird-dog", "glute-bridge"} <= {
        e.id for e in CORE if e.tier == "entry"
    }


@pytest.mark.parametrize("exercise", CORE, ids=lambda e: e.id)
def test_it_doses_core_by_counts_or_short_holds(exercise: Exercise) -> None:
    assert exercise.id in PRACTICES or exercise.dose.kind in ("core_reps", "core_hold")


@pytest.mark.parametrize("exercise_id", PRACTICES)
def test_it_gives_classes_no_place_in_a_session(exercise_id: str) -> None:
    practice = load_catalogue()[exercise_id]
    assert practice.dose.kind == "minutes"
    assert not {"aerobic", "core", "strength", "warm_up", "cool_down"} & set(practice.blocks)


@pytest.mark.parametrize("exercise", [e for e in HERE if "cool_down" in e.blocks], ids=lambda e: e.id)
def test_it_cools_down_with_stretches_of_20_to_30_seconds_held_twice(exercise: Exercise) -> None:
    assert (exercise.category, exercise.dose.kind, exercise.dose.sets) == ("stretch", "stretch", 2)
    assert exercise.dose.hold_s in range(20, 31)


@pytest.mark.parametrize("exercise", [e for e in HERE if e.category == "stretch"], ids=lambda e: e.id)
def test_it_holds_every_stretch(exercise: Exercise) -> None:
    assert exercise.dose.kind == "stretch"


@pytest.mark.parametrize("exercise", [e for e in HERE if e.pattern == "tissue"], ids=lambda e: e.id)
def test_it_rolls_muscle_for_one_to_two_minutes_and_warns_off_the_spine(exercise: Exercise) -> None:
    assert exercise.blocks == ("roll",)
    assert exercise.dose.hold_s in range(60, 121)
    assert "tissue_pressure" in exercise.provocations
    assert exercise.cautions


@pytest.mark.parametrize("exercise", [e for e in HERE if e.pattern == "squat" and e.start_load], ids=lambda e: e.id)
def test_it_starts_no_squat_above_nine_kilograms(exercise: Exercise) -> None:
    assert exercise.start_load is not None
    for load in (exercise.start_load.new, exercise.start_load.some, exercise.start_load.trained):
        assert isinstance(load, str) or load <= SQUAT_CAP_KG or exercise.tier == "locked"


@pytest.mark.parametrize("exercise", HERE, ids=lambda e: e.id)
def test_it_tags_what_is_done_lying_by_the_side_one_lies_on(exercise: Exercise) -> None:
    if exercise.position in ("lying_back", "lying_front"):
        assert exercise.position in exercise.provocations


@pytest.mark.parametrize("exercise", HERE, ids=lambda e: e.id)
def test_it_never_lets_strength_stand_with_a_dose_that_does_not_climb(exercise: Exercise) -> None:
    assert "strength" not in exercise.blocks or exercise.dose.kind not in UNLOADED


@pytest.mark.parametrize("exercise", HERE, ids=lambda e: e.id)
def test_it_rolls_no_head_round_but_in_the_tagged_half_roll(exercise: Exercise) -> None:
    assert ("neck_circle" in exercise.provocations) == (exercise.id == "neck-roll")


@pytest.mark.parametrize("exercise", HERE, ids=lambda e: e.id)
def test_it_names_neighbours_that_name_it_back(exercise: Exercise) -> None:
    catalogue = load_catalogue()
    assert all(exercise.id in catalogue[other].easier for other in exercise.harder)
