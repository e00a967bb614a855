"""What studies measured is told as a class with its source; practices lead to the moves they are made of."""

from dataclasses import replace

import pytest

from rhomboid.catalogue.catalogue_json import exercise_to_json
from rhomboid.catalogue.crosscheck import check_together
from rhomboid.catalogue.load import load_catalogue
from rhomboid.catalogue.parse import parse_exercise
from rhomboid.catalogue.reader import read_table
from rhomboid.catalogue.sources import load_sources
from rhomboid.catalogue.vocabulary import ACTIVATION_CLASSES, MUSCLES
from rhomboid.lib.errors import UserError

CATALOGUE = load_catalogue()
MEASURED = tuple(exercise for exercise in CATALOGUE.exercises if exercise.activation)
# By hand from the published figures: a second opinion on the files.
PUBLISHED = {
    ("prone-y", "middle_trapezius", "ekstrom-2003"): 101,
    ("prone-t", "middle_trapezius", "ekstrom-2003"): 87,
    ("shrug", "middle_trapezius", "ekstrom-2003"): 53,
    ("shrug", "upper_trapezius", "andersen-2008-emg"): 102,
    ("lateral-raise-dumbbell", "upper_trapezius", "andersen-2008-emg"): 97,
    ("prone-y", "lower_trapezius", "borms-2022"): 45,
    ("suspension-row", "lower_trapezius", "edelburg-2017"): 35,
    ("suspension-row", "latissimus_dorsi", "edelburg-2017"): 45,
    ("seated-cable-row", "lower_trapezius", "edelburg-2017"): 42,
    ("bent-over-dumbbell-row", "erector_spinae", "edelburg-2017"): 62,
    ("chest-supported-row", "middle_trapezius", "ekstrom-2003"): 79,
    ("chest-supported-row", "serratus_anterior", "ekstrom-2003"): 14,
    ("lateral-raise-band", "upper_trapezius", "ekstrom-2003"): 72,
    ("lateral-raise-dumbbell", "middle_trapezius", "ekstrom-2003"): 47,
}
PRACTICES = (
    "yoga-practice", "pilates-practice", "somatic-back-exercises", "desk-break", "dynamic-stretch-warmup",
    "light-cardio-warmup", "low-intensity-cardio", "high-intensity-aerobics",
)  # fmt: skip


def changed(**fields):
    table = dict(read_table("exercises/shrug.toml"))
    table.update(fields)
    return table


@pytest.mark.parametrize(("measured", "percent"), PUBLISHED.items(), ids=map(" ".join, PUBLISHED))
def test_it_puts_a_published_figure_in_its_class(measured, percent):
    name, muscle, source = measured
    told = [one.level for one in CATALOGUE[name].activation if (one.muscle, one.source) == (muscle, source)]
    assert told == [ACTIVATION_CLASSES[(percent >= 20) + (percent >= 40) + (percent > 60)]]


def test_it_names_a_known_muscle_a_titled_source_and_a_class_for_every_measure():
    assert len(MEASURED) >= 15
    sources = load_sources()
    for exercise in MEASURED:
        for one in exercise.activation:
            assert one.muscle in MUSCLES
            assert one.level in ACTIVATION_CLASSES
            assert sources[one.source].title
            assert one.source != "ours", exercise.id
            assert one.source in exercise.sources, exercise.id


def test_it_tells_each_muscle_once_for_each_study():
    for exercise in MEASURED:
        told = [(one.muscle, one.source) for one in exercise.activation]
        assert len(set(told)) == len(told), exercise.id


def test_it_shows_the_class_beside_the_contract():
    shown = exercise_to_json(CATALOGUE["lateral-raise-dumbbell"])
    assert {
        "muscle": "upper_trapezius", "class": "very_high", "source": "andersen-2008-emg", "confidence": "high",
    } in shown["activation"]  # fmt: skip
    assert exercise_to_json(CATALOGUE["chin-tuck"])["activation"] == []


@pytest.mark.parametrize(("field", "value"), [("muscle", "heart"), ("class", ""), ("class", "some"), ("source", "")])
def test_it_refuses_an_unknown_muscle_and_a_blank_class(field, value):
    row = {"muscle": "upper_trapezius", "class": "high", "source": "ekstrom-2003", "confidence": "low", field: value}
    with pytest.raises(UserError, match=rf"activation\[1\].{field}"):
        parse_exercise("here", changed(activation=[row]))


@pytest.mark.parametrize("name", PRACTICES)
def test_it_leads_from_a_practice_to_moves_that_can_be_given(name):
    practice = CATALOGUE[name]
    assert len(practice.leads_to) >= 3
    for other in practice.leads_to:
        assert CATALOGUE[other].tier in ("entry", "standard", "advanced")
        assert not CATALOGUE[other].leads_to, other
    assert exercise_to_json(practice)["leads_to"] == list(practice.leads_to)


def test_it_refuses_a_practice_that_leads_nowhere():
    broken = [
        replace(one, leads_to=("nothing-such",)) if one.id == "desk-break" else one for one in CATALOGUE.exercises
    ]
    with pytest.raises(UserError, match="leads_to"):
        check_together(tuple(broken))
