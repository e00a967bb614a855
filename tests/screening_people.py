"""People for the tests of the screen: one who is well, and changes over them."""

from datetime import date
from typing import Any

from rhomboid.screening.clearance import Clearance
from rhomboid.screening.facts import Answers, load_facts, parse_answers
from rhomboid.screening.triage import Triage, screen

START = date(2026, 11, 23)

# Every yes-or-no fact is no, every figure is mild: nothing hits.
WELL: dict[str, Any] = {
    **{fact.id: "no" for fact in load_facts() if fact.kind == "yesno"},
    "age": 40,
    "sex": "unstated",
    "sites": ["interscapular"],
    "quality": ["ache"],
    "pattern": "intermittent",
    "worst_24h": 3,
    "average_24h": 2,
    "at_rest_now": 1,
    "onset_age": 38,
    "duration_weeks": 20,
    "suspected_cause": ["posture"],
}


def person(**changes: Any) -> Answers:
    """Return the answers of the well person with changes; None takes an answer away."""
    told = {fact: value for fact, value in {**WELL, **changes}.items() if value is not None}
    return parse_answers("test", told)


def screened(*clearances: Clearance, **changes: Any) -> Triage:
    """Return the triage of the well person with changes, on the day they start."""
    return screen(person(**changes), clearances, START)


def cleared(*scope: str, role: str = "physician", day: date = START) -> Clearance:
    return Clearance("Dr A. Example", role, day, scope)


def rules_hit(triage: Triage) -> set[str]:
    return {hit.rule.id for hit in triage.hits}
