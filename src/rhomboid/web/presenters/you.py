"""The page You, in words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from rhomboid.catalogue.exercise import Catalogue, Exercise
from rhomboid.prescription.profile import Profile
from rhomboid.screening.rules import load_rules
from rhomboid.service.log import log_of
from rhomboid.service.models import Person
from rhomboid.service.profiles import PREFERENCES, limits_of
from rhomboid.service.programs import profile_of
from rhomboid.training.event_types import ClearanceGiven
from rhomboid.web.figure_choice import still_url
from rhomboid.web.intake_fields import Field
from rhomboid.web.intake_pages import show_field
from rhomboid.web.presenters.you_dose import prescribed_words, role_words
from rhomboid.web.you_fields import PARTS, as_kept, with_other_minutes

MOST_FOUND = 12
LIMIT_WORDS = {"ban": "Never", "require": "Always in", "max_load_kg": "At most"}


@dataclass(frozen=True)
class Move:
    """An exercise as it is listed. kind: like, avoid, or empty."""

    id: str
    name: str
    picture: str
    kind: str


@dataclass(frozen=True)
class LimitRow:
    kind: str
    exercise: str
    name: str
    words: str
    noted: str


@dataclass(frozen=True)
class ClearanceRow:
    by: str
    role: str
    day: date
    what: str


def fields_of(person: Person, part: str, shown: Mapping[str, Any] | None, errors: Mapping[str, str]) -> tuple[Any, ...]:
    """Return the fields of one part: as just sent, else as they are kept."""
    fields = PARTS[part]
    values = shown if shown is not None else as_kept(person, fields)
    return tuple(show_field(_offered(one, values), values, errors) for one in fields)


def _offered(one: Field, values: Mapping[str, Any]) -> Field:
    value = values.get(one.name, "")
    return with_other_minutes(one, value if isinstance(value, str) else "")


def moves_of(profile: Profile, catalogue: Catalogue) -> dict[str, tuple[Move, ...]]:
    """Return what the person likes and avoids, by name."""
    kinds = {"like": profile.like, "avoid": profile.avoid}
    return {kind: _listed((catalogue[one] for one in kinds[kind]), profile) for kind in PREFERENCES}


def find_moves(words: str, profile: Profile, catalogue: Catalogue) -> tuple[tuple[Move, ...], int]:
    """Return the exercises whose name holds every word, at most a dozen, and how many there are."""
    asked = words.casefold().split()
    hits = [one for one in catalogue.exercises if asked and all(word in _spoken(one) for word in asked)]
    listed = _listed(hits, profile)
    return listed[:MOST_FOUND], len(listed)


def limit_rows(person: Person, catalogue: Catalogue) -> tuple[LimitRow, ...]:
    """Return the clinician's limits, each with who set it."""
    rows = []
    for limit in limits_of(person):
        name = catalogue[limit.exercise].name
        if limit.dose is not None:
            noted = f"{limit.by} ({role_words(limit.dose.role)}), from {limit.dose.on:%-d %B %Y}"
            rows.append(LimitRow(limit.kind, limit.exercise, name, prescribed_words(limit.dose, name), noted))
            continue
        words = f"{LIMIT_WORDS[limit.kind]}{f' {limit.kg:g} kg' if limit.kg is not None else ''}: {name}"
        noted = f"{limit.by}, {date.fromisoformat(limit.on):%-d %B %Y}" if limit.by else "No name noted"
        rows.append(LimitRow(limit.kind, limit.exercise, name, words, noted))
    return tuple(rows)


def names_of(ids: Iterable[str], catalogue: Catalogue) -> str:
    """Return exercises by name in a line."""
    return ", ".join(sorted(catalogue[one].name for one in ids))


def _spoken(exercise: Exercise) -> str:
    return f"{exercise.name} {exercise.id}".casefold()


def _listed(exercises: Iterable[Exercise], profile: Profile) -> tuple[Move, ...]:
    found = []
    for one in sorted(exercises, key=lambda exercise: exercise.name.casefold()):
        kind = "like" if one.id in profile.like else "avoid" if one.id in profile.avoid else ""
        found.append(Move(one.id, one.name, still_url(one.id), kind))
    return tuple(found)


def clearance_rows(person: Person) -> tuple[ClearanceRow, ...]:
    """Return who cleared what and when: before the program in the profile, since then in the log."""
    kept = [(one.by, one.role, one.date, one.scope) for one in profile_of(person).clearances]
    kept += [(one.by, one.role, one.day, one.scope) for one in log_of(person).events if isinstance(one, ClearanceGiven)]
    rules = load_rules()
    return tuple(
        ClearanceRow(by, role, day, "; ".join(rules[one].title for one in scope)) for by, role, day, scope in kept
    )
