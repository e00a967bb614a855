"""Building the program anew in the middle of it: the log keeps its meaning, the weeks to come are new."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from django.db import transaction

from rhomboid.lib.canonical import to_json
from rhomboid.prescription.plan import Plan
from rhomboid.prescription.program import Program
from rhomboid.screening.facts import load_facts
from rhomboid.service.log import log_of
from rhomboid.service.models import Person
from rhomboid.service.programs import current_plan_of, keep_plan, plan_from_profile
from rhomboid.service.rescreen import standing_answers
from rhomboid.service.sessions import program_in
from rhomboid.training.corrections import read_as_of
from rhomboid.training.event_types import ClearanceGiven


@dataclass(frozen=True)
class Rebuilt:
    """plan: what came out. since: the first day of the new weeks, None where no week is left to plan.

    came, went: exercises of the new weeks against those before.
    """

    plan: Plan
    since: date | None = None
    came: tuple[str, ...] = ()
    went: tuple[str, ...] = ()


@transaction.atomic
def rebuild_program(person: Person, *, on: date) -> Rebuilt:
    """Plan anew from the settings and the answers as they stand, and keep it from the next week on.

    Weeks that have begun stay as they were: what was logged belongs to their sessions. Where there is no program
    under the new settings, nothing changes.
    """
    standing = current_plan_of(person)
    before = program_in(standing)
    begun = max(0, min(len(before.weeks), (on - before.start).days // 7 + 1))
    if standing is not None and begun == len(before.weeks):
        return Rebuilt(standing)
    made = plan_from_profile(to_json(_standing_table(person, on)))
    if made.program is None:
        return Rebuilt(made)
    weeks = (*before.weeks[:begun], *made.program.weeks[begun:])
    program = replace(made.program, weeks=weeks)
    kept = replace(made, program=program, proof=made.proof if begun == 0 else None)
    keep_plan(person, kept, on=on)
    old, new = _moves(before, begun), _moves(program, begun)
    since = before.start + timedelta(days=7 * begun)
    return Rebuilt(kept, since, tuple(sorted(new - old)), tuple(sorted(old - new)))


def _moves(program: Program, begun: int) -> set[str]:
    return {item.exercise for week in program.weeks[begun:] for session in week.sessions for item in session.items}


def _standing_table(person: Person, on: date) -> dict[str, Any]:
    """Return the profile with what the log tells since: later answers about health, and later clearances."""
    table: dict[str, Any] = dict(person.profile or {})
    groups = {fact.id: fact.group for fact in load_facts()}
    for fact, value in standing_answers(person, on).items:
        group: Mapping[str, Any] = table.get(groups[fact], {})
        table[groups[fact]] = {**group, fact: list(value) if isinstance(value, tuple) else value}
    later = [
        {"by": event.by, "role": event.role, "date": event.day.isoformat(), "scope": sorted(event.scope)}
        for event in read_as_of(log_of(person), on).events
        if isinstance(event, ClearanceGiven)
    ]
    if later:
        table["clearance"] = [*table.get("clearance", []), *later]
    return table
