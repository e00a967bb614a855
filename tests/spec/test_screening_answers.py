"""Parts 1 and 2 of the screening rules: what may be answered, and what a missing answer means."""

import pytest

from rhomboid.lib.errors import UserError
from rhomboid.screening.facts import load_facts, parse_answers
from rhomboid.screening.rules import facts_assumed_yes, required_facts
from tests.screening_oracle import NOT_REQUIRED
from tests.screening_people import WELL, person, rules_hit, screened

ASSUMED = ("beta_blocker", "stable_arm_tingling", "herniated_disc", "arthritis", "low_back_history")


def test_it_requires_every_fact_but_these():
    facts = [fact.id for fact in load_facts()]
    assert [fact for fact in facts if fact not in required_facts()] == [fact for fact in facts if fact in NOT_REQUIRED]


@pytest.mark.parametrize("fact", required_facts())
def test_it_is_incomplete_without_a_required_answer_and_asks_for_it(fact):
    triage = screened(**{fact: None})
    assert (triage.level, triage.missing) == ("incomplete", (fact,))
    assert not triage.may_train


@pytest.mark.parametrize("fact", ASSUMED)
def test_it_goes_ahead_with_care_where_only_a_modify_rule_asks(fact):
    triage = screened(**{fact: None})
    assert (triage.level, triage.missing, rules_hit(triage)) == ("modify", (fact,), {fact})
    assert triage.hits[0].facts == ((fact, "unknown"),)
    assert triage.restrictions == screened(**{fact: "yes"}).restrictions


def test_it_assumes_a_yes_for_these_five_alone():
    assert set(facts_assumed_yes()) == set(ASSUMED)


@pytest.mark.parametrize("fact", ["scoliosis", "sex", "quality", "pattern", "systolic_mmhg", "diastolic_mmhg"])
def test_it_does_not_miss_what_no_stopping_rule_needs(fact):
    assert (screened(**{fact: None}).level, screened(**{fact: None}).missing) == ("proceed", ())


def test_it_decides_an_emergency_though_answers_are_missing():
    triage = screened(saddle_numbness="yes", cancer_history=None, age=None)
    assert triage.level == "emergency"
    assert triage.missing == ("age", "cancer_history")


def test_it_lists_the_hits_it_found_beside_what_is_missing():
    triage = screened(cancer_history="yes", age=None)
    assert (triage.level, rules_hit(triage)) == ("incomplete", {"cancer_history"})


def test_it_says_in_a_hit_which_figure_was_not_given():
    triage = screened(vision_change="yes", age=None)
    (hit,) = [hit for hit in triage.hits if hit.rule.id == "sight_change_over_50"]
    assert hit.facts == (("age", "unknown"), ("vision_change", "yes"))


def test_it_reads_one_pressure_figure_alone():
    assert screened(diastolic_mmhg=110).level == "same_day"
    assert screened(systolic_mmhg=180).level == "same_day"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"age": -1}, "person.age: -1 is not allowed; allowed: a whole number from 0 to 120"),
        ({"age": 121}, "person.age: 121 is not allowed"),
        ({"age": 40.5}, "person.age: 40.5 is not allowed"),
        ({"age": True}, "person.age: True is not allowed"),
        ({"age": "forty"}, "person.age: 'forty' is not allowed"),
        ({"height_cm": 99}, "person.height_cm: 99 is not allowed; allowed: a number from 100 to 250"),
        ({"mass_kg": float("nan")}, "person.mass_kg: nan is not allowed"),
        ({"duration_weeks": float("inf")}, "pain.duration_weeks: inf is not allowed"),
        ({"duration_weeks": -1}, "pain.duration_weeks: -1 is not allowed"),
        ({"worst_24h": 11}, "pain.worst_24h: 11 is not allowed; allowed: a whole number from 0 to 10"),
        ({"onset_age": 41}, "pain.onset_age: 41 is not allowed; allowed: at most the age, 40"),
        ({"sites": "neck"}, "pain.sites: 'neck' is not allowed; allowed: a list of interscapular"),
        ({"sites": ["elbow"]}, r"pain.sites: \['elbow'\] is not allowed"),
        ({"sites": [["neck"]]}, r"pain.sites: \[\['neck'\]\] is not allowed"),
        ({"pattern": "sometimes"}, "pain.pattern: 'sometimes' is not allowed; allowed: one of constant, intermittent"),
        ({"chest_pain": True}, "heart_and_lungs.chest_pain: True is not allowed; allowed: one of yes, no, unsure"),
        ({"chest_pain": "unknown"}, "heart_and_lungs.chest_pain: 'unknown' is not allowed"),
        ({"chest_pian": "no"}, "chest_pian: 'no' is not allowed; allowed: a fact"),
        ({"systolic_mmhg": 49}, "heart_and_lungs.systolic_mmhg: 49 is not allowed; allowed: a whole number from 50 to 300"),
        ({"systolic_mmhg": 301}, "heart_and_lungs.systolic_mmhg: 301 is not allowed"),
        ({"diastolic_mmhg": 19}, "heart_and_lungs.diastolic_mmhg: 19 is not allowed; allowed: a whole number from 20 to 200"),
        ({"diastolic_mmhg": 201}, "heart_and_lungs.diastolic_mmhg: 201 is not allowed"),
        ({"systolic_mmhg": 80, "diastolic_mmhg": 80}, "heart_and_lungs.diastolic_mmhg: 80 is not allowed; allowed: below the systolic figure, 80"),
    ],
)  # fmt: skip
def test_it_refuses_an_answer_that_cannot_be_in_one_line(change, said):
    with pytest.raises(UserError, match="p.toml: " + said) as error:
        parse_answers("p.toml", {**WELL, **change})
    assert "\n" not in str(error.value)


def test_it_takes_later_answers_over_earlier_ones():
    assert person().updated({"fainting": "yes"}) == person(fainting="yes")


def test_it_refuses_a_later_answer_that_does_not_fit_the_earlier_ones():
    with pytest.raises(UserError, match=r"log line 3: pain\.onset_age: 41 is not allowed"):
        person().updated({"onset_age": 41}, "log line 3")


def test_it_keeps_answers_in_one_order():
    assert person(sites=["neck", "chest"]) == parse_answers(
        "x", {**dict(reversed(WELL.items())), "sites": ["chest", "neck", "neck"]}
    )
