"""`rhomboid check`: the solver-free checker over a plan."""

from pathlib import Path

import click

from rhomboid.catalogue.load import load_catalogue
from rhomboid.checking.check import check
from rhomboid.cli.arguments import PROFILE, json_option
from rhomboid.cli.output import VIOLATIONS, print_json, print_lines
from rhomboid.prescription.profile_toml import load_profile
from rhomboid.prescription.program_json import check_version, load_plan


@click.command(name="check")
@PROFILE
@click.argument("plan", type=click.Path(path_type=Path), metavar="PLAN.json")
@json_option("Print the findings as JSON.")
def run(profile: Path, plan: Path, *, as_json: bool) -> None:
    """Check a plan against the rules, without the solver that made it."""
    catalogue = load_catalogue()
    person = load_profile(profile, catalogue)
    made = load_plan(plan)
    check_version(made, catalogue, str(plan))
    violations = check(person, catalogue, made)
    if as_json:
        rows = [{"rule": each.rule, "where": each.where, "text": each.text} for each in violations]
        print_json({"ok": not rows, "violations": rows})
    elif violations:
        print_lines(*(f"{each.rule}: {each.where}: {each.text}" for each in violations))
    else:
        print_lines("No violation.")
    if violations:
        raise SystemExit(VIOLATIONS)
