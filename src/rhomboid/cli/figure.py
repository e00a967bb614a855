"""`rhomboid figure`: the picture of an exercise."""

from pathlib import Path
from typing import Annotated

import typer

from rhomboid.body.figure import draw
from rhomboid.catalogue.load import load_catalogue
from rhomboid.cli.output import print_lines
from rhomboid.lib.errors import UserError, bad_input

PHASES = (1, 2)


def run(
    exercise: Annotated[str, typer.Argument(metavar="EXERCISE", help="An exercise id, e.g. band-row.")],
    phase: Annotated[int | None, typer.Option(help="1 start, 2 end; both in one picture when left out.")] = None,
    out: Annotated[Path | None, typer.Option(help="Write the SVG to this file.")] = None,
) -> None:
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
