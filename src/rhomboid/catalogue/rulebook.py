"""The decided rules as data: one TOML file each in content/rules, with reason, source and every number code uses."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from rhomboid.catalogue.reader import list_tables, read_table
from rhomboid.lib.canonical import digest
from rhomboid.lib.errors import UserError

FIELDS = frozenset({"id", "version", "title", "reason", "source", "numbers"})


@dataclass(frozen=True)
class Rule:
    """One decided rule. reason: plain words a person is shown; numbers: every figure the code needs, by name."""

    id: str
    version: int
    title: str
    reason: str
    source: str
    numbers: Mapping[str, Any]


@cache
def load_rulebook() -> Mapping[str, Rule]:
    """Return all rules by id. Raises UserError naming the file and field that is wrong."""
    rules = [_parse(path, read_table(path)) for path in list_tables("rules")]
    return MappingProxyType({rule.id: rule for rule in rules})


@cache
def rule(rule_id: str) -> Rule:
    """Return one rule; a KeyError is a bug, not bad input."""
    return load_rulebook()[rule_id]


def rules_version() -> str:
    """Return a name for the rules as they stand: changes when any rule's text or number does."""
    tables = [read_table(path) for folder in ("rules", "screening") for path in list_tables(folder)]
    return digest(tables)


def _parse(path: str, table: dict[str, Any]) -> Rule:
    wrong = FIELDS.symmetric_difference(table)
    if wrong - {"numbers"}:
        raise UserError(f"content/{path}: fields {sorted(wrong)} are missing or unknown; allowed: {sorted(FIELDS)}")
    if path != f"rules/{table['id']}.toml":
        raise UserError(f"content/{path}: id: {table['id']!r} is not allowed; allowed: the file's own name")
    numbers = MappingProxyType(dict(table.get("numbers", {})))
    return Rule(table["id"], table["version"], table["title"], table["reason"], table["source"], numbers)
