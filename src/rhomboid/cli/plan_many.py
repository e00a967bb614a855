"""`rhomboid plan-many`: a plan for each profile of a folder."""

import sys
import time
from pathlib import Path

import click

from rhomboid.batch.asked import ask
from rhomboid.batch.folder import Batch, list_profiles, plan_folder
from rhomboid.batch.journal import NAME
from rhomboid.cli.arguments import DASK, WORKERS, json_option, workers_of
from rhomboid.cli.bar import show_bar
from rhomboid.cli.output import print_json, print_lines
from rhomboid.cli.plan_options import MODE, SEED, WEEKS, check_plan_options
from rhomboid.prescription.program_json import E5_NOTICE
from rhomboid.spread.work import Where

SOME_FAILED, INTERRUPTED = 1, 130


@click.command(name="plan-many")
@click.argument("folder", type=click.Path(path_type=Path), metavar="FOLDER")
@click.option("--out", type=click.Path(path_type=Path), help="Folder of the plans; FOLDER itself when left out.")
@WEEKS
@SEED
@MODE
@WORKERS
@DASK
@json_option("Print the summary as JSON.")
def run(  # noqa: PLR0913 (one argument for each option)
    folder: Path,
    *,
    out: Path | None,
    weeks: int,
    seed: int,
    mode: str,
    workers: int | None,
    dask: str | None,
    as_json: bool,
) -> None:
    """Plan every profile (*.toml) of a folder; run it again to go on where it was stopped."""
    check_plan_options(weeks, seed, mode)
    where = Where(workers_of(workers), dask)
    profiles = list_profiles(folder)
    done, began = 0, time.perf_counter()
    try:
        with show_bar("plans", len(profiles)) as advanced:

            def count(more: int) -> None:
                nonlocal done
                done += more
                advanced(more)

            batch = plan_folder(profiles, folder if out is None else out, ask(weeks, seed, mode), where, count)
    except KeyboardInterrupt:
        sys.stderr.write(f"stopped with {done} of {len(profiles)} done; the same command goes on from there\n")
        raise SystemExit(INTERRUPTED) from None
    sys.stderr.write(f"{len(profiles) - batch.kept} profiles in {time.perf_counter() - began:.1f} s\n")
    if as_json:
        print_json(batch.to_json())
    else:
        print_lines(*_lines(batch))
    if batch.failures:
        raise SystemExit(SOME_FAILED)


def _lines(batch: Batch) -> list[str]:
    summary = batch.to_json()
    statuses = ", ".join(f"{count} {status}" for status, count in summary["statuses"].items())
    return [
        E5_NOTICE,
        f"{summary['profiles']} profiles: {statuses}, {summary['failed']} failed.",
        f"{summary['made']} made now, {summary['kept']} kept from before. Each has a line in {NAME}.",
        *(f"! {entry.error}" for entry in batch.failures),
    ]
