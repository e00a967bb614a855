"""How each field of a logged event is read; a wrong one raises ValueError saying what is allowed."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import lru_cache
from typing import Any, NamedTuple

from rhomboid.catalogue.vocabulary import BANDS
from rhomboid.lib.errors import UserError
from rhomboid.prescription.program import BODYWEIGHT, Load
from rhomboid.screening.clearance import ROLES
from rhomboid.screening.facts import Answers, parse_answers
from rhomboid.screening.rules import load_rules

Reader = Callable[[Any], Any]
FIRST_YEAR, LAST_YEAR = 2000, 2199
NEEDED = object()


class Field(NamedTuple):
    """One field of an event. instead: what stands for it where it is null or left out; NEEDED where it may not be."""

    name: str
    read: Reader
    instead: Any


def needed(name: str, read: Reader) -> Field:
    """Return a field that is always told."""
    return Field(name, read, NEEDED)


def optional(name: str, read: Reader, instead: Any = None) -> Field:
    """Return a field that may be null or left out."""
    return Field(name, read, instead)


def read_text(value: Any) -> str:
    """Return a text that is not empty."""
    if not isinstance(value, str) or not value.strip():
        raise ValueError("a text that is not empty")
    return value


def read_moment(value: Any) -> datetime:
    """Return a moment; without its offset from universal time it is no moment."""
    try:
        moment = datetime.fromisoformat(value)
    except (TypeError, ValueError):
        moment = None
    if moment is None or moment.tzinfo is None or not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise ValueError("a moment with its offset, such as 2026-11-23T07:30:00+01:00")
    return moment


def read_date(value: Any) -> date:
    """Return a calendar day."""
    try:
        day = date.fromisoformat(value)
    except (TypeError, ValueError):
        day = None
    if day is None or not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ValueError("a date such as 2026-11-23")
    return day


def whole(low: int, high: int) -> Reader:
    """Return a reader of whole numbers from `low` to `high`."""

    def read(value: Any) -> int:
        # In Python True is an int; in a log it is a slip.
        if type(value) is int and low <= value <= high:
            return value
        if type(value) is float and value.is_integer() and low <= value <= high:
            return int(value)
        raise ValueError(f"a whole number from {low} to {high}")

    return read


def amount(low: float, high: float) -> Reader:
    """Return a reader of numbers from `low` to `high`."""

    def read(value: Any) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float) or not low <= value <= high:
            raise ValueError(f"a number from {low:g} to {high:g}")
        return value

    return read


def one_of(*values: str) -> Reader:
    """Return a reader of a closed list of words."""
    allowed = frozenset(values)

    def read(value: Any) -> str:
        if not isinstance(value, str) or value not in allowed:
            raise ValueError(f"one of {', '.join(values)}")
        return value

    return read


def read_flag(value: Any) -> bool:
    """Return true or false."""
    if not isinstance(value, bool):
        raise ValueError("true or false")  # noqa: TRY004 - every wrong field raises the same kind
    return value


def read_load(value: Any) -> Load:
    """Return a load: kilograms, a band or the body's own weight."""
    if isinstance(value, Mapping) and len(value) == 1:
        kind, what = next(iter(value.items()))
        if kind == "kg" and type(what) in (int, float) and 0 <= what <= 1000:
            return _kilograms(float(what))
        if kind == "band" and what in BANDS:
            return Load(band=what)
        if kind == "bodyweight" and what is True:
            return BODYWEIGHT
    raise ValueError('{"kg": number}, {"band": name} or {"bodyweight": true}')


@lru_cache(maxsize=256)
def _kilograms(kg: float) -> Load:
    """Return a load; a log names the same few again and again."""
    return Load(kg=kg)


def read_facts(value: Any) -> Answers:
    """Return screening facts, flat by id."""
    if not isinstance(value, Mapping):
        raise ValueError("facts by id")  # noqa: TRY004 - every wrong field raises the same kind
    try:
        return parse_answers("log", value)
    except UserError as error:
        raise ValueError(str(error).partition("allowed: ")[2] or str(error)) from error


def read_symptoms(value: Any) -> Answers:
    """Return new symptoms; there must be one."""
    facts = read_facts(value)
    if not facts.items:
        raise ValueError("at least one fact")
    return facts


def read_role(value: Any) -> str:
    """Return who cleared."""
    return str(one_of(*ROLES)(value))


def read_scope(value: Any) -> tuple[str, ...]:
    """Return ids of screening rules."""
    known = load_rules()
    if not isinstance(value, list) or any(not isinstance(one, str) or one not in known for one in value):
        raise ValueError("a list of ids of screening rules")
    return tuple(value)
