"""Everything a person reads is plain: a Flesch-Kincaid grade of at most 7, file by file and kind by kind."""

import re

import pytest

from rhomboid.catalogue.learn import load_calm, load_evidence, load_helpers
from rhomboid.catalogue.ledger import load_contradictions, load_requirements
from rhomboid.catalogue.load import load_catalogue
from rhomboid.catalogue.rulebook import load_rulebook
from rhomboid.catalogue.sources import load_sources
from rhomboid.screening.advice import load_advice
from rhomboid.screening.questions import load_pages
from rhomboid.screening.restriction_table import load_restrictions
from rhomboid.screening.rules import load_rules
from tests.reading_grade import HIGHEST_GRADE, grade
from tests.spec.test_catalogue_words import sentences

EXERCISES = load_catalogue().exercises
# A short text jumps with a single long word; one that is told alone gets a little more room.
HIGHEST_ALONE = 9.0


def parts(*texts: str) -> list[str]:
    return [part for text in texts for part in re.split(r"[.;:!?]\s*", text) if part.strip()]


def every_word_of(exercise):
    cautions = [caution.text for caution in exercise.cautions]
    return sentences(exercise) + parts(exercise.breathing, exercise.lock_reason, exercise.dose.note, *cautions)


QUESTIONS = [question for page in load_pages() for question in page.questions]
SHELVES = {
    "questions": [text for question in QUESTIONS for text in (question.text, question.help)],
    "screening rules": [text for one in load_rules().values() for text in (one.title, one.text)],
    "restrictions": [one.text for one in load_restrictions().values()],
    "advice": [one.text for one in load_advice()],
    "contradictions": [
        text
        for one in load_contradictions().values()
        for text in (one.title, one.why, one.decision, *(side.says for side in one.sides))
    ],
    "requirements": [text for one in load_requirements().values() for text in (one.text, one.missing)],
    "reasons of rules": [text for one in load_rulebook().values() for text in (one.title, one.reason)],
    "notes on sources": [one.note for one in load_sources().values()],
    "what the studies say": [
        text for one in load_evidence() for text in (one.question, one.people, one.found, *one.limits)
    ],
    "who else can help and calm": [
        *(text for one in load_helpers() for text in (one.does, one.when, one.not_for)),
        *(one.text for one in load_calm()),
    ],
    "notes on doses": [exercise.dose.note for exercise in EXERCISES],
}


@pytest.mark.parametrize("exercise", EXERCISES, ids=[exercise.id for exercise in EXERCISES])
def test_it_keeps_all_words_of_an_exercise_plain(exercise):
    assert grade(every_word_of(exercise)) <= HIGHEST_GRADE


@pytest.mark.parametrize("shelf", SHELVES)
def test_it_keeps_every_kind_of_text_plain(shelf):
    assert len(SHELVES[shelf]) >= 10
    assert grade(parts(*SHELVES[shelf])) <= HIGHEST_GRADE


def test_it_keeps_each_reason_of_a_rule_plain_on_its_own():
    hard = {one.id: round(grade(parts(one.reason)), 1) for one in load_rulebook().values()}
    assert {name: told for name, told in hard.items() if told > HIGHEST_ALONE} == {}


def test_it_keeps_each_decision_plain_on_its_own():
    hard = {one.id: round(grade(parts(one.decision)), 1) for one in load_contradictions().values()}
    assert {name: told for name, told in hard.items() if told > HIGHEST_ALONE} == {}


def test_it_keeps_each_note_on_a_dose_plain_on_its_own():
    for exercise in EXERCISES:
        assert grade(parts(exercise.dose.note)) <= HIGHEST_GRADE, exercise.id
