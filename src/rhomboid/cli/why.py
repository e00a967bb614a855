"""`rhomboid why`: why an exercise is or is not in the program."""

from pathlib import Path

import click

from rhomboid.catalogue.load import load_catalogue
from rhomboid.cli.arguments import PLAN, PROFILE
from rhomboid.cli.output import print_lines, triage_lines
from rhomboid.cli.stored_plan import plan_for
from rhomboid.lib.errors import bad_input
from rhomboid.prescription.profile_toml import load_profile


@click.command(name="why")
@PROFILE
@click.argument("exercise")
@PLAN
def run(profile: Path, exercise: str, *, plan: Path | None) -> None:
    """Say why an exercise is in the program, or what exactly keeps it out."""
    catalogue = load_catalogue()
    person = load_profile(profile, catalogue)
    if exercise not in catalogue.by_id:
        raise bad_input("command line", "EXERCISE", exercise, "exercise ids of `rhomboid catalogue`")
    made = plan_for(person, catalogue, plan)
    if made.program is None:
        print_lines("There is no program for this profile.", *triage_lines(made.triage), *made.advice)
        return
    from rhomboid.planning.explain import why

    print_lines(*why(person, catalogue, made.program, exercise, mode=made.mode, basis=made.basis))
