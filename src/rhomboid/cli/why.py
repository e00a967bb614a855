"""`rhomboid why`: why an exercise is or is not in the program."""

from pathlib import Path
from typing import Annotated

import typer

from rhomboid.catalogue.load import load_catalogue
from rhomboid.cli.output import print_lines, triage_lines
from rhomboid.cli.stored_plan import plan_for
from rhomboid.lib.errors import bad_input
from rhomboid.prescription.profile_toml import load_profile


def run(
    profile: Annotated[Path, typer.Argument(metavar="PROFILE", help="A profile in TOML.")],
    exercise: Annotated[str, typer.Argument(metavar="EXERCISE", help="An exercise id, e.g. band-row.")],
    plan: Annotated[Path | None, typer.Option(help="A plan; made from the profile when left out.")] = None,
) -> None:
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

    print_lines(*why(person, catalogue, made.program, exercise))
