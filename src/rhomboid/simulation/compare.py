"""The array copy of the rules against the engine: both live the same random sequences, dose by dose."""

import random
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import product

import numpy as np

from rhomboid.prescription.course_standing import bounds_of
from rhomboid.prescription.program import Item, Session
from rhomboid.screening.facts import Answers
from rhomboid.simulation import ladder, ladder_outing
from rhomboid.simulation.figures import load_figures
from rhomboid.simulation.packing import pack
from rhomboid.simulation.stage import PER_WEEK, PHASES, WEEKS, set_stage
from rhomboid.simulation.writing import ZONE
from rhomboid.training import event_types as types
from rhomboid.training.fold import State
from rhomboid.training.person import Person
from rhomboid.training.prescribing import Due
from rhomboid.training.timeline import Happening
from rhomboid.training.tracks import Desk

USUAL = 3
RETURNS = 14  # days after which a swapped move may return
# How an outing goes: what happens to its last set, and how often.
HOWS = {"easy": 50, "much_left": 20, "exact": 8, "tight": 4, "fewer": 4, "sore": 8, "twist": 3, "stop": 3, "sharp": 1}
SKIPS = ((0.9, 0), (0.05, 3), (0.03, 6), (0.02, 13))


@dataclass(frozen=True)
class Difference:
    """Where the two answer differently."""

    seed: int
    day: date
    exercise: str
    engine: tuple[object, ...]
    copy: tuple[object, ...]


@dataclass(frozen=True)
class Compared:
    """decisions: doses compared; differences: all of them."""

    decisions: int
    differences: tuple[Difference, ...]


def compare(seed: int, level: str = "some", weeks: int = WEEKS) -> Compared:
    """Live one random life through both; a move that either leaves out is followed no further."""
    return _Pair(seed, level).live(weeks)


