"""The training log in the database: append-only, idempotent by event id."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.db.models import Count, Max

from rhomboid.service.models import LogEvent, Person
from rhomboid.training.events import EMPTY, Log, read_log

MOST_EVENTS_AT_ONCE = 500  # a delivery of a long offline day holds some dozens


@dataclass(frozen=True)
class Refused:
    """An event that cannot be kept, and why in one line."""

    id: str
    reason: str


@dataclass(frozen=True)
class Appended:
    """What became of the events of one delivery; `stored` names repeated ones too, for they are kept already."""

    stored: tuple[str, ...]
    refused: tuple[Refused, ...]


def append_events(person: Person, rows: Sequence[Any]) -> Appended:
    """Keep events in one insert. An id that is there already is the same event; a wrong one is refused by name."""
    kept: list[LogEvent] = []
    refused: list[Refused] = []
    for number, row in enumerate(rows, start=1):
        reason = _reason_against(row, number)
        if reason is not None:
            refused.append(Refused(str(row.get("id", "")) if isinstance(row, dict) else "", reason))
            continue
        at = datetime.fromisoformat(row["at"])
        kept.append(LogEvent(person=person, uuid=UUID(row["id"]), at=at, type=row["type"], body=row))
    LogEvent.objects.bulk_create(kept, ignore_conflicts=True)
    return Appended(tuple(str(event.body["id"]) for event in kept), tuple(refused))


def _reason_against(row: Any, number: int) -> str | None:
    problems = read_log(json.dumps(row), f"event {number}").problems
    if problems:
        return problems[0].text
    try:
        UUID(row["id"])
    except ValueError:
        return f"event {number}: id: {row['id']!r} is not allowed; allowed: a UUID"
    return None


def log_of(person: Person) -> Log:
    """Return the person's log. Two queries, one when nothing came since: the log only grows."""
    stand = LogEvent.objects.for_person(person).aggregate(last=Max("id"), count=Count("id"))
    # The count too: where two writers overlap, a row may appear below the last.
    return EMPTY if stand["last"] is None else _log_up_to(person.pk, stand["last"], stand["count"])


@lru_cache(maxsize=32)
def _log_up_to(person_id: UUID, last: int, count: int) -> Log:  # noqa: ARG001 - count is there to tell stands apart
    rows = LogEvent.objects.filter(person_id=person_id, id__lte=last).order_by("id")
    bodies = rows.values_list("body", flat=True)
    return read_log("\n".join(json.dumps(body, ensure_ascii=False) for body in bodies), "log")
