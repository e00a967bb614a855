"""The facts a screen rests on: declared once in content, read by rules, questions, profiles and logs."""

from dataclasses import dataclass

FactValue = str | int | float | tuple[str, ...]


@dataclass(frozen=True)
class Fact:
    """One declared fact. kind: int, number, choice, set or yesno; low/high: closed range or None."""

    id: str
    group: str
    kind: str
    values: tuple[str, ...]
    low: float | None
    high: float | None
    optional: bool
    means: str


@dataclass(frozen=True)
class Answers:
    """Facts that are known, by id, sorted; a fact that is not here is unknown. Sets are sorted tuples."""

    items: tuple[tuple[str, FactValue], ...]
