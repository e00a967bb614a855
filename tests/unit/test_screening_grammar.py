"""The language of conditions: what it reads, and that it says what it cannot read."""

import pytest

from rhomboid.lib.errors import UserError
from rhomboid.screening.expressions import AllOf, AnyOf, AtLeast, Compare, Contains, Yes, facts_read
from rhomboid.screening.facts import facts_by_id
from rhomboid.screening.grammar import Count, Term, parse_condition, parse_term

TERMS: dict[str, Term] = {
    "TWO": Count((Yes("fainting"), Yes("vision_change"))),
    "YOUNG": Compare("age", "<", 18),
}


def read(text: str):
    return parse_condition(text, facts_by_id(), TERMS)


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("fainting", Yes("fainting")),
        ("age >= 50", Compare("age", ">=", 50)),
        ("duration_weeks < 11.5", Compare("duration_weeks", "<", 11.5)),
        ('"chest" in sites', Contains("sites", "chest")),
        ("YOUNG", Compare("age", "<", 18)),
        ("fainting and YOUNG", AllOf((Yes("fainting"), Compare("age", "<", 18)))),
        ("count(fainting, age < 18) >= 2", AtLeast((Yes("fainting"), Compare("age", "<", 18)), 2)),
        ("TWO >= 1", AtLeast((Yes("fainting"), Yes("vision_change")), 1)),
        ("TWO + count(pregnant) >= 2", AtLeast((Yes("fainting"), Yes("vision_change"), Yes("pregnant")), 2)),
        ("fainting or pregnant and scoliosis", AnyOf((Yes("fainting"), AllOf((Yes("pregnant"), Yes("scoliosis")))))),
        ("(fainting or pregnant) and scoliosis", AllOf((AnyOf((Yes("fainting"), Yes("pregnant"))), Yes("scoliosis")))),
    ],
)
def test_it_reads(text, means):
    assert read(text) == means


@pytest.mark.parametrize(
    "text",
    [
        "", "fainting and", "and fainting", "(fainting", "fainting)", "fainting pregnant", "not fainting", "age",
        "age > 50", "age >=", "age >= fainting", "fainting >= 1", "TWO", "TWO < 2", "TWO and fainting", "TWO + fainting",
        "count(fainting)", "count(TWO) >= 1", '"chest" in quality', '"chest" in', "sites", "nonsense", "fainting; pregnant",
        "count() >= 1", "TWO + YOUNG >= 1", "fainting & pregnant",
    ],
)  # fmt: skip
def test_it_refuses_what_is_no_condition_in_one_line(text):
    with pytest.raises(UserError) as error:
        read(text)
    assert "\n" not in str(error.value)


def test_it_reads_a_count_as_a_term():
    assert parse_term("count(fainting)", facts_by_id(), {}) == Count((Yes("fainting"),))


def test_it_names_each_fact_a_condition_reads_once():
    assert facts_read(read('fainting and (age >= 50 or fainting or "chest" in sites)')) == ("fainting", "age", "sites")
