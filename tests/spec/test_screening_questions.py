"""The intake's questions: each fact once, in plain words, drawing the lines of part 8."""

import re
from collections import Counter

import pytest

from rhomboid.screening.advice import load_advice
from rhomboid.screening.facts import load_facts, parse_answers
from rhomboid.screening.questions import fill_unasked, load_pages, question_for
from rhomboid.screening.restriction_table import load_restrictions
from rhomboid.screening.rules import load_rules

QUESTIONS = [question for page in load_pages() for question in page.questions]
WORDS = re.compile(r"[A-Za-z'-]+")
# Names of illnesses and medicines that a person must recognise as they were told them.
NAMES = {
    "antibiotics", "apixaban", "centimetres", "ehlers-danlos", "emergency", "ibuprofen", "inflammation", "operation",
    "operations", "osteoarthritis", "osteoporosis", "prednisolone", "professional", "relatives", "rivaroxaban",
    "spondyloarthritis", "tuberculosis",
}  # fmt: skip


def sentences(text: str) -> list[list[str]]:
    return [words for part in re.split(r"[.?!:]\s*", text) if (words := WORDS.findall(part))]


def syllables(word: str) -> int:
    return max(1, len(re.findall(r"[aeiouy]+", re.sub(r"e$", "", word.lower()))))


def test_it_asks_every_fact_exactly_once():
    asked = Counter(question.fact.id for question in QUESTIONS)
    assert asked == Counter(fact.id for fact in load_facts())


def test_it_asks_safety_before_figures_and_places():
    kinds = [page.kind for page in load_pages()]
    assert kinds == sorted(kinds, key=("ticks", "form").index)
    assert 10 <= len(kinds) <= 14


def test_it_ticks_yes_or_no_and_writes_everything_else():
    for page in load_pages():
        assert {question.fact.kind == "yesno" for question in page.questions} == {page.kind == "ticks"}
        assert len(page.questions) <= 12


def test_it_begins_with_what_may_be_an_emergency():
    first = {question.fact.id for question in load_pages()[0].questions}
    assert {"chest_pain", "cardiac_symptoms_last_day", "sudden_tearing_pain"} <= first


def test_it_asks_in_short_plain_sentences():
    for question in QUESTIONS:
        assert question.text
        assert question.help
        for words in sentences(question.text) + sentences(question.help):
            assert len(words) <= 25, question.fact.id
            hard = [word for word in words if syllables(word) > 3 and word.lower() not in NAMES]
            assert hard == [], question.fact.id


def texts() -> list[str]:
    asked = [f"{question.text}. {question.help}" for question in QUESTIONS]
    told = [rule.text for rule in load_rules().values()] + [advice.text for advice in load_advice()]
    return asked + told + [restriction.text for restriction in load_restrictions().values()]


def test_it_reads_like_a_text_for_children_of_about_eleven():
    found = [words for text in texts() for words in sentences(text)]
    words = [word for sentence in found for word in sentence]
    grade = 0.39 * len(words) / len(found) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59
    assert grade < 7


@pytest.mark.parametrize(
    ("fact", "draws"),
    [
        ("exertional_pain", ["within minutes", "lifting, reaching", "does not count"]),
        ("cardiac_symptoms_last_day", ["any doubt"]),
        ("chest_pain", ["muscle"]),
        ("fainting", ["12 months", "years ago does not count"]),
        ("heart_lung_kidney_disease", ["heart disease ever", "Mild asthma", "harm"]),
        ("aneurysm_or_connective_tissue", ["Marfan", "Loeys-Dietz", "vascular Ehlers-Danlos", "bend far"]),
        ("cancer_history", ["any time", "basal-cell"]),
        ("fever_or_sweats", ["chills", "menopause"]),
        ("infection_risk", ["12 weeks", "antibiotics or hospital", "dialysis", "A cold does not count"]),
        ("bladder_bowel_change", ["New", "start, hold or feel", "diet"]),
        ("saddle_numbness", ["New", "sex"]),
        ("tingling_both_hands_or_feet", ["through the day", "slept on"]),
        ("leg_weakness", ["heavy", "growing", "sport"]),
        ("gait_disturbance", ["New or growing", "old limp"]),
        ("clumsy_hands", ["new or growing", "slept on"]),
        ("brainstem_symptoms", ["New with this pain", "one side", "side of the face or body", "Travel sickness"]),
        ("vision_change", ["suddenly lost, blurred or double", "Glasses"]),
        ("hand_weakness_droopy_lid", ["New", "pupil"]),
        ("recent_neck_trauma", ["6 weeks"]),
        ("sudden_after_minor_strain", ["spine itself", "One moment", "day after"]),
        ("major_trauma", ["began with", "However long ago", "healed"]),
        ("height_loss", ["4 cm", "newly become round"]),
        ("relative_with_spondyloarthritis", ["parent, brother, sister or child"]),
    ],
)  # fmt: skip
def test_it_draws_the_lines_of_what_a_yes_means(fact, draws):
    question = question_for(fact)
    said = f"{question.text} {question.help}".lower().replace("a weak or drooping side", "one side, a side")
    for words in draws:
        assert words.lower() in said


@pytest.mark.parametrize(
    ("told", "filled"),
    [
        ({}, {}),
        ({"age": 39}, {"new_headache_over_50", "smoker_40_plus"}),
        ({"age": 40}, {"new_headache_over_50"}),
        ({"age": 50}, set()),
        ({"exertional_pain": "no"}, {"exertional_pain_worsening"}),
        ({"exertional_pain": "unsure"}, set()),
        ({"exertional_pain": "yes"}, set()),
    ],
)
def test_it_fills_in_a_no_only_where_the_question_cannot_apply(told, filled):
    answers = parse_answers("test", told)
    new = {fact for fact, _ in fill_unasked(answers).items if answers.get(fact) is None}
    assert new == set(filled)
    assert all(fill_unasked(answers).get(fact) == "no" for fact in new)


def test_it_never_overwrites_what_was_answered():
    told = parse_answers("test", {"age": 30, "smoker_40_plus": "unsure"})
    assert fill_unasked(told).get("smoker_40_plus") == "unsure"


def test_it_names_every_choice():
    for question in QUESTIONS:
        if question.fact.kind in ("choice", "set"):
            assert {value for value, _ in question.labels} == set(question.fact.values)
