"""Write the digests of every run of nine words in some texts, so that a test can tell copied words from our own.

Usage: python scripts/make_nine_word_runs.py TEXT... The texts stay where they are; only short digests are kept,
from which no sentence can be read back.
"""  # noqa: INP001  # a script, not a package

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.nine_words import KEPT, SIZE, digests  # noqa: E402  # the one way to count runs lives beside the test


def main(paths: list[str]) -> None:
    """Write the sorted digests of all texts."""
    found: set[bytes] = set()
    for path in paths:
        found |= digests(Path(path).read_text(encoding="utf-8", errors="replace"))
    KEPT.write_bytes(b"".join(sorted(found)))
    sys.stdout.write(f"{len(found)} runs of nine words, {SIZE} bytes each, in {KEPT.relative_to(ROOT)}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
