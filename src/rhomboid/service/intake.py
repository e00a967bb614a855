"""The intake: kept page by page while it is answered, finished into a screening and a profile, and read back."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction

from rhomboid.catalogue.load import load_catalogue
from rhomboid.catalogue.rulebook import rules_version
from rhomboid.lib.errors import UserError
from rhomboid.prescription.profile_toml import profile_from_table
from rhomboid.screening.facts import Answers, load_facts, parse_answers
from rhomboid.screening.hits import Hit
from rhomboid.screening.questions import fill_unasked
from rhomboid.screening.triage import Triage, emergencies_so_far, screen
from rhomboid.service.log import log_of
from rhomboid.service.models import Acknowledgement, Person, Screening
from rhomboid.service.programs import current_plan_of, profile_of
from rhomboid.service.sessions import today_for

WHERE = "your answers"
# Raise the version whenever the words of the notice on the result page change (E5).
NOTICE = "educational-notice"
NOTICE_VERSION = "1"


@dataclass(frozen=True)
class Outcome:
    """The triage of the answers so far. finished: whether every page of the intake was answered."""

    triage: Triage
    answers: Answers
    finished: bool


def save_page(
    person: Person,
    page: str,
    *,
    shown: Mapping[str, Any],
    facts: Mapping[str, Any],
    setup: Mapping[str, Mapping[str, Any]],
) -> None:
    """Keep one answered page of the draft: as it is shown again, and as facts and groups of the profile."""
    person.draft = {**person.draft, page: {"shown": dict(shown), "facts": dict(facts), "setup": dict(setup)}}
    person.save(update_fields=["draft"])


def start_again(person: Person) -> None:
    """Forget the answers of the intake so that it starts afresh; finished screenings stay on record."""
    person.draft, person.profile = {}, None
    person.save(update_fields=["draft", "profile"])


def drafted_answers(person: Person) -> Answers:
    """Return the screening facts answered so far, with a `no` for what need not be asked."""
    return fill_unasked(parse_answers(WHERE, _drafted_facts(person)))


def emergencies_of(person: Person) -> tuple[Hit, ...]:
    """Return the emergencies that the answers so far make certain."""
    return emergencies_so_far(drafted_answers(person))


def hits_so_far(person: Person, *, on: date) -> tuple[Hit, ...]:
    """Return what the answers so far already mean, the most cautious first."""
    return _triage_so_far(drafted_answers(person), on).hits


@transaction.atomic
def finish_intake(person: Person, *, on: date) -> None:
    """Turn the draft into a screening of that day and the person's profile. Raises UserError when they do not fit."""
    answers = drafted_answers(person)
    facts = {fact: list(value) if isinstance(value, tuple) else value for fact, value in answers.items}
    table = _profile_table(facts, _drafted_setup(person), on)
    profile_from_table(table, WHERE, load_catalogue())
    table["schedule"]["start"] = on.isoformat()
    Screening.objects.create(person=person, made_on=on, facts=facts, versions={"rules": rules_version()})
    person.profile = table
    person.save(update_fields=["profile"])


def outcome_of(person: Person, *, on: date) -> Outcome:
    """Return the triage of the finished intake, else of the answers so far."""
    if person.profile is None:
        answers = drafted_answers(person)
        return Outcome(_triage_so_far(answers, on), answers, finished=False)
    plan = current_plan_of(person)
    profile = profile_of(person)
    if plan is not None:
        # During a program the log has a say: new symptoms, later screens, clearances.
        triage = today_for(person, on, plan=plan, log=log_of(person)).triage
        return Outcome(triage, profile.answers, finished=True)
    return Outcome(screen(profile.answers, profile.clearances, on), profile.answers, finished=True)


def has_read_notice(person: Person) -> bool:
    """Return whether this person acknowledged the educational notice in its present version."""
    return Acknowledgement.objects.for_person(person).filter(what=NOTICE, version=NOTICE_VERSION).exists()


def keep_notice_read(person: Person, *, at: datetime) -> None:
    """Keep that the notice was read, with its version; once is enough."""
    if not has_read_notice(person):
        Acknowledgement.objects.create(person=person, what=NOTICE, version=NOTICE_VERSION, at=at)


def _triage_so_far(answers: Answers, on: date) -> Triage:
    """Return the triage of unfinished answers, without emergencies that rest on a figure not asked for yet."""
    triage = screen(answers, (), on)
    certain = {hit.rule.id for hit in emergencies_so_far(answers)}
    hits = tuple(hit for hit in triage.hits if hit.level != "emergency" or hit.rule.id in certain)
    level = "emergency" if certain else "incomplete"
    return Triage(level, hits, triage.restrictions, triage.missing, triage.advice)


def _drafted_facts(person: Person) -> dict[str, Any]:
    return {fact: value for page in person.draft.values() for fact, value in page["facts"].items()}


def _drafted_setup(person: Person) -> dict[str, dict[str, Any]]:
    setup: dict[str, dict[str, Any]] = {}
    for page in person.draft.values():
        for group, values in page["setup"].items():
            setup.setdefault(group, {}).update(values)
    return setup


def _profile_table(facts: Mapping[str, Any], setup: dict[str, dict[str, Any]], on: date) -> dict[str, Any]:
    if "schedule" not in setup:
        raise UserError(f"{WHERE}: schedule: is missing; allowed: the days and minutes of the last page")
    table: dict[str, Any] = {}
    for fact in load_facts():
        if fact.id in facts:
            table.setdefault(fact.group, {})[fact.id] = facts[fact.id]
    table.update(setup)
    table["schedule"] = {**setup["schedule"], "start": on}
    return table
