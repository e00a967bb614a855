"""What people read about an exercise is whole, sourced and plain."""

import re

import pytest

from rhomboid.catalogue.exercise import Exercise
from rhomboid.catalogue.load import load_catalogue
from rhomboid.catalogue.sources import load_sources
from tests.reading_grade import HIGHEST_GRADE, grade, syllables

EXERCISES = load_catalogue().exercises


def sentences(exercise: Exercise) -> list[str]:
    texts = [exercise.summary, *exercise.steps, *exercise.cues]
    texts += [part for fault in exercise.faults for part in (fault.fault, fault.fix)]
    return [part for text in texts for part in re.split(r"[.;:!?]\s*", text) if part.strip()]


@pytest.mark.parametrize(
    ("word", "count"), [("back", 1), ("elbow", 2), ("exercise", 3), ("every", 3), ("kettlebell", 3), ("ten-second", 3)]
)
def test_it_counts_syllables(word, count):
    assert syllables(word) == count


def test_it_grades_long_words_as_harder():
    assert grade(["Approximate the scapulae bilaterally against progressive resistance"]) > 12
    assert grade(["Pull your hands to your ribs"]) < 3


@pytest.mark.parametrize("exercise", EXERCISES, ids=[exercise.id for exercise in EXERCISES])
def test_it_reads_easily(exercise):
    assert grade(sentences(exercise)) <= HIGHEST_GRADE


def test_it_knows_every_source_it_names():
    known = load_sources()
    for exercise in EXERCISES:
        named = {*exercise.sources, exercise.dose.source, *(caution.source for caution in exercise.cautions)}
        assert named <= set(known), exercise.id


def test_it_claims_no_review_by_a_clinician():
    assert {exercise.review_status for exercise in EXERCISES} == {"not clinician-reviewed"}


def test_it_says_how_to_breathe_in_every_exercise():
    for exercise in EXERCISES:
        assert re.search(r"breath|blow|\bin\b.*\bout\b", exercise.breathing, re.IGNORECASE), exercise.id


def test_it_tells_when_sides_change():
    for exercise in EXERCISES:
        if exercise.unilateral and exercise.tier != "never":
            told = " ".join(exercise.steps).lower()
            assert re.search(r"side|other|leg|foot|arm", told), exercise.id


def test_it_has_a_caution_on_every_exercise():
    for exercise in EXERCISES:
        assert exercise.cautions, exercise.id


def test_it_gives_no_two_exercises_one_name():
    names = [exercise.name.lower() for exercise in EXERCISES]
    assert len(set(names)) == len(names)
