"""What `plan` and `plan-many` may be asked."""

import click

from rhomboid.cli.arguments import SEEDS, Decorator, check_whole
from rhomboid.lib.errors import bad_input
from rhomboid.prescription.plan import MODES

ALLOWED_WEEKS = (1, 52)

WEEKS: Decorator = click.option("--weeks", type=int, default=15, show_default=True, help="How many weeks: 1 to 52.")
SEED: Decorator = click.option("--seed", type=int, default=0, show_default=True, help="Seed of the solver.")
MODE: Decorator = click.option("--mode", default="full", show_default=True, help=f"What form: {', '.join(MODES)}.")


def check_plan_options(weeks: int, seed: int, mode: str) -> None:
    """Raise UserError for what no plan can be asked to be."""
    check_whole("--weeks", weeks, ALLOWED_WEEKS)
    check_whole("--seed", seed, SEEDS)
    if mode not in MODES:
        raise bad_input("command line", "--mode", mode, ", ".join(MODES))
