"""`rhomboid figure`: the picture of an exercise."""

from pathlib import Path

import click

from rhomboid.body.figure import draw, phase_count
from rhomboid.catalogue.load import load_catalogue
from rhomboid.cli.output import print_lines
from rhomboid.lib.errors import UserError, bad_input


@click.command(name="figure")
@click.argument("exercise")
@click.option(
    "--phase", type=int, help="1 is the start, the last one the end; start and end in one picture when left out."
)
@click.option("--out", type=click.Path(path_type=Path), help="Write the SVG to this file.")
def run(exercise: str, *, phase: int | None, out: Path | None) -> None:
    """Draw an exercise as SVG."""
    catalogue = load_catalogue()
    if exercise not in catalogue.by_id:
        raise bad_input("command line", "EXERCISE", exercise, "exercise ids of `rhomboid catalogue`")
    phases = phase_count(catalogue[exercise])
    if phase is not None and not 1 <= phase <= phases:
        raise bad_input("command line", "--phase", phase, f"a whole number from 1 to {phases} for {exercise}")
    picture = draw(catalogue[exercise], phase)
    if out is None:
        print_lines(picture)
        return
    try:
        out.write_text(picture, encoding="utf-8")
    except OSError as error:
        raise UserError(f"{out}: cannot be written: {error.strerror or error}") from error
