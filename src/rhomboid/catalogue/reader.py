"""The one place that reads content files."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import tomli

from rhomboid.lib.errors import UserError

# A plain path: importlib.resources costs a command line 20 ms to import.
CONTENT = Path(__file__).parents[1] / "content"


@cache
def read_text(path: str) -> str:
    """Return the text of a content file; `path` is relative to the content folder."""
    return CONTENT.joinpath(path).read_text(encoding="utf-8")


def read_table(path: str) -> dict[str, Any]:
    """Return a content file as a table. Raises UserError naming the file when it is not TOML."""
    try:
        return tomli.loads(read_text(path))
    except tomli.TOMLDecodeError as error:
        raise UserError(f"content/{path}: not valid TOML: {error}") from error


def list_tables(folder: str) -> Iterator[str]:
    """Yield the paths of the TOML files in a content folder, sorted by name."""
    names = sorted(entry.name for entry in CONTENT.joinpath(folder).iterdir())
    return (f"{folder}/{name}" for name in names if name.endswith(".toml"))
