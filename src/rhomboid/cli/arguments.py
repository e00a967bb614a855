"""Arguments and options that several verbs share, and how their values are checked."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from rhomboid.lib.errors import bad_input

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]
SEEDS, MOST_WORKERS = (0, 2**31 - 1), 64

PROFILE: Decorator = click.argument("profile", type=click.Path(path_type=Path), metavar="PROFILE")
PLAN: Decorator = click.option(
    "--plan", type=click.Path(path_type=Path), help="A plan; made from the profile when left out."
)
WORKERS: Decorator = click.option("--workers", type=int, help="Processes; as many as there are cores when left out.")
DASK: Decorator = click.option("--dask", help="Address of a Dask scheduler, or local.")


def json_option(words: str) -> Decorator:
    """Return the option --json."""
    return click.option("--json", "as_json", is_flag=True, help=words)


def check_whole(field: str, value: int, allowed: tuple[int, int]) -> None:
    """Raise UserError for a number out of its range."""
    if not allowed[0] <= value <= allowed[1]:
        raise bad_input("command line", field, value, f"a whole number from {allowed[0]} to {allowed[1]}")


def workers_of(asked: int | None) -> int:
    """Return how many processes to use. Raises UserError for a number out of range."""
    count = asked if asked is not None else min(os.cpu_count() or 1, MOST_WORKERS)
    check_whole("--workers", count, (1, MOST_WORKERS))
    return count
