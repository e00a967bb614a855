"""The screening rules and terms, read once from content into conditions."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from rhomboid.catalogue.reader import read_table
from rhomboid.lib.errors import UserError
from rhomboid.screening.expressions import Condition, facts_read
from rhomboid.screening.facts import facts_by_id
from rhomboid.screening.grammar import Term, parse_condition, parse_term

# Most cautious first; each has its own content file of rules.
RULE_LEVELS = ("emergency", "same_day", "see_clinician", "modify")
CLEARED_BY = ("", "nobody", "clinician", "physician")
FIELDS = frozenset({"version", "title", "when", "text", "adds", "cleared_by", "source", "review_status"})


@dataclass(frozen=True)
class Rule:
    """One row of the screening table. cleared_by: physician, clinician, nobody, or empty for `modify` rules."""

    id: str
    version: int
    level: str
    title: str
    condition: Condition
    text: str
    adds: tuple[str, ...]
    cleared_by: str
    source: str
    review_status: str

    @property
    def stops(self) -> bool:
        """Return whether a standing hit means no program."""
        return self.level != "modify"


@cache
def load_terms() -> Mapping[str, Term]:
    """Return the named parts of conditions, each unfolded."""
    terms: dict[str, Term] = {}
    for name, text in read_table("screening/terms.toml").items():
        terms[name] = parse_term(text, facts_by_id(), terms)
    return MappingProxyType(terms)


@cache
def load_rules() -> Mapping[str, Rule]:
    """Return all rules by id, most cautious level first and in table order within it."""
    restrictions = frozenset(read_table("screening/restrictions.toml"))
    found: dict[str, Rule] = {}
    for level in RULE_LEVELS:
        path = f"screening/{level}.toml"
        for rule_id, entry in read_table(path).items():
            if rule_id in found:
                raise UserError(f"content/{path}: {rule_id}: stands in two levels; allowed: one")
            found[rule_id] = _declare(f"content/{path}: {rule_id}", rule_id, level, entry, restrictions)
    return MappingProxyType(found)


@cache
def required_facts() -> tuple[str, ...]:
    """Return the facts without which there is no program: all that a rule which stops reads, the optional aside."""
    facts = facts_by_id()
    read = {fact for rule in load_rules().values() if rule.stops for fact in facts_read(rule.condition)}
    return tuple(fact_id for fact_id, fact in facts.items() if fact_id in read and not fact.optional)


@cache
def facts_assumed_yes() -> tuple[str, ...]:
    """Return the yes-or-no facts that only `modify` rules read: unknown, they count as a yes."""
    facts = facts_by_id()
    read = {fact for rule in load_rules().values() if not rule.stops for fact in facts_read(rule.condition)}
    needed = read.difference(required_facts())
    return tuple(fact_id for fact_id in facts if fact_id in needed and facts[fact_id].kind == "yesno")


def _declare(where: str, rule_id: str, level: str, entry: Mapping[str, Any], restrictions: frozenset[str]) -> Rule:
    wrong = FIELDS.symmetric_difference(entry)
    if wrong:
        raise UserError(f"{where}: fields {sorted(wrong)} are missing or unknown; allowed: {sorted(FIELDS)}")
    if entry["cleared_by"] not in CLEARED_BY:
        raise UserError(f"{where}: cleared_by: {entry['cleared_by']!r} is not allowed; allowed: {CLEARED_BY}")
    unknown = [name for name in entry["adds"] if name not in restrictions]
    if unknown:
        raise UserError(f"{where}: adds: {unknown} is not allowed; allowed: {sorted(restrictions)}")
    return Rule(
        id=rule_id,
        version=entry["version"],
        level=level,
        title=entry["title"],
        condition=parse_condition(entry["when"], facts_by_id(), load_terms()),
        text=entry["text"],
        adds=tuple(entry["adds"]),
        cleared_by=entry["cleared_by"],
        source=entry["source"],
        review_status=entry["review_status"],
    )
