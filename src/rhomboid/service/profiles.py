"""Changing what a program is built from: kit, place, week, likes, and a clinician's limits.

Every change goes through the profile's own parser, so nothing is kept that a plan could not be made from.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from rhomboid.catalogue.load import load_catalogue
from rhomboid.lib.errors import UserError, bad_input
from rhomboid.prescription.prescribed import PrescribedDose, parse_prescribed
from rhomboid.prescription.profile_toml import profile_from_table
from rhomboid.service.models import Person
from rhomboid.service.programs import with_dates

WHERE = "your settings"
PREFERENCES = ("like", "avoid")
LISTED_LIMITS = ("ban", "require")
CAP, DOSE = "max_load_kg", "dose"
LONGEST_NAME = 120


@dataclass(frozen=True)
class Limit:
    """One limit of a clinician. kind: ban, require, max_load_kg or dose; kg: for a cap; by, on: empty when not noted.

    dose: what they wrote for the move, for that kind only; by and on are then its own.
    """

    kind: str
    exercise: str
    kg: float | None
    by: str
    on: str
    dose: PrescribedDose | None = None


@transaction.atomic
def change_profile(person: Person, changes: Mapping[str, Mapping[str, Any]]) -> None:
    """Change fields of some groups; None takes a field out. Raises UserError with one line, and keeps nothing then."""
    table = _table_of(person)
    for group, fields in changes.items():
        merged = {**table.get(group, {}), **fields}
        table[group] = {name: value for name, value in merged.items() if value is not None}
    profile_from_table(with_dates(table), WHERE, load_catalogue())
    person.profile = table
    person.save(update_fields=["profile"])


def prefer(person: Person, kind: str, exercise: str, *, wanted: bool) -> None:
    """Put an exercise on the list of likes or avoids, or take it off; never on both."""
    if kind not in PREFERENCES:
        raise bad_input(WHERE, "preferences", kind, ", ".join(PREFERENCES))
    kept = _table_of(person).get("preferences", {})
    lists = {name: set(kept.get(name, [])) - {exercise} for name in PREFERENCES}
    if wanted:
        lists[kind].add(exercise)
    change_profile(person, {"preferences": {name: sorted(lists[name]) for name in PREFERENCES}})


@transaction.atomic
def set_limit(person: Person, kind: str, exercise: str, *, kg: float | None, by: str, on: date) -> None:
    """Keep a clinician's limit with their name. Raises UserError when it cannot be."""
    if kind == CAP and kg is None:
        raise bad_input(WHERE, f"limits.{CAP}.{exercise}", "", "a number of kg")
    _change_limit(person, kind, exercise, kg=kg, wanted=True)
    _note(person, kind, exercise, kg=kg, by=by, on=on, wanted=True)


@transaction.atomic
def set_dose(person: Person, row: Mapping[str, Any], *, on: date) -> None:
    """Keep the dose a clinician wrote for a move, in place of an earlier one of the same move.

    row: the fields of `[[limits.dose]]`, the date as ISO text. Raises UserError naming the wrong field.
    """
    table, catalogue = _table_of(person), load_catalogue()
    try:
        dated = {**row, "date": date.fromisoformat(str(row.get("date")))}
    except ValueError:
        dated = dict(row)  # the parser refuses it in its own words
    parse_prescribed(WHERE, [dated], catalogue)
    kept = [one for one in table.get("limits", {}).get(DOSE, []) if one["exercise"] != row["exercise"]]
    change_profile(person, {"limits": {DOSE: sorted([*kept, dict(row)], key=lambda one: str(one["exercise"]))}})
    _note(person, DOSE, row["exercise"], kg=None, by=row["by"], on=on, wanted=True)


@transaction.atomic
def lift_limit(person: Person, kind: str, exercise: str, *, by: str, on: date) -> None:
    """Take a clinician's limit back: only on their word, so the name is kept too."""
    _change_limit(person, kind, exercise, kg=None, wanted=False)
    _note(person, kind, exercise, kg=None, by=by, on=on, wanted=False)


def limits_of(person: Person) -> tuple[Limit, ...]:
    """Return the limits that hold, each with who set it, by kind and exercise."""
    limits = (person.profile or {}).get("limits", {})
    notes = {(row["kind"], row["exercise"]): row for row in person.limit_notes}
    held = [(kind, exercise, None) for kind in LISTED_LIMITS for exercise in sorted(limits.get(kind, []))]
    held += [(CAP, exercise, kg) for exercise, kg in sorted(limits.get(CAP, {}).items())]
    found = []
    for kind, exercise, kg in held:
        note = notes.get((kind, exercise), {})
        found.append(Limit(kind, exercise, kg, note.get("by", ""), note.get("on", "")))
    rows = with_dates(person.profile)["limits"].get(DOSE, []) if person.profile and limits else []
    doses = parse_prescribed(WHERE, rows, load_catalogue())
    found += [Limit(DOSE, one, None, dose.by, dose.on.isoformat(), dose) for one, dose in sorted(doses.items())]
    return tuple(found)


def _table_of(person: Person) -> dict[str, Any]:
    if person.profile is None:
        raise UserError("profile: the questions are not finished; answer them first")
    return dict(person.profile)


def _change_limit(person: Person, kind: str, exercise: str, *, kg: float | None, wanted: bool) -> None:
    known = (*LISTED_LIMITS, CAP) if wanted else (*LISTED_LIMITS, CAP, DOSE)
    if kind not in known:
        raise bad_input(WHERE, "limits", kind, ", ".join(known))
    limits = _table_of(person).get("limits", {})
    if kind == DOSE:
        change_profile(person, {"limits": {DOSE: [one for one in limits.get(DOSE, []) if one["exercise"] != exercise]}})
        return
    if kind == CAP:
        caps = {name: value for name, value in limits.get(CAP, {}).items() if name != exercise}
        change_profile(person, {"limits": {CAP: {**caps, exercise: kg} if wanted else caps}})
        return
    names = set(limits.get(kind, [])) - {exercise}
    change_profile(person, {"limits": {kind: sorted(names | {exercise} if wanted else names)}})


def _note(person: Person, kind: str, exercise: str, *, kg: float | None, by: str, on: date, wanted: bool) -> None:
    name = " ".join(by.split())
    if not name or len(name) > LONGEST_NAME:
        raise bad_input(WHERE, "limits: who said so", by[:LONGEST_NAME], "the name of the clinician")
    row = {"kind": kind, "exercise": exercise, "kg": kg, "by": name, "on": on.isoformat(), "set": wanted}
    person.limit_notes = [*person.limit_notes, row]
    person.save(update_fields=["limit_notes"])
