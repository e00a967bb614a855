"""What a person tells in a tap or two: each is one event of the log, made on the server."""

import uuid
from datetime import date, datetime
from typing import Any

from rhomboid.lib.errors import UserError
from rhomboid.service.log import append_events
from rhomboid.service.models import Person


def log_now(person: Person, event_type: str, *, now: datetime, **fields: Any) -> None:
    """Keep one event of this moment. Raises UserError with one line when a value is not allowed."""
    row = {"id": str(uuid.uuid4()), "at": now.isoformat(), "type": event_type, **fields}
    refused = append_events(person, [row]).refused
    if refused:
        raise UserError(refused[0].reason)


def move_session(person: Person, session_id: str, to: date, *, now: datetime) -> None:
    """Move a session to another day of its week."""
    log_now(person, "moved", now=now, session=session_id, to=to.isoformat())


def skip_session(person: Person, session_id: str, why: str, *, now: datetime) -> None:
    """Leave a session out; nothing is lost by it."""
    log_now(person, "skipped", now=now, session=session_id, why=why)
