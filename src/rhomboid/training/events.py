"""A training log read from JSON lines. What cannot be read is reported and left out; nothing is lost, nothing fails."""

import json
from bisect import insort
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import orjson

from rhomboid.training import event_types as types
from rhomboid.training.event_fields import (
    NEEDED,
    Field,
    Reader,
    amount,
    needed,
    one_of,
    optional,
    read_date,
    read_facts,
    read_flag,
    read_load,
    read_moment,
    read_role,
    read_scope,
    read_symptoms,
    read_text,
    whole,
)

SCORE = whole(0, 10)
# For each type: its value, and how each field of the value is read, in order.
FIELDS: dict[str, tuple[type[types.Event], tuple[Field, ...]]] = {
    "set": (
        types.SetDone,
        (
            needed("session", read_text),
            needed("exercise", read_text),
            needed("set", whole(1, 99)),
            needed("side", one_of("left", "right", "both")),
            optional("reps", whole(0, 999)),
            optional("hold_s", whole(0, 3600)),
            optional("load", read_load),
            optional("rir", whole(0, 99)),
            optional("pain", SCORE),
            optional("pain_kind", one_of("none", "sore", "sharp"), "none"),
            optional("compensation", read_flag, False),
        ),
    ),
    "stopped": (
        types.Stopped,
        (
            needed("session", read_text),
            needed("exercise", read_text),
            needed("why", one_of("sharp", "worsening", "tired", "time")),
        ),
    ),
    "session_end": (
        types.SessionEnd,
        (
            needed("session", read_text),
            needed("felt", one_of("strong", "fine", "weak_achy")),
            optional("effort", SCORE),
            needed("pain", SCORE),
        ),
    ),
    "skipped": (types.Skipped, (needed("session", read_text), needed("why", one_of("time", "pain", "ill", "other")))),
    "morning_after": (types.MorningAfter, (needed("pain", SCORE), optional("stiffness", SCORE))),
    "check_in": (
        types.CheckIn,
        (
            needed("average_24h", SCORE),
            optional("worst_24h", SCORE),
            optional("sleep", SCORE),
            optional("stress", SCORE),
            optional("confidence", SCORE),
        ),
    ),
    "new_symptom": (types.NewSymptom, (needed("facts", read_symptoms),)),
    "clearance": (
        types.ClearanceGiven,
        (needed("by", read_text), needed("role", read_role), needed("scope", read_scope)),
    ),
    "form_confirmed": (types.FormConfirmed, (needed("exercise", read_text),)),
    "rescreen": (types.Rescreen, (needed("facts", read_facts),)),
    "session_start": (
        types.SessionStart,
        (needed("session", read_text), optional("pain", SCORE), optional("anything_new", read_flag, False)),
    ),
    "moved": (types.Moved, (needed("session", read_text), needed("to", read_date))),
    "swap_wish": (types.SwapWish, (needed("exercise", read_text),)),
    "time_off": (types.TimeOff, (needed("from", read_date), needed("to", read_date))),
    "break": (types.BreakTaken, (needed("exercise", read_text), needed("seconds", whole(0, 86_400)))),
    "walk": (types.Walked, (needed("minutes", amount(0, 1440)),)),
    "acknowledged": (types.Acknowledged, (needed("what", read_text),)),
}


@dataclass(frozen=True)
class Problem:
    """One line that was left out. event: its id where that could be read, so that a correction can mend it.

    while_open: nothing rises while it stands.
    """

    text: str
    event: str | None
    while_open: bool = True


@dataclass(frozen=True)
class Log:
    """events: all that could be read, corrections among them, by time, then id, each once."""

    events: tuple[types.Event, ...]
    problems: tuple[Problem, ...]

    @cached_property
    def corrections(self) -> tuple[types.Correction, ...]:
        """Return the corrections among the events."""
        return tuple([one for one in self.events if isinstance(one, types.Correction)])

    @cached_property
    def ids(self) -> frozenset[str]:
        """Return the ids of all events."""
        return frozenset([one.id for one in self.events])


EMPTY = Log((), ())


class _UnreadableError(Exception):
    """A line that cannot be read; the message says what is wrong in it."""


def read_log(text: str, where: str = "log") -> Log:
    """Return the log in `text`: JSON lines in any order. A line that cannot be read becomes a problem."""
    lines = enumerate(text.removeprefix("\ufeff").split("\n"), 1)
    return _read(((number, _decoded(line)) for number, line in lines if line.strip()), where)


def read_bodies(bodies: Iterable[Any], where: str = "log", first: int = 1) -> Log:
    """Return the log of events that are decoded already. first: the number of the first, for what is said of it."""
    return _read(enumerate(bodies, first), where)


def join_logs(log: Log, later: Log) -> Log | None:
    """Return one log of both, as if read at once; None where they share an id, so that both must be read together."""
    if not log.ids.isdisjoint(later.ids):
        return None
    events = list(log.events)
    for event in later.events:
        insort(events, event, key=in_time)
    return Log(tuple(events), (*log.problems, *later.problems))


