"""The checker's own clock (C3)."""

from dataclasses import replace

from rhomboid.catalogue.load import load_catalogue
from rhomboid.checking.seconds import seconds_of
from rhomboid.prescription.program import BODYWEIGHT, Item, Why

ROW = load_catalogue()["band-row"]
WHY = (Why("A pull.", "C5"),)
ITEM = Item("band-row", 2, (5, 8), None, None, False, 30, "2-1-3", BODYWEIGHT, 4, 1, WHY)


def kind(name, **more):
    return replace(ROW, dose=replace(ROW.dose, kind=name, **more))


def test_it_adds_set_up_work_and_rest_between_sets():
    assert seconds_of(ROW, ITEM, "strength") == {15 + 2 * 8 * 6 + 30}


def test_it_halves_rest_and_adds_5_s_a_set_when_one_sided():
    one_sided = replace(ITEM, per_side=True, sets=3)
    assert seconds_of(ROW, one_sided, "strength") == {15 + 3 * 2 * 8 * 6 + 3 * 5 + 2 * 15}


def test_it_counts_3_s_of_release_after_each_hold():
    held = replace(ITEM, reps=(3, 5), hold_s=10, tempo=None)
    assert seconds_of(kind("scapular_hold"), held, "strength") == {15 + 2 * 5 * 13 + 30}


def test_it_sets_up_in_10_s_outside_strength_and_core():
    stretch = replace(ITEM, reps=None, hold_s=20, tempo=None, rest_s=0)
    assert seconds_of(kind("stretch"), stretch, "cool_down") == {10 + 2 * 23}


def test_it_takes_the_exercises_own_pace_without_a_tempo():
    easy = replace(ITEM, sets=1, reps=(8, 8), tempo=None, rest_s=0)
    assert seconds_of(kind("easy_reps", seconds_per_rep=4), easy, "warm_up") == {10 + 8 * 4}


def test_it_takes_a_walk_for_its_minutes_with_or_without_a_set_up():
    walk = replace(ITEM, sets=1, reps=None, minutes=10.0, tempo=None, rest_s=0)
    assert seconds_of(kind("minutes"), walk, "aerobic") == {600, 610}


def test_it_leaves_half_seconds_open():
    odd = replace(ITEM, per_side=True, rest_s=45)
    exact = 15 + 2 * 2 * 8 * 6 + 2 * 5 + 22.5
    assert seconds_of(ROW, odd, "strength") == {int(exact), int(exact) + 1}
