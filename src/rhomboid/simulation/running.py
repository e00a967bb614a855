"""The engine's fold, kept between days: the same state and the same rules, told each happening once.

`due_on` folds the whole log anew for each day it is asked. Here events arrive in order, none is corrected and nobody
moves a session, so the state of yesterday is the start of today. A test holds both answers against each other.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from rhomboid.catalogue.exercise import Catalogue
from rhomboid.prescription.profile import Profile
from rhomboid.prescription.program import Program, Session
from rhomboid.screening.triage import Triage
from rhomboid.simulation.remembering import RememberingDesk, RememberingPerson, RememberingState, Shared
from rhomboid.training.calendar import KINDS
from rhomboid.training.gentle_days import go_gently
from rhomboid.training.prescribing import Due
from rhomboid.training.timeline import Happening


@dataclass(frozen=True)
class DayDue:
    """What is due on a day. sessions: each with its items; empty while the person is locked."""

    triage: Triage
    sessions: tuple[tuple[Session, tuple[Due, ...]], ...]

    @property
    def locked(self) -> bool:
        return not self.triage.may_train


class RunningFold:
    """One person's log, day after day."""

    def __init__(
        self, profile: Profile, catalogue: Catalogue, program: Program, by_day: Mapping[date, tuple[Session, ...]],
        shared: Shared,
    ) -> None:  # fmt: skip
        self.catalogue = catalogue
        person = RememberingPerson(profile, program.start, shared)
        self.state = RememberingState(person, RememberingDesk(profile, catalogue, shared), program)
        self._by_day = by_day

    def take(self, happening: Happening) -> None:
        """Take in what happened next."""
        self.state.take(happening)

    def due_on(self, day: date) -> DayDue:
        """Return what is due on a day, before anything of its sessions is told."""
        triage = self.state.person.triage_on(day)
        if not triage.may_train:
            return DayDue(triage, ())
        standing = self._by_day.get(day, ())
        if standing and self.state.person.flares.gentle_on(day):
            standing = go_gently(standing, self.catalogue)
        return DayDue(triage, tuple((session, self.state.due(session, day)) for session in standing))


def sessions_by_day(program: Program) -> dict[date, tuple[Session, ...]]:
    """Return the sessions of each day as the calendar orders them."""
    found: dict[date, list[Session]] = {}
    for session in program.sessions:
        found.setdefault(session.date, []).append(session)
    return {day: tuple(sorted(one, key=lambda each: (KINDS.index(each.kind), each.id))) for day, one in found.items()}
