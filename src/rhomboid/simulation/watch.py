"""What must never happen, looked for on every decision. Own memory and own reading; the engine is not asked twice.

Two things are taken from the engine: the figures of its answer, and the days it calls a flare.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from statistics import fmean

from rhomboid.catalogue.exercise import Catalogue, Exercise
from rhomboid.checking.kit import implement_of, smallest_step
from rhomboid.prescription.course_standing import Dosage, work
from rhomboid.prescription.kit import strength_of
from rhomboid.prescription.profile import Profile
from rhomboid.prescription.program import Item, Load, Program, Session, Week
from rhomboid.screening.triage import Triage
from rhomboid.simulation.readings import Readings
from rhomboid.simulation.running import DayDue
from rhomboid.training.prescribing import Due

WEEK = timedelta(days=7)
RESCREEN_DAYS = 28
AVERAGE_DAYS, AVERAGE_VALUES = 14, 5
NO_AVERAGE, LOW_PAIN = 10.0, 3
SMALL, LARGE, TINY = 1.10, 1.50, 1e-9
KEPT = 20  # violations a person's tally describes; all are counted


@dataclass(frozen=True)
class Broken:
    """One violation. rule: the design rule it breaks; what: in words."""

    rule: str
    day: date
    exercise: str
    what: str


@dataclass
class Memory:
    """What was seen of one exercise.

    most: heaviest load due or done in earnest, by its strength: the start load, then what was done. most_work: None
    until it was done at full dose, for a first time in a lighter week or flare says nothing of what is full.
    """

    most: float
    most_work: float | None = None
    risen_on: date | None = None
    stopped: bool = False


@dataclass(frozen=True)
class _Moment:
    """A session on a day, with all that speaks against a rise in it."""

    day: date
    week: Week
    triage: Triage
    standstill: str | None


@dataclass
class Watch:
    """Follows one person. decisions: looked at so far; broken: the first violations; violations: all of them."""

    profile: Profile
    catalogue: Catalogue
    program: Program
    readings: Readings
    decisions: int = 0
    violations: int = 0
    load_rises: int = 0
    broken: list[Broken] = field(default_factory=list)
    _memory: dict[str, Memory] = field(default_factory=dict)
    _scores: dict[date, int] = field(default_factory=dict)
    flagged: bool = False
    flag_day: date | None = None
    symptom_open: bool = False
    screened_on: date = date.min
    flared_on: date | None = None
    _eased: bool = False
    _stops_in_last: int = 0
    _last_done: date = date.min

    def __post_init__(self) -> None:
        self.confirmed = self.profile.experience.form_confirmed
        self.screened_on = self.program.start

    def told_pain(self, day: date, pain: int) -> None:
        self._scores[day] = pain

    def look(self, day: date, due: DayDue, *, in_flare: bool) -> None:
        """Look at everything that is due on a day."""
        if self.flagged and due.sessions:
            self._report("A6", day, "", "a session is due though a warning sign is open")
        week = self.program.week_on(day)
        if week is None or not due.sessions:
            return
        # A flare eases up to three weeks with the way back; two stopped moves ease the next session.
        after_flare = self.flared_on is not None and day - self.flared_on < 3 * WEEK
        self._eased = week.deload or in_flare or after_flare or self._stops_in_last > 1
        moment = _Moment(day, week, due.triage, self._standstill(day, week, in_flare=in_flare))
        for session, items in due.sessions:
            for one in items:
                self._look_at(moment, session, one)

    def did(self, day: date, exercise: Exercise, dose: Dosage, *, stopped: bool) -> None:
        """Keep what was done of an exercise that climbs."""
        self._stops_in_last = (self._stops_in_last if self._last_done == day else 0) + stopped
        self._last_done = day
        memory = self._memory.get(exercise.id)
        if memory is None:
            start = self.readings.start_of(exercise)
            memory = self._memory[exercise.id] = Memory(max(_strength(dose.load), _strength(start)))
        if _strength(dose.load) > memory.most:
            memory.most, memory.risen_on = _strength(dose.load), day
            self.load_rises += 1
        if memory.most_work is not None or not self._eased:
            memory.most_work = max(memory.most_work or 0.0, work(dose))
        memory.stopped = stopped

    def _standstill(self, day: date, week: Week, *, in_flare: bool) -> str | None:
        """Return why nothing may rise for the whole person on a day, or None."""
        if week.deload:
            return "in a lighter week"
        if in_flare:
            return "in a flare"
        if self.flag_day == day:
            return "on the day of a warning sign"
        new_flare = self.flared_on is not None and self.flared_on > self.screened_on
        if self.symptom_open or new_flare or (day - self.screened_on).days >= RESCREEN_DAYS:
            return "while the safety questions are due"
        return None

    def _look_at(self, moment: _Moment, session: Session, due: Due) -> None:
        outcome = due.outcome
        self.decisions += outcome is not None and outcome.kind is not None
        name = due.item.exercise if due.item is not None else outcome.exercise if outcome is not None else None
        if name is None:
            return
        exercise = self.catalogue[name]
        forbidden = self._why_forbidden(moment, exercise)
        if forbidden is not None:
            self._report(forbidden, moment.day, name, "is prescribed though a rule leaves it out")
        if outcome is None or outcome.dose is None or session.kind != "strength":
            return
        for rule, what in self._dose_faults(moment, due, exercise, outcome.dose):
            self._report(rule, moment.day, name, what)

    def _dose_faults(self, moment: _Moment, due: Due, exercise: Exercise, dose: Dosage) -> Iterator[tuple[str, str]]:
        cap = self.profile.limits.max_load_kg.get(exercise.id)
        if cap is not None and dose.load is not None and (dose.load.kg or 0) > cap:
            yield "B1", "is above the clinician's cap"
        if due.plan.exercise == exercise.id and _rung(dose) > _rung_of(due.plan):
            yield "D0", "is above the plan's dose"
        memory = self._memory.get(exercise.id)
        if memory is None:
            start = self.readings.start_of(exercise)
            if start is not None and dose.load is not None and _strength(dose.load) > strength_of(start):
                yield "C4", "starts above its start load"
            return
        yield from self._rises(moment, due, exercise, dose, memory)

    def _rises(
        self, moment: _Moment, due: Due, exercise: Exercise, dose: Dosage, memory: Memory
    ) -> Iterator[tuple[str, str]]:
        outcome = due.outcome
        assert outcome is not None
        rising = outcome.kind == "progress"
        standstill = moment.standstill or ("after a stop" if memory.stopped else None)
        if standstill is not None:
            if rising:
                yield "D11", f"rises {standstill}"
            if memory.most_work is not None and work(dose) > memory.most_work + TINY:
                yield "D11", f"has more work than ever {standstill}"
        if _strength(dose.load) > memory.most:
            yield from self._load_faults(moment, exercise, dose, memory, rising=rising)

    def _load_faults(
        self, moment: _Moment, exercise: Exercise, dose: Dosage, memory: Memory, *, rising: bool
    ) -> Iterator[tuple[str, str]]:
        if not rising:
            yield "D1", "has a heavier load than ever without a step up"
        if memory.risen_on is not None and moment.day - memory.risen_on < WEEK:
            yield "D2", "has two load rungs within seven days"
        between = [
            one for one in self.readings.loads_of(exercise) if memory.most < strength_of(one) < _strength(dose.load)
        ]
        if between:
            yield "D2", "skips a load of the kit"
        if exercise.id not in self.confirmed:
            yield "D2", "has a heavier load before its form is confirmed"
        if dose.load is None or dose.load.kg is None:
            return
        step = dose.load.kg - memory.most
        smallest = smallest_step(implement_of(exercise, self.profile))
        if dose.load.kg > memory.most * LARGE + TINY and step > smallest + TINY:
            yield "D2", "has a load more than half again as heavy"

    def _why_forbidden(self, moment: _Moment, exercise: Exercise) -> str | None:
        """Return the rule that leaves an exercise out, by the checker's own reading; None when it may be done."""
        low = self._average(moment.day, exercise) <= LOW_PAIN
        return self.readings.why_forbidden(exercise, moment.week.phase, moment.triage, self.confirmed, low=low)

    def _average(self, day: date, exercise: Exercise) -> float:
        if exercise.tier not in ("locked", "advanced"):
            return 0.0
        days = (day - timedelta(days=ago) for ago in range(AVERAGE_DAYS))
        values = [self._scores[one] for one in days if one in self._scores]
        if len(values) >= AVERAGE_VALUES:
            return fmean(values)
        return NO_AVERAGE if exercise.tier == "locked" else (self.profile.answers.number("average_24h") or 0)

    def _report(self, rule: str, day: date, exercise: str, what: str) -> None:
        self.violations += 1
        if len(self.broken) < KEPT:
            self.broken.append(Broken(rule, day, exercise, what))


def _strength(load: Load | None) -> float:
    return 0.0 if load is None else strength_of(load)


def _rung(dose: Dosage) -> tuple[float, int, int, int]:
    return (_strength(dose.load), dose.sets, dose.hold_s or 0, dose.reps or 0)


def _rung_of(plan: Item) -> tuple[float, int, int, int]:
    return (_strength(plan.load), plan.sets, plan.hold_s or 0, plan.reps[1] if plan.reps else 0)