class _Pair:
    """One random life, told to the engine and to its copy."""

    def __init__(self, seed: int, level: str) -> None:
        self.seed, self.chance = seed, random.Random(seed)  # noqa: S311 (made-up lives, no secret)
        found = set_stage(level)
        self.profile, self.catalogue, self.program = found.profile, found.catalogue, found.program
        self.moves = tuple(one.id for one in self.catalogue.exercises)
        person = Person(self.profile, self.program.start, unreadable=False)
        self.state = State(person, Desk(self.profile, self.catalogue), self.program)
        self.bounds = [bounds_of(self.catalogue[name], self.profile) for name in self.moves]
        self.kg = [np.array([load.kg for load in one.loads]) for one in self.bounds]
        self.rules = pack(load_figures())
        self.rows = np.zeros((len(self.moves), ladder.FIELDS), dtype=np.int64)
        self.doses = np.zeros((len(self.moves), 3, ladder.DOSE), dtype=np.int64)
        self.due = self.doses[:, 0]
        self.base = 1 + seed % 3
        self.left_out: set[str] = set()
        self.sessions = self.two_stops = 0
        self.done_on: dict[str, date] = {}
        self.bad_in = -9
        self.screened = self.program.start
        self.trained_on: date | None = None
        self.mornings: dict[date, int] = {}
        self.scores: dict[date, int] = {}
        self.events = self.decisions = 0
        self.differences: list[Difference] = []

    def live(self, weeks: int) -> Compared:
        off = 0
        by_day = {session.date: session for session in self.program.sessions}
        for number in range(weeks * 7):
            day = self.program.start + timedelta(days=number)
            self._morning(day)
            off = max(off - 1, 0)
            session = by_day.get(day)
            if session is None or off:
                continue
            off = 7 * self._skipped_weeks()
            if off == 0:
                self._session(day, session)
        return Compared(self.decisions, tuple(self.differences))

    def _skipped_weeks(self) -> int:
        point = self.chance.random()
        for share, sessions in SKIPS:
            point -= share
            if point < 0:
                return -(-sessions // PER_WEEK)
        return 0

    def _at(self, day: date, hour: int) -> tuple[str, datetime]:
        self.events += 1
        return f"e{self.events:06d}", datetime.combine(day, time(hour), ZONE)

    def _tell(self, event: types.Event) -> None:
        self.state.take(Happening(None, (event,)))

    def _morning(self, day: date) -> None:
        """Check in, never far from usual, so that no flare begins; tell the morning; answer the safety questions."""
        if self.chance.random() < 0.8:
            value = self.base + self.chance.choice((0, 0, 0, 1))
            self.scores[day] = value
            self._tell(types.CheckIn(*self._at(day, 6), value, None, None, None, None))
        if self.trained_on == day - timedelta(days=1) and self.chance.random() < 0.8:
            value = self.base + self.chance.choice((0, 0, 0, 0, 0, -1, 3))
            if value >= self._usual_before(day) + 2:
                self._bad_day()
            self.mornings[day] = value
            self._tell(types.MorningAfter(*self._at(day, 6), value, None))
        if (day - self.screened).days >= self.rules.rescreen_days and self.chance.random() < 0.3:
            self.screened = day
            self._tell(types.Rescreen(*self._at(day, 7), Answers(())))

    def _usual_before(self, day: date) -> float:
        """Return the lower median of the week before, of the mornings or of the check-ins (D5)."""
        last, days = day - timedelta(days=1), self.rules.morning_days
        medians = [self._median(scores, last, days) for scores in (self.mornings, self.scores)]
        return min((one for one in medians if one is not None), default=float(USUAL))

    def _usual(self, scores: dict[date, int], last: date, days: int) -> float:
        found = self._median(scores, last, days)
        return float(USUAL) if found is None else found

    def _median(self, scores: dict[date, int], last: date, days: int) -> float | None:
        values = [scores[day] for ago in range(days) if (day := last - timedelta(days=ago)) in scores]
        return float(np.median(values)) if len(values) >= self.rules.usual_values else None

    def _bad_day(self) -> None:
        if self.bad_in == self.sessions:
            return
        twice = self.bad_in == self.sessions - 1
        self.bad_in = self.sessions
        for row in self.rows:
            ladder_outing.take_bad_day(row, self.sessions, twice)

    def _session(self, day: date, session: Session) -> None:
        week = self.program.week_on(day)
        assert week is not None
        lighter = week.deload or self.two_stops == 1
        blocked = (day - self.screened).days >= self.rules.rescreen_days
        trial = self.rows.copy()
        for place, item in enumerate(session.items):
            self._decide(place, trial[place], item, day, week.phase, lighter=lighter, blocked=blocked)
        events: list[types.Event] = []
        dues = {one.plan.exercise: one for one in self.state.due(session, day)}
        done = [place for place, name in enumerate(self.moves) if self._agree(place, day, dues[name])]
        stopped = 0
        for place in done:
            sharp, stop = self._do(place, trial[place], day, session, events, lighter=lighter)
            self.rows[place] = trial[place]
            self.done_on[self.moves[place]] = day
            stopped += stop
            if sharp:
                break
        if not done:
            return
        self.sessions += 1
        self.trained_on = day
        self.two_stops = int(stopped >= self.rules.stopped_items)
        pain = self.chance.choice((1, 1, 1, 1, 1, 1, 5))
        events.append(types.SessionEnd(*self._at(day, 19), session.id, "fine", None, pain))
        self.state.take(Happening(session.id, tuple(events)))
        if pain >= self.rules.session_end_pain:
            self._bad_day()

    def _decide(
        self, place: int, row: ladder.Ints, item: Item, day: date, phase: str, *, lighter: bool, blocked: bool
    ) -> None:
        bounds, loads = self.bounds[place], self.bounds[place].loads
        assert item.load is not None
        assert item.reps is not None
        assert bounds.start is not None
        plan = np.array([item.sets, item.reps[1], loads.index(item.load), item.rir], dtype=np.int64)
        number = (day - self.program.start).days
        most = self.state.course.most_sets[item.exercise, phase]
        ladder.decide(
            self.rules, row, self.doses[place], plan, self.kg[place], bounds.small_step_kg, loads.index(bounds.start),
            number, PHASES.index(phase), 0, most, lighter, blocked, True,
        )  # fmt: skip

    def _agree(self, place: int, day: date, due: Due) -> bool:
        """Compare one dose; return whether the move goes on."""
        name, loads = self.moves[place], self.bounds[place].loads
        if name in self.left_out:
            return False
        self.decisions += 1
        outcome = due.outcome
        engine: tuple[object, ...] = ()
        if outcome is not None and outcome.exercise is not None and outcome.dose is not None:
            dose = outcome.dose
            assert dose.load is not None
            engine = (dose.sets, dose.reps, loads.index(dose.load), dose.rir)
        row = self.due[place]
        copy = () if self._is_left_out(place) else tuple(int(value) for value in row)
        if engine and not copy and (day - self.done_on[name]).days >= RETURNS:
            self.left_out.add(name)  # the engine lets it come back, which the copy leaves out
            return False
        if engine != copy:
            self.differences.append(Difference(self.seed, day, name, engine, copy))
        if not engine or engine != copy:
            self.left_out.add(name)
            return False
        return True

    def _is_left_out(self, place: int) -> bool:
        return bool(self.due[place, ladder.DOSE_SETS] == 0)

    def _do(
        self, place: int, row: ladder.Ints, day: date, session: Session, events: list[types.Event], *, lighter: bool
    ) -> tuple[bool, bool]:
        """Do one move in some way and tell both; return whether it was sharp, and whether it stopped."""
        how = self.chance.choices(list(HOWS), list(HOWS.values()))[0]
        sets, reps, load, rir = (int(value) for value in self.due[place])
        pain = {"sore": self.chance.choice((3, 4)), "stop": 6}.get(how, 1)
        left = rir + {"easy": 2, "much_left": 6, "tight": -1}.get(how, 0)
        made = reps - 1 if how == "fewer" else reps
        twist, sharp = how == "twist", how == "sharp"
        sides = ("left", "right") if self.catalogue[self.moves[place]].unilateral else ("both",)
        for number, side in product(range(1, sets + 1), sides):
            last = number == sets and side == sides[-1]
            events.append(
                types.SetDone(
                    *self._at(day, 18), session.id, self.moves[place], number, side, made if last else reps, None,
                    self.bounds[place].loads[load], left if last else rir + 6, pain if last else min(pain, 4),
                    "sharp" if sharp and last else "none", twist and last,
                )
            )  # fmt: skip
        stop = how in ("stop", "sharp")
        bad = ladder.STOP if stop else ladder.TWIST if twist else ladder.SORE if how == "sore" else ladder.CLEAN
        verdict = ladder.MISS if how in ("fewer", "tight") else bad
        complete = how not in ("fewer", "tight")
        least = left if sets * len(sides) == 1 else min(left, rir + 6)
        usual = self._usual(self.scores, day, self.rules.usual_days)
        ladder_outing.take_outing(
            self.rules, row, self.due[place], verdict, pain, twist, complete, least,
            usual, (day - self.program.start).days, self.sessions + 1, lighter,
        )  # fmt: skip
        return sharp, stop
