"""The ledger: where the documents disagree and what was decided, and what they ask for and what shows it is met."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from rhomboid.catalogue.reader import list_tables, read_table
from rhomboid.catalogue.rulebook import load_rulebook
from rhomboid.catalogue.schema import Field, read_fields
from rhomboid.catalogue.sources import load_sources
from rhomboid.lib.errors import UserError, bad_input

SCREENING_TABLES = ("emergency", "same_day", "see_clinician", "modify")
STATUSES = ("proved", "partly", "not_yet")
AREAS = (
    "screening", "profile", "catalogue", "plan", "session", "tracking", "adaptation", "modalities", "governance",
)  # fmt: skip


@dataclass(frozen=True)
class Side:
    """What one side of a disagreement says, in our words, and which documents say it."""

    says: str
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Contradiction:
    """A disagreement of the documents. rules: ids that hold the decision; held_by: tests, as file::test."""

    id: str
    title: str
    why: str
    sides: tuple[Side, ...]
    decision: str
    rules: tuple[str, ...]
    held_by: tuple[str, ...]


@dataclass(frozen=True)
class Requirement:
    """What the documents ask for. proof: tests, as file::test; missing: what is not there yet, and why."""

    id: str
    area: str
    text: str
    status: str
    proof: tuple[str, ...]
    missing: str


@cache
def load_contradictions() -> Mapping[str, Contradiction]:
    """Return all contradictions by id. Raises UserError naming the file, field, value and what is allowed."""
    sides = (Field("says", "text"), Field("sources", "choices", tuple(load_sources()), least=1))
    fields = (
        Field("title", "text"),
        Field("why", "text"),
        Field("sides", "tables", fields=sides, least=2),
        Field("decision", "text"),
        Field("rules", "choices", known_rules(), least=1),
        Field("held_by", "texts", least=1),
    )
    found = {}
    for path, key, table in _entries("contradictions", "x-"):
        values = read_fields(f"content/{path}", table, fields, f"{key}.")
        values["sides"] = tuple(Side(**side) for side in values["sides"])
        found[key] = Contradiction(id=key, **values)
    return MappingProxyType(dict(sorted(found.items())))


@cache
def load_requirements() -> Mapping[str, Requirement]:
    """Return all requirements by id. Raises UserError naming the file, field, value and what is allowed."""
    fields = (
        Field("area", "choice", AREAS),
        Field("text", "text"),
        Field("status", "choice", STATUSES),
        Field("proof", "texts"),
        Field("missing", "text", optional=True),
    )
    found = {}
    for path, key, table in _entries("requirements", "req-"):
        values = read_fields(f"content/{path}", table, fields, f"{key}.")
        _check_honest(f"content/{path}", key, values)
        found[key] = Requirement(id=key, **{**values, "missing": values["missing"] or ""})
    return MappingProxyType(dict(sorted(found.items())))


def known_rules() -> tuple[str, ...]:
    """Return the ids of all decided rules, then of all screening rules."""
    screening = [key for name in SCREENING_TABLES for key in read_table(f"screening/{name}.toml")]
    return (*load_rulebook(), *screening)


def _entries(folder: str, prefix: str) -> list[tuple[str, str, dict[str, Any]]]:
    entries: dict[str, tuple[str, str, dict[str, Any]]] = {}
    for path in list_tables(folder):
        for key, table in read_table(path).items():
            if not key.startswith(prefix) or not isinstance(table, dict):
                raise bad_input(f"content/{path}", key, table, f"a table whose name begins with {prefix}")
            if key in entries:
                raise bad_input(f"content/{path}", "id", key, f"an id that {entries[key][0]} does not have already")
            entries[key] = (path, key, table)
    return list(entries.values())


def _check_honest(where: str, key: str, values: Mapping[str, Any]) -> None:
    """Hold status against what is given: a claim needs proof, a gap needs a reason."""
    has_proof, is_missing = bool(values["proof"]), values["missing"] is not None
    wanted = {"proved": (True, False), "partly": (True, True), "not_yet": (False, True)}[values["status"]]
    if (has_proof, is_missing) != wanted:
        allowed = "proved with proof alone, partly with proof and missing, not_yet with missing alone"
        raise UserError(f"{where}: {key}.status: {values['status']!r} is not allowed; allowed: {allowed}")
