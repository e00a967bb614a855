"""What a folder of plans already holds: one line a profile, so that a run that was cut off goes on where it stood."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path

from rhomboid.batch.asked import FAILED
from rhomboid.lib.errors import UserError

NAME = "plan-many.jsonl"


@dataclass(frozen=True)
class Entry:
    """The answer to one profile. key: all it depends on; digest: of the plan's bytes; error: why there is no plan."""

    profile: str
    status: str
    key: str
    plan: str | None
    digest: str | None
    error: str | None

    @property
    def failed(self) -> bool:
        return self.status == FAILED


def load_entries(folder: Path) -> dict[str, Entry]:
    """Return the last entry of each profile; a line that was cut off or changed only costs the time to plan anew."""
    try:
        lines = (folder / NAME).read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return {}
    found: dict[str, Entry] = {}
    for line in lines:
        try:
            entry = Entry(**json.loads(line))
        except (TypeError, ValueError):
            continue
        found[entry.profile] = entry
    return found


def add_entry(folder: Path, entry: Entry) -> None:
    """Write one line at the end."""
    path = folder / NAME
    try:
        with path.open("a", encoding="utf-8") as file:
            file.write(_line(entry))
    except OSError as error:
        raise cannot_write(path, error) from error


def write_entries(folder: Path, entries: Iterable[Entry]) -> None:
    """Write all lines anew, in order of name."""
    ordered = sorted(entries, key=lambda entry: entry.profile)
    write_whole(folder / NAME, "".join(_line(entry) for entry in ordered))


def is_whole(folder: Path, entry: Entry) -> bool:
    """Return whether the plan of an entry stands there as it was written."""
    if entry.plan is None:
        return False
    try:
        return digest_of((folder / entry.plan).read_bytes()) == entry.digest
    except OSError:
        return False


def digest_of(content: bytes) -> str:
    """Return the name of a file's content."""
    return sha256(content).hexdigest()


def write_whole(path: Path, text: str) -> None:
    """Write a file whole or not at all."""
    part = path.with_name(f".{path.name}.part")
    try:
        part.write_text(text, encoding="utf-8")
        part.replace(path)
    except OSError as error:
        raise cannot_write(path, error) from error


def cannot_write(path: Path, error: OSError) -> UserError:
    """Return the error for a file or folder that cannot be written."""
    return UserError(f"{path}: cannot be written: {error.strerror or error}")


def _line(entry: Entry) -> str:
    return json.dumps(asdict(entry), ensure_ascii=False) + "\n"
