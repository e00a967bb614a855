"""`rhomboid check`: the solver-free checker over a plan."""

from pathlib import Path
from typing import Annotated

import typer

from rhomboid.catalogue.load import load_catalogue
from rhomboid.checking.check import check
from rhomboid.cli.output import VIOLATIONS, print_json, print_lines
from rhomboid.prescription.profile_toml import load_profile
from rhomboid.prescription.program_json import check_version, load_plan


def run(
    profile: Annotated[Path, typer.Argument(metavar="PROFILE", help="A profile in TOML.")],
    plan: Annotated[Path, typer.Argument(metavar="PLAN.json", help="A plan made by `rhomboid plan --json`.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print the findings as JSON.")] = False,
) -> None:
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
        raise typer.Exit(VIOLATIONS)
