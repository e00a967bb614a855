"""`rhomboid plan`: a program, or why there is none."""

import sys
import time
from pathlib import Path

import click

from rhomboid.catalogue.load import load_catalogue
from rhomboid.cli.arguments import PROFILE, json_option
from rhomboid.cli.output import INFEASIBLE, REFUSED, print_json, print_lines, session_lines, triage_lines
from rhomboid.lib.errors import bad_input
from rhomboid.prescription.plan import Plan
from rhomboid.prescription.profile_toml import load_profile
from rhomboid.prescription.program_json import E5_NOTICE, plan_to_json

WEEKS = (1, 52)
EXIT_CODES = {"refused": REFUSED, "infeasible": INFEASIBLE}


@click.command(name="plan")
@PROFILE
@click.option("--weeks", type=int, default=15, show_default=True, help="How many weeks: 1 to 52.")
@click.option("--seed", type=int, default=0, show_default=True, help="Seed of the solver.")
@json_option("Print the plan as JSON.")
def run(profile: Path, *, weeks: int, seed: int, as_json: bool) -> None:
    """Build a safe, progressive program, or say exactly why there is none."""
    if not WEEKS[0] <= weeks <= WEEKS[1]:
        raise bad_input("command line", "--weeks", weeks, f"a whole number from {WEEKS[0]} to {WEEKS[1]}")
    if not 0 <= seed < 2**31:
        raise bad_input("command line", "--seed", seed, "a whole number from 0 to 2147483647")
    catalogue = load_catalogue()
    person = load_profile(profile, catalogue)
    from rhomboid.planning.plan import plan  # the solver takes half a second to import

    began = time.perf_counter()
    made = plan(person, catalogue, weeks=weeks, seed=seed)
    sys.stderr.write(f"planned in {time.perf_counter() - began:.2f} s\n")
    if as_json:
        print_json(plan_to_json(made))
    else:
        names = {exercise.id: exercise.name for exercise in catalogue.exercises}
        print_lines(*_lines(made, names))
    if made.status in EXIT_CODES:
        raise SystemExit(EXIT_CODES[made.status])


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
