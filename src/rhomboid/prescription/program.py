"""What is prescribed: program, week, session, block, item. Immutable values; `contracts/README.md` has the JSON."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property


@dataclass(frozen=True)
class Load:
    """Exactly one of: kg (in one hand, or of the whole bar or stack), a band, or the body's own weight."""

    kg: float | None = None
    band: str | None = None

    @property
    def is_bodyweight(self) -> bool:
        return self.kg is None and self.band is None


BODYWEIGHT = Load()


@dataclass(frozen=True)
class Why:
    """One reason in plain words with the key of its source (a rule id such as "C5", or a source key)."""

    text: str
    source: str


@dataclass(frozen=True)
class Item:
    """One exercise with its dose. reps is (lowest of the phase, today's target); seconds is all of its time.

    load is None where nothing resists (stretches, walks); rir (repetitions in reserve) is None where none is asked.
    """

    exercise: str
    sets: int
    reps: tuple[int, int] | None
    hold_s: int | None
    minutes: float | None
    per_side: bool
    rest_s: int
    tempo: str | None
    load: Load | None
    rir: int | None
    seconds: int
    why: tuple[Why, ...]


@dataclass(frozen=True)
class Block:
    name: str
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Session:
    """kind: strength, daily or walk. minutes: the sum of its items' seconds / 60."""

    id: str
    date: date
    kind: str
    minutes: float
    blocks: tuple[Block, ...]

    @cached_property
    def items(self) -> tuple[Item, ...]:
        return tuple(item for block in self.blocks for item in block.items)

    def block(self, name: str) -> tuple[Item, ...]:
        """Return the items of the block called `name`; empty when there is none."""
        return tuple(item for block in self.blocks if block.name == name for item in block.items)


@dataclass(frozen=True)
class Week:
    """number: 1 on. phase: familiarise, build, strengthen or maintain. deload: a lighter week (C2)."""

    number: int
    phase: str
    deload: bool
    sessions: tuple[Session, ...]


@dataclass(frozen=True)
class Program:
    """made_on: the first day of a program made anew from a log, None for one that begins at its start.

    is_minimal: it is the smallest form, which asks for a reserve of its own (C10).
    """

    start: date
    end: date
    review_dates: tuple[date, ...]
    weeks: tuple[Week, ...]
    made_on: date | None = None
    is_minimal: bool = False

    @cached_property
    def sessions(self) -> tuple[Session, ...]:
        return tuple(session for week in self.weeks for session in week.sessions)

    @cached_property
    def session_by_id(self) -> dict[str, Session]:
        return {session.id: session for session in self.sessions}

    def week_on(self, day: date) -> Week | None:
        """Return the week `day` falls in, or None outside; a program made anew begins later than its first week."""
        number = (day - self.start).days // 7 + 1
        return next((week for week in self.weeks if week.number == number), None)


@dataclass(frozen=True)
class Proof:
    """What the solver can show: objective, bound, gap as a fraction of the bound, deterministic seconds."""

    objective: float
    bound: float
    gap: float
    seconds: float


@dataclass(frozen=True)
class Versions:
    catalogue: str
    rules: str
    engine: str
