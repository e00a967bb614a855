"""What a professional lifted, and what that may lift."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from rhomboid.lib.errors import bad_input
from rhomboid.screening.rules import Rule, load_rules

CLINICIANS = ("physician", "physiotherapist", "osteopath", "chiropractor")
# A trainer may sign a clearance; it lifts nothing.
ROLES = (*CLINICIANS, "trainer")
FIELDS_IN_ORDER = ("by", "role", "date", "scope")
FIELDS = frozenset(FIELDS_IN_ORDER)


@dataclass(frozen=True)
class Clearance:
    """`scope` holds rule ids; only `role`s that a rule names may lift it.

    at: the moment it was logged, where one is known; it settles what came first on one day.
    """

    by: str
    role: str
    date: date
    scope: tuple[str, ...]
    at: datetime | None = None


def parse_clearance(where: str, field: str, table: Any) -> Clearance:
    """Return one clearance of a profile; `field` is its name there. Raises UserError naming the field that is wrong."""
    if not isinstance(table, Mapping) or FIELDS.symmetric_difference(table):
        given = sorted(table) if isinstance(table, Mapping) else table
        raise bad_input(where, field, given, f"a table with exactly {', '.join(FIELDS_IN_ORDER)}")
    by, role, day, scope = (table[name] for name in FIELDS_IN_ORDER)
    if not isinstance(by, str) or not by.strip():
        raise bad_input(where, f"{field}.by", by, "the name of the professional")
    # A TOML date with a time is a datetime, which Python counts as a date too.
    if not isinstance(day, date) or isinstance(day, datetime):
        raise bad_input(where, f"{field}.date", str(day), "a date such as 2026-11-01")
    if not isinstance(scope, list | tuple):
        raise bad_input(where, f"{field}.scope", scope, "a list of rule ids")
    clearance = Clearance(by, role, day, tuple(scope))
    check_clearances(where, [clearance], field)
    return clearance


def check_clearances(where: str, clearances: Iterable[Clearance], field: str = "clearance") -> None:
    """Raise UserError when a clearance has a role or names a rule that does not exist."""
    for clearance in clearances:
        if clearance.role not in ROLES:
            raise bad_input(where, f"{field}.role", clearance.role, f"one of {', '.join(ROLES)}")
        for rule_id in clearance.scope:
            if not isinstance(rule_id, str) or rule_id not in load_rules():
                raise bad_input(where, f"{field}.scope", rule_id, "ids of screening rules")


def names(clearance: Clearance, rule: Rule, on: date) -> bool:
    """Return whether a clearance speaks for a rule on a day: named, not dated later, and by someone who may.

    An emergency is never lifted while its condition holds; once it no longer does, only a physician may.
    """
    if rule.id not in clearance.scope or clearance.date > on or not rule.stops:
        return False
    if rule.level == "emergency" or rule.cleared_by == "physician":
        return clearance.role == "physician"
    return rule.cleared_by == "clinician" and clearance.role in CLINICIANS
