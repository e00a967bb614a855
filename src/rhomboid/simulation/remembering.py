"""The engine's own parts, remembering across people what depends on nothing personal. The answers are the same.

Thousands of virtual people share a handful of profiles, so the same screen and the same question of who may do what
come up again and again.
"""

from collections.abc import Container, Hashable
from datetime import date

from rhomboid.catalogue.exercise import Catalogue
from rhomboid.prescription.profile import Profile
from rhomboid.prescription.program import Program, Session
from rhomboid.screening.restrictions import Exclusion
from rhomboid.screening.triage import Triage
from rhomboid.training.fold import State
from rhomboid.training.person import Person
from rhomboid.training.prescribing import Course, Due, read_course
from rhomboid.training.timeline import Happening
from rhomboid.training.tracks import DayFacts, Desk

LONGEST_MEMORY = 4096


class Shared:
    """What all people of one kind share."""

    def __init__(self) -> None:
        self.triages: dict[Hashable, Triage] = {}
        self.barred: dict[Hashable, dict[Hashable, tuple[Exclusion, ...]]] = {}
        self.courses: dict[int, tuple[Program, Course]] = {}

    def course_of(self, program: Program) -> Course:
        """Return the course of a program; the program is kept, so that its identity is not given to another one."""
        if id(program) not in self.courses:
            self.courses[id(program)] = (program, read_course(program))
        return self.courses[id(program)][1]


class RememberingPerson(Person):
    """A person whose screen is looked up as long as nothing but the intake was told."""

    def __init__(self, profile: Profile, day: date, shared: Shared) -> None:
        super().__init__(profile, day, unreadable=False)
        self.shared = shared
        self._told = 1
        self._calm: Triage | None = self._intake_triage(day)

    def _intake_triage(self, day: date) -> Triage:
        key = self.profile.answers.items
        if key not in self.shared.triages:
            self.shared.triages[key] = super().triage_on(day)
        return self.shared.triages[key]

    def triage_on(self, day: date) -> Triage:
        """Return the triage as it stands on a day; an empty re-screen leaves it as it was."""
        if len(self.reports) != self._told:
            self._told = len(self.reports)
            if any(one.answers.items for one in self.reports[1:]):
                self._calm = None
        if self._calm is None or self.clearances:
            return super().triage_on(day)
        return self._calm


class RememberingDesk(Desk):
    """A desk that shares who may do what with all people of a kind; they differ in the pain they began with."""

    def __init__(self, profile: Profile, catalogue: Catalogue, shared: Shared) -> None:
        super().__init__(profile, catalogue)
        self.shared = shared
        self._usual = profile.answers.number("average_24h")
        self._barred = shared.barred

    def what_matters(self, facts: DayFacts) -> Hashable:
        """Return all that differs between people and days in who may do what, form aside."""
        return (super().what_matters(facts), self._usual if facts.average_pain is None else None)


class RememberingState(State):
    """A fold that keeps what it said was due until something happens."""

    _kept: tuple[str, date, tuple[Due, ...]] | None = None

    def read_course(self) -> Course:
        """Return the course of the program, read once for all people of a kind."""
        assert isinstance(self.desk, RememberingDesk)
        return self.desk.shared.course_of(self.program)

    def take(self, happening: Happening) -> None:
        """Take in one thing that happened."""
        if happening.session is None:
            self._kept = None
        super().take(happening)
        self._kept = None

    def _due(
        self, session: Session, day: date, facts: DayFacts, named: Container[str] | None = None
    ) -> tuple[Due, ...]:
        if self._kept is not None and self._kept[:2] == (session.id, day):
            return self._kept[2]
        if named is not None:
            return super()._due(session, day, facts, named)
        due = super()._due(session, day, facts)
        if session.kind == "strength":
            self._kept = (session.id, day, due)
        return due
