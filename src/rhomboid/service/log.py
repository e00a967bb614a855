"""The training log in the database: append-only, idempotent by event id."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection

from rhomboid.service.models import LogEvent, Person
from rhomboid.training.events import EMPTY, Log, join_logs, read_bodies

MOST_EVENTS_AT_ONCE = 500  # a delivery of a long offline day holds some dozens
KEPT_LOGS = 32
STAND = f'SELECT MAX(id), COUNT(id) FROM "{LogEvent._meta.db_table}" WHERE person_id = %s'  # noqa: S608, SLF001 (no input; Django's way to a table)


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
    problems = read_bodies([row], f"event {number}").problems
    if problems:
        return problems[0].text
    try:
        UUID(row["id"])
    except ValueError:
        return f"event {number}: id: {row['id']!r} is not allowed; allowed: a UUID"
    return None


class _Stand(NamedTuple):
    """How far a log has grown. The number of rows too: where two writers overlap, a row may appear below the last."""

    last: int
    rows: int


# The last log read of each person with its stand: what is kept never changes, so only what came since is read.
_read_logs: dict[UUID, tuple[_Stand, Log]] = {}


def log_of(person: Person) -> Log:
    """Return the person's log. Two queries, one when nothing came since: the log only grows."""
    stand = _stand_of(person)
    if stand.rows == 0:
        return EMPTY
    known, log = _read_logs.get(person.pk, (_Stand(0, 0), EMPTY))
    if known != stand:
        log = _grown(person, known, log, stand)
        _keep(person.pk, stand, log)
    return log


def _stand_of(person: Person) -> _Stand:
    """Return how far the log has grown. Every page asks, and building this query would cost ten times its answer."""
    field = LogEvent._meta.get_field("person")  # noqa: SLF001 (Django's way to a field)
    key = field.get_db_prep_value(person.pk, connection)
    with connection.cursor() as cursor:
        cursor.execute(STAND, [key])
        last, rows = cursor.fetchone()
    return _Stand(last or 0, rows)


def _grown(person: Person, known: _Stand, log: Log, stand: _Stand) -> Log:
    """Return the log with what came since; read from its beginning where that is not all that changed."""
    if known.rows:
        new = _bodies(person, after=known.last, until=stand.last)
        joined = join_logs(log, read_bodies(new, first=known.rows + 1))
        if joined is not None and known.rows + len(new) == stand.rows:
            return joined
    return read_bodies(_bodies(person, after=0, until=stand.last))


def _bodies(person: Person, *, after: int, until: int) -> list[Any]:
    rows = LogEvent.objects.for_person(person).filter(id__gt=after, id__lte=until).order_by("id")
    return list(rows.values_list("body", flat=True))


def _keep(person: UUID, stand: _Stand, log: Log) -> None:
    _read_logs.pop(person, None)
    _read_logs[person] = (stand, log)
    while len(_read_logs) > KEPT_LOGS:
        _read_logs.pop(next(iter(_read_logs)), None)
