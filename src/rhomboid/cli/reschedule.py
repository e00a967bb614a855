"""`rhomboid reschedule`: this week's strength sessions on other days."""

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

import click

from rhomboid.catalogue.load import load_catalogue
from rhomboid.cli.arguments import PLAN, PROFILE, json_option
from rhomboid.cli.output import REFUSED, parse_day, print_json, print_lines
from rhomboid.cli.stored_plan import plan_for
from rhomboid.cli.today import read_log_file
from rhomboid.lib.errors import UserError, bad_input
from rhomboid.lib.weekdays import WEEKDAYS
from rhomboid.prescription.profile_toml import load_profile
from rhomboid.prescription.schedule_days import acute_days
from rhomboid.training.calendar import Calendar, read_calendar
from rhomboid.training.corrections import read_as_of
from rhomboid.training.event_types import Event
from rhomboid.training.rescheduling import NewWeek, in_order, reschedule_week

APART = timedelta(milliseconds=1)


@click.command(name="reschedule")
@PROFILE
@click.option("--days", required=True, help="The days on which you can train this week, such as tue,sat.")
@click.option("--log", type=click.Path(path_type=Path), help="The training log, JSON lines.")
@click.option("--date", "day", required=True, help="The day from which on the week changes.")
@PLAN
@click.option("--add", is_flag=True, help="Add the moves to the log.")
@json_option("Print the new week and its events as JSON.")
def run(
    profile: Path, *, days: str, log: Path | None, day: str, plan: Path | None, add: bool, as_json: bool
) -> None:  # fmt: skip
    """Put this week's strength sessions on other days; the program itself stays."""
    wanted, on = _days(days), date.fromisoformat(parse_day(day, "--date"))
    if add and log is None:
        raise bad_input("command line", "--log", "", "a file, since --add is given")
    catalogue = load_catalogue()
    person = load_profile(profile, catalogue)
    program = plan_for(person, catalogue, plan).program
    if program is None:
        print_lines("There is no program for this profile; `rhomboid plan` says why.")
        raise SystemExit(REFUSED)
    if not program.start <= on <= program.end:
        raise bad_input("command line", "--date", day, f"a day of the program, {program.start} to {program.end}")
    events = read_as_of(read_log_file(log), on).events
    gentle_until = person.schedule.start + timedelta(days=acute_days(person))
    calendar = read_calendar(program, events, gentle_until)
    week = reschedule_week(program, calendar, events, on, wanted, gentle_until)
    rows = list(_rows(week, calendar, events, on))
    if add and log is not None:
        _add(log, rows)
    if as_json:
        print_json(_to_json(week, rows))
    else:
        print_lines(*_lines(week, calendar))


def _days(text: str) -> tuple[str, ...]:
    words = tuple(word.strip() for word in text.split(",") if word.strip())
    for word in words:
        if word not in WEEKDAYS:
            raise bad_input("command line", "--days", word, f"some of {', '.join(WEEKDAYS)}")
    return words


def _rows(week: NewWeek, calendar: Calendar, events: tuple[Event, ...], on: date) -> Iterator[dict[str, Any]]:
    """Yield the events of the change, just after the last thing that was logged."""
    told = [{"type": "skipped", "session": one.id, "why": "time"} for one in week.left_out]
    told += [{"type": "moved", "session": one.id, "to": day.isoformat()} for one, day in in_order(week, calendar)]
    zone = events[-1].at.tzinfo if events else UTC
    at = datetime.combine(on, time(), zone)
    if events:
        at = max(at, events[-1].at + APART)
    for place, row in enumerate(told):
        moment = (at + place * APART).isoformat()
        yield {"id": str(uuid5(NAMESPACE_URL, f"rhomboid:{moment}:{row}")), "at": moment, **row}


def _add(log: Path, rows: list[dict[str, Any]]) -> None:
    try:
        before = log.read_text(encoding="utf-8", errors="replace") if log.exists() else ""
        with log.open("a", encoding="utf-8") as file:
            file.write("\n" if before and not before.endswith("\n") else "")
            file.write("".join(json.dumps(row) + "\n" for row in rows))
    except OSError as error:
        raise UserError(f"{log}: cannot be written: {error.strerror or error}") from error


def _to_json(week: NewWeek, rows: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "first": week.first.isoformat(),
        "last": week.last.isoformat(),
        "sessions": [{"session": one.id, "date": day.isoformat()} for one, day in week.days],
        "left_out": [one.id for one in week.left_out],
        "events": rows,
    }


def _lines(week: NewWeek, calendar: Calendar) -> list[str]:
    lines = [f"The week from {week.first:%A %d %B %Y}:"]
    for session, day in week.days:
        was = calendar.days[session.id]
        lines.append(f"{session.id}: {day:%A %d %B}" + ("" if was == day else f", moved from {was:%A}"))
    lines.extend(f"{one.id}: no day is left for it; it is left out, and nothing is lost" for one in week.left_out)
    if not week.days and not week.left_out:
        lines.append("No strength session is left in it.")
    return lines
