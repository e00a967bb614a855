"""Where content comes from: each key an exercise may name, with its title and how sure we are of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from rhomboid.catalogue.reader import read_table
from rhomboid.catalogue.schema import Field, read_fields
from rhomboid.catalogue.vocabulary import CONFIDENCES
from rhomboid.lib.errors import bad_input

PATH = "sources/sources.toml"
FIELDS = (
    Field("title", "text"),
    Field("year", "whole", least=1900, most=2100, optional=True),
    Field("note", "text"),
    Field("confidence", "choice", CONFIDENCES),
)


@dataclass(frozen=True)
class Source:
    """One source. confidence: how sure we are that it says what we took from it; year: None where unknown."""

    key: str
    title: str
    year: int | None
    note: str
    confidence: str


@cache
def load_sources() -> Mapping[str, Source]:
    """Return all sources by key, in the file's order. Raises UserError naming the field that is wrong."""
    found = {}
    for key, table in read_table(PATH).items():
        if not isinstance(table, dict):
            raise bad_input(f"content/{PATH}", key, table, f"a table with {', '.join(f.name for f in FIELDS)}")
        found[key] = Source(key=key, **read_fields(f"content/{PATH}", table, FIELDS, f"{key}."))
    return MappingProxyType(found)
