"""What people can read about: the studies, who else can help, calm. Each text with the source it rests on."""

from dataclasses import dataclass
from functools import cache

from rhomboid.catalogue.load import load_catalogue
from rhomboid.catalogue.reader import read_table
from rhomboid.catalogue.schema import Field, read_fields
from rhomboid.catalogue.sources import Source, load_sources
from rhomboid.lib.errors import bad_input

EVIDENCE = "learn/evidence.toml"
HELPERS = "learn/helpers.toml"
CALM = "learn/calm.toml"


@dataclass(frozen=True)
class EvidenceCard:
    """One study. size: how many people, or how many of `size_of`; weeks: how long, None where that means nothing."""

    source: Source
    question: str
    people: str
    size: int
    size_of: str
    weeks: int | None
    found: str
    limits: tuple[str, ...]


@dataclass(frozen=True)
class HelperRole:
    """Someone who can help. does: the purpose; when: when that applies; not_for: when it does not."""

    id: str
    name: str
    does: str
    when: str
    not_for: str


@dataclass(frozen=True)
class CalmText:
    """moves: ids of exercises that fit."""

    id: str
    title: str
    text: str
    moves: tuple[str, ...]
    source: Source


@cache
def load_evidence() -> tuple[EvidenceCard, ...]:
    """Return the cards in the file's order. Raises UserError for a card without a known source, size or limits."""
    fields = (
        Field("question", "text"),
        Field("people", "text"),
        Field("size", "whole", least=1),
        Field("size_of", "text", optional=True),
        Field("weeks", "whole", least=1, most=520, optional=True),
        Field("found", "text"),
        Field("limits", "texts", least=1),
    )
    cards = []
    for key, table in read_table(EVIDENCE).items():
        values = read_fields(f"content/{EVIDENCE}", table, fields, f"{key}.")
        cards.append(
            EvidenceCard(source=_source(EVIDENCE, key), **{**values, "size_of": values["size_of"] or "people"})
        )
    return tuple(cards)


@cache
def load_helpers() -> tuple[HelperRole, ...]:
    """Return who can help, in the file's order."""
    fields = tuple(Field(name, "text") for name in ("name", "does", "when", "not_for"))
    return tuple(
        HelperRole(id=key, **read_fields(f"content/{HELPERS}", table, fields, f"{key}."))
        for key, table in read_table(HELPERS).items()
    )


@cache
def load_calm() -> tuple[CalmText, ...]:
    """Return the texts on stress, rest and weight, in the file's order."""
    ids = tuple(load_catalogue().by_id)
    fields = (
        Field("title", "text"),
        Field("text", "text"),
        Field("moves", "choices", ids),
        Field("source", "choice", tuple(load_sources())),
    )
    texts = []
    for key, table in read_table(CALM).items():
        values = read_fields(f"content/{CALM}", table, fields, f"{key}.")
        texts.append(CalmText(id=key, **{**values, "source": load_sources()[values["source"]]}))
    return tuple(texts)


def _source(path: str, key: str) -> Source:
    if key not in load_sources():
        raise bad_input(f"content/{path}", key, key, "a key of content/sources/sources.toml")
    return load_sources()[key]
