"""How near a planned program is to the best there is: our points and bound, the whole model's, and a bound of SciPy's.

Three readings of one task: ours by parts; the whole in one CP-SAT model (all phases, every session told apart, frames
and daily sets); and the whole as rows of numbers for `scipy.optimize.milp`, in a process of its own. Give how many
random people (8 by default) and how many seconds of the clock each of the two wholes has (30 by default).
"""

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from rhomboid.catalogue.load import load_catalogue  # noqa: E402 (the path above comes first)
from rhomboid.planning.conflict import Conflict, day_conflict  # noqa: E402
from rhomboid.planning.instance import build_instance  # noqa: E402
from rhomboid.planning.phases import solve_phases  # noqa: E402
from rhomboid.planning.whole import solve_whole  # noqa: E402
from rhomboid.screening.triage import screen  # noqa: E402
from tests.property.profiles import random_profile  # noqa: E402

HEADS = ("Seed", "Minutes", "Ours", "Our bound", "Whole", "Its bound", "MILP", "Its bound", "Ours within")


def row(seed: int, seconds: float) -> tuple[str, ...] | None:
    """Return the figures of one person, or None where there is no program."""
    profile = random_profile(seed)
    if day_conflict(profile) is not None:
        return None
    triage = screen(profile.answers, profile.clearances, profile.schedule.start)
    instance = build_instance(profile, triage, load_catalogue(), 15)
    ours = solve_phases(instance, 0)
    if isinstance(ours, Conflict):
        return None
    whole = solve_whole(instance, 0, seconds)
    assert whole is not None, "there is a program, so the whole has one"
    command = [sys.executable, str(ROOT / "benchmarks" / "plan_milp.py"), str(seed), str(seconds)]
    milp = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    least = min(whole.bound, milp["bound"])
    points = (ours.proof.objective, ours.proof.bound, whole.objective, whole.bound, milp["objective"], milp["bound"])
    figures = ("-" if point is None else f"{point:.0f}" for point in points)
    return (str(seed), str(profile.schedule.minutes), *figures, f"{(least - ours.proof.objective) / least:.2%}")


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 8
    seconds = float(sys.argv[2]) if len(sys.argv) > 2 else 30.0
    print("| " + " | ".join(HEADS) + " |\n|" + "---:|" * len(HEADS))
    shown, seed = 0, 0
    while shown < count:
        found = row(seed, seconds)
        if found is not None:
            print("| " + " | ".join(found) + " |", flush=True)
            shown += 1
        seed += 7  # budgets of all lengths come up soon


if __name__ == "__main__":
    main()
