"""`rhomboid screen`: the triage of a profile."""

from pathlib import Path

import click

from rhomboid.catalogue.load import load_catalogue
from rhomboid.cli.arguments import PROFILE, json_option
from rhomboid.cli.output import print_json, print_lines, triage_lines
from rhomboid.prescription.profile_toml import load_profile
from rhomboid.screening.triage import screen
from rhomboid.screening.triage_json import triage_to_json


@click.command(name="screen")
@PROFILE
@json_option("Print the triage as JSON.")
def run(profile: Path, *, as_json: bool) -> None:
    """Say whether this person may train: emergency, same day, see a clinician, go on with limits, go on."""
    person = load_profile(profile, load_catalogue())
    triage = triage_to_json(screen(person.answers, person.clearances, person.schedule.start))
    if as_json:
        print_json(triage)
    else:
        print_lines(*triage_lines(triage))
