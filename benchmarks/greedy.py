"""A greedy planner to hold the real one against, and both against the whole model given a minute.

Greedy takes what is worth most by itself, then what is worth most beside it, and goes back only where a rule leaves no
way on. The rules are those of the whole model, so what it makes obeys all of them.
"""

import statistics
import sys
from pathlib import Path

from ortools.sat.python import cp_model

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from rhomboid.catalogue.load import load_catalogue
from rhomboid.planning.instance import Instance, build_instance
from rhomboid.planning.plan import plan
from rhomboid.planning.whole import solve_whole, whole_model
from rhomboid.prescription.profile_toml import profile_from_table
from rhomboid.screening.triage import screen
from tests.property.profiles import random_table

WEEKS, SECONDS = 15, 60.0
PATIENCE_S = 10.0  # deterministic


def greedy_points(cp: cp_model.CpModel) -> float | None:
    """Return the points of what greedy takes, or None where it finds no way to the end."""
    goal = cp.proto.objective
    worth = {var: goal.scaling_factor * coeff for var, coeff in zip(goal.vars, goal.coeffs, strict=True)}
    offset = goal.scaling_factor * goal.offset
    cp.clear_objective()  # type: ignore[no-untyped-call]  # OR-Tools gives it no type
    for var in sorted(worth, key=lambda one: (-abs(worth[one]), one)):
        value = cp_model.SELECT_MAX_VALUE if worth[var] > 0 else cp_model.SELECT_MIN_VALUE
        cp.add_decision_strategy([cp.get_int_var_from_proto_index(var)], cp_model.CHOOSE_FIRST, value)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.cp_model_presolve = False
    solver.parameters.search_branching = cp_model.FIXED_SEARCH
    solver.parameters.max_deterministic_time = PATIENCE_S
    if solver.solve(cp) not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return None
    found = solver.response_proto.solution
    return float(offset + sum(worth[var] * found[var] for var in worth))


def hold_against(count: int, seconds: float = SECONDS) -> None:
    """Plan `count` random people three ways and show what share of the points each way reaches."""
    catalogue = load_catalogue()
    shares: list[tuple[float, float, float]] = []
    seed = 0
    while len(shares) < count:
        person = profile_from_table(random_table(seed), "person", catalogue)
        made = plan(person, catalogue, weeks=WEEKS)
        seed += 1
        if made.proof is None or made.program is None:
            continue
        triage = screen(person.answers, person.clearances, person.schedule.start)
        instance = build_instance(person, triage, catalogue, WEEKS)
        shares.append(_held(instance, made.proof.objective, seconds, f"person {seed - 1}"))
    greedy, whole, bound = zip(*shares, strict=True)
    print(f"quality: of the points of the plan, greedy reaches p50 {statistics.median(greedy):.1%}, "
          f"at best {max(greedy):.1%}, at worst {min(greedy):.1%}")  # fmt: skip
    print(f"quality: the whole model given {seconds:.0f} s reaches p50 {statistics.median(whole):.1%} of them, "
          f"at best {max(whole):.1%}; its bound lies p50 {statistics.median(bound) - 1:.2%} above the plan, "
          f"at most {max(bound) - 1:.2%}")  # fmt: skip


def _held(instance: Instance, reached: float, seconds: float, name: str) -> tuple[float, float, float]:
    """Return the shares of greedy and of the whole, and where the bound of the whole lies."""
    by_greed = greedy_points(whole_model(instance)) or 0.0
    solved = solve_whole(instance, 0, seconds)
    assert solved is not None, "a plan stands, so the whole has one"
    found = (by_greed / reached, max(solved.objective, 0.0) / reached, solved.bound / reached)
    print(f"quality: {name}: plan {reached:.0f}, greedy {found[0]:.1%}, whole {found[1]:.1%}, bound {found[2]:.1%}")
    return found
