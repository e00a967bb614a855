"""How it goes: four trends, the days kept, and whether it is time to measure again."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from rhomboid.catalogue.load import load_catalogue
from rhomboid.prescription.eligibility import exclusions
from rhomboid.prescription.profile import Profile
from rhomboid.prescription.program import Program, Session
from rhomboid.service.log import log_of
from rhomboid.service.models import Person
from rhomboid.service.programs import plans_of, profile_of
from rhomboid.service.programs_lived import course_in
from rhomboid.service.self_checks import FUNCTION, REACH, Check, checks_of, function_points, reach_points
from rhomboid.training.adherence import Adherence, adherence_on
from rhomboid.training.calendar import read_calendar
from rhomboid.training.corrections import read_as_of
from rhomboid.training.event_types import Event, MorningAfter
from rhomboid.training.flares import Flare
from rhomboid.training.person import Person as Standing
from rhomboid.training.strength_index import strength_points
from rhomboid.training.trends import Point, Trend, measure_trend, pain_trend, strength_trend

# Who may do this move may do the reach test: it asks for the same thing, less often.
REACH_LIKE = "wall-angel"


@dataclass(frozen=True)
class Progress:
    """program: with the weeks of earlier ones. flares: those of the log.

    mornings: pain told in the morning, shown beside and not counted.
    coming: the sessions of the next seven days.
    due: the self-checks whose time has come. may_reach: whether nothing speaks against the reach test.
    """

    program: Program
    pain: Trend
    mornings: tuple[Point, ...]
    flares: tuple[Flare, ...]
    strength: Trend
    function: Trend
    reach: Trend
    adherence: Adherence
    checks: tuple[Check, ...]
    coming: tuple[Session, ...]
    due: tuple[str, ...]
    may_reach: bool


def progress_of(person: Person, day: date) -> Progress:
    """Return how it goes up to `day`. Raises UserError when there is no program."""
    profile, log, checks = profile_of(person), log_of(person), checks_of(person)
    program = course_in(plans_of(person), log)
    events = read_as_of(log, day).events
    standing = _walk(profile, events, day)
    may_reach = can_reach(profile, standing, day)
    return Progress(
        program=program,
        pain=pain_trend(standing.pain.by_day()),
        mornings=tuple(Point(one.day, one.pain) for one in events if isinstance(one, MorningAfter)),
        flares=tuple(standing.flares.flares),
        strength=strength_trend(strength_points(events, load_catalogue())),
        function=measure_trend(function_points(checks), FUNCTION, more_is_better=True),
        reach=measure_trend(reach_points(checks), REACH, more_is_better=False),
        adherence=adherence_on(profile, (program,), log, day),
        checks=checks,
        coming=_coming(program, events, day),
        due=tuple(kind for kind in (FUNCTION, REACH) if is_due(kind, checks, program, day, may_reach=may_reach)),
        may_reach=may_reach,
    )


def may_reach_on(person: Person, day: date) -> bool:
    """Return whether nothing speaks against the reach test for this person."""
    profile, log = profile_of(person), log_of(person)
    return can_reach(profile, _walk(profile, read_as_of(log, day).events, day), day)


def can_reach(profile: Profile, standing: Standing, day: date) -> bool:
    """Return whether the person may train and nothing excludes the move the test is like."""
    triage = standing.triage_on(day)
    move = load_catalogue()[REACH_LIKE]
    reasons = exclusions(move, profile, triage, phase="familiarise", average_pain=0, form_confirmed=standing.confirmed)
    return triage.may_train and not reasons


def is_due(kind: str, checks: Sequence[Check], program: Program, day: date, *, may_reach: bool) -> bool:
    """Return whether a self-check was never made, or not since the last review day."""
    if kind == REACH and not may_reach:
        return False
    made = [one.day for one in checks if one.kind == kind]
    reviews = [one for one in program.review_dates if one <= day]
    return not made or (bool(reviews) and made[-1] < reviews[-1])


def _walk(profile: Profile, events: Sequence[Event], day: date) -> Standing:
    standing = Standing(profile, day, unreadable=False)
    for event in events:
        standing.take(event)
    return standing


def _coming(program: Program, events: Sequence[Event], day: date) -> tuple[Session, ...]:
    """Return the sessions of the seven days from `day` on, each on the day it stands on now."""
    calendar = read_calendar(program, events)
    days = [day + timedelta(days=gap) for gap in range(7)]
    open_days = [one for one in days if calendar.off_on(one) is None]
    return tuple(replace(session, date=one) for one in open_days for session in calendar.sessions_on(program, one))
