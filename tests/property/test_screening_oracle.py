"""The screen against a second reading of the rules, and what must hold for everybody."""

import random
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rhomboid.lib.canonical import to_json
from rhomboid.screening.clearance import CLINICIANS, ROLES, Clearance
from rhomboid.screening.expressions import facts_read
from rhomboid.screening.facts import load_facts, parse_answers
from rhomboid.screening.hits import Standing, hit_of
from rhomboid.screening.reports import Report
from rhomboid.screening.rules import load_rules
from rhomboid.screening.triage import LEVELS, emergencies_so_far, screen
from rhomboid.screening.triage_json import triage_to_json
from tests.screening_oracle import BOOK, NOT_REQUIRED, Told, level_of, true_rules
from tests.screening_people import START, WELL

FACTS = [fact.id for fact in load_facts()]
YESNO = [fact.id for fact in load_facts() if fact.kind == "yesno"]
SETS: dict[str, list[str]] = {
    "sites": ["interscapular", "neck", "low_back", "chest"],
    "suspected_cause": ["posture", "trauma", "unknown", "disc"],
}
EDGES: dict[str, list[float]] = {
    "age": [16, 17, 18, 34, 35, 49, 50, 64, 65, 80],
    "onset_age": [12, 34, 35, 44, 45, 49, 50],
    "duration_weeks": [0.5, 5.9, 6, 11.9, 12, 40],
    "worst_24h": [0, 6, 7, 10],
    "at_rest_now": [0, 6, 7, 8],
    "average_24h": [0, 7, 8],
    "systolic_mmhg": [120, 139, 140, 159, 160, 179, 180, 210],
    "diastolic_mmhg": [70, 89, 90, 99, 100, 109, 110, 119],
}


@st.composite
def people(draw: st.DrawFn, *, complete: bool = False) -> dict[str, Any]:
    """Return answers of someone whom one rule may well hit: its facts drawn freely, a few others too."""
    told = dict(WELL)
    focus = draw(st.sampled_from(list(load_rules())))
    others = draw(st.lists(st.sampled_from(FACTS), max_size=5))
    for fact in [*facts_read(load_rules()[focus].condition), *others]:
        if fact in EDGES:
            told[fact] = draw(st.sampled_from(EDGES[fact]))
        elif fact in SETS:
            told[fact] = draw(st.lists(st.sampled_from(SETS[fact]), unique=True))
        elif fact in YESNO:
            told[fact] = draw(st.sampled_from(["no", "yes", "unsure"]))
    if not complete:
        for fact in draw(st.lists(st.sampled_from(FACTS), max_size=3)):
            told.pop(fact, None)
    if "age" in told and "onset_age" in told:
        told["onset_age"] = min(told["onset_age"], told["age"])
    return told


clearances = st.lists(
    st.builds(
        Clearance,
        by=st.just("Dr A. Example"),
        role=st.sampled_from(ROLES),
        date=st.sampled_from([START - timedelta(days=9), START, START + timedelta(days=1)]),
        scope=st.lists(st.sampled_from(list(load_rules())), max_size=40, unique=True).map(tuple),
    ),
    max_size=3,
)


def answer_at_random(fact: str, chance: random.Random) -> Any:
    """Return an answer near the limits rules ask for; None for one that was not given."""
    if chance.random() < 0.1:
        return None
    if fact in EDGES:
        return chance.choice(EDGES[fact])
    if fact in SETS:
        return chance.sample(SETS[fact], chance.randrange(3))
    return chance.choices(["no", "yes", "unsure"], [6, 3, 1])[0]


@pytest.mark.parametrize("rule", load_rules().values(), ids=lambda rule: rule.id)
def test_it_reads_each_condition_as_the_second_reading_does(rule):
    chance = random.Random(rule.id)
    condition = BOOK[rule.level][rule.id]
    facts = facts_read(rule.condition)
    for _ in range(300):
        told = {fact: value for fact in facts if (value := answer_at_random(fact, chance)) is not None}
        if "age" in told and "onset_age" in told:
            told["onset_age"] = min(told["onset_age"], told["age"])
        if "systolic_mmhg" in told and told.get("diastolic_mmhg", 0) >= told["systolic_mmhg"]:
            del told["diastolic_mmhg"]
        intake = Report(START, parse_answers("test", told))
        hit = hit_of(rule, [Standing(intake, intake.answers)], (), START)
        assert (hit is not None) == bool(condition(Told(told, rule.level)))


def rank(level: str) -> int:
    return LEVELS.index(level)


@settings(max_examples=150, deadline=None)
@given(people())
def test_it_agrees_with_the_second_reading(told):
    triage = screen(parse_answers("test", told), (), START)
    assert {hit.rule.id: hit.level for hit in triage.hits} == true_rules(told)
    assert triage.level == level_of(told, FACTS)


@settings(max_examples=150, deadline=None)
@given(people(), st.sampled_from(YESNO), st.sampled_from(["yes", "unsure"]), clearances)
def test_it_never_gets_less_cautious_by_one_more_yes(told, fact, answer, lifted):
    less = screen(parse_answers("test", {**told, fact: "no"}), lifted, START)
    more = screen(parse_answers("test", {**told, fact: answer}), lifted, START)
    assert rank(more.level) <= rank(less.level)
    assert {hit.rule.id for hit in less.hits} <= {hit.rule.id for hit in more.hits}
    assert set(less.restrictions) <= set(more.restrictions)


@settings(max_examples=200, deadline=None)
@given(people(complete=True), clearances)
def test_it_lets_nobody_train_with_a_stop_that_nobody_lifted(told, lifted):
    triage = screen(parse_answers("test", told), lifted, START)
    for rule, level in true_rules(told).items():
        row = load_rules()[rule]
        may = {"physician": ("physician",), "clinician": CLINICIANS}.get(row.cleared_by, ())
        open_still = level != "modify" and not any(
            rule in one.scope and one.role in may and one.date <= START for one in lifted
        )
        (hit,) = [hit for hit in triage.hits if hit.rule.id == rule]
        assert hit.level == (level if open_still else "modify")
        assert not (open_still and triage.may_train)


@settings(max_examples=100, deadline=None)
@given(people())
def test_it_lets_nobody_train_while_a_required_answer_is_missing(told):
    triage = screen(parse_answers("test", told), (), START)
    if any(fact not in NOT_REQUIRED and fact not in told for fact in FACTS) and "chest" not in told.get("sites", ()):
        assert triage.level in ("incomplete", "emergency")
        assert not triage.may_train


@settings(max_examples=100, deadline=None)
@given(people(), st.lists(st.sampled_from(FACTS), max_size=30))
def test_it_interrupts_an_unfinished_intake_only_where_the_finished_one_is_an_emergency(told, not_yet):
    so_far = {fact: value for fact, value in told.items() if fact not in not_yet}
    early = {hit.rule.id for hit in emergencies_so_far(parse_answers("test", so_far))}
    assert early <= set(true_rules(told))


@settings(max_examples=60, deadline=None)
@given(people(), clearances)
def test_it_gives_the_same_bytes_whatever_the_order_of_answers(told, lifted):
    forth = screen(parse_answers("test", told), lifted, START)
    back = screen(parse_answers("test", dict(reversed(told.items()))), lifted, START)
    assert to_json(triage_to_json(forth)) == to_json(triage_to_json(back))


def test_the_second_reading_knows_every_rule_at_its_level():
    assert [(rule, level) for level, book in BOOK.items() for rule in book] == [
        (rule.id, rule.level) for rule in load_rules().values()
    ]
