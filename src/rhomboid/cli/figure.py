"""`rhomboid figure`: the picture of an exercise."""

from pathlib import Path

import click

from rhomboid.body.anatomy import BUILDS, DEFAULT
from rhomboid.body.figure import draw, film, phase_count
from rhomboid.body.style import DEFAULT_SKIN, SKINS
from rhomboid.catalogue.exercise import Exercise
from rhomboid.catalogue.load import load_catalogue
from rhomboid.cli.output import print_lines
from rhomboid.lib.errors import UserError, bad_input


@click.command(name="figure")
@click.argument("exercise")
@click.option(
    "--phase", type=int, help="1 is the start, the last one the end; start and end in one picture when left out."
)
@click.option("--out", type=click.Path(path_type=Path), help="Write the SVG to this file.")
@click.option("--body", default=DEFAULT, show_default=True, help=f"Who shows it: {' or '.join(BUILDS)}.")
@click.option(
    "--tone",
    type=int,
    default=DEFAULT_SKIN,
    show_default=True,
    help=f"Skin and hair, 1 (light) to {len(SKINS)} (dark).",
)
@click.option("--mirrored", is_flag=True, help="Show the other side of the body.")
@click.option("--moving", is_flag=True, help="Draw the whole movement: the picture moves by itself.")
def run(
    exercise: str, *, phase: int | None, out: Path | None, body: str, tone: int, mirrored: bool, moving: bool
) -> None:
    """Draw an exercise as SVG."""
    found = _check(exercise, phase, body, tone)
    if moving and phase is not None:
        raise bad_input("command line", "--phase", phase, "no phase together with --moving")
    if moving:
        picture = film(found, body=body, tone=tone, mirrored=mirrored)
    else:
        picture = draw(found, phase, body=body, tone=tone, mirrored=mirrored)
    if out is None:
        print_lines(picture)
        return
    try:
        out.write_text(picture, encoding="utf-8")
    except OSError as error:
        raise UserError(f"{out}: cannot be written: {error.strerror or error}") from error


def _check(exercise: str, phase: int | None, body: str, tone: int) -> Exercise:
    """Return the exercise. Raises UserError for anything that cannot be drawn."""
    catalogue = load_catalogue()
    if exercise not in catalogue.by_id:
        raise bad_input("command line", "EXERCISE", exercise, "exercise ids of `rhomboid catalogue`")
    if body not in BUILDS:
        raise bad_input("command line", "--body", body, " or ".join(BUILDS))
    if not 1 <= tone <= len(SKINS):
        raise bad_input("command line", "--tone", tone, f"a whole number from 1 to {len(SKINS)}")
    phases = phase_count(exercise)
    if phase is not None and not 1 <= phase <= phases:
        raise bad_input("command line", "--phase", phase, f"a whole number from 1 to {phases} for {exercise}")
    return catalogue[exercise]
