"""`rhomboid today`: the session due on a date after everything logged."""

import sys
from datetime import date
from pathlib import Path

import click

from rhomboid.catalogue.load import load_catalogue
from rhomboid.cli.arguments import PLAN, PROFILE, json_option
from rhomboid.cli.output import REFUSED, parse_day, print_json, print_lines, session_lines, triage_lines
from rhomboid.cli.stored_plan import plan_for
from rhomboid.lib.errors import UserError
from rhomboid.prescription.plan import Plan
from rhomboid.prescription.profile_toml import load_profile
from rhomboid.training.break_advice import with_breaks
from rhomboid.training.events import Log, read_log
from rhomboid.training.today import Today, due_on
from rhomboid.training.today_json import today_to_json


@click.command(name="today")
@PROFILE
@click.option("--log", type=click.Path(path_type=Path), help="The training log, JSON lines.")
@click.option("--date", "day", help="The day asked for; today when left out.")
@PLAN
@json_option("Print the answer as JSON.")
def run(profile: Path, *, log: Path | None, day: str | None, plan: Path | None, as_json: bool) -> None:
    """Say what is due on a day, and each change with its rule and reason."""
    asked = date.fromisoformat(parse_day(day, "--date")) if day else date.today()  # noqa: DTZ011 (the person's own day)
    catalogue = load_catalogue()
    person = load_profile(profile, catalogue)
    events = read_log_file(log)
    made = plan_for(person, catalogue, plan)
    if made.program is None:
        _print_no_program(made, asked, as_json=as_json)
        # Wishes that collide are no refusal: nothing is due, and the advice says what would solve it.
        raise SystemExit(REFUSED if made.status == "refused" else 0)
    answer = with_breaks(due_on(person, catalogue, made.program, events, asked), person, catalogue, made.program)
    for problem in answer.problems:
        sys.stderr.write(f"{problem}\n")
    if as_json:
        print_json(today_to_json(answer))
    else:
        print_lines(*_lines(answer, {exercise.id: exercise.name for exercise in catalogue.exercises}))
    if not answer.triage.may_train:
        raise SystemExit(REFUSED)


def _print_no_program(made: Plan, asked: date, *, as_json: bool) -> None:
    if not as_json:
        print_lines(*triage_lines(made.triage), *made.advice)
        return
    rules = [name for name in made.conflict if "." not in name]
    solved_by = [{"text": line, "source": rules[0] if rules else "B1"} for line in made.advice]
    print_json({"date": asked.isoformat(), "triage": made.triage, "session": None, "also": [],
                "decisions": [], "advice": [*solved_by, *made.triage["advice"]]})  # fmt: skip


def read_log_file(path: Path | None) -> Log:
    """Return the log in a file; None is an empty log."""
    if path is None:
        return read_log("", "no log")
    try:
        return read_log(path.read_text(encoding="utf-8", errors="replace"), str(path))
    except OSError as error:
        raise UserError(f"{path}: cannot be read: {error.strerror or error}") from error


def _lines(answer: Today, names: dict[str, str]) -> list[str]:
    lines = [line for session in (answer.session, *answer.also) if session for line in session_lines(session, names)]
    if not lines:
        lines = [f"{answer.date:%A %d %B %Y}: nothing is due."]
    for decision in answer.decisions:
        name = names.get(decision.exercise, decision.exercise) if decision.exercise else "The program"
        lines.append(f"{name}: {decision.kind}: {decision.reason} [{decision.rule}]")
    lines.extend(f"- {row.text}" for row in answer.advice)
    return lines
