"""Making a program, first and anew, and finding the one that counts."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
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
from rhomboid.prescription.program_json import plan_from_json, plan_to_json
from rhomboid.prescription.schedule_days import WEEK_DAYS
from rhomboid.service.log import log_of
from rhomboid.service.models import LogEvent, Person, Program
from rhomboid.training.corrections import read_as_of
from rhomboid.training.event_types import SessionEnd, SetDone, Stopped
from rhomboid.training.events import Log
from rhomboid.training.so_far import past_on

KEPT_PLANS = 64
PROFILE_MARK = "profile"  # stands in a program's versions
FULL, MAINTAIN = "full", "maintain"
FIRST_WEEKS = 15
MORE_WEEKS = 12  # how far a program reaches that keeps a gain, or that follows on one that is over
ANSWERS = ("rescreen", "clearance")
TRAINED = (SetDone, Stopped, SessionEnd)


@dataclass(frozen=True)
class Made:
    """What came of making a program. since: the first day it holds for.

    came, went: moves of strength and trunk in the days to come that are new, and those that are no longer there.
    """

    plan: Plan
    since: date
    came: tuple[str, ...] = ()
    went: tuple[str, ...] = ()


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
    dated: dict[str, Any] = {**table, "schedule": schedule}
    if table.get("clearance"):
        dated["clearance"] = [_dated(row) for row in table["clearance"]]
    if "dose" in table.get("limits", {}):
        dated["limits"] = {**table["limits"], "dose": [_dated(row) for row in table["limits"]["dose"]]}
    return dated


def _dated(row: Mapping[str, Any]) -> dict[str, Any]:
    return {**row, "date": date.fromisoformat(row["date"])}


@transaction.atomic
def make_program(person: Person, *, on: date, mode: str | None = None) -> Made:
    """Plan for this person and keep the plan if there is a program; earlier programs stay on record.

    A first program is planned from its start. Every later one begins on that day (on the next, where something was
    done already) and goes on from where the log says each move stands.
    mode: one of MODES; without one, the form the person is in stays.
    """
    profile, log, standing = profile_of(person), log_of(person), current_plan_of(person)
    mode = mode or form_of(person)
    since = max(_first_free_day(log, on), profile.schedule.start)
    if standing is None or (since == profile.schedule.start and not log.events):
        made = plan_from_profile(to_json(person.profile), mode)
    else:
        made = _plan_anew(profile, log, since, mode, standing)
    if made.program is None:
        return Made(made, since)
    keep_plan(person, made, on=on)
    old, new = _moves_from(standing, since), _moves_from(made, since)
    return Made(made, since, tuple(sorted(new - old)), tuple(sorted(old - new)))


def _first_free_day(log: Log, on: date) -> date:
    """Return `on`, or the day after where a session of that day was begun: what was done belongs to its program."""
    is_begun = any(isinstance(event, TRAINED) and event.day == on for event in read_as_of(log, on).events)
    return on + timedelta(days=1) if is_begun else on


def _plan_anew(profile: Profile, log: Log, since: date, mode: str, standing: Plan) -> Plan:
    from rhomboid.planning.plan import plan  # the solver takes half a second to import

    weeks, catalogue = _weeks_for(profile, since, mode, standing), load_catalogue()
    return plan(profile, catalogue, weeks=weeks, past=past_on(profile, catalogue, log, since), mode=mode)


def _weeks_for(profile: Profile, since: date, mode: str, standing: Plan) -> int:
    """Return in which week the new program ends: as planned before, later where little would be left of it."""
    this = (since - profile.schedule.start).days // WEEK_DAYS + 1
    last = 0 if standing.program is None else max(week.number for week in standing.program.weeks)
    more = this + MORE_WEEKS - 1 if mode == MAINTAIN or last < this else 0
    return max(FIRST_WEEKS, last, more)


def _moves_from(made: Plan | None, since: date) -> set[str]:
    sessions = made.program.sessions if made is not None and made.program is not None else ()
    coming = [session for session in sessions if session.date >= since]
    return {item.exercise for one in coming for item in (*one.block("strength"), *one.block("core"))}


def form_of(person: Person) -> str:
    """Return the form of program this person chose: that of the newest program, the full one before there is any."""
    standing = current_plan_of(person)
    return FULL if standing is None else standing.mode


def keep_plan(person: Person, made: Plan, *, on: date) -> None:
    """Keep a plan as the one that counts from now on, with the settings it was made from and a mark of them."""
    document = plan_to_json(made)
    versions = {**document["versions"], PROFILE_MARK: digest(person.profile)}
    Program.objects.create(person=person, plan=document, profile=person.profile, made_on=on, versions=versions)


def is_outdated(person: Person) -> str:
    """Return what changed since the program was made: "settings", "answers", or nothing where all stands as it was.

    Answers are later ones about health, and points that a professional cleared: today obeys them at once, a program
    made anew can use them.
    """
    kept = Program.objects.for_person(person).order_by("-created", "-id").values_list("versions", "created").first()
    versions, created = kept or ({}, None)
    if versions.get(PROFILE_MARK) not in (None, digest(person.profile)):
        return "settings"
    told = LogEvent.objects.for_person(person).filter(type__in=ANSWERS, received__gt=created) if created else ()
    return "answers" if any(row.body.get("facts") or row.body.get("scope") for row in told) else ""


@lru_cache(maxsize=KEPT_PLANS)
def plan_from_profile(profile_text: str, mode: str = FULL) -> Plan:
    """Return the first plan a profile leads to: the same profile and form always lead to the same plan."""
    from rhomboid.planning.plan import plan  # the solver takes half a second to import

    return plan(_parsed_profile(profile_text), load_catalogue(), mode=mode)


def current_plan_of(person: Person) -> Plan | None:
    """Return the newest plan of this person, or None. One small query; a plan never changes, so it is parsed once."""
    newest = Program.objects.for_person(person).order_by("-created", "-id").values_list("id", flat=True).first()
    return None if newest is None else _parsed_plans((newest,))[0]


def plans_of(person: Person) -> tuple[Plan, ...]:
    """Return every plan kept for this person, the oldest first. One small query; each is parsed once."""
    ids = Program.objects.for_person(person).order_by("created", "id").values_list("id", flat=True)
    return _parsed_plans(tuple(ids))


def profiles_of(person: Person) -> tuple[Profile | None, ...]:
    """Return the profile each kept plan was made from, the oldest first; None where it was not kept."""
    tables = Program.objects.for_person(person).order_by("created", "id").values_list("profile", flat=True)
    return tuple(None if one is None else _parsed_profile(json.dumps(one, sort_keys=True)) for one in tables)


# The plans read last, by the id of their row: one plan is one value, however it is asked for.
_plans: dict[UUID, Plan] = {}


def _parsed_plans(ids: Sequence[UUID]) -> tuple[Plan, ...]:
    """Return the plans with these ids, in their order; those not known yet are read in one query."""
    missing = [one for one in ids if one not in _plans]
    found = {one: _plans[one] for one in ids if one in _plans}
    for row, document in Program.objects.filter(id__in=missing).values_list("id", "plan") if missing else ():
        found[row] = _plans.setdefault(row, plan_from_json(document, "program"))
    for oldest in list(_plans)[:-KEPT_PLANS]:
        _plans.pop(oldest, None)
    return tuple(found[one] for one in ids)
