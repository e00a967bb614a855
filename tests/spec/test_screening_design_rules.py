"""Rules A1 to A7 of the decided rules, one by one."""

import pytest

from rhomboid.catalogue.rulebook import rule
from rhomboid.screening.expressions import AnyOf, Yes
from rhomboid.screening.rules import load_rules
from rhomboid.screening.triage_json import triage_to_json
from tests.screening_people import cleared, rules_hit, screened

LIFE_AND_CORD = (
    "chest_pain", "cardiac_symptoms_last_day", "sudden_tearing_pain", "pleuritic_breathlessness", "saddle_numbness",
    "bladder_bowel_change", "bilateral_leg_symptoms", "brainstem_symptoms", "sudden_severe_neck_or_head_pain",
)  # fmt: skip


@pytest.mark.parametrize("name", ["A1", "A2", "A3", "A4", "A5", "A6", "A7"])
def test_it_says_why_in_plain_words(name):
    assert rule(name).reason
    assert rule(name).source


def test_a1_it_reads_all_rules_and_shows_each_hit_with_its_facts_and_source():
    document = triage_to_json(screened(cancer_history="yes", anticoagulants="unsure"))
    assert document["level"] == "same_day"
    assert [(hit["rule"], hit["version"], hit["facts"]) for hit in document["hits"]] == [
        ("cancer_history", 1, {"cancer_history": "yes"}),
        ("anticoagulants", 1, {"anticoagulants": "unsure"}),
    ]
    assert all(hit["text"] and hit["source"] for hit in document["hits"])


@pytest.mark.parametrize("answer", ["yes", "unsure"])
def test_a2_one_sign_of_danger_to_life_or_cord_is_enough(answer):
    assert {screened(**{fact: answer}).level for fact in LIFE_AND_CORD} == {"emergency"}


def test_a2_fracture_cancer_and_infection_go_by_clusters_but_any_cancer_history_is_same_day():
    for alone in ("sudden_after_minor_strain", "progressive_pain", "infection_risk"):
        assert screened(**{alone: "yes"}).level == "proceed"
    assert screened(sudden_after_minor_strain="yes", osteoporosis="yes").level == "see_clinician"
    assert screened(infection_risk="yes", progressive_pain="yes").level == "same_day"
    assert screened(cancer_history="yes").level == "same_day"


def test_a3_a_missing_answer_means_no_plan_and_is_asked_for_but_an_emergency_decides():
    assert screened(fever_or_sweats=None).level == "incomplete"
    assert screened(fever_or_sweats=None).missing == ("fever_or_sweats",)
    assert screened(fever_or_sweats=None, chest_pain="yes").level == "emergency"


@pytest.mark.parametrize("lock", rule("A4").numbers["locks"])
def test_a4_each_lock_stands_until_it_is_cleared_by_name(lock):
    assert not screened(**{lock: "yes"}).may_train
    assert screened(cleared(lock), **{lock: "yes"}).may_train
    assert not screened(cleared("fainting"), **{lock: "yes"}).may_train
    # Each reads its own fact and nothing else that could open it.
    assert load_rules()[lock].condition in (Yes(lock), AnyOf((Yes(lock),)))


def test_a5_comfort_only_after_a_clear_screen_and_the_safety_net_on_every_result():
    for told in ({}, {"chest_pain": "yes"}, {"fainting": "yes"}, {"age": None}):
        advice = {one.id for one in screened(**told).advice}
        assert "safety_net" in advice
        assert ("reassurance" in advice) == (told == {})


def test_a6_the_screen_comes_back_every_28_days():
    assert rule("A6").numbers["rescreen_every_days"] == 28


def test_a7_restrictions_are_ids_that_every_room_can_ask_about():
    triage = screened(anticoagulants="yes", low_back_history="yes")
    assert triage.restrictions == ("no_pressure", "low_back_care")
    assert rules_hit(triage) == {"anticoagulants", "low_back_history"}
