"""`rhomboid catalogue`: the catalogue or one exercise."""

import click

from rhomboid.catalogue.catalogue_json import catalogue_to_json
from rhomboid.catalogue.exercise import Catalogue, Exercise
from rhomboid.catalogue.load import load_catalogue
from rhomboid.cli.arguments import json_option
from rhomboid.cli.output import print_json, print_lines
from rhomboid.lib.errors import bad_input


@click.command(name="catalogue")
@click.argument("exercise", required=False)
@json_option("Print JSON.")
def run(exercise: str | None, *, as_json: bool) -> None:
    """Show all exercises, or one in full."""
    catalogue = load_catalogue()
    if exercise is not None and exercise not in catalogue.by_id:
        raise bad_input("command line", "EXERCISE", exercise, "exercise ids of `rhomboid catalogue`")
    shown = Catalogue(catalogue.version, (catalogue[exercise],)) if exercise else catalogue
    if as_json:
        print_json(catalogue_to_json(shown))
    elif exercise:
        print_lines(*_page(catalogue[exercise]))
    else:
        print_lines(*(f"{each.id:34} {each.tier:9} {each.pattern:20} {each.name}" for each in catalogue.exercises))


def _page(exercise: Exercise) -> list[str]:
    kit = ", ".join(exercise.equipment) or "none"
    lines = [exercise.name, exercise.summary, f"Kit: {kit}. Tier: {exercise.tier}. {exercise.lock_reason}".strip(), ""]
    lines.extend(f"{number}. {step}" for number, step in enumerate(exercise.steps, start=1))
    lines.extend(("", "Cues: " + "; ".join(exercise.cues), "Breathing: " + exercise.breathing))
    lines.extend(f"If {each.fault} {each.fix}" for each in exercise.faults)
    lines.extend(f"Care: {each.text} [{each.source}]" for each in exercise.cautions)
    if exercise.easier:
        lines.append("Easier: " + ", ".join(exercise.easier))
    if exercise.harder:
        lines.append("Harder: " + ", ".join(exercise.harder))
    return lines
