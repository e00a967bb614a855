"""A7 and part B: the checker refuses what a person may not do."""

from dataclasses import replace

import pytest

from rhomboid.catalogue.load import load_catalogue
from rhomboid.prescription.program import Load
from rhomboid.screening.clearance import Clearance
from tests.spoiled import DAY, broken, good, in_block, other, person, with_item

# alone: no other rule breaks with it; elsewhere the spoiled place breaks more than one.
ITEM_TABLE = [
    ("an Olympic lift", in_block("strength"), {"exercise": "olympic-lifts"}, "B2", False),
    ("a locked deadlift", in_block("strength"), {"exercise": "barbell-deadlift"}, "B3", False),
    ("kit the person has not", in_block("strength"), {"exercise": "machine-lat-pulldown"}, "B1", False),
    ("a crunch in familiarise", in_block("core"), {"exercise": "ab-crunch"}, "B6", False),
    ("the superman at first", in_block("strength"), {"exercise": "superman"}, "B6", False),
    ("a neck circle with neck pain", in_block("warm_up"), {"exercise": "neck-roll"}, "A7", False),
]


@pytest.mark.parametrize(
    ("title", "wanted", "changes", "rule", "alone"), ITEM_TABLE, ids=[row[0] for row in ITEM_TABLE]
)
def test_it_names_the_rule_that_keeps_an_exercise_out(title, wanted, changes, rule, alone):
    found = broken(with_item(good(), wanted, **changes))
    assert found == {rule} if alone else rule in found


def test_it_refuses_a_weight_above_a_clinicians_cap():
    capped = replace(person("gym"), limits=replace(person("gym").limits, max_load_kg=dict.fromkeys(kg_moves(), 1.0)))
    assert "shape" in broken(good("gym"), capped)


def kg_moves():
    return [each.id for each in load_catalogue().exercises if each.loading in ("free_weight", "machine")]


def test_it_refuses_what_the_person_avoids_and_a_clinician_bans():
    used = next(item.exercise for session in good().program.sessions for item in session.block("strength"))
    assert broken(good(), replace(person(), avoid=frozenset({used}))) == {"B1"}
    assert broken(good(), replace(person(), limits=replace(person().limits, ban=frozenset({used})))) == {"B1"}


def test_it_misses_what_a_clinician_requires():
    used = {item.exercise for session in good().program.sessions for item in session.items}
    absent = next(
        each.id
        for each in load_catalogue().exercises
        if each.id not in used and each.tier == "entry" and each.pattern == "horizontal_pull" and not each.equipment
    )
    assert broken(good(), replace(person(), limits=replace(person().limits, require=(absent,)))) == {"B1"}


def test_it_holds_three_in_reserve_where_the_effort_must_stay_low():
    eased = good("kettlebell")
    answers = tuple(
        (fact, "yes" if fact == "heart_lung_kidney_disease" else value)
        for fact, value in person("kettlebell").answers.items
    )
    ill = replace(person("kettlebell"), answers=replace(person("kettlebell").answers, items=answers))
    assert {"A1", "A7"} <= broken(eased, cleared(ill))


def cleared(somebody):
    day = somebody.schedule.start - DAY
    return replace(somebody, clearances=(Clearance("Dr A", "physician", day, ("heart_lung_kidney_disease",)),))


def test_it_refuses_a_heavy_squat_before_it_is_open():
    squat = next(each for each in load_catalogue().exercises if each.pattern == "squat" and each.tier == "entry")
    spoiled = with_item(good("kettlebell"), in_block("strength"), exercise=squat.id, load=Load(kg=12.0))
    assert "B4" in broken(spoiled, person("kettlebell"))


PEOPLE_TABLE = [
    ("less time", {"schedule": {"minutes": 20}}, "C3"),
    ("less time on other days", {"schedule": {"daily_minutes": 5}}, "C1"),
    ("other strength days", {"schedule": {"strength_days": ("tue", "thu", "sat")}}, "C1"),
    ("one strength day", {"schedule": {"strength_days": ("mon",)}}, "C1"),
    ("days for two sessions only", {"schedule": {"strength_days": ("mon", "fri")}}, "C1"),
    ("no kit", {"setting": {"equipment": frozenset()}}, "B1"),
    ("lighter bands alone", {"kit": {"bands": ("extra_light",)}}, "B9"),
    ("a trained person", {"experience": {"level": "trained"}}, "B9"),
]


@pytest.mark.parametrize(("title", "changes", "rule"), PEOPLE_TABLE, ids=[row[0] for row in PEOPLE_TABLE])
def test_it_refuses_the_plan_of_another_person(title, changes, rule):
    assert rule in broken(good(), other(**changes))


def test_it_refuses_the_floor_to_someone_who_cannot_get_there():
    lying = with_item(good("seventy-one-no-floor"), in_block("cool_down"), exercise="childs-pose")
    assert "B1" in broken(lying, person("seventy-one-no-floor"))


def test_it_refuses_a_roller_to_someone_on_blood_thinners():
    rolled = with_item(good("blood-thinners"), in_block("mobility"), exercise="foam-roll-upper-back")
    assert "A7" in broken(rolled, person("blood-thinners"))
