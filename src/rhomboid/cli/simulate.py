"""`rhomboid simulate`: virtual people living with the rules."""

import sys
import time
from pathlib import Path
from typing import Any

import click

from rhomboid.catalogue.load import load_catalogue
from rhomboid.cli.arguments import DASK, SEEDS, WORKERS, check_whole, json_option, workers_of
from rhomboid.cli.bar import show_bar
from rhomboid.cli.output import VIOLATIONS, print_json, print_lines
from rhomboid.cli.stored_plan import plan_for
from rhomboid.lib.errors import UserError, bad_input

PEOPLE, WEEKS = (1, 10_000_000), (1, 15)
CHOICES = ("rhomboid", "fixed", "regardless", "none", "all")
METHODS = ("engine", "arrays")


@click.command(name="simulate")
@click.option("--people", type=int, default=40, show_default=True, help="How many virtual people, at most 10000000.")
@click.option("--weeks", type=int, default=15, show_default=True, help="How many weeks: 1 to 15.")
@click.option("--seed", type=int, default=0, show_default=True, help="The same seed gives the same lives.")
@click.option("--policy", default="all", show_default=True, help="rhomboid, fixed, regardless, none, or all.")
@click.option("--method", default="engine", show_default=True, help="engine: the real one; arrays: its fast copy.")
@WORKERS
@DASK
@click.option("--plot", type=click.Path(path_type=Path, dir_okay=False), help="Write a plot of pain week by week, SVG.")
@json_option("Print the answer as JSON.")
def run(  # noqa: PLR0913 (one argument for each option)
    *,
    people: int,
    weeks: int,
    seed: int,
    policy: str,
    method: str,
    workers: int | None,
    dask: str | None,
    plot: Path | None,
    as_json: bool,
) -> None:
    """Let virtual people live with the rules, and look for what must never happen: no evidence that they help."""
    check_whole("--people", people, PEOPLE)
    check_whole("--weeks", weeks, WEEKS)
    check_whole("--seed", seed, SEEDS)
    count = workers_of(workers)
    if policy not in CHOICES:
        raise bad_input("command line", "--policy", policy, ", ".join(CHOICES))
    if method not in METHODS:
        raise bad_input("command line", "--method", method, ", ".join(METHODS))
    if method == "arrays" and dask is not None:
        raise bad_input("command line", "--dask", dask, "only with --method engine")
    if plot is not None and not plot.absolute().parent.is_dir():
        # Told at once, not after minutes of work.
        raise bad_input("command line", "--plot", str(plot), "a file in a folder that exists")
    policies = CHOICES[:-1] if policy == "all" else (policy,)
    if method == "arrays":
        answer = _multiply(people, weeks, seed, policies, count)
    else:
        answer = _simulate(people, weeks, seed, policies, count, dask)
    if plot is not None:
        _write(plot, answer)
    if as_json:
        print_json(answer)
    else:
        print_lines(*_lines(answer))
    if answer["violations"]:
        raise SystemExit(VIOLATIONS)


def _simulate(
    people: int, weeks: int, seed: int, policies: tuple[str, ...], workers: int, dask: str | None
) -> dict[str, Any]:
    # Compiled code takes seconds to load: only here, when there is something to simulate.
    from rhomboid.simulation.crowd import Order, kinds_of, plan_kinds, simulate
    from rhomboid.simulation.kinds import plan_kind
    from rhomboid.simulation.report import report
    from rhomboid.spread.work import Where

    catalogue = load_catalogue()
    orders = [Order(people, weeks, seed, policy) for policy in policies]
    needed = kinds_of(seed, people)
    with show_bar("plans", len(set(needed))) as advanced:

        def make(profile: Any) -> Any:
            advanced(1)
            return plan_for(profile, catalogue, None).program

        planned = plan_kinds(needed, lambda kind: plan_kind(kind, make))
    began = time.perf_counter()
    with show_bar("lives", people * len(orders)) as advanced:
        lives = simulate(orders, planned, Where(workers, dask), advanced)
    days = people * weeks * 7 * len(orders)
    sys.stderr.write(f"{days} person-days in {time.perf_counter() - began:.1f} s\n")
    return report(orders, lives)


def _multiply(people: int, weeks: int, seed: int, policies: tuple[str, ...], workers: int) -> dict[str, Any]:
    from rhomboid.simulation.multitude import live_multitude, multitude_to_json

    with show_bar("lives", people * len(policies)) as advanced:
        found = {one: live_multitude(people, weeks, seed, one, workers, advanced) for one in policies}
    return multitude_to_json(weeks, seed, found)


def _write(path: Path, answer: dict[str, Any]) -> None:
    from rhomboid.simulation.chart import draw_chart

    try:
        path.write_text(draw_chart(answer), encoding="utf-8")
    except OSError as error:
        raise UserError(f"{path}: cannot be written: {error.strerror or error}") from error


def _lines(answer: dict[str, Any]) -> list[str]:
    lines = [
        answer["notice"],
        f"{answer['decisions']} decisions, {answer['violations']} violations of what must never happen.",
    ]
    for name, one in answer["policies"].items():
        lines.append(f"{name}: {one['means']}")
        if one["sets"]:
            lines.append(f"  sessions done: {one['sessions_done_share']}, sets: {one['sets']}")
            lines.append(
                f"  for each 1000 sets: stopped for pain {one['stops_per_1000_sets']}, "
                f"too hard {one['too_hard_per_1000_sets']}"
            )
        lines.append(f"  flare days: {one['flare_days_share']}, load rises a person: {one['load_rises_per_person']}")
        lines.append(
            f"  change of pain, first to last week: {one['pain_change_mean']} (spread {one['pain_change_sd']})"
        )
    lines.extend(f"! person {one['person']}, {one['day']}: {one['exercise']} {one['what']} [{one['rule']}]"
                 for one in answer["broken"])  # fmt: skip
    return lines
