"""What is due: computed from program and log each time, never stored."""

from datetime import date
from functools import lru_cache
from typing import Generic, TypeVar
from uuid import UUID

from rhomboid.catalogue.load import load_catalogue
from rhomboid.lib.errors import UserError
from rhomboid.prescription.plan import Plan
from rhomboid.prescription.profile import Profile
from rhomboid.prescription.program import Program, Session
from rhomboid.service.log import log_of
from rhomboid.service.models import Person
from rhomboid.service.programs import current_plan_of, profile_of
from rhomboid.training.checkpoint import Checkpoints
from rhomboid.training.events import Log
from rhomboid.training.shortened import shorten
from rhomboid.training.today import Today, due_on, next_time

KEPT_DAYS = 16
KEPT_PEOPLE = 16
Value = TypeVar("Value")


def today_for(person: Person, day: date, *, plan: Plan, log: Log) -> Today:
    """Return what is due on `day`. Raises UserError when there is no program."""
    return _due_on(person.pk, _Same(profile_of(person)), _Same(program_in(plan)), _Same(log), day)


class _Same(Generic[Value]):
    """A value that equals only itself. Profile, plan and log are parsed once while they stay as they are.

    Holding the value keeps its identity from being given to another one.
    """

    def __init__(self, value: Value) -> None:
        self.value = value

    def __hash__(self) -> int:
        return id(self.value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.value is self.value


@lru_cache(maxsize=KEPT_DAYS)
def _due_on(person: UUID, profile: _Same[Profile], program: _Same[Program], log: _Same[Log], day: date) -> Today:
    """Work a day out once: the same profile, program and log always give the same day."""
    known = _checkpoints_of(person)
    return due_on(profile.value, load_catalogue(), program.value, log.value, day, checkpoints=known)


@lru_cache(maxsize=KEPT_PEOPLE)
def _checkpoints_of(person: UUID) -> Checkpoints:  # noqa: ARG001 - each person has their own
    return Checkpoints()


def day_of(person: Person, day: date) -> Today:
    """Return what is due on `day` by program and log as they are kept. Raises UserError when there is no program."""
    return today_for(person, day, plan=_plan_of(person), log=log_of(person))


def program_in(plan: Plan | None) -> Program:
    """Return the plan's program. Raises UserError when there is none."""
    if plan is None or plan.program is None:
        raise UserError("program: there is none yet; answer the questions and build one first")
    return plan.program


def session_due(person: Person, session_id: str, day: date, *, minutes: int | None = None) -> Session:
    """Return a session of `day` with its doses as they are due, cut to `minutes` when asked.

    Raises UserError when it is not among the sessions of that day.
    """
    answer = day_of(person, day)
    found = next((s for s in (answer.session, *answer.also) if s is not None and s.id == session_id), None)
    if found is None:
        raise UserError(f"session: {session_id!r} is not due on {day}; allowed: the sessions of that day")
    return shorten(found, load_catalogue(), minutes) if minutes else found


def after_session(person: Person, day: date) -> Today | None:
    """Return what is due on the next day with a strength session, as things stand; None when none comes."""
    program, log = program_in(_plan_of(person)), log_of(person)
    known = _checkpoints_of(person.pk)
    return next_time(profile_of(person), load_catalogue(), program, log, day, checkpoints=known)


def _plan_of(person: Person) -> Plan:
    plan = current_plan_of(person)
    if plan is None:
        raise UserError("program: there is none yet; answer the questions and build one first")
    return plan
