"""Screening content that is wrong is refused with the file's name, not read past."""

from typing import Any

import pytest

from rhomboid.lib.errors import UserError
from rhomboid.screening import questions, restriction_table, rules

RULE: dict[str, Any] = {
    "version": 1, "title": "t", "when": "fainting", "text": "t", "adds": ["no_strain"], "cleared_by": "physician",
    "source": "ours", "review_status": "not clinician-reviewed",
}  # fmt: skip


def declare(**change: Any) -> rules.Rule:
    entry = {name: value for name, value in {**RULE, **change}.items() if value is not None}
    return rules._declare("content/screening/same_day.toml: r", "r", "same_day", entry, frozenset({"no_strain"}))


def test_it_reads_a_rule():
    assert (declare().id, declare().stops, declare().adds) == ("r", True, ("no_strain",))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"text": None}, r"fields \['text'\] are missing or unknown"),
        ({"txt": "t"}, r"fields \['txt'\] are missing or unknown"),
        ({"cleared_by": "trainer"}, "cleared_by: 'trainer' is not allowed"),
        ({"adds": ["no_fun"]}, r"adds: \['no_fun'\] is not allowed"),
        ({"when": "fainting and not pregnant"}, "'fainting and not pregnant': 'not' is not allowed"),
    ],
)
def test_it_refuses_a_rule_that_cannot_be(change, said):
    with pytest.raises(UserError, match=said):
        declare(**change)


def test_it_refuses_a_rule_that_stands_in_two_levels(monkeypatch):
    tables = {f"screening/{level}.toml": {"r": RULE} for level in rules.RULE_LEVELS}
    monkeypatch.setattr(rules, "read_table", lambda path: tables.get(path, {"no_strain": {}}))
    with pytest.raises(UserError, match=r"content/screening/same_day\.toml: r: stands in two levels"):
        rules.load_rules.__wrapped__()


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ({"fact": "fanting", "text": "t", "help": "h"}, "fact: 'fanting' is not allowed"),
        ({"fact": "sex", "text": "t", "help": "h", "labels": {"female": "F"}}, r"sex: labels: \['female'\]"),
    ],
)
def test_it_refuses_a_question_that_cannot_be(entry, said):
    with pytest.raises(UserError, match="questions.toml: " + said):
        questions._declare(entry)


def test_it_refuses_a_restriction_with_an_unknown_field():
    with pytest.raises(TypeError):
        restriction_table._declare("no_fun", {"text": "t", "fun": True})
