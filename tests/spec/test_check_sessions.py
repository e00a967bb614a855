"""C3, C4 and B9: the checker refuses a session or a dose that is not as the tables say."""

from dataclasses import replace

import pytest

from rhomboid.prescription.program import Load
from tests.spoiled import (
    broken,
    cut,
    good,
    in_block,
    is_dosed,
    is_kind,
    is_loaded_by_band,
    of_kind,
    with_item,
    with_session,
    without,
)

# alone: no other rule breaks with it; elsewhere the spoiled place breaks more than one.
ITEM_TABLE = [
    ("one side only", lambda *place: place[2].per_side, {"per_side": False}, "C5", False),
    ("seconds that do not follow", in_block("core"), {"seconds": 1}, "C3", True),
    ("a rest that is not the table's", in_block("strength"), {"rest_s": 5}, "C3", True),
    ("a core rest that is not the table's", in_block("core"), {"rest_s": 46}, "C3", True),
    ("a tempo that is none", is_dosed, {"tempo": "slow"}, "C4", False),
    ("another tempo", is_dosed, {"tempo": "1-0-1"}, "C4", False),
    ("too little in reserve", is_dosed, {"rir": 2}, "C4", True),
    ("a target that is none", is_dosed, {"reps": (5, 7)}, "C4", False),
    ("a lowest target that is none", is_dosed, {"reps": (4, 5)}, "C4", True),
    ("a first session of three sets", is_dosed, {"sets": 3}, "C4", False),
    ("a stretch of 60 s", is_kind("stretch"), {"hold_s": 60}, "C4", False),
    ("a stretch done once", is_kind("stretch"), {"sets": 1}, "C4", False),
    ("a band heavier at first", is_loaded_by_band, {"load": Load(band="heavy")}, "B9", False),
]


@pytest.mark.parametrize(
    ("title", "wanted", "changes", "rule", "alone"), ITEM_TABLE, ids=[row[0] for row in ITEM_TABLE]
)
def test_it_names_the_rule_of_a_spoiled_item(title, wanted, changes, rule, alone):
    found = broken(with_item(good(), wanted, **changes))
    assert found == {rule} if alone else rule in found


# alone: no other rule breaks with it; elsewhere the spoiled place breaks more than one.
SESSION_TABLE = [
    ("minutes that do not sum", of_kind("strength"), lambda one: replace(one, minutes=one.minutes - 1), "C3", True),
    ("blocks out of order", of_kind("strength"), lambda one: replace(one, blocks=one.blocks[::-1]), "C3", True),
    ("no cool-down", of_kind("strength"), lambda one: replace(one, blocks=one.blocks[:-1]), "C3", True),
    ("no core", of_kind("strength"), lambda one: without(one, "core"), "C3", False),
    ("a warm-up cut short", of_kind("strength"), lambda one: cut(one, "warm_up", 1), "C3", True),
    ("one loaded move", of_kind("strength"), lambda one: cut(one, "strength", 1), "C3", False),
]


@pytest.mark.parametrize(
    ("title", "wanted", "change", "rule", "alone"), SESSION_TABLE, ids=[row[0] for row in SESSION_TABLE]
)
def test_it_names_the_rule_of_a_spoiled_session(title, wanted, change, rule, alone):
    found = broken(with_session(good(), wanted, change))
    assert found == {rule} if alone else rule in found


def test_it_refuses_a_target_that_rises_too_soon():
    strength = [session.id for session in good().program.sessions if session.kind == "strength"]
    spoiled = with_item(
        good(), lambda one, block, item: one.id == strength[1] and is_dosed(one, block, item), reps=(5, 8)
    )
    assert "D1" in broken(spoiled)
