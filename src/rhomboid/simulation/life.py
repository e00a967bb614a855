"""One virtual person living with the program, day by day, the real engine deciding what is due."""

from datetime import date, timedelta
from statistics import fmean
from typing import NamedTuple

import numpy as np

from rhomboid.catalogue.exercise import Catalogue, Exercise
from rhomboid.prescription.course_standing import Dosage
from rhomboid.prescription.kit import start_load, strength_of
from rhomboid.prescription.profile import Profile
from rhomboid.prescription.program import Load, Session
from rhomboid.screening.facts import Answers
from rhomboid.simulation import chance, sets, virtual
from rhomboid.simulation.kinds import Planned
from rhomboid.simulation.model import Model
from rhomboid.simulation.packing import pack
from rhomboid.simulation.policies import Dosed
from rhomboid.simulation.running import DayDue, RunningFold
from rhomboid.simulation.watch import Broken, Watch
from rhomboid.simulation.writing import Diary, asked_of, dosed, has_stopped, write_sets
from rhomboid.training import event_types as types
from rhomboid.training.timeline import Happening

DAYS_OF_WEEK = 7
BAND_STEP = 0.25  # how much harder the next band pulls, as a share of the lightest
CLEARED_AFTER_DAYS = 10
SYMPTOM = "chest_pain"


class Course(NamedTuple):
    """How one life went. pain_by_week: mean pain of each week; stops: exercises that pain ended.

    too_hard: sets that asked for more than could be done; work: repetitions times load over the start load.
    """

    days: int
    sessions_due: int
    sessions_done: int
    decisions: int
    violations: int
    sets: int
    stops: int
    too_hard: int
    work: float
    flare_days: int
    pain_by_week: tuple[float, ...]
    check_ins: int
    locked_days: int
    load_rises: int


