"""The files `rhomboid plan` may write beside its answer: a calendar and a hand-out on paper."""

import sys
from pathlib import Path

import click

from rhomboid.catalogue.exercise import Catalogue
from rhomboid.lib.errors import UserError
from rhomboid.prescription.program import Program

ICS = click.option("--ics", type=click.Path(path_type=Path), help="Write the sessions as a calendar file.")
PDF = click.option("--pdf", type=click.Path(path_type=Path), help="Write a hand-out to print.")


def write_files(program: Program | None, catalogue: Catalogue, owner: str, ics: Path | None, pdf: Path | None) -> None:
    """Write what is asked for. Raises UserError where a file cannot be written; no program, no file, and it says so."""
    for path in filter(None, (ics, pdf)):
        if program is None:
            sys.stderr.write(f"{path}: not written, since there is no program\n")
    if program is None:
        return
    # Both bring libraries of their own, which no other verb needs.
    if ics is not None:
        from rhomboid.exports.calendar import to_calendar

        _write(ics, to_calendar(program, catalogue, owner))
    if pdf is not None:
        from rhomboid.exports.handout import to_handout

        _write(pdf, to_handout(program, catalogue))


def _write(path: Path, content: bytes) -> None:
    try:
        path.write_bytes(content)
    except OSError as error:
        raise UserError(f"{path}: cannot be written: {error.strerror or error}") from error
