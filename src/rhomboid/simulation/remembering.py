"""The engine's own parts, remembering across people what depends on nothing personal. The answers are the same.

Thousands of virtual people share a handful of profiles, so the same screen and the same question of who may do what
come up again and again.
"""

from collections.abc import Hashable
from datetime import date

from rhomboid.catalogue.exercise import Catalogue, Exercise
from rhomboid.catalogue.rulebook import rule
from rhomboid.prescription.profile import Profile
from rhomboid.prescription.program import Session
from rhomboid.screening.restrictions import Exclusion
from rhomboid.screening.triage import Triage
from rhomboid.training.fold import State
from rhomboid.training.person import Person
from rhomboid.training.prescribing import Due
from rhomboid.training.timeline import Happening
from rhomboid.training.tracks import DayFacts, Desk

LONGEST_MEMORY = 4096


class Shared:
    """What all people of one kind share."""

    def __init__(self) -> None:
        self.triages: dict[Hashable, Triage] = {}
        self.barred: dict[Hashable, tuple[Exclusion, ...]] = {}


class RememberingPerson(Person):
    """A person whose screen is looked up as long as nothing but the intake was told."""

    def __init__(self, profile: Profile, day: date, shared: Shared) -> None:
        super().__init__(profile, day, unreadable=False)
        self.shared = shared
        self._told = 1
        self._calm = True

    def triage_on(self, day: date) -> Triage:
        """Return the triage as it stands on a day; an empty re-screen leaves it as it was."""
        if len(self.reports) != self._told:
            self._calm = all(not one.answers.items for one in self.reports[1:])
            self._told = len(self.reports)
        if not self._calm or self.clearances:
            return super().triage_on(day)
        key = self.profile.answers.items
        if key not in self.shared.triages:
            self.shared.triages[key] = super().triage_on(day)
        return self.shared.triages[key]


class RememberingDesk(Desk):
    """A desk that knows that average pain only matters as above or not above the figure of B3 and B8."""

    def __init__(self, profile: Profile, catalogue: Catalogue, shared: Shared) -> None:
        super().__init__(profile, catalogue)
        self.shared = shared
        self._figures = (rule("B3").numbers["average_pain_at_most"], rule("B8").numbers["average_pain_at_most"])

    def barred(self, exercise: Exercise, facts: DayFacts, phase: str) -> tuple[Exclusion, ...]:
        """Return what keeps the person from an exercise on a day; empty when it may be done."""
        average = facts.average_pain
        above = None if average is None else tuple(average > figure for figure in self._figures)
        usual = self.profile.answers.number("average_24h") if average is None else None
        known = facts.triage.restrictions, tuple(hit.rule.id for hit in facts.triage.hits)
        key = (exercise.id, phase, known, exercise.id in facts.confirmed, above, usual)
        found = self.shared.barred.get(key)
        if found is None:
            found = self.shared.barred[key] = super().barred(exercise, facts, phase)
        return found


class RememberingState(State):
    """A fold that keeps what it said was due until something happens."""

    _kept: tuple[str, date, tuple[Due, ...]] | None = None

    def take(self, happening: Happening) -> None:
        """Take in one thing that happened."""
        if happening.session is None:
            self._kept = None
        super().take(happening)
        self._kept = None

    def _due(self, session: Session, day: date, facts: DayFacts) -> tuple[Due, ...]:
        if self._kept is not None and self._kept[:2] == (session.id, day):
            return self._kept[2]
        due = super()._due(session, day, facts)
        if session.kind == "strength":
            self._kept = (session.id, day, due)
        return due