class Life:
    """One person under Rhomboid's rules or another policy."""

    def __init__(
        self, planned: Planned, catalogue: Catalogue, model: Model, seed: int, person: int, policy: str,
        *, keep: bool = False,
    ) -> None:  # fmt: skip
        self.key = chance.person_key(seed, person)
        self.model, self.catalogue, self.program = pack(model), catalogue, planned.program
        self.red_flag_rate = model.red_flag_rate
        self.plain = planned.plain.get(policy)
        self.traits, self.body, self.entries = np.zeros(virtual.TRAITS), np.zeros(virtual.BODY), np.zeros(3)
        virtual.fill_traits(self.model, self.key, self.traits)
        self.profile: Profile = planned.profile_of(round(self.traits[virtual.BASE]))
        self.diary = Diary(person, keep)
        self.fold = (
            None
            if self.plain
            else RunningFold(self.profile, catalogue, planned.program, planned.by_day, planned.shared)
        )
        self.watch = Watch(self.profile, catalogue, planned.program, planned.readings)
        self.numbers = {exercise.id: number for number, exercise in enumerate(catalogue.exercises)}
        self.trained_on: date | None = None
        self.cleared_on: date | None = None
        self.pains: list[float] = []
        self.written = np.zeros((sets.MOST_SETS, sets.FIELDS), dtype=np.int64)
        self._abilities: dict[str, tuple[float, float]] = {}
        self.due_count = self.done_count = self.sets_done = self.stops = self.too_hard = 0
        self.flare_days = self.check_ins = self.locked_days = 0
        self.work = 0.0

    def live(self, weeks: int) -> Course:
        """Live so many weeks and return how they went."""
        for number in range(weeks * DAYS_OF_WEEK):
            self.live_day(number)
        return self.course()

    def live_day(self, number: int) -> DayDue | None:
        """Live one day; return what was due, where the policy asks the engine."""
        day = self.program.start + timedelta(days=number)
        pain = virtual.wake(self.model, self.key, number, self.traits, self.body, self.entries)
        self.pains.append(pain)
        self.flare_days += virtual.is_in_flare(self.body)
        if self.fold is None:
            assert self.plain is not None
            self._train(number, day, pain, self.plain.by_day.get(day, ()))
            return None
        self._morning(number, day, pain)
        due = self.fold.due_on(day)
        self.locked_days += due.locked
        in_flare = self.fold.state.person.flares.flare_on(day) is not None
        self.watch.look(day, due, in_flare=in_flare)
        self._train(number, day, pain, tuple((session, dosed(items)) for session, items in due.sessions))
        return due

    def course(self) -> Course:
        """Return how it went so far."""
        return Course(
            days=len(self.pains),
            sessions_due=self.due_count,
            sessions_done=self.done_count,
            decisions=self.watch.decisions,
            violations=self.watch.violations,
            sets=self.sets_done,
            stops=self.stops,
            too_hard=self.too_hard,
            work=self.work,
            flare_days=self.flare_days,
            pain_by_week=tuple(
                fmean(self.pains[first : first + DAYS_OF_WEEK]) for first in range(0, len(self.pains), DAYS_OF_WEEK)
            ),
            check_ins=self.check_ins,
            locked_days=self.locked_days,
            load_rises=self.watch.load_rises,
        )

    @property
    def broken(self) -> list[Broken]:
        return self.watch.broken

    def _tell(self, event: types.Event) -> None:
        assert self.fold is not None
        self.fold.take(Happening(None, (event,)))
        if self.diary.keep:
            self.diary.events.append(event)

    def _morning(self, number: int, day: date, pain: float) -> None:
        """Tell what a person tells in the morning."""
        told = round(pain)
        check_in, morning_after, screen = (self.entries > 0).tolist()
        if check_in:
            self._tell(types.CheckIn(*self.diary.at(day, 6), told, None, None, None, None))
            self.watch.told_pain(day, told)
            self.check_ins += 1
        if morning_after and self.trained_on == day - timedelta(days=1):
            self._tell(types.MorningAfter(*self.diary.at(day, 6, 10), told, None))
        if number == self.traits[virtual.CONFIRMED_DAY]:
            self._confirm(day)
        self._answer_screen(number, day, is_telling=screen)

    def _confirm(self, day: date) -> None:
        """Have the form of every move of the program confirmed."""
        for name in sorted({item.exercise for session in self.program.sessions for item in session.items}):
            self._tell(types.FormConfirmed(*self.diary.at(day, 6, 20), name))
            self.watch.confirmed |= {name}

    def _answer_screen(self, number: int, day: date, *, is_telling: bool) -> None:
        """Tell of a warning sign, have it cleared, answer the safety questions."""
        assert self.fold is not None
        person, watch = self.fold.state.person, self.watch
        if chance.draw(self.key, chance.SYMPTOM, number, 0) < self.red_flag_rate:
            self._tell(types.NewSymptom(*self.diary.at(day, 6, 30), Answers(((SYMPTOM, "yes"),))))
            watch.flagged, watch.flag_day, watch.symptom_open = True, day, True
            self.cleared_on = day + timedelta(days=CLEARED_AFTER_DAYS)
        elif watch.flagged and self.cleared_on == day:
            scope = tuple(hit.rule.id for hit in person.triage_on(day).hits if hit.lifted_by is None)
            self._tell(types.Rescreen(*self.diary.at(day, 6, 30), Answers(((SYMPTOM, "no"),))))
            self._tell(types.ClearanceGiven(*self.diary.at(day, 6, 40), "Dr Virtual", "physician", scope))
            watch.flagged, watch.symptom_open, watch.screened_on = False, False, day
        flare = person.flares.flare_on(day)
        if flare is not None:
            watch.flared_on = flare.first
        if is_telling and not watch.flagged and person.screen_due(day) is not None:
            self._tell(types.Rescreen(*self.diary.at(day, 6, 50), Answers(())))
            watch.screened_on, watch.symptom_open = day, False

    def _train(
        self, number: int, day: date, pain: float, sessions: tuple[tuple[Session, tuple[Dosed, ...]], ...]
    ) -> None:
        for session, doses in sessions:
            if session.kind != "strength":
                continue
            self.due_count += 1
            if doses and virtual.is_training(self.key, number, self.traits, pain):
                self._do(number, day, pain, session, doses)

    def _do(self, number: int, day: date, pain: float, session: Session, doses: tuple[Dosed, ...]) -> None:
        """Do a session, item by item, until sharp pain ends it; write it down and tell the engine."""
        events: list[types.Event] = []
        strain = 0.0
        worst = 0
        minutes = 0.0
        for one in doses:
            exercise, dose = self.catalogue[one.exercise], one.dose
            count, left_behind = self._do_sets(number, pain, exercise, dose)
            strain += left_behind / len(doses)
            minutes += one.seconds / 60 * count / dose.sets
            rows = self.written[:count]
            stopped = has_stopped(rows)
            self.stops += stopped
            worst = max(worst, int(rows[:, sets.PAIN].max()))
            if self.fold is not None:
                events.extend(write_sets(self.diary, day, session, exercise, dose, rows))
                self.watch.did(day, exercise, dose, stopped=stopped)
            if rows[:, sets.SHARP].any():
                break
        self.body[virtual.STRAIN] += strain
        self.body[virtual.MINUTES] += minutes
        self.body[virtual.SESSIONS] += 1
        self.done_count += 1
        self.trained_on = day
        if self.fold is not None:
            felt = "weak_achy" if chance.draw(self.key, chance.FELT, number, 0) < 0.04 + strain else "fine"
            events.append(types.SessionEnd(*self.diary.at(day, 19), session.id, felt, None, min(max(worst, 0), 10)))
            self.fold.take(Happening(session.id, tuple(events)))
            if self.diary.keep:
                self.diary.events.extend(events)

    def _do_sets(self, number: int, pain: float, exercise: Exercise, dose: Dosage) -> tuple[int, float]:
        at_start, start = self._ability(exercise)
        ratio = _pull(dose.load) / start if dose.load is not None else 1.0
        can = virtual.possible(self.model, at_start, ratio, self.body[virtual.SESSIONS])
        asked = asked_of(dose)
        careless = self.traits[virtual.CARELESS] > 0
        count, strain = sets.do_sets(
            self.model, self.key, number, self.numbers[exercise.id], dose.sets, asked, can, pain, careless, self.written
        )
        self.sets_done += count
        self.too_hard += count if asked > can else 0
        self.work += count * asked * ratio
        return count, strain

    def _ability(self, exercise: Exercise) -> tuple[float, float]:
        if exercise.id not in self._abilities:
            at_start = virtual.capacity(self.model, self.key, self.numbers[exercise.id])
            first = start_load(exercise, self.profile)
            self._abilities[exercise.id] = (at_start, 1.0 if first is None else _pull(first))
        return self._abilities[exercise.id]


def _pull(load: Load) -> float:
    """Return how hard a load pulls, in a unit of its own kind."""
    if load.kg is not None:
        return load.kg
    return 1.0 + BAND_STEP * strength_of(load)
