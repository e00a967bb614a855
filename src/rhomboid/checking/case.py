"""A plan laid out for checking: who it is for, and every item with the week, session and block it stands in."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from rhomboid.catalogue.exercise import Catalogue, Exercise
from rhomboid.checking import figures
from rhomboid.prescription.profile import Profile
from rhomboid.prescription.program import Item, Program, Session, Week
from rhomboid.screening.triage import Triage


@dataclass(frozen=True)
class Outing:
    """One item of one session, with everything it stands in."""

    week: Week
    session: Session
    block: str
    item: Item
    exercise: Exercise

    @property
    def where(self) -> str:
        return f"{in_session(self.week, self.session)}, {self.exercise.id}"


@dataclass(frozen=True)
class Case:
    """A program, its person and a fresh triage of that person. Items of unknown exercises are left out of `outings`."""

    profile: Profile
    catalogue: Catalogue
    program: Program
    triage: Triage
    advice: tuple[str, ...] = ()

    @cached_property
    def outings(self) -> tuple[Outing, ...]:
        known = self.catalogue.by_id
        return tuple(
            Outing(week, session, block.name, item, known[item.exercise])
            for week in self.program.weeks
            for session in sorted(week.sessions, key=lambda session: (session.date, session.id))
            for block in session.blocks
            for item in block.items
            if item.exercise in known
        )

    @cached_property
    def by_week(self) -> dict[int, tuple[Outing, ...]]:
        found: dict[int, list[Outing]] = defaultdict(list)
        for outing in self.outings:
            found[outing.week.number].append(outing)
        return {number: tuple(outings) for number, outings in found.items()}

    @cached_property
    def by_session(self) -> dict[str, tuple[Outing, ...]]:
        found: dict[str, list[Outing]] = defaultdict(list)
        for outing in self.outings:
            found[outing.session.id].append(outing)
        return {name: tuple(outings) for name, outings in found.items()}

    @cached_property
    def climbing(self) -> dict[str, tuple[Outing, ...]]:
        """Return the outings of each exercise of the blocks strength and core, in order of date."""
        found: dict[str, list[Outing]] = defaultdict(list)
        for outing in self.outings:
            if outing.block in ("strength", "core"):
                found[outing.exercise.id].append(outing)
        return {name: tuple(sorted(outings, key=lambda each: each.session.date)) for name, outings in found.items()}

    @cached_property
    def average_pain(self) -> float:
        """Return the average pain told at the start; the worst there is when it was not told."""
        value = dict(self.profile.answers.items).get("average_24h", 10)
        assert isinstance(value, int | float), "the reader lets only numbers through"
        return float(value)

    @cached_property
    def acute_days(self) -> int:
        """Return for how many days from the start C8 keeps strength out."""
        answers = dict(self.profile.answers.items)
        quality = answers.get("quality", ())
        if (isinstance(quality, tuple) and "spasm" in quality) or self.average_pain >= figures.HIGH_PAIN:
            return figures.HIGH_PAIN_DAYS
        weeks = answers.get("duration_weeks")
        fresh = isinstance(weeks, int | float) and weeks <= figures.FRESH_PAIN_WEEKS
        return figures.FRESH_PAIN_DAYS if fresh else 0

    def is_acute(self, day: date) -> bool:
        """Return whether C8 holds on a day."""
        return self.program.start <= day < self.program.start + timedelta(days=self.acute_days)

    def is_whole(self, week: Week) -> bool:
        """Return whether C5, C6 and the strength days of C1 hold in a week: none of its days is acute."""
        return (week.number - 1) * figures.WEEK_DAYS >= self.acute_days


def in_week(week: Week) -> str:
    """Return how a finding names a week."""
    return f"week {week.number}"


def in_session(week: Week, session: Session) -> str:
    """Return how a finding names a session."""
    return f"week {week.number}, {session.id}"
