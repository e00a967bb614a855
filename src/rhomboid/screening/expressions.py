"""Conditions as values: what a rule's "when" is made of, whether it holds, and which facts make it hold.

There is no "not": one more yes can only make more of a condition true.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from rhomboid.screening.facts import Answers, facts_by_id


@dataclass(frozen=True)
class Yes:
    """True when the answer is yes or unsure, or when another answer counts as a yes to it."""

    fact: str


@dataclass(frozen=True)
class Compare:
    """A figure against a limit; sign is ">=" or "<"."""

    fact: str
    sign: str
    limit: float


@dataclass(frozen=True)
class Contains:
    """True when a set answer holds the value."""

    fact: str
    value: str


@dataclass(frozen=True)
class AllOf:
    parts: tuple["Condition", ...]


@dataclass(frozen=True)
class AnyOf:
    parts: tuple["Condition", ...]


@dataclass(frozen=True)
class AtLeast:
    """True when `least` or more of the parts are."""

    parts: tuple["Condition", ...]
    least: int


Condition = Yes | Compare | Contains | AllOf | AnyOf | AtLeast


@dataclass(frozen=True)
class Reading:
    """Answers as a rule reads them.

    unknown_figure_counts: a comparison with a figure nobody gave is true, as in emergency rules.
    assumed_yes: facts that count as a yes while nobody answered them.
    """

    answers: Answers
    unknown_figure_counts: bool = False
    assumed_yes: tuple[str, ...] = ()


def facts_making_true(condition: Condition, reading: Reading) -> tuple[str, ...] | None:
    """Return the facts that make the condition true, in reading order; None when it is not true."""
    match condition:
        case Yes(fact):
            return _yes(fact, reading)
        case Compare():
            return _compared(condition, reading)
        case Contains(fact, value):
            return (fact,) if reading.answers.contains(fact, value) else None
        case AllOf(parts):
            return _enough(parts, len(parts), reading)
        case AnyOf(parts):
            return _enough(parts, 1, reading)
        case AtLeast(parts, least):
            return _enough(parts, least, reading)


def facts_read(condition: Condition) -> tuple[str, ...]:
    """Return every fact the condition reads, in reading order."""
    match condition:
        case Yes(fact) | Compare(fact) | Contains(fact):
            return (fact,)
        case AllOf(parts) | AnyOf(parts) | AtLeast(parts):
            return _unique(fact for part in parts for fact in facts_read(part))


def _yes(fact: str, reading: Reading) -> tuple[str, ...] | None:
    if reading.answers.says_yes(fact):
        return (fact,)
    implied = facts_by_id()[fact].implied_by
    if implied is not None and reading.answers.contains(*implied):
        return (implied[0],)
    if fact in reading.assumed_yes and reading.answers.get(fact) is None:
        return (fact,)
    return None


def _compared(condition: Compare, reading: Reading) -> tuple[str, ...] | None:
    figure = reading.answers.number(condition.fact)
    if figure is None:
        optional = facts_by_id()[condition.fact].optional
        holds = reading.unknown_figure_counts and not optional
    else:
        holds = figure >= condition.limit if condition.sign == ">=" else figure < condition.limit
    return (condition.fact,) if holds else None


def _enough(parts: tuple[Condition, ...], least: int, reading: Reading) -> tuple[str, ...] | None:
    found = [facts for part in parts if (facts := facts_making_true(part, reading)) is not None]
    return _unique(fact for facts in found for fact in facts) if len(found) >= least else None


def _unique(facts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(facts))
