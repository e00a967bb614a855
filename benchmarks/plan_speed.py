"""How long a program of 15 weeks takes: whole processes for the examples, the planner alone for random people.

Give a number to plan that many random people; 40 by default. Wall time and the processor's own are both shown: on a
busy machine only the second says something.
"""

import os
import platform
import statistics
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from rhomboid.catalogue.load import load_catalogue  # noqa: E402 (the path above comes first)
from rhomboid.planning.plan import plan  # noqa: E402
from rhomboid.prescription.profile_toml import load_profile, profile_from_table  # noqa: E402
from tests.property.profiles import random_table  # noqa: E402

RUN = "from rhomboid.cli.main import run; run()"
# Example profiles that get a program.
PLANNED = ("band-at-home", "desk-worker", "flare", "gym", "kettlebell", "seventy-one-no-floor")


def timed(work: Callable[[], object]) -> tuple[float, float]:
    """Return the wall and processor seconds of one run."""
    wall, own = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - wall, time.process_time() - own


def command(name: str) -> None:
    path = ROOT / "examples" / f"{name}.toml"
    subprocess.run([sys.executable, "-c", RUN, "plan", str(path), "--json"], check=True, capture_output=True)


def show(name: str, times: Sequence[tuple[float, float]]) -> None:
    walls, owns = (sorted(column) for column in zip(*times, strict=True))
    print(
        f"{name:34} wall median {statistics.median(walls):5.2f} s, worst {walls[-1]:5.2f} s; "
        f"processor median {statistics.median(owns):5.2f} s, worst {owns[-1]:5.2f} s"
    )


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    walls = [timed(lambda one=one: command(one))[0] for one in PLANNED]  # type: ignore[misc]  # bound on purpose
    print(f"{'rhomboid plan, cold':34} wall median {statistics.median(walls):5.2f} s, worst {max(walls):5.2f} s")
    catalogue = load_catalogue()
    plan(load_profile(ROOT / "examples" / "flare.toml", catalogue), catalogue)  # imports the solver once
    people = [profile_from_table(random_table(seed), "person", catalogue) for seed in range(count)]
    show(f"the planner alone, {count} people", [timed(lambda one=one: plan(one, catalogue)) for one in people])  # type: ignore[misc]
    plans = [plan(one, catalogue) for one in people]
    gaps = [made.proof.gap for made in plans if made.proof]
    if gaps:
        print(f"gap median {statistics.median(gaps):.1%}, worst {max(gaps):.1%}")
    print(dict(Counter(made.status for made in plans)))


if __name__ == "__main__":
    main()
