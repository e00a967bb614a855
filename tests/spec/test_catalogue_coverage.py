"""Nobody is left without a pull, a retraction, a lower-trapezius move or a push: not without kit, not without the floor."""

import pytest

from rhomboid.catalogue.exercise import Exercise
from rhomboid.catalogue.load import load_catalogue
from rhomboid.catalogue.reader import read_table
from rhomboid.catalogue.vocabulary import FLOOR_POSITIONS, PULL, PUSH, RETRACTION

ENTRY = [exercise for exercise in load_catalogue().exercises if exercise.tier == "entry"]
RESTRICTIONS = read_table("screening/restrictions.toml")
GYM = frozenset({"cable_machine", "bench", "dumbbell", "barbell", "rack"})
TARGETS = {
    "pull": (PULL, 2),
    "retraction": (RETRACTION, 3),
    "lower_trapezius": (frozenset({"lower_trapezius"}), 2),
    "push": (PUSH, 2),
}


def loaded(patterns: frozenset[str]) -> list[Exercise]:
    return [e for e in ENTRY if "strength" in e.blocks and e.pattern in patterns]


def stays_up(exercise: Exercise) -> bool:
    return not exercise.floor and exercise.position not in FLOOR_POSITIONS


def is_doable_with(exercise: Exercise, kit: frozenset[str]) -> bool:
    return set(exercise.equipment) <= kit and all(set(group) & kit for group in exercise.any_of)


def survives(exercise: Exercise, names) -> bool:
    """Own reading of the screening rules, part 5, in phase familiarise."""
    for name in names:
        rule = RESTRICTIONS[name]
        tags = {*rule.get("provocations", ()), *rule.get("until_form_confirmed", ())}
        together = set(rule.get("together", ()))
        kit = {*exercise.equipment, *(part for group in exercise.any_of for part in group)}
        if (
            tags & set(exercise.provocations)
            or (together and together <= set(exercise.provocations))
            or exercise.category in rule.get("categories", ())
            or kit & set(rule.get("equipment", ()))
            or exercise.tier in rule.get("tiers", ())
            or name in exercise.contraindications
        ):
            return False
    return True


@pytest.mark.parametrize("restrictions", [*([name] for name in RESTRICTIONS), list(RESTRICTIONS)], ids="+".join)
@pytest.mark.parametrize("target", TARGETS)
def test_it_leaves_choices_with_no_kit_and_no_floor_under(target, restrictions):
    patterns, least = TARGETS[target]
    left = [
        exercise
        for exercise in loaded(patterns)
        if stays_up(exercise) and is_doable_with(exercise, frozenset()) and survives(exercise, restrictions)
    ]
    assert len(left) >= least, [exercise.id for exercise in left]


@pytest.mark.parametrize("kit", ["resistance_band", "dumbbell", "kettlebell", "cable_machine"])
def test_it_has_an_entry_pull_that_uses_what_the_person_owns(kit):
    pulls = [e for e in loaded(PULL) if stays_up(e) and is_doable_with(e, frozenset({kit})) and e.implements]
    assert [e for e in pulls if survives(e, RESTRICTIONS)]


@pytest.mark.parametrize("kit", ["resistance_band", "dumbbell", "cable_machine"])
def test_it_has_an_entry_retraction_that_uses_what_the_person_owns(kit):
    assert [e for e in loaded(RETRACTION) if is_doable_with(e, frozenset({kit})) and e.implements]


@pytest.mark.parametrize("kit", ["resistance_band", "dumbbell", "kettlebell", "cable_machine"])
def test_it_has_an_entry_push_that_uses_what_the_person_owns(kit):
    assert [e for e in loaded(PUSH) if is_doable_with(e, frozenset({kit})) and e.implements]


def test_it_names_the_two_pulls_of_c5_that_need_neither_kit_nor_floor():
    by_id = {exercise.id: exercise for exercise in loaded(PULL)}
    for name in ("doorway-row", "seated-towel-row"):
        assert stays_up(by_id[name])
        assert is_doable_with(by_id[name], frozenset())


def test_it_offers_a_gym_at_least_three_pulls_on_its_own_machines():
    machines = [e for e in loaded(PULL) if is_doable_with(e, GYM) and e.implements]
    assert len(machines) >= 3


def test_it_has_something_for_every_weekly_target_without_kit_or_floor():
    """C5: core, chest opening, and extension or rotation of the upper back; C1: an aerobic choice."""
    free = [e for e in ENTRY if stays_up(e) and is_doable_with(e, frozenset()) and survives(e, RESTRICTIONS)]
    assert sum(e.is_core for e in free) >= 2
    assert sum(e.pattern == "chest_opening" for e in free) >= 2
    assert sum(e.pattern in ("thoracic_extension", "thoracic_rotation") for e in free) >= 2
    assert any(e.pattern == "aerobic" and "aerobic" in e.blocks for e in free)
    assert any("warm_up" in e.blocks for e in free)
    assert any("cool_down" in e.blocks for e in free)
    for pattern in ("hip_hinge", "neck_ease", "shoulder_ease"):
        assert any(e.pattern == pattern for e in free), pattern
