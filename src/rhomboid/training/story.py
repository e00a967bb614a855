"""How the dose of one exercise came to be: the fold walked again, session by session, each step with its rule."""

from dataclasses import dataclass
from datetime import date

from rhomboid.catalogue.exercise import Catalogue
from rhomboid.prescription.profile import Profile
from rhomboid.prescription.program import Program, Session
from rhomboid.training.corrections import read_as_of
from rhomboid.training.decision import Decision, DoseShown, show_dose
from rhomboid.training.event_types import SetDone, Stopped
from rhomboid.training.events import Log
from rhomboid.training.fold import State
from rhomboid.training.person import Person
from rhomboid.training.prescribing import Due
from rhomboid.training.timeline import Happening, happenings
from rhomboid.training.today import due_on, to_decision
from rhomboid.training.tracks import Desk


@dataclass(frozen=True)
class Step:
    """One session in which the exercise was due and work was done.

    due: what was asked of it, None where it was left out or another stood in. decision: None the first time.
    verdict: how it went, empty where it was not done; events: of the sets that say so.
    """

    day: date
    session: str
    due: DoseShown | None
    decision: Decision | None
    verdict: str
    events: tuple[str, ...]


@dataclass(frozen=True)
class Story:
    """steps: what was, in order. now: the decision about the day asked for, None where there is none."""

    exercise: str
    steps: tuple[Step, ...]
    day: date
    now: Decision | None
    problems: tuple[str, ...]


def tell_story(profile: Profile, catalogue: Catalogue, program: Program, log: Log, exercise: str, day: date) -> Story:
    """Return how the dose of an exercise came to be by `day`: the same fold that `today` answers from."""
    reading = read_as_of(log, day)
    state = State(Person(profile, day, unreadable=reading.nothing_rises), Desk(profile, catalogue), program)
    steps = []
    for happening in happenings(reading.events):
        session = program.session_by_id.get(happening.session or "")
        work = [one for one in happening.events if isinstance(one, SetDone | Stopped)]
        # What is due on the day asked for is told last, as `today` does.
        asked = _asked(state, session, work[0].day, exercise) if session and work and work[0].day < day else None
        state.take(happening)
        if session is not None and asked is not None:
            steps.append(_step(state, session, work[0].day, exercise, asked, happening))
    today = due_on(profile, catalogue, program, log, day)
    now = next((one for one in today.decisions if one.exercise in (exercise, None)), None)
    return Story(exercise, tuple(steps), day, now, today.problems)


def _asked(state: State, session: Session, day: date, exercise: str) -> Due | None:
    """Return what a session asked of the exercise, in its own place or in that of another, before it was done."""
    dues = state.due_before(session, day)
    return next(
        (
            one
            for one in dues
            if one.outcome is not None and exercise in (one.outcome.exercise, one.outcome.before_exercise)
        ),
        None,
    )


def _step(state: State, session: Session, day: date, exercise: str, asked: Due, happening: Happening) -> Step:
    phase, outcome = state.course.weeks[session.id][0], asked.outcome
    assert outcome is not None
    told = outcome.beside if outcome.beside is not None and outcome.beside.exercise == exercise else outcome
    done = tuple(one.id for one in happening.events if isinstance(one, SetDone | Stopped) and one.exercise == exercise)
    is_due = outcome.exercise == exercise
    track = state.tracks.get(exercise)
    return Step(
        day=day,
        session=session.id,
        due=show_dose(state.desk.catalogue[exercise], outcome.dose, phase) if is_due else None,
        decision=to_decision(state, told, phase) if told.kind else None,
        verdict=track.verdicts[-1] if done and is_due and track and track.verdicts else "",
        events=done,
    )
