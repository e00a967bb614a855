"""The intake's questions, page by page, in our own words."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from rhomboid.catalogue.reader import read_table
from rhomboid.lib.errors import UserError
from rhomboid.screening.expressions import Compare, Condition, Reading, Yes, facts_making_true
from rhomboid.screening.facts import Answers, Fact, facts_by_id
from rhomboid.screening.grammar import parse_condition


@dataclass(frozen=True)
class Question:
    """One question. help: what a yes means and does not mean. labels: (value, words) of a choice, as shown.

    only_if: where this does not hold, `no` may be stored unasked; None: always ask.
    """

    fact: Fact
    text: str
    help: str
    labels: tuple[tuple[str, str], ...] = ()
    only_if: Condition | None = None


@dataclass(frozen=True)
class Page:
    """One topic. kind: "ticks" (any of these?) or "form" (one field each)."""

    key: str
    title: str
    lead: str
    kind: str
    questions: tuple[Question, ...]


@cache
def load_pages() -> tuple[Page, ...]:
    """Return the pages of the intake in the order they are asked in."""
    return tuple(
        Page(
            key=entry["key"],
            title=entry["title"],
            lead=entry["lead"],
            kind=entry["kind"],
            questions=tuple(_declare(question) for question in entry["question"]),
        )
        for entry in read_table("screening/questions.toml")["page"]
    )


def fill_unasked(answers: Answers) -> Answers:
    """Return the answers with a `no` to each question that need not be asked; nothing else is filled in.

    What decides must itself be known: below the age, or a plain `no` to what the question builds on.
    """
    unasked = {
        question.fact.id: "no"
        for page in load_pages()
        for question in page.questions
        if question.only_if is not None
        and answers.get(question.fact.id) is None
        and _is_ruled_out(question.only_if, answers)
    }
    return Answers(tuple(sorted({**unasked, **dict(answers.items)}.items())))


def question_for(fact_id: str) -> Question:
    """Return the question that asks for a fact; a KeyError is a bug."""
    return _questions_by_fact()[fact_id]


@cache
def _questions_by_fact() -> Mapping[str, Question]:
    return {question.fact.id: question for page in load_pages() for question in page.questions}


def _is_ruled_out(only_if: Condition, answers: Answers) -> bool:
    assert isinstance(only_if, Yes | Compare), "only_if is a single fact"
    known = answers.get(only_if.fact) is not None
    return known and facts_making_true(only_if, Reading(answers)) is None


def _declare(entry: Mapping[str, Any]) -> Question:
    fact = facts_by_id().get(entry["fact"])
    if fact is None:
        raise UserError(
            f"content/screening/questions.toml: fact: {entry['fact']!r} is not allowed; allowed: a declared fact"
        )
    labels = entry.get("labels", {})
    if fact.kind in ("choice", "set") and set(labels) != set(fact.values):
        raise UserError(
            f"content/screening/questions.toml: {fact.id}: labels: {sorted(labels)}; allowed: {fact.values}"
        )
    only_if = parse_condition(entry["only_if"], facts_by_id(), {}) if "only_if" in entry else None
    return Question(fact, entry["text"], entry["help"], tuple(labels.items()), only_if)
