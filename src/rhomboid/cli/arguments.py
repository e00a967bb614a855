"""Arguments and options that several verbs share."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]

PROFILE: Decorator = click.argument("profile", type=click.Path(path_type=Path), metavar="PROFILE")
PLAN: Decorator = click.option(
    "--plan", type=click.Path(path_type=Path), help="A plan; made from the profile when left out."
)


def json_option(words: str) -> Decorator:
    """Return the option --json."""
    return click.option("--json", "as_json", is_flag=True, help=words)
