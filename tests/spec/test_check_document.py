"""Part A and the document: the checker refuses a plan that is not what it says it is."""

from dataclasses import replace

import pytest

from rhomboid.catalogue.load import load_catalogue
from rhomboid.checking.check import check
from rhomboid.prescription.program import Load
from tests.spoiled import (
    DAY,
    broken,
    good,
    in_block,
    is_kind,
    is_loaded_by_band,
    of_kind,
    person,
    with_item,
    with_session,
)

# alone: no other rule breaks with it; elsewhere the spoiled place breaks more than one.
ITEM_TABLE = [
    ("an exercise that is not there", in_block("strength"), {"exercise": "no-such-thing"}, "shape", False),
    ("no reason", in_block("core"), {"why": ()}, "shape", True),
    ("no sets", in_block("core"), {"sets": 0}, "shape", False),
    ("a weight where a band is asked", is_loaded_by_band, {"load": Load(kg=5.0)}, "shape", False),
    ("a band the person has not", is_loaded_by_band, {"load": Load(band="extra_heavy")}, "shape", False),
    ("no load on a band move", is_loaded_by_band, {"load": None}, "shape", False),
    ("a stretch with a weight", is_kind("stretch"), {"load": Load(kg=1.0)}, "shape", True),
    ("a stretch in minutes", is_kind("stretch"), {"hold_s": None, "minutes": 1.0}, "shape", False),
    ("a tempo of something held", is_kind("stretch"), {"tempo": "2-1-3"}, "shape", True),
    ("a reserve in a stretch", is_kind("stretch"), {"rir": 2}, "shape", True),
    ("a walk in two sets", in_block("aerobic"), {"sets": 2}, "shape", True),
]


@pytest.mark.parametrize(
    ("title", "wanted", "changes", "rule", "alone"), ITEM_TABLE, ids=[row[0] for row in ITEM_TABLE]
)
def test_it_names_an_item_that_does_not_say_what_it_must(title, wanted, changes, rule, alone):
    found = broken(with_item(good(), wanted, **changes))
    assert found == {rule} if alone else rule in found


# alone: no other rule breaks with it; elsewhere the spoiled place breaks more than one.
SESSION_TABLE = [
    ("a session in another week", of_kind("walk"), lambda one: replace(one, date=one.date + 7 * DAY), "shape", True),
    ("a session with no block", of_kind("walk"), lambda one: replace(one, blocks=()), "shape", False),
    ("a strength session with no block", of_kind("strength"), lambda one: replace(one, blocks=()), "shape", False),
    ("a block twice", of_kind("walk"), lambda one: replace(one, blocks=one.blocks * 2), "shape", False),
]


@pytest.mark.parametrize(
    ("title", "wanted", "change", "rule", "alone"), SESSION_TABLE, ids=[row[0] for row in SESSION_TABLE]
)
def test_it_names_a_session_that_is_not_one(title, wanted, change, rule, alone):
    found = broken(with_session(good(), wanted, change))
    assert found == {rule} if alone else rule in found


def test_it_finds_nothing_wrong_with_a_good_plan():
    assert check(person(), load_catalogue(), good()) == ()


def test_it_refuses_a_program_for_someone_the_screen_stops():
    assert "A1" in broken(good(), person("chest-pain"))


def test_it_refuses_a_triage_that_is_not_what_the_answers_give():
    assert broken(replace(good(), triage={**good().triage, "level": "proceed"})) == {"A1"}


def test_it_refuses_an_infeasible_plan_that_names_nothing():
    bare = replace(good(), status="infeasible", program=None, conflict=())
    assert broken(bare) == {"shape"}


def test_it_refuses_a_plan_of_other_content():
    versions = replace(good().versions, catalogue="another")
    assert broken(replace(good(), versions=versions)) == {"shape"}


def test_it_refuses_a_proof_that_does_not_add_up():
    proof = replace(good().proof, gap=good().proof.gap + 0.5)
    assert broken(replace(good(), proof=proof)) == {"shape"}
