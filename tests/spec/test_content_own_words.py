"""Every text is in our own words: none shares nine words in a row with the five documents or the inventory."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from rhomboid.catalogue.reader import CONTENT, read_table
from tests.nine_words import KEPT, SIZE, digest_of, kept, runs, shared

# The sources' own titles are cited as they are; poses hold no text.
FILES = sorted(
    str(path.relative_to(CONTENT))
    for path in CONTENT.rglob("*.toml")
    if path.parent.name not in ("sources", "poses", "simulation")
)


def texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from texts(part)
    elif isinstance(value, list):
        for part in value:
            yield from texts(part)


@pytest.mark.parametrize("folder", ["exercises", "screening", "contradictions", "requirements", "rules", "learn"])
def test_it_shares_no_nine_words_in_a_row_with_a_document(folder):
    mine = [name for name in FILES if name.startswith(f"{folder}/")]
    assert mine
    assert not [(name, copied) for name in mine for text in texts(read_table(name)) for copied in shared(text)]


def test_it_shares_none_on_a_page():
    for path in sorted((CONTENT.parent / "web" / "templates").rglob("*.html")):
        assert not shared(re.sub(r"<[^>]*>|{[{%#].*?[}%#]}", " ", path.read_text(encoding="utf-8"))), path.name


def test_it_shares_none_across_the_steps_of_an_exercise():
    """Steps told one after the other are read as one text."""
    for name in FILES:
        if name.startswith("exercises/"):
            assert not shared(" ".join(read_table(name)["steps"])), name


def test_it_finds_a_copied_sentence():
    """The title of one document stands in sources.toml, and is nine words long."""
    title = read_table("sources/sources.toml")["seed-001"]["title"]
    assert shared(f"As one says: {title.upper()}!")


def test_it_counts_runs_whatever_the_marks():
    assert runs("One two, three - four. FIVE six\nseven; eight nine ten") == [
        "one two three four five six seven eight nine",
        "two three four five six seven eight nine ten",
    ]
    assert runs("Too short to be a run") == []


def test_it_keeps_nothing_but_digests_in_order():
    data = KEPT.read_bytes()
    whole = [data[start : start + SIZE] for start in range(0, len(data), SIZE)]
    assert len(data) % SIZE == 0
    assert whole == sorted(set(whole))
    assert len(kept()) > 30_000
    assert digest_of("a run that no document has at all") not in kept()
