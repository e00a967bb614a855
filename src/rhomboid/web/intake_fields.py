"""What a page of the intake asks, and how an answer sent by a browser is read."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.http import QueryDict

from rhomboid.lib.weekdays import WEEKDAYS, are_neighbours

Options = tuple[tuple[str, str], ...]
LONGEST_TEXT = 60
WEEKS_IN = {"days": 1 / 7, "weeks": 1.0, "months": 52.18 / 12, "years": 52.18}


@dataclass(frozen=True)
class Field:
    """One question of a form page.

    kind: number, stepper, nprs, choice, chips, flag, days, duration, kilos, text or bodymap; each has its template.
    group: the profile's table the answer goes to; empty for a screening fact.
    cast: makes the stored value of a chosen option, for choices of numbers.
    first: where a stepper starts from when it is empty.
    """

    name: str
    kind: str
    label: str
    hint: str = ""
    options: Options = ()
    required: bool = True
    low: float = 0
    high: float = 0
    whole: bool = True
    unit: str = ""
    first: int = 0
    group: str = ""
    cast: Callable[[str], Any] = str
    expand: Callable[[list[str]], list[str]] | None = None

    @property
    def id(self) -> str:
        return f"f-{self.name.replace('_', '-')}"


@dataclass
class Reading:
    """What was read from one page: as it is shown again, its facts and profile groups, and what is wrong."""

    shown: dict[str, Any] = field(default_factory=dict)
    facts: dict[str, Any] = field(default_factory=dict)
    setup: dict[str, dict[str, Any]] = field(default_factory=dict)
    errors: dict[str, str] = field(default_factory=dict)


class WrongAnswerError(Exception):
    """An answer that cannot be kept; its text is shown at the field."""


def read_form(fields: tuple[Field, ...], post: QueryDict) -> Reading:
    """Read every field of a form page; wrong ones are kept as typed and named in `errors`."""
    reading = Reading()
    for one in fields:
        reading.shown[one.name] = _as_sent(one, post)
        try:
            value = READERS[one.kind](one, post)
        except WrongAnswerError as wrong:
            reading.errors[one.name] = str(wrong)
            continue
        if value is not None:
            _store(reading, one, value)
    _check_together(reading)
    return reading


def _as_sent(one: Field, post: QueryDict) -> Any:
    if one.kind == "duration":
        return [post.get(one.name, ""), post.get(f"{one.name}_unit", "")]
    if one.kind in ("chips", "days", "bodymap"):
        return post.getlist(one.name)
    return post.get(one.name, "").strip()


def _store(reading: Reading, one: Field, value: Any) -> None:
    if one.group:
        reading.setup.setdefault(one.group, {})[one.name] = value
    else:
        reading.facts[one.name] = value


def _read_number(one: Field, post: QueryDict) -> float | int | None:
    text = post.get(one.name, "").strip().replace(",", ".")
    if not text:
        _check_skipped(one, "Fill this in.")
        return None
    noun = "a whole number" if one.whole else "a number"
    wrong = WrongAnswerError(f"Give {noun} from {one.low:g} to {one.high:g}.")
    try:
        value = float(text)
    except ValueError:
        raise wrong from None
    if not math.isfinite(value) or not one.low <= value <= one.high or (one.whole and value != int(value)):
        raise wrong
    return int(value) if one.whole else value


def _read_choice(one: Field, post: QueryDict) -> Any:
    value = post.get(one.name, "")
    if value not in dict(one.options):
        _check_skipped(one, "Choose one.")
        return None
    return one.cast(value)


def _read_choices(one: Field, post: QueryDict) -> list[Any] | None:
    chosen = [value for value, _ in one.options if value in post.getlist(one.name)]
    if not chosen and one.required:
        raise WrongAnswerError("Choose at least one.")
    if one.expand is not None:
        return one.expand(chosen)
    return [one.cast(value) for value in chosen if value != "none"] if chosen else None


def _read_days(one: Field, post: QueryDict) -> list[str]:
    days = [day for day in WEEKDAYS if day in post.getlist(one.name)]
    if not any(day != other and not are_neighbours(day, other) for day in days for other in days):
        raise WrongAnswerError("Choose at least two days that are not next to each other. Sunday and Monday are.")
    return days


def _read_kilos(one: Field, post: QueryDict) -> list[float] | None:
    """Return the weights of a line such as "2, 4, 6.5"; None when it is empty."""
    words = post.get(one.name, "").lower().replace("kg", " ").replace(",", " ").replace(";", " ").split()
    wrong = WrongAnswerError("Give weights in kg with commas between them, such as 2, 4, 6.5.")
    try:
        kilos = [float(word) for word in words]
    except ValueError:
        raise wrong from None
    if not all(math.isfinite(kg) for kg in kilos):
        raise wrong
    return kilos or None


def _read_text(one: Field, post: QueryDict) -> str | None:
    """Return a line of words, spaces put right; None when it is empty."""
    text = " ".join(post.get(one.name, "").split())
    if not text:
        _check_skipped(one, "Fill this in.")
        return None
    if len(text) > LONGEST_TEXT:
        raise WrongAnswerError(f"Keep it to {LONGEST_TEXT} letters.")
    return text


def _read_duration(one: Field, post: QueryDict) -> float | None:
    text = post.get(one.name, "").strip().replace(",", ".")
    unit = post.get(f"{one.name}_unit", "")
    if not text or unit not in WEEKS_IN:
        raise WrongAnswerError("Give a number, and choose days, weeks, months or years.")
    try:
        count = float(text)
    except ValueError:
        raise WrongAnswerError("Give a number, such as 3.") from None
    weeks = count * WEEKS_IN[unit]
    if not math.isfinite(weeks) or not one.low <= weeks <= one.high:
        raise WrongAnswerError("Give a time from 0 days to 120 years.")
    return round(weeks, 2)


def _check_skipped(one: Field, ask: str) -> None:
    if one.required:
        raise WrongAnswerError(ask)


def _check_together(reading: Reading) -> None:
    upper, lower = reading.facts.get("systolic_mmhg"), reading.facts.get("diastolic_mmhg")
    if upper is not None and lower is not None and lower >= upper:
        reading.errors["diastolic_mmhg"] = "The lower figure must be below the upper one."


READERS: Mapping[str, Callable[[Field, QueryDict], Any]] = {
    "number": _read_number,
    "stepper": _read_number,
    "nprs": _read_choice,
    "choice": _read_choice,
    "flag": _read_choice,
    "chips": _read_choices,
    "bodymap": _read_choices,
    "days": _read_days,
    "duration": _read_duration,
    "kilos": _read_kilos,
    "text": _read_text,
}
