"""A clinician's own dose for a move (B1), as a form: its fields, what was typed, and which field is wrong."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from rhomboid.catalogue.exercise import Catalogue
from rhomboid.catalogue.rulebook import rule
from rhomboid.catalogue.vocabulary import BANDS
from rhomboid.lib.errors import UserError
from rhomboid.prescription.prescribed import PrescribedDose
from rhomboid.prescription.words import load_words
from rhomboid.screening.clearance import CLINICIANS
from rhomboid.web.result_pages import ROLES
from rhomboid.web.you_fields import BAND_NAMES

LABELS = {
    "exercise": "Move",
    "sets": "Sets",
    "reps": "Repetitions",
    "hold_s": "Seconds to hold",
    "load": "Weight or band",
    "by": "Which clinician",
    "role": "Their profession",
    "date": "From which day",
}
LONGEST = 120
Typed = tuple[Mapping[str, str], str]


@dataclass(frozen=True)
class DoseForm:
    """typed: what stands in each field. wrong: the field to put right. exercises: those that can be dosed so."""

    typed: Mapping[str, str]
    wrong: str
    exercises: tuple[tuple[str, str], ...]
    bands: tuple[tuple[str, str], ...]
    roles: tuple[tuple[str, str], ...]


def dose_form(typed: Mapping[str, str], wrong: str, catalogue: Catalogue, today: date) -> DoseForm:
    """Return the form: empty from today on, or as it was typed."""
    kinds = rule("B1").numbers["prescribed"]
    moves = tuple(sorted((one.name, one.id) for one in catalogue.exercises if one.dose.kind in kinds))
    roles = tuple((role, words) for role, words in ROLES if role in CLINICIANS)
    return DoseForm(
        typed=dict(typed) or {"date": today.isoformat()},
        wrong=wrong,
        exercises=moves,
        bands=tuple((band, BAND_NAMES[band]) for band in BANDS),
        roles=roles,
    )


def row_of(sent: Mapping[str, str]) -> dict[str, Any]:
    """Return what was typed as a row of `[[limits.dose]]`; what is no number stays text, for the parser to refuse."""
    said = {name: " ".join(sent.get(name, "").split())[:LONGEST] for name in (*LABELS, "kg", "band")}
    row: dict[str, Any] = {name: said[name] for name in ("exercise", "by", "role", "date")}
    row |= {name: _whole(said[name]) for name in ("sets", "reps", "hold_s") if said[name]}
    load = {"kg": _kilos(said["kg"])} if said["kg"] else {}
    load |= {"band": said["band"]} if said["band"] else {}
    return {**row, **({"load": load} if load else {})}


def error_words(error: UserError, row: Mapping[str, Any]) -> tuple[str, str]:
    """Return the wrong field and one line about it, named as on the form."""
    field = error.field.rpartition(".")[2]
    if field not in LABELS:
        return ("by", f"{LABELS['by']}: give their name.") if "who said so" in error.field else ("", str(error))
    if field in ("exercise", "role"):
        return field, f"{LABELS[field]}: choose one from the list."
    if field in ("by", "date"):
        return field, f"{LABELS[field]}: give {error.allowed}."
    if field == "load":
        return field, f"{LABELS[field]}: {_load_line(error, row)}"
    if error.allowed.startswith("nothing"):
        return field, f"{LABELS[field]}: leave this empty; the move is not counted so."
    return field, f"{LABELS[field]}: give {error.allowed}."


def prescribed_words(dose: PrescribedDose, name: str) -> str:
    """Return a clinician's dose in words, e.g. "Band row: 2 × 12, light band"."""
    amount = f"{dose.reps}" if dose.reps is not None else f"{dose.hold_s} s"
    load = load_words(dose.load)
    return f"{name}: {dose.sets} × {amount}{f', {load}' if load else ''}"


def role_words(role: str) -> str:
    return dict(ROLES)[role]


def _load_line(error: UserError, row: Mapping[str, Any]) -> str:
    if len(row["load"]) > 1:
        return "give a weight or a band, not both."
    if "null" in error.allowed:
        return "give a weight in kg such as 4, or a band."
    asked = "a band" if error.allowed.startswith("a band") else "a weight in kg"
    return (
        "leave both empty; only your body resists here." if error.allowed == "no load" else f"this move takes {asked}."
    )


def _whole(text: str) -> int | str:
    return int(text) if text.isascii() and text.isdigit() else text


def _kilos(text: str) -> float | str:
    try:
        return float(text.replace(",", "."))
    except ValueError:
        return text
