"""The facts a screen rests on: declared once in content, read by rules, questions, profiles and logs."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from types import MappingProxyType
from typing import Any

from rhomboid.catalogue.reader import read_table
from rhomboid.lib.errors import bad_input

FactValue = str | int | float | tuple[str, ...]

YESNO = ("yes", "no", "unsure")
# What a fact that was never answered is called wherever it is shown; nobody can give it as an answer.
UNKNOWN = "unknown"


@dataclass(frozen=True)
class Fact:
    """One declared fact. kind: int, number, choice, set or yesno; low/high: closed range or None.

    implied_by: (set fact, value in it) that counts as a yes to this one, or None.
    """

    id: str
    group: str
    kind: str
    values: tuple[str, ...]
    low: float | None
    high: float | None
    optional: bool
    means: str
    unit: str = ""
    implied_by: tuple[str, str] | None = None

    @property
    def field(self) -> str:
        """Return the fact's name as a profile writes it."""
        return f"{self.group}.{self.id}"

    @property
    def allowed(self) -> str:
        """Return what may be answered, in words."""
        if self.kind in ("int", "number"):
            noun = "a whole number" if self.kind == "int" else "a number"
            return f"{noun} from {self.low:g} to {self.high:g}"
        listed = ", ".join(self.values)
        return f"a list of {listed}" if self.kind == "set" else f"one of {listed}"


@dataclass(frozen=True)
class Answers:
    """Facts that are known, by id, sorted; a fact that is not here is unknown. Sets are sorted tuples."""

    items: tuple[tuple[str, FactValue], ...]

    @cached_property
    def _by_id(self) -> dict[str, FactValue]:
        return dict(self.items)

    def get(self, fact_id: str) -> FactValue | None:
        """Return the answer, or None when the fact is unknown."""
        return self._by_id.get(fact_id)

    def number(self, fact_id: str) -> float | None:
        """Return a figure, or None when it is unknown or no figure."""
        value = self.get(fact_id)
        return value if isinstance(value, int | float) else None

    def says_yes(self, fact_id: str) -> bool:
        """Return whether the answer counts as a yes: "yes" or "unsure"."""
        return self.get(fact_id) in ("yes", "unsure")

    def contains(self, fact_id: str, value: str) -> bool:
        """Return whether a set answer holds `value`."""
        chosen = self.get(fact_id)
        return isinstance(chosen, tuple) and value in chosen

    def merged(self, later: "Answers") -> "Answers":
        """Return these answers with the later ones over them."""
        if not later.items:
            return self
        return Answers(tuple(sorted({**dict(self.items), **dict(later.items)}.items())))

    def updated(self, table: Mapping[str, Any], where: str = "answers") -> "Answers":
        """Return these answers with new ones over them. Raises UserError where the two do not fit together."""
        merged = self.merged(parse_answers(where, table))
        _check_together(where, merged)
        return merged


@cache
def load_facts() -> tuple[Fact, ...]:
    """Return all facts in the order they are declared in."""
    groups = read_table("screening/facts.toml")
    return tuple(_declare(group, name, entry) for group, entries in groups.items() for name, entry in entries.items())


@cache
def facts_by_id() -> Mapping[str, Fact]:
    """Return all facts by id, in the order they are declared in."""
    return MappingProxyType({fact.id: fact for fact in load_facts()})


def parse_answers(where: str, table: Mapping[str, Any]) -> Answers:
    """Return answers, flat by fact id. Raises UserError on an unknown fact or a value that cannot be."""
    facts = facts_by_id()
    parsed: dict[str, FactValue] = {}
    for fact_id, value in table.items():
        if fact_id not in facts:
            raise bad_input(where, str(fact_id), value, "a fact of the screening vocabulary; this one is unknown")
        parsed[fact_id] = _parse_value(where, facts[fact_id], value)
    answers = Answers(tuple(sorted(parsed.items())))
    _check_together(where, answers)
    return answers


def _declare(group: str, fact_id: str, entry: Mapping[str, Any]) -> Fact:
    kind = entry["type"]
    low, high = entry.get("range", (None, None))
    values = YESNO if kind == "yesno" else tuple(entry.get("values", ()))
    implied = entry.get("implied_by")
    return Fact(
        id=fact_id,
        group=group,
        kind=kind,
        values=values,
        low=low,
        high=high,
        optional=entry.get("optional", False),
        means=entry.get("means", ""),
        unit=entry.get("unit", ""),
        implied_by=(implied["fact"], implied["value"]) if implied else None,
    )


def _parse_value(where: str, fact: Fact, value: Any) -> FactValue:
    if fact.kind in ("int", "number"):
        return _parse_number(where, fact, value)
    if fact.kind == "set":
        if not isinstance(value, list | tuple | set | frozenset) or any(one not in fact.values for one in value):
            raise bad_input(where, fact.field, value, fact.allowed)
        return tuple(sorted(set(value)))
    if not isinstance(value, str) or value not in fact.values:
        raise bad_input(where, fact.field, value, fact.allowed)
    return value


def _parse_number(where: str, fact: Fact, value: Any) -> float:
    kinds = int if fact.kind == "int" else (int, float)
    # In Python True is an int; in a profile it is a slip.
    if isinstance(value, bool) or not isinstance(value, kinds) or not math.isfinite(value):
        raise bad_input(where, fact.field, value, fact.allowed)
    assert fact.low is not None
    assert fact.high is not None
    if not fact.low <= value <= fact.high:
        raise bad_input(where, fact.field, value, fact.allowed)
    return value


def _check_together(where: str, answers: Answers) -> None:
    age, onset = answers.number("age"), answers.number("onset_age")
    if age is not None and onset is not None and onset > age:
        raise bad_input(where, "pain.onset_age", onset, f"at most the age, {age:g}")
    upper, lower = answers.number("systolic_mmhg"), answers.number("diastolic_mmhg")
    if upper is not None and lower is not None and lower >= upper:
        raise bad_input(where, "heart_and_lungs.diastolic_mmhg", lower, f"below the systolic figure, {upper:g}")
