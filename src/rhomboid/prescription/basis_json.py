"""What a program made anew stands on, to JSON and back."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from rhomboid.lib.errors import bad_input
from rhomboid.prescription.course_standing import Dosage, Standing
from rhomboid.prescription.json_reader import JsonReader
from rhomboid.prescription.load_json import load_from_json, load_to_json
from rhomboid.prescription.past import Basis
from rhomboid.screening.clearance import Clearance
from rhomboid.screening.facts import parse_answers
from rhomboid.screening.reports import Report


def basis_to_json(basis: Basis) -> dict[str, Any]:
    """Return the basis with every key there."""
    return {
        "on": basis.on.isoformat(),
        "reports": [
            {"date": one.day.isoformat(), "at": _moment(one.at), "facts": dict(one.answers.items)}
            for one in basis.reports
        ],
        "clearances": [
            {
                "by": one.by,
                "role": one.role,
                "date": one.date.isoformat(),
                "at": _moment(one.at),
                "scope": list(one.scope),
            }
            for one in basis.clearances
        ],
        "form_confirmed": sorted(basis.form_confirmed),
        "lately": [{"date": day.isoformat(), "exercise": exercise} for day, exercise in basis.lately],
        "standings": {one: _standing_to_json(basis.standings[one]) for one in sorted(basis.standings)},
        "left_out": sorted(basis.left_out),
    }


def basis_from_json(read: JsonReader, document: Any) -> Basis:
    """Return the basis of a plan; raises UserError naming the path of the first wrong thing."""
    table = read.table(document, "basis")
    standings = read.table(table.get("standings"), "basis.standings")
    return Basis(
        on=read.day(table.get("on"), "basis.on"),
        reports=tuple(_report(read, row) for row in read.rows(table.get("reports"), "basis.reports")),
        clearances=tuple(_clearance(read, row) for row in read.rows(table.get("clearances"), "basis.clearances")),
        form_confirmed=frozenset(_names(read, table, "form_confirmed")),
        lately=tuple(_day_and_name(read, row) for row in read.rows(table.get("lately"), "basis.lately")),
        standings={one: _standing(read, standings[one], f"basis.standings.{one}") for one in sorted(standings)},
        left_out=frozenset(_names(read, table, "left_out")),
    )


def _moment(at: datetime | None) -> str | None:
    return None if at is None else at.isoformat()


def _standing_to_json(standing: Standing) -> dict[str, Any]:
    dose = standing.dose
    return {
        "sets": dose.sets,
        "reps": dose.reps,
        "hold_s": dose.hold_s,
        "load": load_to_json(dose.load),
        "rir": dose.rir,
        "phase": standing.phase,
        "new_for": standing.new_for,
        "load_since": standing.load_since.isoformat(),
        "last_done": standing.last_done.isoformat(),
        "lightened": standing.lightened,
        "prescribed_on": standing.prescribed_on.isoformat() if standing.prescribed_on else None,
    }


def _report(read: JsonReader, document: Any) -> Report:
    row = read.table(document, "basis.reports")
    facts = read.table(row.get("facts"), "basis.reports.facts")
    answers = parse_answers(read.where, facts)
    return Report(read.day(row.get("date"), "basis.reports.date"), answers, _at(read, row, "basis.reports.at"))


def _clearance(read: JsonReader, document: Any) -> Clearance:
    row = read.table(document, "basis.clearances")
    return Clearance(
        by=read.text(row, "by", "basis.clearances"),
        role=read.text(row, "role", "basis.clearances"),
        date=read.day(row.get("date"), "basis.clearances.date"),
        scope=_names(read, row, "scope"),
        at=_at(read, row, "basis.clearances.at"),
    )


def _at(read: JsonReader, row: Mapping[str, Any], at: str) -> datetime | None:
    value = row.get("at")
    try:
        return None if value is None else datetime.fromisoformat(value)
    except (TypeError, ValueError) as error:
        raise bad_input(read.where, at, value, "null, or a moment like 2026-11-23T07:30:00+01:00") from error


def _names(read: JsonReader, table: Mapping[str, Any], key: str) -> tuple[str, ...]:
    return tuple(str(name) for name in read.rows(table.get(key), f"basis.{key}"))


def _day_and_name(read: JsonReader, document: Any) -> tuple[Any, str]:
    row = read.table(document, "basis.lately")
    return (read.day(row.get("date"), "basis.lately.date"), read.text(row, "exercise", "basis.lately"))


def _standing(read: JsonReader, document: Any, at: str) -> Standing:
    row = read.table(document, at)
    return Standing(
        dose=Dosage(
            sets=read.whole(row, "sets", at),
            reps=read.maybe(row, "reps", at, read.whole),
            hold_s=read.maybe(row, "hold_s", at, read.whole),
            load=load_from_json(row.get("load"), read.where, f"{at}.load"),
            rir=read.maybe(row, "rir", at, read.whole),
        ),
        phase=read.text(row, "phase", at),
        new_for=read.whole(row, "new_for", at),
        starting_big_step=False,
        left=(),
        reps_only=0,
        load_since=read.day(row.get("load_since"), f"{at}.load_since"),
        last_done=read.day(row.get("last_done"), f"{at}.last_done"),
        lightened=read.flag(row, "lightened", at),
        prescribed_on=read.maybe(row, "prescribed_on", at, lambda table, key, where: read.day(table[key], where)),
    )
