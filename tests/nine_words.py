"""Runs of nine words as short digests: enough to find copied text, too little to read the text back."""

import re
from functools import cache
from hashlib import blake2b
from pathlib import Path

RUN = 9
SIZE = 5
KEPT = Path(__file__).parent / "nine_word_runs.bin"


def runs(text: str) -> list[str]:
    """Return every run of nine words in a text, whatever its marks, capitals and line ends."""
    words = re.findall(r"[a-z0-9]+", re.sub(r"['’]", "", text.lower()))
    return [" ".join(words[start : start + RUN]) for start in range(len(words) - RUN + 1)]


def digests(text: str) -> set[bytes]:
    """Return the digests of the runs of a text."""
    return {digest_of(run) for run in runs(text)}


def digest_of(run: str) -> bytes:
    """Return the short digest of one run."""
    return blake2b(run.encode(), digest_size=SIZE).digest()


@cache
def kept() -> frozenset[bytes]:
    """Return the digests of the five documents and the inventory."""
    data = KEPT.read_bytes()
    return frozenset(data[start : start + SIZE] for start in range(0, len(data), SIZE))


def shared(text: str) -> list[str]:
    """Return the runs of a text that the documents have too."""
    return [run for run in runs(text) if digest_of(run) in kept()]
