"""`rhomboid screen`: the triage of a profile."""

from pathlib import Path
from typing import Annotated

import typer

from rhomboid.catalogue.load import load_catalogue
from rhomboid.cli.output import print_json, print_lines, triage_lines
from rhomboid.prescription.profile_toml import load_profile
from rhomboid.screening.triage import screen
from rhomboid.screening.triage_json import triage_to_json


def run(
    profile: Annotated[Path, typer.Argument(metavar="PROFILE", help="A profile in TOML.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print the triage as JSON.")] = False,
) -> None:
    """Say whether this person may train: emergency, same day, see a clinician, go on with limits, go on."""
    person = load_profile(profile, load_catalogue())
    triage = triage_to_json(screen(person.answers, person.clearances, person.schedule.start))
    if as_json:
        print_json(triage)
    else:
        print_lines(*triage_lines(triage))
