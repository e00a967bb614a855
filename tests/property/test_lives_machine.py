"""Lives driven at random, step by step: whatever is logged, what comes next keeps to the limits (D1, D2, D11, D12)."""

import json
from datetime import timedelta

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from rhomboid.prescription.course_standing import work
from rhomboid.training.rules.climbing import is_above, planned_dose
from rhomboid.training.today import Today
from tests.training_diary import CATALOGUE, Diary, somebody

MOVES = ("band-row", "one-arm-dumbbell-row", "scapular-squeeze", "plank")
PERSON = somebody()
# What goes wrong in the last set of one move.
TROUBLE = st.sampled_from(
    [
        {"pain": 3},
        {"pain": 4},
        {"pain": 6},
        {"pain": 2, "pain_kind": "sharp"},
        {"compensation": True},
        {"reps": 1},
        {"rir": 0},
        {"pain": None},
    ]
)
BAD = {"pain": 9, "pain_kind": "sharp"}


class Life(RuleBasedStateMachine):
    """One person who logs as told, well or badly, and asks before each session what is due."""

    @initialize()
    def begin(self):
        self.diary = Diary(*MOVES, profile=PERSON)
        self.loads: dict[str, list[tuple[object, float]]] = {}
        self.locked = False
        self.known: dict[object, Today] = {}
        self.stopped: dict[str, float] = {}

    @property
    def day(self):
        return self.diary.upcoming.date

    def today(self):
        """Return what is due before the next session, worked out once for each state of the log."""
        key = (len(self.diary.lines), self.diary.at)
        if key not in self.known:
            self.known = {key: self.diary.due()}
        return self.known[key]

    def is_on(self):
        return self.diary.at < len(self.diary.program.sessions) - 6 and self.today().session is not None

    @precondition(is_on)
    @rule(times=st.integers(1, 3), left=st.integers(0, 7))
    def train_well(self, times, left):
        for _ in range(times):
            if self.diary.due().session is None:
                return
            self.note_loads()
            self.diary.do(1, left=left)
        self.stopped = {}

    @precondition(is_on)
    @rule(name=st.sampled_from(MOVES), trouble=TROUBLE)
    def train_with_trouble(self, name, trouble):
        self.note_loads()
        before = {item.exercise: work(planned_dose(item)) for item in self.today().session.items}
        self.diary.do(1, only=name, left=2, **trouble)
        hurt = (trouble.get("pain") or 0) >= 5 or "pain_kind" in trouble
        self.stopped = {name: before[name]} if hurt and name in before else {}

    @precondition(is_on)
    @rule(count=st.integers(1, 12))
    def stay_away(self, count):
        self.diary.skip(min(count, len(self.diary.program.sessions) - 7 - self.diary.at))
        self.stopped = {}

    @rule(pain=st.integers(0, 9))
    def check_in(self, pain):
        self.diary.check_ins(self.day, pain)

    @rule(pain=st.integers(0, 9))
    def wake_up(self, pain):
        if self.diary.at:
            self.diary.morning_after(pain)

    @rule(felt=st.sampled_from(["fine", "weak_achy"]), pain=st.integers(0, 7))
    def end(self, felt, pain):
        if self.diary.at:
            self.diary.end(felt=felt, pain=pain)

    @rule()
    def answer_the_safety_questions(self):
        self.diary.rescreen(self.day)

    @precondition(lambda self: not self.locked)
    @rule()
    def tell_a_warning_sign(self):
        self.diary.write("new_symptom", self.day, "05:30", facts={"fever_or_sweats": "yes"})
        self.locked = True

    @precondition(lambda self: self.locked)
    @rule()
    def be_cleared(self):
        self.diary.rescreen(self.day, fever_or_sweats="no")
        scope = ["fever_or_sweats"]
        self.diary.write("clearance", self.day, "05:45", by="Dr A. Example", role="physician", scope=scope)
        self.locked = self.diary.due().locked

    @precondition(lambda self: any('"set"' in line for line in self.diary.lines))
    @rule(data=st.data())
    def mistype_and_correct(self, data):
        """Log an error and take it back: as if it had never been."""
        before = self.diary.due()
        sets = [one for one in map(json.loads, self.diary.lines) if one["type"] == "set"]
        one = data.draw(st.sampled_from(sets))
        wrong = [json.dumps({**row, **BAD}) if row["id"] == one["id"] else json.dumps(row) for row in self.rows()]
        mended = Diary(*MOVES, profile=PERSON)
        mended.lines, mended.at = wrong, self.diary.at
        at = f"{one['at'][:10]}T23:50:00+01:00"
        mended.lines.append(json.dumps({"id": "zz", "at": at, "type": "correction", "of": one["id"], "event": one}))
        assert mended.due() == before

    def rows(self):
        return [json.loads(line) for line in self.diary.lines]

    def note_loads(self):
        for item in self.diary.session().items:
            if item.load is not None and item.load.kg is not None:
                self.loads.setdefault(item.exercise, []).append((self.day, item.load.kg))

    @invariant()
    def nobody_locked_gets_a_session(self):
        if self.locked:
            today = self.today()
            assert (today.session, today.also) == (None, ())
            assert [one.kind for one in today.decisions] == ["locked"]

    @invariant()
    def nothing_is_above_the_plan_the_kit_or_the_minutes(self):
        session = self.today().session
        planned = {item.exercise: item for item in self.diary.upcoming.items}
        for item in session.items if session else ():
            assert CATALOGUE[item.exercise].tier != "never"
            if item.exercise in planned:
                assert not is_above(planned_dose(item), planned_dose(planned[item.exercise]))
        assert session is None or session.minutes <= PERSON.schedule.minutes

    @invariant()
    def nothing_rises_when_nothing_may(self):
        today = self.today()
        week = self.diary.program.week_on(self.day)
        if (
            (week is not None and week.deload)
            or today.screen_due is not None
            or any(one.source == "D7" for one in today.advice)
        ):
            assert all(one.kind != "progress" for one in today.decisions)

    @invariant()
    def after_a_stop_there_is_less_of_it(self):
        session = self.today().session
        for item in session.items if session else ():
            if item.exercise in self.stopped:
                assert work(planned_dose(item)) <= self.stopped[item.exercise]
                assert all(one.kind != "progress" for one in self.today().decisions if one.exercise == item.exercise)

    @invariant()
    def a_load_rises_by_one_small_step_a_week(self):
        """Compare with the heaviest load before: going back after a lighter time is no rise."""
        session = self.today().session
        for item in session.items if session else ():
            known = self.loads.get(item.exercise)
            if not known or item.load is None or item.load.kg is None:
                continue
            highest = max(kg for _, kg in known)
            assert item.load.kg <= max(highest * 1.1, highest + 1) + 1e-9
            lately = [kg for day, kg in known if day > self.day - timedelta(days=7)]
            if lately:
                assert item.load.kg <= max(*(kg for _, kg in known), min(lately) * 1.1, min(lately) + 1) + 1e-9

    @invariant()
    def each_move_has_at_most_one_decision(self):
        names = [one.exercise for one in self.today().decisions]
        assert len(names) == len(set(names))


Life.TestCase.settings = settings(
    max_examples=4, stateful_step_count=10, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
TestLives = Life.TestCase
