"""Which weights of P1 matter: each is halved and doubled, and people are planned anew.

For each weight two things are told. How many of the chosen items change (loaded and trunk moves, daily items, by
phase). And what share of the points under the weights as they are is lost with the plan of the changed weights, counted
by the checker's reading, which knows no solver. What changes nothing could as well be left out; what changes much
without losing points is a matter of taste. Give how many random people (12 by default).
"""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from rhomboid.catalogue.load import load_catalogue  # noqa: E402 (the path above comes first)
from rhomboid.checking.case import Case  # noqa: E402
from rhomboid.checking.score import points_of  # noqa: E402
from rhomboid.planning.plan import plan  # noqa: E402
from rhomboid.planning.worth import points  # noqa: E402
from rhomboid.prescription.plan import Plan  # noqa: E402
from rhomboid.prescription.profile import Profile  # noqa: E402
from rhomboid.screening.triage import screen  # noqa: E402
from tests.property.profiles import random_profile  # noqa: E402

BLOCKS = ("strength", "core", "mobility", "stretch", "roll")
GROUPS = {
    "all provocation and strain": (
        ("strength", "provocation"), ("strength", "strain_moderate"), ("strength", "strain_high"),
        ("ease", "provocation"),
    ),
    "all balance": (("strength", "pattern"), ("strength", "plane"), ("strength", "upper_back"), ("ease", "pattern")),
    "all for the painful places": (
        ("strength", "primary_muscle"), ("strength", "secondary_muscle"), ("ease", "primary_muscle"),
    ),
}  # fmt: skip
Weight = tuple[str, str]


def scaled(value: Any, share: float) -> Any:
    """Return a weight, or a table of them, halved or doubled; points stay whole."""
    if isinstance(value, dict):
        return {name: scaled(one, share) for name, one in value.items()}
    return round(value * share)


@contextmanager
def changed(weights: Sequence[Weight], share: float) -> Iterator[None]:
    """Plan with other weights for a while; the rule book itself, which the checker reads, stays."""
    kept = {weight: points(weight[0])[weight[1]] for weight in weights}
    for table, name in weights:
        points(table)[name] = scaled(kept[table, name], share)
    try:
        yield
    finally:
        for (table, name), value in kept.items():
            points(table)[name] = value


def chosen(made: Plan) -> frozenset[tuple[str, str, str]]:
    """Return every item that was chosen, by phase and block."""
    assert made.program is not None
    return frozenset(
        (week.phase, block.name, item.exercise)
        for week in made.program.weeks
        for session in week.sessions
        for block in session.blocks
        if block.name in BLOCKS
        for item in block.items
    )


def reached(profile: Profile, made: Plan) -> int:
    """Return the points of a plan under the weights as they are."""
    assert made.program is not None
    triage = screen(profile.answers, profile.clearances, profile.schedule.start)
    return max(points_of(Case(profile, load_catalogue(), made.program, triage, made.advice)))


def row(name: str, weights: Sequence[Weight], people: Sequence[tuple[Profile, Plan]]) -> str:
    cells = []
    for share in (0.5, 2.0):
        gone = there = lost = before = 0
        for profile, usual in people:
            with changed(weights, share):
                made = plan(profile, load_catalogue())
            if made.program is None:
                continue
            there += len(chosen(usual))
            gone += len(chosen(usual) - chosen(made))
            before += reached(profile, usual)
            lost += reached(profile, usual) - reached(profile, made)
        cells += [f"{gone / there:.1%}", f"{lost / before:.2%}"]
    return f"| {name} | " + " | ".join(cells) + " |"


def main() -> None:
    count, only = int(sys.argv[1]) if len(sys.argv) > 1 else 12, sys.argv[2:]
    planned = ((profile, plan(profile, load_catalogue())) for profile in map(random_profile, range(0, 81, 5)))
    people = list(islice(((profile, made) for profile, made in planned if made.program is not None), count))
    single = [(table, name) for table in ("strength", "ease") for name in points(table)]
    tasks = {f"`{table}.{name}`": ((table, name),) for table, name in single} | GROUPS
    print("| Weight | Items changed at half | Points lost | Items changed at double | Points lost |")
    print("|---|---:|---:|---:|---:|")
    for name, weights in tasks.items():
        if not only or any(part in name for part in only):
            print(row(name, weights, people), flush=True)


if __name__ == "__main__":
    main()
