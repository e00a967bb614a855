"""A plan laid out for checking: who it is for, and every item with the week, session and block it stands in."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from rhomboid.catalogue.exercise import Catalogue, Exercise
from rhomboid.checking import figures
from rhomboid.prescription.past import Basis
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
    """A program, its person and a fresh triage of that person. Items of unknown exercises are left out of `outings`.

    mode: the form of the plan. basis: what a program made anew stands on; profile and triage are then as told by the
    first day of that program.
    """

    profile: Profile
    catalogue: Catalogue
    program: Program
    triage: Triage
    advice: tuple[str, ...] = ()
    mode: str = "full"
    basis: Basis | None = None

    @property
    def minutes(self) -> int:
        """Return the most minutes of a strength session: the person's, in a split no more than C10 says."""
        own = self.profile.schedule.minutes
        return min(own, figures.SPLITS["split3"][1]) if self.mode in figures.SPLITS else own

    @property
    def first_day(self) -> date:
        """Return the first day of the program: its start, or the day it was made anew."""
        return self.basis.on if self.basis else self.program.start

    @property
    def first_week(self) -> int:
        """Return the number of the first week."""
        return max((self.first_day - self.program.start).days // figures.WEEK_DAYS + 1, 1)

    def phase_of_day(self, day: date) -> str:
        """Return the phase a day lies in by the calendar of C2."""
        number = (day - self.program.start).days // figures.WEEK_DAYS + 1
        reached = [phase for phase in figures.PHASE_ORDER if figures.PHASE_STARTS[phase] <= number]
        return reached[-1] if reached else figures.PHASE_ORDER[0]

    def opened_as(self, phase: str) -> str:
        """Return the phase by which exercises open: `maintain` opens no more than the calendar did when it began."""
        return self.phase_of_day(self.first_day) if phase == "maintain" else phase

    @cached_property
    def carried(self) -> dict[str, Outing]:
        """Return where each exercise stood when the program was made anew, as if it were its last outing."""
        found = {}
        standings = self.basis.standings if self.basis else {}
        for name in sorted(standings):
            if name not in self.catalogue.by_id:
                continue
            exercise, standing, dose = self.catalogue[name], standings[name], standings[name].dose
            number = (standing.last_done - self.program.start).days // figures.WEEK_DAYS + 1
            reps = None if dose.reps is None else (dose.reps, dose.reps)
            item = Item(
                name, dose.sets, reps, dose.hold_s, None, exercise.unilateral, 0, None, dose.load, dose.rir, 0, ()
            )
            session = Session("before", standing.last_done, "strength", 0.0, ())
            block = "core" if exercise.is_core else "strength"
            found[name] = Outing(
                Week(number, standing.phase, deload=False, sessions=()), session, block, item, exercise
            )
        return found

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
    def written(self) -> tuple[Outing, ...]:
        """Return the outings at a dose that a clinician wrote (B1): it stands in place of the tables and steps."""
        doses = self.profile.limits.dose
        return tuple(
            each
            for each in self.outings
            if each.block in ("strength", "core")
            and each.exercise.id in doses
            and each.session.date >= doses[each.exercise.id].on
        )

    @cached_property
    def climbing(self) -> dict[str, tuple[Outing, ...]]:
        """Return the outings of each exercise of the blocks strength and core that follow the rules, by date."""
        written = {(each.session.id, each.exercise.id) for each in self.written}
        found: dict[str, list[Outing]] = defaultdict(list)
        for outing in self.outings:
            if outing.block in ("strength", "core") and (outing.session.id, outing.exercise.id) not in written:
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
        """Return whether C5, C6 and the strength days of C1 hold in a week: none of its days is acute or gone by."""
        before = (week.number - 1) * figures.WEEK_DAYS
        return before >= self.acute_days and self.program.start + timedelta(days=before) >= self._settled_from

    def is_begun(self, week: Week) -> bool:
        """Return whether some days of a week had gone by when the program was made anew."""
        return self.program.start + timedelta(days=(week.number - 1) * figures.WEEK_DAYS) < self._settled_from

    def is_coming_back(self, week: Week) -> bool:
        """Return whether sets are still to come back after a gap or a bad end (D0, D9): for the first three weeks."""
        if self.basis is None or week.number >= self.first_week + figures.COMING_BACK_WEEKS:
            return False
        standings = self.basis.standings.values()
        gap = timedelta(days=figures.STEP_BACK_DAYS)
        return any(one.dose.sets < figures.ENTRY_SETS or self.first_day - one.last_done >= gap for one in standings)

    @cached_property
    def _settled_from(self) -> date:
        """Return the first day on which a strength session may stand: two days after the last one done (C1)."""
        if self.basis is None or not self.basis.lately:
            return self.first_day
        return max(self.first_day, max(day for day, _ in self.basis.lately) + timedelta(days=2))


def in_week(week: Week) -> str:
    """Return how a finding names a week."""
    return f"week {week.number}"


def in_session(week: Week, session: Session) -> str:
    """Return how a finding names a session."""
    return f"week {week.number}, {session.id}"
