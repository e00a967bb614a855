"""`rhomboid figure`: the picture of an exercise."""

from pathlib import Path

import click

from rhomboid.body.figure import draw
from rhomboid.catalogue.load import load_catalogue
from rhomboid.cli.output import print_lines
from rhomboid.lib.errors import UserError, bad_input

PHASES = (1, 2)


@click.command(name="figure")
@click.argument("exercise")
@click.option("--phase", type=int, help="1 start, 2 end; both in one picture when left out.")
@click.option("--out", type=click.Path(path_type=Path), help="Write the SVG to this file.")
def run(exercise: str, *, phase: int | None, out: Path | None) -> None:
    """Draw an exercise as SVG."""
    catalogue = load_catalogue()
    if exercise not in catalogue.by_id:
        raise bad_input("command line", "EXERCISE", exercise, "exercise ids of `rhomboid catalogue`")
    if phase is not None and phase not in PHASES:
        raise bad_input("command line", "--phase", phase, "1, 2")
    picture = draw(catalogue[exercise], phase)
    if out is None:
        print_lines(picture)
        return
    try:
        out.write_text(picture, encoding="utf-8")
    except OSError as error:
        raise UserError(f"{out}: cannot be written: {error.strerror or error}") from error
