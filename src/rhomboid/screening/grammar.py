"""The small language of conditions: and, or, brackets, `count(a, b) >= 2`, `age >= 50`, `"chest" in sites`, TERMS.

Only "at least" may be asked of a count, so no condition can become true by taking a yes away.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from rhomboid.lib.errors import UserError
from rhomboid.screening.expressions import AllOf, AnyOf, AtLeast, Compare, Condition, Contains, Yes
from rhomboid.screening.facts import Fact

TOKEN = re.compile(r'\s*(?:(>=|<|[(),+])|"([a-z_]+)"|([0-9]+(?:\.[0-9]+)?)|([A-Za-z_][A-Za-z0-9_]*))')


@dataclass(frozen=True)
class Count:
    """How many of the parts are true; becomes a condition once something is asked of it."""

    parts: tuple[Condition, ...]


Term = Condition | Count


def parse_condition(text: str, facts: Mapping[str, Fact], terms: Mapping[str, Term]) -> Condition:
    """Return the condition written in `text`. Raises UserError naming what cannot be read."""
    found = parse_term(text, facts, terms)
    if isinstance(found, Count):
        raise UserError(f"content/screening: {text!r} is a count, not a condition; allowed: a count with >= behind it")
    return found


def parse_term(text: str, facts: Mapping[str, Fact], terms: Mapping[str, Term]) -> Term:
    """Return the condition or the count written in `text`."""
    parser = _Parser(text, facts, terms)
    found = parser.read_any()
    if parser.tokens:
        raise parser.error("the end")
    return found


class _Parser:
    """Reads tokens from the left; each `read_` takes what it understands and leaves the rest."""

    def __init__(self, text: str, facts: Mapping[str, Fact], terms: Mapping[str, Term]) -> None:
        self.text = text
        self.facts = facts
        self.terms = terms
        self.tokens = _split(text)

    def read_any(self) -> Term:
        first = self._read_all()
        if not self._next_is("or"):
            return first
        parts = [self._as_condition(first)]
        while self._take_if("or"):
            parts.append(self._as_condition(self._read_all()))
        return AnyOf(tuple(parts))

    def _read_all(self) -> Term:
        first = self._read_one()
        if not self._next_is("and"):
            return first
        parts = [self._as_condition(first)]
        while self._take_if("and"):
            parts.append(self._as_condition(self._read_one()))
        return AllOf(tuple(parts))

    def _read_one(self) -> Term:
        if self._take_if("("):
            inside = self.read_any()
            self._expect(")")
            return inside
        if self.tokens and self.tokens[0].startswith('"'):
            return self._read_contains()
        return self._read_sum()

    def _read_contains(self) -> Condition:
        value = self.tokens.pop(0).strip('"')
        self._expect("in")
        fact = self._take()
        if fact not in self.facts or value not in self.facts[fact].values:
            raise self.error(f"a set fact that knows {value!r}")
        return Contains(fact, value)

    def _read_sum(self) -> Term:
        name = self._take()
        fact = self.facts.get(name)
        if fact is not None:
            return self._read_compare(fact.id) if fact.kind in ("int", "number") else self._yes(fact)
        total = self._count_named(name)
        while isinstance(total, Count) and self._take_if("+"):
            more = self._count_named(self._take())
            if not isinstance(more, Count):
                raise self.error("a count after +")
            total = Count(total.parts + more.parts)
        if isinstance(total, Count) and self._take_if(">="):
            return AtLeast(total.parts, int(self._number()))
        return total

    def _count_named(self, name: str) -> Term:
        if name == "count":
            return self._read_count()
        if name not in self.terms:
            raise UserError(f"content/screening: {self.text!r}: {name!r} is not allowed; allowed: a fact or a term")
        return self.terms[name]

    def _read_count(self) -> Count:
        self._expect("(")
        parts = [self._as_condition(self.read_any())]
        while self._take_if(","):
            parts.append(self._as_condition(self.read_any()))
        self._expect(")")
        return Count(tuple(parts))

    def _read_compare(self, fact: str) -> Condition:
        sign = self._take()
        if sign not in (">=", "<"):
            raise self.error(">= or <")
        return Compare(fact, sign, self._number())

    def _yes(self, fact: Fact) -> Condition:
        if fact.kind != "yesno":
            raise self.error("a yes-or-no fact")
        return Yes(fact.id)

    def _number(self) -> float:
        text = self._take()
        if not text[0].isdigit():
            raise self.error("a number")
        return float(text)

    def _as_condition(self, found: Term) -> Condition:
        if isinstance(found, Count):
            raise self.error(">= behind a count")
        return found

    def _next_is(self, word: str) -> bool:
        return bool(self.tokens) and self.tokens[0] == word

    def _take(self) -> str:
        if not self.tokens:
            raise self.error("more")
        return self.tokens.pop(0)

    def _take_if(self, word: str) -> bool:
        found = self._next_is(word)
        if found:
            self.tokens.pop(0)
        return found

    def _expect(self, word: str) -> None:
        if not self._take_if(word):
            raise self.error(repr(word))

    def error(self, allowed: str) -> UserError:
        rest = " ".join(self.tokens) or "the end"
        return UserError(f"content/screening: {self.text!r}: at {rest!r}; allowed: {allowed}")


def _split(text: str) -> list[str]:
    tokens, at = [], 0
    stripped = text.rstrip()
    while at < len(stripped):
        found = TOKEN.match(stripped, at)
        if found is None:
            raise UserError(f"content/screening: {text!r}: cannot be read from character {at}")
        symbol, quoted, number, name = found.groups()
        tokens.append(f'"{quoted}"' if quoted else symbol or number or name)
        at = found.end()
    return tokens
