"""Every loaded move has a gentler one to go back to, for the same person, on the same kit."""

import pytest

from rhomboid.catalogue.exercise import Exercise
from rhomboid.catalogue.load import load_catalogue
from rhomboid.catalogue.vocabulary import FLOOR_POSITIONS, LOADED_KINDS

EXERCISES = load_catalogue().exercises
BY_ID = load_catalogue().by_id
LOADED = [exercise for exercise in EXERCISES if "strength" in exercise.blocks]
UNLOCKED = ("entry", "standard", "advanced")


def names(exercises):
    return [exercise.id for exercise in exercises]


def goes_down(exercise: Exercise) -> bool:
    return exercise.floor or exercise.position in FLOOR_POSITIONS


def needs_no_more_kit(easier: Exercise, exercise: Exercise) -> bool:
    """Whoever can do `exercise` owns what `easier` needs, whichever of the choices they own."""
    if not set(easier.equipment) <= set(exercise.equipment):
        return False
    return all(
        set(group) & set(exercise.equipment) or any(set(other) <= set(group) for other in exercise.any_of)
        for group in easier.any_of
    )


@pytest.mark.parametrize("exercise", LOADED, ids=names(LOADED))
def test_it_gives_every_loaded_move_a_way_down(exercise):
    if not exercise.easier:
        assert exercise.tier == "entry"
        assert exercise.loading == "bodyweight"  # whatever adds band, weight or machine has a way down without it
        return
    neighbours = [BY_ID[other] for other in exercise.easier]
    assert any(
        "strength" in other.blocks
        and needs_no_more_kit(other, exercise)
        and (goes_down(exercise) or not goes_down(other))
        for other in neighbours
    )


def test_it_lets_nothing_with_a_band_or_weight_and_nothing_later_than_entry_stand_alone():
    for exercise in EXERCISES:
        resisted = exercise.loading in ("band", "free_weight", "machine")
        if exercise.tier in UNLOCKED and exercise.is_core | ("strength" in exercise.blocks) and not exercise.leads_to:
            alone = not any(needs_no_more_kit(BY_ID[other], exercise) for other in exercise.easier)
            assert not alone or (exercise.tier == "entry" and not resisted), exercise.id


def test_it_ends_every_way_down_at_an_entry_move():
    for exercise in LOADED:
        ends, waiting = set(), [exercise]
        while waiting:
            current = waiting.pop()
            waiting.extend(BY_ID[other] for other in current.easier)
            if not current.easier:
                ends.add(current.tier)
        assert ends == {"entry"}, exercise.id


def test_it_draws_each_ladder_with_two_rails():
    for exercise in EXERCISES:
        for other in exercise.harder:
            assert exercise.id in BY_ID[other].easier, (exercise.id, other)
        if exercise.tier in UNLOCKED:
            for other in exercise.easier:
                assert exercise.id in BY_ID[other].harder, (exercise.id, other)


def test_it_never_climbs_into_a_lock_by_itself():
    for exercise in EXERCISES:
        if exercise.tier in UNLOCKED:
            assert all(BY_ID[other].tier in UNLOCKED for other in exercise.harder), exercise.id


def test_it_keeps_the_neighbours_of_loaded_moves_loaded():
    for exercise in LOADED:
        for other in (*exercise.easier, *exercise.harder):
            assert "strength" in BY_ID[other].blocks, (exercise.id, other)


def test_it_doses_every_loaded_move_by_the_phase_table_or_as_a_shoulder_blade_hold():
    for exercise in LOADED:
        assert exercise.dose.kind in LOADED_KINDS, exercise.id


def test_it_climbs_the_lying_ladder_of_b6_in_order():
    ladder = ("scapular-squeeze", "prone-arm-lift", "prone-cobra", "superman")
    assert [BY_ID[step].tier for step in ladder] == ["entry", "entry", "standard", "advanced"]
    assert "prone-arm-lift" in BY_ID["prone-cobra"].easier
    assert "prone-cobra" in BY_ID["superman"].easier