def _read(bodies: Iterable[tuple[int, Any]], where: str) -> Log:
    found: dict[str, tuple[types.Event, dict[str, Any]]] = {}
    problems: list[Problem] = []
    # What stands in the log twice is told once, so that what is said does not hang on how often it came.
    refused: dict[str | None, list[Any]] = {}
    for number, body in bodies:
        try:
            event = _event(body)
        except _UnreadableError as wrong:
            if isinstance(body, dict) and _is_known(refused, body):
                continue
            problems.append(Problem(f"{where}: line {number}: {wrong}; left out", _id_of(body)))
            continue
        known = found.get(event.id)
        if known is None:
            found[event.id] = (event, body)
        elif known[1] != body and not _is_known(refused, body):
            _is_known(refused, known[1])
            text_of_problem = (
                f"{where}: line {number}: id: {event.id!r} is already another event; one of them is left out"
            )
            problems.append(Problem(text_of_problem, event.id))
            found[event.id] = min(known, (event, body), key=lambda pair: (pair[0].at.timestamp(), _canonical(pair[1])))
    return Log(_sorted(event for event, _ in found.values()), tuple(problems))


def _is_known(refused: dict[str | None, list[Any]], body: dict[str, Any]) -> bool:
    """Return whether a body was refused before; from now on it was."""
    known = refused.setdefault(_id_of(body), [])
    if body in known:
        return True
    known.append(body)
    return False


class _Broken:
    """Stands for a line that is no JSON."""


def _decoded(line: str) -> Any:
    try:
        return orjson.loads(line)
    except ValueError:
        return _Broken()


def _id_of(body: Any) -> str | None:
    found = body.get("id") if isinstance(body, dict) else None
    return found if isinstance(found, str) else None


def _event(body: Any) -> types.Event:
    """Return the event in one line."""
    if isinstance(body, _Broken):
        raise _UnreadableError("not a whole JSON object; allowed: one JSON object a line")
    if not isinstance(body, dict):
        raise _UnreadableError("not a JSON object; allowed: one JSON object a line")
    kind = body.get("type")
    if kind == "correction":
        return _correction(body)
    known = FIELDS.get(kind) if isinstance(kind, str) else None
    if known is None:
        raise _UnreadableError(_wrong("type", kind, f"one of {', '.join(FIELDS)}, correction"))
    event_type, fields = known
    event = event_type.of_fields(_fields(body, fields))
    if isinstance(event, types.TimeOff) and event.last < event.first:
        raise _UnreadableError(_wrong("to", body["to"], f"a date not before {body['from']}"))
    return event


def _correction(body: Mapping[str, Any]) -> types.Correction:
    event_id, at = _field(body, "id", read_text), _field(body, "at", read_moment)
    of = _field(body, "of", read_text)
    instead = body.get("event")
    if instead is None:
        if "event" not in body:
            raise _UnreadableError(_wrong("event", None, "an event, or null to take it back"))
        return types.Correction(event_id, at, of, None, keeps_time=True)
    if not isinstance(instead, dict) or instead.get("type") == "correction":
        raise _UnreadableError(_wrong("event", instead, "an event that is no correction, or null"))
    # The event that stands instead keeps the id, and the time unless it says another.
    event = _event({"at": body["at"], **instead, "id": of})
    return types.Correction(event_id, at, of, event, keeps_time="at" not in instead)


def _fields(body: Mapping[str, Any], fields: Iterable[Field]) -> list[Any]:
    """Return id, moment and fields; one `try` for all of them, for a log has tens of thousands."""
    get, name = body.get, "id"
    try:
        values: list[Any] = [read_text(get(name))]
        name = "at"
        values.append(read_moment(get(name)))
        add = values.append
        for name, reader, instead in fields:
            value = get(name)
            add(instead if value is None and instead is not NEEDED else reader(value))
    except ValueError as wrong:
        raise _UnreadableError(_wrong(name, body.get(name), str(wrong))) from None
    return values


def _field(body: Mapping[str, Any], name: str, reader: Reader) -> Any:
    value = body.get(name)
    try:
        return reader(value)
    except ValueError as wrong:
        raise _UnreadableError(_wrong(name, value, str(wrong))) from None


def _wrong(field: str, value: Any, allowed: str) -> str:
    shown = "nothing" if value is None else repr(value)[:80]
    return f"{field}: {shown} is not allowed; allowed: {allowed}"


def _canonical(body: Mapping[str, Any]) -> str:
    return json.dumps(body, sort_keys=True, ensure_ascii=False)


def in_time(event: types.Event) -> tuple[float, str]:
    """Return the place of an event in a log: by the moment, then by id."""
    return (event.at.timestamp(), event.id)


def _sorted(events: Iterable[types.Event]) -> tuple[types.Event, ...]:
    return tuple(sorted(events, key=in_time))
