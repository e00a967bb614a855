"""What can stand in a training log: one frozen value for each type of event."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Self

from rhomboid.prescription.program import Load
from rhomboid.screening.facts import Answers


@dataclass(frozen=True)
class Event:
    """at: the moment with its own offset; day: the calendar day there.

    Two moments are equal wherever they were told, so the day is compared too.
    """

    id: str
    at: datetime
    day: date = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "day", self.at.date())

    @classmethod
    def of_fields(cls, values: Sequence[Any]) -> Self:
        """Return the event with its fields as given, in order; the same as by its name, in half the time.

        A frozen value sets its fields one after the other, and a log has tens of thousands of events.
        """
        event = object.__new__(cls)
        fields = event.__dict__
        fields.update(zip(cls.__match_args__, values))  # noqa: B905 - the reader has one value for each field
        fields["day"] = fields["at"].date()
        return event


@dataclass(frozen=True)
class SessionEvent(Event):
    """What is told while a session is done; all of one session is weighed as a whole."""

    session: str


@dataclass(frozen=True)
class SetDone(SessionEvent):
    """One set. None: not told, or it does not apply."""

    exercise: str
    number: int
    side: str
    reps: int | None
    hold_s: int | None
    load: Load | None
    rir: int | None
    pain: int | None
    pain_kind: str
    compensation: bool


@dataclass(frozen=True)
class Stopped(SessionEvent):
    exercise: str
    why: str


@dataclass(frozen=True)
class SessionStart(SessionEvent):
    pain: int | None
    anything_new: bool


@dataclass(frozen=True)
class SessionEnd(SessionEvent):
    felt: str
    effort: int | None
    pain: int


@dataclass(frozen=True)
class Skipped(Event):
    session: str
    why: str


@dataclass(frozen=True)
class Moved(Event):
    session: str
    to: date


@dataclass(frozen=True)
class MorningAfter(Event):
    pain: int
    stiffness: int | None


@dataclass(frozen=True)
class CheckIn(Event):
    average_24h: int
    worst_24h: int | None
    sleep: int | None
    stress: int | None
    confidence: int | None


@dataclass(frozen=True)
class NewSymptom(Event):
    facts: Answers


@dataclass(frozen=True)
class Rescreen(Event):
    facts: Answers


@dataclass(frozen=True)
class ClearanceGiven(Event):
    by: str
    role: str
    scope: tuple[str, ...]


@dataclass(frozen=True)
class FormConfirmed(Event):
    exercise: str


@dataclass(frozen=True)
class SwapWish(Event):
    exercise: str


@dataclass(frozen=True)
class TimeOff(Event):
    first: date
    last: date


@dataclass(frozen=True)
class BreakTaken(Event):
    exercise: str
    seconds: int


@dataclass(frozen=True)
class Walked(Event):
    minutes: float


@dataclass(frozen=True)
class Acknowledged(Event):
    what: str


@dataclass(frozen=True)
class Correction(Event):
    """event: what stands instead, under the corrected id; None takes it back. keeps_time: it names no time."""

    of: str
    event: Event | None
    keeps_time: bool
