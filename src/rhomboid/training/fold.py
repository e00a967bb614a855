"""The fold over the log (section D): what is due follows from what was done, felt and told, exercise by exercise."""

from collections.abc import Container, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field
from datetime import date

from rhomboid.catalogue.exercise import Exercise
from rhomboid.catalogue.rulebook import rule
from rhomboid.prescription.dose_table import CLIMBING_KINDS
from rhomboid.prescription.program import Program, Session
from rhomboid.screening.restrictions import dose_limits
from rhomboid.training import event_types as types
from rhomboid.training.closing import ClosedSessions, Done
from rhomboid.training.earlier import Earlier
from rhomboid.training.outings import ANY_DOSE, Outing, Work, day_of, judge, work_of
from rhomboid.training.pain_history import usual_pain
from rhomboid.training.person import Person
from rhomboid.training.prescribing import NEVER_DONE, Course, Due, prescribe, read_course
from rhomboid.training.rules import gentle
from rhomboid.training.rules.heat_and_cold import is_stiff
from rhomboid.training.timeline import Happening
from rhomboid.training.tracks import DayFacts, Desk, Note, Reduction, Swap, Track
from rhomboid.training.verdicts import after_bad_signs, after_earlier, after_neighbour, after_outing


@dataclass
class State:
    """All that the log left behind up to a moment.

    eases_before: as they were before each session on its day. closed: strength sessions that were done.
    problems: what was left out; rest: what happened after the moment.
    sharp_on, sore_on, stiff_on: the last such days; answered: rules whose prompt or offer was, and when.
    """

    person: Person
    desk: Desk
    program: Program
    tracks: dict[str, Track] = field(default_factory=dict)
    eases: dict[str, gentle.Ease] = field(default_factory=dict)
    eases_before: dict[tuple[str, date], dict[str, gentle.Ease]] = field(default_factory=dict)
    closed: ClosedSessions = field(default_factory=ClosedSessions)
    gentle_days_served: int = 0
    rest: tuple[Happening, ...] = ()
    sharp_on: date | None = None
    sore_on: date | None = None
    stiff_on: date | None = None
    answered: list[tuple[str, date]] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.course = self.read_course()
        self.earlier = Earlier(self.desk)
        self.known_facts: dict[tuple[date, bool], DayFacts] = {}

    def read_course(self) -> Course:
        """Return what the fold needs of the program."""
        return read_course(self.program)

    def copy(self) -> "State":
        """Return the same state, which takes in what comes next on its own."""
        found = copy(self)
        found.person = self.person.copy()
        found.tracks, found.eases, found.eases_before = dict(self.tracks), dict(self.eases), dict(self.eases_before)
        found.closed = self.closed.copy()
        found.answered, found.problems = list(self.answered), list(self.problems)
        found.earlier, found.known_facts = self.earlier.copy(), {}
        return found

    def facts_on(self, day: date, session: Session) -> DayFacts:
        """Return all that holds for a session on a day."""
        key = (day, self.course.weeks[session.id].deload)
        # The sessions of a day share them until something happens.
        if key not in self.known_facts:
            self.known_facts[key] = self.person.facts_on(day, deload=key[1], after_two_stops=self.closed.two_stops)
        return self.known_facts[key]

    def due(self, session: Session, day: date) -> tuple[Due, ...]:
        """Return every item of a session as it would be due on a day."""
        facts = self.facts_on(day, session)
        if self.person.unreadable:
            note = Note("D0", "A line of your log cannot be read, so nothing goes up until it is mended.", ())
            facts = facts._replace(blocked=(*facts.blocked, note), unreadable=True)
        return self._due(session, day, facts)

    def due_before(self, session: Session, day: date) -> tuple[Due, ...]:
        """Return every item of a session as due on a day, whatever was logged in it."""
        now, self.eases = self.eases, self.eases_before.get((session.id, day), self.eases)
        dues = self.due(session, day)
        self.eases = now
        return dues

    def _due(
        self, session: Session, day: date, facts: DayFacts, named: Container[str] | None = None
    ) -> tuple[Due, ...]:
        self.stand_on()
        self._after_gentle_days(day)
        return prescribe(
            session,
            day,
            course=self.course,
            desk=self.desk,
            facts=facts,
            tracks=self.tracks,
            eases=self.eases,
            named=named,
        )

    def heard(self, what: str, since: date) -> bool:
        """Return whether a prompt (D8) or an offer (D10) was answered since a day."""
        return any(name == what and day >= since for name, day in self.answered)

    def take(self, happening: Happening) -> None:
        """Take in one thing that happened: an event, or a whole session."""
        if happening.session is None:
            self._take_event(happening.events[0])
        elif self.program.made_on is not None and happening.events[0].day < self.program.made_on:
            self._take_earlier(happening.session, happening.events)
        elif (session := self.program.session_by_id.get(happening.session)) is None:
            self.problems.append(f"log: session: {happening.session!r} is not in the program; left out")
        else:
            self._take_session(session, happening.events)
        self.known_facts.clear()

    def _take_event(self, event: types.Event) -> None:
        if isinstance(event, (types.SwapWish, types.FormConfirmed, types.BreakTaken)):
            self._take_named(event)
        self.person.take(event)
        if isinstance(event, types.MorningAfter):
            self.stiff_on = event.day if is_stiff(event.stiffness) else self.stiff_on
            self.tracks = dict(self.closed.after_morning(self.tracks, event, self.person.mornings, self.person.pain))
        elif isinstance(event, types.Acknowledged):
            self.answered.append((event.what, event.day))

    def _take_named(self, event: types.SwapWish | types.FormConfirmed | types.BreakTaken) -> None:
        if event.exercise not in self.desk.catalogue.by_id:
            self.problems.append(f"log: exercise: {event.exercise!r} is not in the catalogue; left out")
        elif isinstance(event, types.SwapWish):
            self._take_wish(event)

    def _take_wish(self, event: types.SwapWish) -> None:
        track = self.tracks.get(event.exercise, NEVER_DONE)
        if track.swap is None:
            week = self.program.week_on(event.day)
            note = Note("C7", "You asked for another move.", (event.id,))
            wish = Swap(None, "wish", event.day, week.phase if week else "", note)
            self.tracks[event.exercise] = track._replace(swap_due=track.swap_due or wish)

    def _take_session(self, session: Session, events: Sequence[types.Event]) -> None:
        self.eases_before[session.id, events[0].day] = dict(self.eases)
        day = day_of(events)
        if day is not None:
            self._take_work(session, day, work_of(events))
        self._take_ends(events)

    def _take_ends(self, events: Sequence[types.Event]) -> None:
        for event in events:
            if isinstance(event, types.SessionEnd):
                self.tracks = dict(self.closed.after_end(self.tracks, event))
            if isinstance(event, types.SessionStart) and event.anything_new:
                self.person.symptom = event

    def _take_earlier(self, session: str, events: Sequence[types.Event]) -> None:
        """Take in a session of the program before this one: what was done stands on, what it asks for waits on."""
        done = [
            self._take_earlier_item(self.desk.catalogue[name], work)
            for name, work in sorted(work_of(events).items())
            if name in self.desk.catalogue.by_id and work.is_outing
        ]
        if done:
            self.closed.close(session, events[0].day, done)
        self._take_ends(events)

    def _take_earlier_item(self, exercise: Exercise, work: Work) -> Done:
        day, outing = work.day, judge(exercise, ANY_DOSE, work.sets, work.stops)
        if exercise.dose.kind not in CLIMBING_KINDS:
            self._ease(exercise, work, day)
            return Done(exercise.id, "", outing, trained=False)
        self.earlier.take(exercise.id, work.sets, dose_limits(self.person.triage_on(day)))
        track, usual = self.tracks.get(exercise.id, NEVER_DONE), usual_pain(self.person.pain, day)
        self.tracks[exercise.id] = after_earlier(track, exercise, outing, day, usual)
        self._keep_signs(exercise, outing, day)
        self._note_pain(outing, day)
        return Done(exercise.id, "core" if exercise.is_core else "strength", outing, trained=bool(work.sets))

    def stand_on(self) -> None:
        """Set every exercise where the program before this one left it."""
        for name, standing in self.earlier.standings():
            self.tracks[name] = self.tracks.get(name, NEVER_DONE)._replace(standing=standing)

    def _take_work(self, session: Session, day: date, work: Mapping[str, Work]) -> None:
        facts = self.facts_on(day, session)
        left = dict(work)
        done: list[Done] = []
        # Sets of a move that warms up and climbs in one session belong to where it climbs.
        dues = self._due(session, day, facts, named=left.keys())
        for due in sorted(dues, key=lambda one: one.outcome is None or one.item is not None):
            own = left.pop(due.name, None)
            if own is not None and own.is_outing:
                done.append(self._take_item(session, due, own, day, facts))
        done += self._take_strangers(session, left)
        if session.kind == "strength":
            self.closed.close(session.id, day, done)

    def _take_item(self, session: Session, due: Due, work: Work, day: date, facts: DayFacts) -> Done:
        exercise, outcome = self.desk.catalogue[due.name], due.outcome
        if outcome is None or outcome.dose is None:
            self._ease(exercise, work, day)
            return Done(exercise.id, due.block, judge(exercise, ANY_DOSE, work.sets, work.stops), trained=False)
        outing = judge(exercise, outcome.dose, work.sets, work.stops)
        if work.sets:
            self._keep(due, exercise, outing, day, facts)
        else:
            # Pain before the first set acts, but nothing was done, so that the days off go on and all that waits stays.
            self._keep_bad_signs(session, self.tracks.get(exercise.id, outcome.track), exercise, outing, day)
        self._note_pain(outing, day)
        return Done(exercise.id, due.block, outing, trained=bool(work.sets))

    def _ease(self, exercise: Exercise, work: Work, day: date) -> None:
        ease = self.eases.get(exercise.id, gentle.Ease())
        self.eases[exercise.id] = gentle.after(ease, exercise, work.sets, work.stops, day)

    def _keep(self, due: Due, exercise: Exercise, outing: Outing, day: date, facts: DayFacts) -> None:
        outcome, slot = due.outcome, due.slot
        assert outcome is not None
        assert outcome.dose is not None
        assert slot is not None, "what has a dose has a place"
        lighter = bool(facts.lighter)
        for name, owner in outcome.owners:
            self.tracks[name] = after_neighbour(owner, exercise.id, outing, day, lighter=lighter)
        track = after_outing(outcome.track, exercise, outcome.dose, outing, slot, facts.usual_pain, lighter=lighter)
        self.tracks[exercise.id] = track
        self._keep_signs(exercise, outing, day)

    def _keep_signs(self, exercise: Exercise, outing: Outing, day: date) -> None:
        """Keep what an outing says beyond its own exercise: a stop in its pattern, a hip shift in a squat (B4)."""
        if outing.verdict == "stop":
            self.person.pattern_stops[exercise.pattern] = day
        if exercise.pattern == "squat":
            reason = "Your body shifted to one side in a squat, so squats stay light."
            self.person.hip_shift = Note("B4", reason, outing.events) if outing.twisted else None

    def _keep_bad_signs(self, session: Session, track: Track, exercise: Exercise, outing: Outing, day: date) -> None:
        phase = self.course.weeks[session.id].phase
        self.tracks[exercise.id] = after_bad_signs(track, exercise, outing, day, phase)
        self._keep_signs(exercise, outing, day)

    def _take_strangers(self, session: Session, strangers: Mapping[str, Work]) -> Iterator[Done]:
        """Report what was not due in a session; it earns nothing, but pain and twisting in it act all the same."""
        for name, work in sorted(strangers.items()):
            self.problems.append(f"log: exercise: {name!r} is not due in session {session.id}; left out")
            track = self.tracks.get(name)
            if track is None or track.standing is None or name not in self.desk.catalogue.by_id:
                continue
            exercise = self.desk.catalogue[name]
            outing = judge(exercise, track.standing.dose, work.sets, work.stops)
            if outing.verdict in ("stop", "twist"):
                self._keep_bad_signs(session, track, exercise, outing, work.day)
            self._note_pain(outing, work.day)
            yield Done(name, "", outing, trained=False)

    def _note_pain(self, outing: Outing, day: date) -> None:
        if outing.ends_loaded_part:
            self.sharp_on = day
        if outing.verdict in ("stop", "sore"):
            self.sore_on = day

    def _after_gentle_days(self, day: date) -> None:
        """Take at least one step back from everything once gentle days are over (C8)."""
        over = [one for one in self.person.flares.gentle if one.until is not None and one.until <= day]
        for gentle_days in over[self.gentle_days_served :]:
            reason = "You come back after some days without strength work."
            reduction = Reduction(Note("C8", reason, gentle_days.events), rule("D0").numbers["step_back"])
            for name, track in self.tracks.items():
                self.tracks[name] = track._replace(reductions=(*track.reductions, reduction))
        self.gentle_days_served = len(over)
