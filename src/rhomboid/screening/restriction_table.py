"""The restrictions as content declares them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from rhomboid.catalogue.reader import read_table

SETS = frozenset({"provocations", "together", "categories", "equipment", "tiers", "until_form_confirmed"})


@dataclass(frozen=True)
class Restriction:
    """What may not be done while it is in force; the content file says how each field is read."""

    id: str
    text: str
    provocations: frozenset[str] = frozenset()
    together: frozenset[str] = frozenset()
    categories: frozenset[str] = frozenset()
    equipment: frozenset[str] = frozenset()
    tiers: frozenset[str] = frozenset()
    unless_required: bool = False
    until_form_confirmed: frozenset[str] = frozenset()
    least_reserve: int = 0
    longest_hold_s: int | None = None
    breathing_cue: str = ""
    effort_by_feel: bool = False
    stop_list: tuple[str, ...] = ()


@cache
def load_restrictions() -> Mapping[str, Restriction]:
    """Return all restrictions by id, in the order in which they are shown."""
    tables = read_table("screening/restrictions.toml")
    return MappingProxyType({name: _declare(name, table) for name, table in tables.items()})


def _declare(name: str, table: Mapping[str, object]) -> Restriction:
    fields = {key: _frozen(key, value) for key, value in table.items()}
    return Restriction(id=name, **fields)  # type: ignore[arg-type]  # an unknown field is a TypeError at load


def _frozen(key: str, value: object) -> object:
    if not isinstance(value, list):
        return value
    return frozenset(value) if key in SETS else tuple(value)
