"""The session due on a day after everything logged, each change with its rule and reason."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from rhomboid.catalogue.exercise import Catalogue
from rhomboid.prescription.course import reps_pair
from rhomboid.prescription.profile import Profile
from rhomboid.prescription.program import Block, Item, Program, Session, Why
from rhomboid.prescription.schedule_days import acute_days
from rhomboid.prescription.timing import item_seconds
from rhomboid.screening.triage import Triage
from rhomboid.training.advising import Advised, advise
from rhomboid.training.calendar import Calendar, read_calendar
from rhomboid.training.checkpoint import Checkpoints, Ground, fold
from rhomboid.training.corrections import read_as_of
from rhomboid.training.decision import Decision, show_dose
from rhomboid.training.event_types import Event
from rhomboid.training.events import Log
from rhomboid.training.fold import State
from rhomboid.training.gentle_days import go_gently
from rhomboid.training.prescribing import Due
from rhomboid.training.tracks import Note, Outcome

MINUTE_S = 60


@dataclass(frozen=True)
class Today:
    """What is due on a day. session: the strength session, else the daily one, else the walk; also: the others.

    problems: what of the log was left out, in words. locked: a warning sign or lock ends the program for now.
    screen_due: why the safety questions come first, or None.
    """

    date: date
    triage: Triage
    session: Session | None
    also: tuple[Session, ...]
    decisions: tuple[Decision, ...]
    advice: tuple[Advised, ...]
    problems: tuple[str, ...]
    locked: bool
    screen_due: Note | None


def due_on(
    profile: Profile,
    catalogue: Catalogue,
    program: Program,
    log: Log,
    day: date,
    *,
    checkpoints: Checkpoints | None = None,
) -> Today:
    """Return what is due on `day`. Events after it do not count; a session's own events do not change it.

    checkpoints: of the same person; the answer is the same with and without.
    """
    reading = read_as_of(log, day)
    calendar = _calendar(profile, program, reading.events)
    standing = () if calendar.off_on(day) else calendar.sessions_on(program, day)
    ground = Ground(profile, catalogue, program, min(profile.schedule.start, day))
    state = fold(ground, reading, (standing[0].id, day) if standing else None, checkpoints=checkpoints)
    sessions = go_gently(standing, catalogue) if state.person.flares.gentle_on(day) else standing
    found = [_due_session(state, session, day) for session in sessions]
    for happening in state.rest:
        state.take(happening)
    triage = state.person.triage_on(day)
    problems = (*(one.text for one in reading.problems), *calendar.problems, *state.problems)
    advice = advise(state, calendar, day, problems)
    screen_due = state.person.screen_due(day)
    if not triage.may_train:
        locked = (_locked(state, triage),)
        return Today(day, triage, None, (), locked, advice, problems, locked=True, screen_due=screen_due)
    due = [session for session, _ in found]
    return Today(
        date=day,
        triage=triage,
        session=due[0] if due else None,
        also=tuple(due[1:]),
        decisions=_one_each(decision for _, decisions in found for decision in decisions),
        advice=advice,
        problems=problems,
        locked=False,
        screen_due=screen_due,
    )


def next_time(
    profile: Profile,
    catalogue: Catalogue,
    program: Program,
    log: Log,
    day: date,
    *,
    checkpoints: Checkpoints | None = None,
) -> Today | None:
    """Return what is due on the next day with a strength session after `day`, as things stand; None when none comes."""
    day_after = _calendar(profile, program, read_as_of(log, day).events).next_strength(program, day)
    if day_after is None:
        return None
    return due_on(profile, catalogue, program, log, day_after, checkpoints=checkpoints)


def _calendar(profile: Profile, program: Program, events: Sequence[Event]) -> Calendar:
    return read_calendar(program, events, profile.schedule.start + timedelta(days=acute_days(profile)))


def _one_each(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Return the first decision about each exercise: a stretch left out all day is told once."""
    found: dict[str | None, Decision] = {}
    for decision in decisions:
        found.setdefault(decision.exercise, decision)
    return tuple(found.values())


def _locked(state: State, triage: Triage) -> Decision:
    rule_id = triage.hits[0].rule.id if triage.hits else "A3"
    reason = "Your answers need a look by a professional first, so there is no session for now."
    events = tuple(event for _, event in sorted(state.person.red_flag_days.items()))
    return Decision(None, "locked", None, None, rule_id, reason, events)


def _due_session(state: State, session: Session, day: date) -> tuple[Session, list[Decision]]:
    phase = state.course.weeks[session.id][0]
    dues = state.due_before(session, day)
    outcomes = [told for one in dues if one.outcome for told in (one.outcome, one.outcome.beside) if told]
    decisions = [to_decision(state, one, phase) for one in outcomes if one.kind]
    items = [(one.block, _item(state, one, phase)) for one in dues]
    blocks = tuple(
        Block(block.name, tuple(item for name, item in items if name == block.name and item is not None))
        for block in session.blocks
    )
    blocks = tuple(block for block in blocks if block.items)
    seconds = sum(item.seconds for block in blocks for item in block.items)
    return replace(session, date=day, blocks=blocks, minutes=seconds / MINUTE_S), decisions


def to_decision(state: State, outcome: Outcome, phase: str) -> Decision:
    """Return an outcome as it is shown."""
    catalogue = state.desk.catalogue
    was = show_dose(catalogue[outcome.before_exercise], outcome.before, phase) if outcome.before_exercise else None
    now = show_dose(catalogue[outcome.exercise], outcome.dose, phase) if outcome.exercise else None
    kind = outcome.kind
    assert kind is not None
    # A swap is told under the exercise that leaves, so that people find it; what comes stands in `now`.
    name = outcome.before_exercise if kind in ("swap", "stop") else outcome.exercise
    return Decision(name, kind, was, now, outcome.note.rule, outcome.note.reason, outcome.note.events)


def _item(state: State, due: Due, phase: str) -> Item | None:
    outcome = due.outcome
    if due.item is not None:
        return _timed(state, due.item, due.block)
    if outcome is None or outcome.exercise is None or outcome.dose is None:
        return None
    exercise = state.desk.catalogue[outcome.exercise]
    dose, swapped = outcome.dose, outcome.exercise != due.plan.exercise
    item = replace(
        due.plan,
        exercise=exercise.id,
        sets=dose.sets,
        reps=reps_pair(dose, exercise.dose.kind, phase),
        hold_s=dose.hold_s,
        per_side=exercise.unilateral,
        tempo=exercise.dose.tempo if dose.reps and dose.hold_s is None else None,
        load=dose.load,
        rir=dose.rir,
        why=(Why(outcome.note.reason, outcome.note.rule),) if swapped else due.plan.why,
    )
    return _timed(state, item, due.block)


def _timed(state: State, item: Item, block: str) -> Item:
    seconds = item_seconds(
        state.desk.catalogue[item.exercise],
        block,
        sets=item.sets,
        reps=item.reps[1] if item.reps else None,
        hold_s=item.hold_s,
        minutes=item.minutes,
        rest_s=item.rest_s,
    )
    return replace(item, seconds=seconds)
