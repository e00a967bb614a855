"""Planning by parts stays within one percent of what nothing can pass, shown by two models of the whole.

One is CP-SAT's with all phases, sessions, frames and daily sets at once; the other is written anew for SciPy and runs in
a process of its own. `benchmarks/plan_proof.py` does the same for more people and for longer.
"""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from rhomboid.catalogue.load import load_catalogue
from rhomboid.planning.instance import build_instance
from rhomboid.planning.phases import SolvedPhases, solve_phases
from rhomboid.planning.whole import solve_whole
from rhomboid.screening.triage import screen
from tests.property.profiles import random_profile

MILP = Path(__file__).resolve().parents[2] / "benchmarks" / "plan_milp.py"
# Each is proved in a few seconds; a busy machine may take its time.
SECONDS = 600


@pytest.mark.parametrize("seed", [0, 4])
def test_it_is_within_one_percent_of_the_whole_and_proves_no_less_than_there_is(seed):
    profile = random_profile(seed)
    triage = screen(profile.answers, profile.clearances, profile.schedule.start)
    instance = build_instance(profile, triage, load_catalogue(), 15)
    ours = solve_phases(instance, 0)
    assert isinstance(ours, SolvedPhases)
    command = [sys.executable, str(MILP), str(seed), str(SECONDS)]
    milp = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    assert ours.proof.objective >= 0.99 * milp["bound"]
    # A bound below what somebody else has found would be no bound.
    assert ours.proof.bound >= milp["objective"]


def test_the_whole_in_one_model_finds_the_same():
    profile = random_profile(0)
    triage = screen(profile.answers, profile.clearances, profile.schedule.start)
    instance = build_instance(profile, triage, load_catalogue(), 15)
    ours, whole = solve_phases(instance, 0), solve_whole(instance, 0, SECONDS)
    assert isinstance(ours, SolvedPhases)
    assert whole is not None
    assert whole.objective <= ours.proof.bound
    assert ours.proof.objective >= 0.99 * whole.bound
