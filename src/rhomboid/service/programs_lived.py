"""All programs of a person as one course: what was planned while it held, then what is planned now."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from rhomboid.lib.errors import UserError
from rhomboid.prescription.plan import Plan
from rhomboid.prescription.program import Program, Session, Week
from rhomboid.service.log import log_of
from rhomboid.service.models import Person
from rhomboid.service.programs import plans_of
from rhomboid.training.calendar import read_calendar
from rhomboid.training.event_types import Event
from rhomboid.training.events import Log


def course_of(person: Person) -> Program:
    """Return the weeks this person has lived through and those to come as one program. Raises UserError without one.

    It is for looking back and for the overview; what is due comes from the newest program and the log alone.
    """
    return course_in(plans_of(person), log_of(person))


def course_in(plans: Sequence[Plan], log: Log) -> Program:
    """Return the course that plans, the oldest first, make together with what the log says was moved."""
    programs = [plan.program for plan in plans if plan.program is not None]
    if not programs:
        raise UserError("program: there is none yet; answer the questions and build one first")
    return programs[0] if len(programs) == 1 else join_programs(programs, log.events)


def join_programs(programs: Sequence[Program], events: Sequence[Event]) -> Program:
    """Return programs of one calendar, oldest first, as one: each holds until the next was made.

    A session of an earlier one stands on the day it was moved to; one that is planned again is the newer one's.
    """
    joined, *newer = programs
    for one in newer:
        if one.start != joined.start:
            joined = one
        elif one.made_on is None:  # it holds for whole weeks
            joined = _joined(joined, one, {week.number: () for week in one.weeks})
        else:
            joined = _joined(joined, one, _until(joined, one.made_on, events))
    return joined


def _until(program: Program, day: date, events: Sequence[Event]) -> dict[int, tuple[Session, ...]]:
    """Return the sessions of each week that stood on days before `day`."""
    days = read_calendar(program, [event for event in events if event.day < day]).days
    return {
        week.number: tuple(replace(one, date=days[one.id]) for one in week.sessions if days[one.id] < day)
        for week in program.weeks
    }


def _joined(old: Program, new: Program, kept: dict[int, tuple[Session, ...]]) -> Program:
    begins = new.made_on or new.start
    olds, news = ({week.number: week for week in one.weeks} for one in (old, new))
    weeks = []
    for number in sorted(olds | news):
        shape = news.get(number) or olds[number]
        before = tuple(one for one in kept.get(number, ()) if one.id not in new.session_by_id)
        coming = news[number].sessions if number in news else ()
        if before or coming:
            sessions = tuple(sorted((*before, *coming), key=lambda one: (one.date, one.id)))
            weeks.append(Week(number, shape.phase, deload=shape.deload, sessions=sessions))
    reviews = sorted({*(one for one in old.review_dates if one < begins), *new.review_dates})
    return replace(new, weeks=tuple(weeks), review_dates=tuple(reviews))
