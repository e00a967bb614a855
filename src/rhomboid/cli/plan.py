"""`rhomboid plan`: a program, or why there is none."""

import sys
import time
from datetime import date
from pathlib import Path

import click

from rhomboid.catalogue.exercise import Catalogue
from rhomboid.catalogue.load import load_catalogue
from rhomboid.cli.arguments import PROFILE, json_option
from rhomboid.cli.output import INFEASIBLE, REFUSED, parse_day, print_json, print_lines, session_lines, triage_lines
from rhomboid.cli.plan_files import ICS, PDF, write_files
from rhomboid.cli.plan_options import MODE, SEED, WEEKS, check_plan_options
from rhomboid.lib.errors import UserError, bad_input
from rhomboid.prescription.past import Past
from rhomboid.prescription.plan import Plan
from rhomboid.prescription.profile import Profile
from rhomboid.prescription.profile_toml import load_profile
from rhomboid.prescription.program_json import E5_NOTICE, plan_to_json
from rhomboid.training.events import read_log
from rhomboid.training.so_far import past_on

EXIT_CODES = {"refused": REFUSED, "infeasible": INFEASIBLE}


@click.command(name="plan")
@PROFILE
@WEEKS
@SEED
@click.option("--log", type=click.Path(path_type=Path), help="The training log: plan anew from --date on.")
@click.option("--date", "day", help="With --log: the first day of the new program.")
@MODE
@ICS
@PDF
@json_option("Print the plan as JSON.")
def run(  # noqa: PLR0913 (the options of the contract)
    profile: Path,
    *,
    weeks: int,
    seed: int,
    log: Path | None,
    day: str | None,
    mode: str,
    ics: Path | None,
    pdf: Path | None,
    as_json: bool,
) -> None:
    """Build a safe, progressive program, or say exactly why there is none."""
    check_plan_options(weeks, seed, mode)
    catalogue = load_catalogue()
    person = load_profile(profile, catalogue)
    past = _past(person, catalogue, log, day)
    from rhomboid.planning.plan import plan  # the solver takes half a second to import

    began = time.perf_counter()
    made = plan(person, catalogue, weeks=weeks, seed=seed, past=past, mode=mode)
    sys.stderr.write(f"planned in {time.perf_counter() - began:.2f} s\n")
    if as_json:
        print_json(plan_to_json(made))
    else:
        names = {exercise.id: exercise.name for exercise in catalogue.exercises}
        print_lines(*_lines(made, names))
    write_files(made.program, catalogue, profile.stem, ics, pdf)
    if made.status in EXIT_CODES:
        raise SystemExit(EXIT_CODES[made.status])


def _past(person: Profile, catalogue: Catalogue, log: Path | None, day: str | None) -> Past | None:
    if (log is None) != (day is None):
        given, missing = ("--log", "--date") if day is None else ("--date", "--log")
        raise bad_input("command line", missing, "", f"a value, since {given} is given: they go together")
    if log is None or day is None:
        return None
    on = date.fromisoformat(parse_day(day, "--date"))
    if on < person.schedule.start:
        raise bad_input("command line", "--date", day, f"a day from the start on, {person.schedule.start}")
    try:
        events = read_log(log.read_text(encoding="utf-8", errors="replace"), str(log))
    except OSError as error:
        raise UserError(f"{log}: cannot be read: {error.strerror or error}") from error
    for problem in events.problems:
        sys.stderr.write(f"{problem.text}\n")
    return past_on(person, catalogue, events, on)


def _lines(plan: Plan, names: dict[str, str]) -> list[str]:
    lines = triage_lines(plan.triage)
    if plan.status == "infeasible":
        lines.append("No program fits these wishes: " + ", ".join(plan.conflict))
    lines.extend(f"- {line}" for line in plan.advice)
    if plan.program is None:
        return lines
    lines.append(E5_NOTICE)
    for week in plan.program.weeks:
        lighter = ", a lighter week" if week.deload else ""
        lines.extend(("", f"Week {week.number}: {week.phase}{lighter}"))
        for session in week.sessions:
            lines.extend(session_lines(session, names))
    return lines
