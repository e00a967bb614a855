"""The fold over a log, and checkpoints: what a log left behind up to some happening, so that it can be folded on.

A checkpoint is never trusted for its age or its name. It holds the very happenings it was folded from and is used only
where a log begins with exactly those, for the same person, program and catalogue. A late event, a correction or an
event taken back therefore makes it useless by itself, and the log is folded from an earlier one or from the beginning.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from rhomboid.catalogue.exercise import Catalogue
from rhomboid.prescription.profile import Profile
from rhomboid.prescription.program import Program
from rhomboid.training.corrections import Reading
from rhomboid.training.fold import State
from rhomboid.training.person import Person
from rhomboid.training.timeline import Happening, happenings
from rhomboid.training.tracks import Desk

# A second checkpoint stands so far back that what a device tells late seldom reaches behind it.
SETTLED = timedelta(days=14)
KEPT = 6


@dataclass(frozen=True)
class Ground:
    """What a fold stands on beside the log. first: the day the intake counts from."""

    profile: Profile
    catalogue: Catalogue
    program: Program
    first: date


@dataclass(frozen=True)
class Checkpoint:
    """taken: the happenings so far. state: what they left behind; it is never changed, only copied."""

    ground: Ground
    taken: tuple[Happening, ...]
    state: State

    def is_start_of(self, ground: Ground, order: tuple[Happening, ...]) -> bool:
        """Return whether a fold over `order` passes through here: equal in every value, so equal in every answer."""
        return self.ground == ground and self.taken == order[: len(self.taken)]


class Checkpoints:
    """The last few checkpoints of one person. They make an answer faster, never another one."""

    def __init__(self) -> None:
        self.kept: tuple[Checkpoint, ...] = ()

    def find(self, ground: Ground, order: tuple[Happening, ...]) -> Checkpoint | None:
        """Return the furthest checkpoint on the way of a fold, or None."""
        fitting = (one for one in self.kept if len(one.taken) <= len(order) and one.is_start_of(ground, order))
        return max(fitting, key=lambda one: len(one.taken), default=None)

    def keep(self, checkpoint: Checkpoint) -> None:
        """Keep a checkpoint in place of the oldest one."""
        self.kept = (*self.kept, checkpoint)[-KEPT:]


def fold(
    ground: Ground,
    reading: Reading,
    before: tuple[str, date] | None = None,
    *,
    checkpoints: Checkpoints | None = None,
) -> State:
    """Return what a log leaves behind; `before`: only up to the beginning of that session on that day.

    reading: the log as it stood on a day (`corrections.read_as_of`).
    """
    order = happenings(reading.events)
    end = len(order) if before is None else _beginning(order, *before)
    state = _from_start(ground, order[:end]) if checkpoints is None else _from_last(ground, order[:end], checkpoints)
    state.stand_on()
    state.person.unreadable = reading.nothing_rises
    state.rest = order[end:]
    return state


def _beginning(order: tuple[Happening, ...], session: str, day: date) -> int:
    """Return the place at which a session begins on a day. What was told of it on earlier days was done then."""
    return next((n for n, one in enumerate(order) if one.session == session and one.events[0].day >= day), len(order))


def _from_start(ground: Ground, order: tuple[Happening, ...]) -> State:
    return _on(_new_state(ground), order)


def _from_last(ground: Ground, order: tuple[Happening, ...], checkpoints: Checkpoints) -> State:
    """Fold on from the furthest checkpoint and keep new ones on the way."""
    found = checkpoints.find(ground, order)
    reached = len(found.taken) if found is not None else 0
    state = found.state.copy() if found is not None else _new_state(ground)
    if found is not None and reached == len(order):
        return state
    for end in sorted({max(_settled(order), reached), len(order)}):
        _on(state, order[reached:end])
        checkpoints.keep(Checkpoint(ground, order[:end], state.copy()))
        reached = end
    return state


def _new_state(ground: Ground) -> State:
    person = Person(ground.profile, ground.first, unreadable=False)
    return State(person, Desk(ground.profile, ground.catalogue), ground.program)


def _on(state: State, order: tuple[Happening, ...]) -> State:
    for happening in order:
        state.take(happening)
    return state


def _settled(order: tuple[Happening, ...]) -> int:
    """Return how many happenings began well before the last one."""
    if not order:
        return 0
    until = order[-1].events[0].at - SETTLED
    return next((n for n, one in enumerate(order) if one.events[0].at >= until), 0)
