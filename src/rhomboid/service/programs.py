"""Making a program and finding the one that counts."""

import json
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.db import transaction

from rhomboid.catalogue.load import load_catalogue
from rhomboid.lib.canonical import digest, to_json
from rhomboid.lib.errors import UserError
from rhomboid.prescription.plan import Plan
from rhomboid.prescription.profile import Profile
from rhomboid.prescription.profile_toml import profile_from_table
from rhomboid.prescription.program import Program as ProgramOf
from rhomboid.prescription.program_json import plan_from_json, plan_to_json
from rhomboid.service.models import Person, Program

KEPT_PLANS = 64
PROFILE_MARK = "profile"  # stands in a program's versions


def profile_of(person: Person) -> Profile:
    """Return the person's profile. Raises UserError when the intake is not finished."""
    if person.profile is None:
        raise UserError("profile: the questions are not finished; answer them first")
    return _parsed_profile(json.dumps(person.profile, sort_keys=True))


@lru_cache(maxsize=KEPT_PLANS)
def _parsed_profile(text: str) -> Profile:
    return profile_from_table(with_dates(json.loads(text)), "profile", load_catalogue())


def with_dates(table: Mapping[str, Any]) -> dict[str, Any]:
    """Return a profile table from the database with its ISO texts as dates again."""
    schedule = {**table["schedule"], "start": date.fromisoformat(table["schedule"]["start"])}
    clearances = [{**row, "date": date.fromisoformat(row["date"])} for row in table.get("clearance", [])]
    return {**table, "schedule": schedule, **({"clearance": clearances} if clearances else {})}


@transaction.atomic
def make_program(person: Person, *, on: date) -> Plan:
    """Plan for this person and keep the plan if there is a program; earlier programs stay on record."""
    profile_of(person)  # says plainly when the questions are not finished
    made = plan_from_profile(to_json(person.profile))
    if made.program is not None:
        keep_plan(person, made, on=on)
    return made


def keep_plan(person: Person, made: Plan, *, on: date) -> None:
    """Keep a plan as the one that counts from now on, with a mark of the settings it was made from."""
    document = plan_to_json(made)
    versions = {**document["versions"], PROFILE_MARK: digest(person.profile)}
    Program.objects.create(person=person, plan=document, made_on=on, versions=versions)


def is_outdated(person: Person) -> bool:
    """Return whether settings changed since the program was made; false where that is not known."""
    kept = Program.objects.for_person(person).order_by("-created", "-id").values_list("versions", flat=True)
    mark = (kept.first() or {}).get(PROFILE_MARK)
    return mark is not None and mark != digest(person.profile)


@lru_cache(maxsize=KEPT_PLANS)
def plan_from_profile(profile_text: str) -> Plan:
    """Return the plan a profile leads to: the same profile always leads to the same plan."""
    from rhomboid.planning.plan import plan  # the solver takes half a second to import

    return plan(_parsed_profile(profile_text), load_catalogue())


def current_plan_of(person: Person) -> Plan | None:
    """Return the newest plan of this person, or None. One small query; a plan never changes, so it is parsed once."""
    newest = Program.objects.for_person(person).order_by("-created", "-id").values_list("id", flat=True).first()
    return None if newest is None else _parsed_plan(newest)


def programs_of(person: Person) -> tuple[ProgramOf, ...]:
    """Return all programs ever made for this person, the oldest first. One small query; each is parsed once."""
    ids = Program.objects.for_person(person).order_by("created", "id").values_list("id", flat=True)
    return tuple(plan.program for plan in map(_parsed_plan, ids) if plan.program is not None)


@lru_cache(maxsize=KEPT_PLANS)
def _parsed_plan(program_id: UUID) -> Plan:
    document = Program.objects.values_list("plan", flat=True).get(id=program_id)
    return plan_from_json(document, "program")
