"""A dose that a clinician wrote for one exercise: it stands in place of the one the rules would give (B1)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from rhomboid.catalogue.exercise import Catalogue, Exercise
from rhomboid.catalogue.rulebook import rule
from rhomboid.lib.errors import bad_input
from rhomboid.prescription.load_json import load_from_json
from rhomboid.prescription.program import Load
from rhomboid.screening.clearance import CLINICIANS

FIELDS = ("exercise", "sets", "reps", "hold_s", "load", "by", "role", "date")


@dataclass(frozen=True)
class PrescribedDose:
    """It holds from `on` until it is taken out of the profile; then the person goes on alone from where they are.

    reps, hold_s: one of them, as the exercise is dosed; reps of a shoulder-blade hold are how often it is held.
    load: the start load where none is named. by, role: who wrote it, shown wherever the dose is.
    """

    exercise: str
    sets: int
    reps: int | None
    hold_s: int | None
    load: Load | None
    by: str
    role: str
    on: date


def parse_prescribed(where: str, rows: Any, catalogue: Catalogue) -> dict[str, PrescribedDose]:
    """Return the doses of a profile's `[[limits.dose]]` by exercise. Raises UserError naming the wrong field."""
    if not isinstance(rows, list):
        raise bad_input(where, "limits.dose", "...", "[[limits.dose]] tables")
    found: dict[str, PrescribedDose] = {}
    for number, row in enumerate(rows, 1):
        field = f"limits.dose[{number}]"
        one = _parse(where, field, row, catalogue)
        if one.exercise in found:
            raise bad_input(where, f"{field}.exercise", one.exercise, "one dose an exercise")
        found[one.exercise] = one
    return found


def _parse(where: str, field: str, row: Any, catalogue: Catalogue) -> PrescribedDose:
    if not isinstance(row, Mapping) or not {*row} <= {*FIELDS}:
        raise bad_input(
            where, field, sorted(row) if isinstance(row, Mapping) else row, f"a table of {', '.join(FIELDS)}"
        )
    exercise = catalogue.by_id.get(str(row.get("exercise")))
    amounts = {} if exercise is None else rule("B1").numbers["prescribed"].get(exercise.dose.kind, {})
    if exercise is None or not amounts:
        raise bad_input(where, f"{field}.exercise", row.get("exercise"), "the id of a loaded move or a trunk move")
    for name in ("sets", "reps", "hold_s"):
        _check_amount(where, f"{field}.{name}", row.get(name), amounts.get(name))
    by, role, on = row.get("by"), row.get("role"), row.get("date")
    if not isinstance(by, str) or not by.strip():
        raise bad_input(where, f"{field}.by", by, "the name of the clinician")
    if role not in CLINICIANS:
        raise bad_input(where, f"{field}.role", role, ", ".join(CLINICIANS))
    # A TOML date with a time is a datetime, which Python counts as a date too.
    if not isinstance(on, date) or isinstance(on, datetime):
        raise bad_input(where, f"{field}.date", str(on), "a date such as 2026-11-01")
    load = _load(where, f"{field}.load", row.get("load"), exercise)
    return PrescribedDose(exercise.id, row["sets"], row.get("reps"), row.get("hold_s"), load, by.strip(), role, on)


def _check_amount(where: str, field: str, value: Any, allowed: list[int] | None) -> None:
    """Refuse a number that is missing, not meant for this kind of exercise, or outside what is allowed."""
    if allowed is None:
        if value is not None:
            raise bad_input(where, field, value, "nothing: this exercise is not dosed so")
        return
    least, most, step = allowed
    if type(value) is not int or not least <= value <= most or (value - least) % step:
        steps = "" if step == 1 else f" in steps of {step}"
        raise bad_input(where, field, value, f"a whole number from {least} to {most}{steps}")


def _load(where: str, field: str, value: Any, exercise: Exercise) -> Load | None:
    load = load_from_json(value, where, field)
    fits = {"band": "band", "free_weight": "kg", "machine": "kg"}.get(exercise.loading)
    if load is not None and (fits is None or getattr(load, fits) is None):
        asked = {"band": 'a band, {band = "light"}', "kg": "a weight, {kg = 4}"}.get(fits or "", "no load")
        raise bad_input(where, field, value, asked)
    return load
