"""Plans for a folder of profiles: each plan, or what is wrong, beside the name of its profile."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rhomboid.batch.asked import FAILED, Answered, Asked, answer, key_of
from rhomboid.batch.journal import (
    Entry,
    add_entry,
    cannot_write,
    digest_of,
    is_whole,
    load_entries,
    write_entries,
    write_whole,
)
from rhomboid.lib.errors import UserError
from rhomboid.prescription.program_json import STATUSES
from rhomboid.spread.work import Lost, Where, spread

PATTERN = "*.toml"
PLAN, ERROR = ".plan.json", ".error.txt"
LOST = "planning this profile ended the process: a crash, or no memory left"


@dataclass(frozen=True)
class Batch:
    """What became of a folder. entries: one for each profile, by name; kept: how many plans were there already."""

    entries: tuple[Entry, ...]
    kept: int

    @property
    def failures(self) -> tuple[Entry, ...]:
        return tuple(entry for entry in self.entries if entry.failed)

    def to_json(self) -> dict[str, Any]:
        """Return the summary as plain values in a fixed order."""
        return {
            "profiles": len(self.entries),
            "made": len(self.entries) - self.kept - len(self.failures),
            "kept": self.kept,
            "failed": len(self.failures),
            "statuses": {one: sum(entry.status == one for entry in self.entries) for one in STATUSES},
            "files": [
                {"profile": entry.profile, "status": entry.status, "plan": entry.plan, "error": entry.error}
                for entry in self.entries
            ],
        }


def list_profiles(folder: Path) -> list[Path]:
    """Return the profiles of a folder by name. Raises UserError where there is no such folder or no profile in it."""
    if not folder.is_dir():
        raise UserError(f"{folder}: not a folder; allowed: a folder with a profile in each file {PATTERN}")
    try:
        found = sorted(path for path in folder.glob(PATTERN) if not path.name.startswith("."))
    except OSError as error:
        raise UserError(f"{folder}: cannot be read: {error.strerror or error}") from error
    if not found:
        raise UserError(f"{folder}: holds no profile; allowed: a folder with a profile in each file {PATTERN}")
    return found


def plan_folder(
    profiles: Sequence[Path], out: Path, asked: Asked, where: Where, advanced: Callable[[int], None]
) -> Batch:
    """Plan each profile that has no plan yet, and write plans and errors into `out` as they come.

    Stopped at any moment, it leaves whole files, and the next run goes on with those that are missing.
    """
    run = _Run(profiles, out, asked, advanced)
    with closing(spread(answer, asked, run.tasks(), where)) as found:
        for place, answered in found:
            run.take(place, Answered(FAILED, LOST) if isinstance(answered, Lost) else answered)
    return run.end()


class _Run:
    """One run over a folder: what is to do, what came back."""

    def __init__(
        self, profiles: Sequence[Path], out: Path, asked: Asked, advanced: Callable[[int], None]
    ) -> None:  # fmt: skip
        try:
            out.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise cannot_write(out, error) from error
        self.profiles, self.out, self.asked, self.advanced = profiles, out, asked, advanced
        self.earlier = load_entries(out)
        self.entries: dict[str, Entry] = {}
        self.sent: list[tuple[Path, str]] = []
        self.kept = 0

    def tasks(self) -> Iterator[tuple[str, str]]:
        """Yield name and text of each profile that is to be planned; read only when its turn comes."""
        for path in self.profiles:
            try:
                content = path.read_bytes()
                text = content.decode("utf-8")
            except (OSError, UnicodeDecodeError) as error:
                reason = error.strerror if isinstance(error, OSError) else "not UTF-8 text"
                self._write(path, "", Answered(FAILED, f"{path.name}: cannot be read: {reason}"))
                continue
            key, before = key_of(self.asked, content), self.earlier.get(path.name)
            if before is not None and before.key == key and is_whole(self.out, before):
                self.entries[path.name] = before
                self.kept += 1
                self.advanced(1)
            else:
                self.sent.append((path, key))
                yield path.name, text

    def take(self, place: int, answered: Answered) -> None:
        """Write the answer to the task at a place."""
        path, key = self.sent[place]
        self._write(path, key, answered)

    def end(self) -> Batch:
        """Put the journal in order and return what became of the folder."""
        write_entries(self.out, {**self.earlier, **self.entries}.values())
        return Batch(tuple(self.entries[path.name] for path in self.profiles), self.kept)

    def _write(self, path: Path, key: str, answered: Answered) -> None:
        """Write a plan or an error, never both: an old plan beside a profile that is now wrong would mislead."""
        plan, error = (self.out / f"{path.stem}{ending}" for ending in (PLAN, ERROR))
        if answered.status == FAILED:
            write_whole(error, answered.text + "\n")
            plan.unlink(missing_ok=True)
            entry = Entry(path.name, FAILED, key, None, None, answered.text)
        else:
            write_whole(plan, answered.text)
            error.unlink(missing_ok=True)
            entry = Entry(path.name, answered.status, key, plan.name, digest_of(answered.text.encode()), None)
        add_entry(self.out, entry)
        self.entries[path.name] = entry
        self.advanced(1)
