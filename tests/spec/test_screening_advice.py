"""Part 7 of the screening rules, and the triage as JSON shows it."""

import pytest

from rhomboid.screening.triage_json import triage_to_json
from tests.screening_people import cleared, screened
from tests.spec.test_screening_rules import changes

ALWAYS = {"safety_net", "ask_before_starting"}


def advised(*clearances, **told) -> list[str]:
    return [one.id for one in screened(*clearances, **told).advice]


@pytest.mark.parametrize(
    ("advice", "told", "not_told"),
    [
        ("long_duration", "duration_weeks=6", "duration_weeks=5"),
        ("unknown_cause", "suspected_cause=unknown", "suspected_cause=posture"),
        ("suspected_disc_or_arthritis", "suspected_cause=disc", "herniated_disc"),
        ("suspected_disc_or_arthritis", "suspected_cause=arthritis", "arthritis"),
        ("rising_pain", "progressive_pain", "pain_worsening_fast"),
        ("some_inflammatory_signs", "better_with_movement buttock_pain", "buttock_pain"),
        ("some_inflammatory_signs", "onset_age=34 buttock_pain", "onset_age=? buttock_pain"),
        ("raised_pressure", "systolic_mmhg=140", "systolic_mmhg=139 diastolic_mmhg=89"),
        ("raised_pressure", "diastolic_mmhg=90", "systolic_mmhg=?"),
        ("smoker", "smoker_40_plus", "cough_over_3_weeks"),
        ("scoliosis", "scoliosis", "scoliosis=?"),
    ],
)
def test_it_gives_advice_where_it_fits(advice, told, not_told):
    assert advice in advised(**changes(told))
    assert advice not in advised(**changes(not_told))


@pytest.mark.parametrize(
    "told", [{}, {"chest_pain": "yes"}, {"age": None}, {"cancer_history": "yes"}, {"arthritis": "yes"}]
)
def test_it_always_gives_the_safety_net_and_tells_to_ask(told):
    assert set(advised(**told)) >= ALWAYS


@pytest.mark.parametrize(
    ("told", "clearances", "reassured"),
    [
        ({}, (), True),
        ({"arthritis": "yes"}, (), True),
        ({"pregnant": "yes"}, (cleared("pregnant"),), False),
        ({"pregnant": "yes"}, (), False),
        ({"cancer_history": "yes"}, (), False),
        ({"chest_pain": "yes"}, (), False),
        ({"age": None}, (), False),
    ],
)
def test_it_reassures_only_after_a_clear_screen(told, clearances, reassured):
    assert ("reassurance" in advised(*clearances, **told)) == reassured


def test_it_never_says_harmless_without_a_clear_screen():
    assert "harmless" not in str(triage_to_json(screened(fainting="yes"))).lower()


def test_it_answers_the_shape_of_the_contract():
    document = triage_to_json(screened(sites=["neck", "chest"], age=None))
    assert list(document)[:5] == ["level", "hits", "restrictions", "missing", "advice"]
    hit = document["hits"][0]
    assert list(hit)[:5] == ["rule", "level", "facts", "text", "source"]
    assert hit["facts"] == {"sites": ["chest", "neck"]}
    assert (document["level"], document["missing"], document["restrictions"]) == ("emergency", ["age"], ["neck_care"])
    assert {"id", "text", "source"} == set(document["advice"][0])


def test_it_says_on_every_result_that_no_clinician_has_reviewed_the_rules():
    document = triage_to_json(screened(anticoagulants="yes"))
    assert "No clinician has reviewed" in document["notice"]
    assert [hit["review_status"] for hit in document["hits"]] == ["not clinician-reviewed"]


def test_it_names_in_the_text_of_a_lifted_hit_who_lifted_it_and_when():
    (hit,) = triage_to_json(screened(cleared("pregnant"), pregnant="yes"))["hits"]
    assert "Dr A. Example (physician)" in hit["text"]
    assert "2026-11-23" in hit["text"]
    assert hit["lifted_by"] == {"by": "Dr A. Example", "role": "physician", "date": "2026-11-23"}
