"""What the catalogue means for one person on a day: what they may do now, what not, and why."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from rhomboid.catalogue.load import load_catalogue
from rhomboid.prescription.eligibility import exclusions
from rhomboid.prescription.program import Item, Program
from rhomboid.screening.restrictions import Exclusion
from rhomboid.service.log import log_of
from rhomboid.service.models import Person
from rhomboid.service.programs import current_plan_of, profile_of
from rhomboid.training.corrections import read_as_of
from rhomboid.training.pain_history import long_average
from rhomboid.training.person import Person as Standing

FIRST_PHASE = "familiarise"


@dataclass(frozen=True)
class Fit:
    """may_train: whether the safety answers allow any session at all.

    left_out: exercise id to the reasons, for those that are out now. items: the person's next planned item of each
    exercise in the program. equipment: what they own. level: their experience.
    """

    may_train: bool
    left_out: Mapping[str, tuple[Exclusion, ...]]
    items: Mapping[str, Item]
    equipment: frozenset[str]
    level: str


def fit_for(person: Person, on: date) -> Fit:
    """Return what the catalogue means for this person as their answers, log and program stand on a day."""
    profile = profile_of(person)
    plan = current_plan_of(person)
    program = plan.program if plan is not None else None
    reading = read_as_of(log_of(person), on)
    standing = Standing(profile, on, unreadable=reading.nothing_rises)
    for event in reading.events:
        standing.take(event)
    triage = standing.triage_on(on)
    average = long_average(standing.pain, on)
    if average is None:
        average = profile.answers.number("average_24h") or 0
    week = program.week_on(on) if program is not None else None
    left_out = {}
    for exercise in load_catalogue().exercises:
        reasons = exclusions(
            exercise,
            profile,
            triage,
            phase=week.phase if week is not None else FIRST_PHASE,
            average_pain=average,
            form_confirmed=standing.confirmed,
        )
        if reasons:
            left_out[exercise.id] = reasons
    return Fit(
        may_train=triage.may_train,
        left_out=MappingProxyType(left_out),
        items=MappingProxyType(_next_items(program, on) if program is not None else {}),
        equipment=profile.setting.equipment,
        level=profile.experience.level,
    )


def _next_items(program: Program, on: date) -> dict[str, Item]:
    """Return each exercise's next item from a day on, else its last one before."""
    coming = {item.exercise: item for session in reversed(program.sessions) for item in session.items}
    later = [session for session in program.sessions if session.date >= on]
    return {**coming, **{item.exercise: item for session in reversed(later) for item in session.items}}
