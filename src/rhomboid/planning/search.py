"""Searching one model: one worker, a fixed seed and deterministic limits, so that the same task has the same answer."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from ortools.sat.python import cp_model

from rhomboid.planning.constraints.constraint import Constraint
from rhomboid.planning.goals.goal import Goal
from rhomboid.planning.model import DailyModel, FrameModel, Literal, StrengthModel, Sum, total
from rhomboid.planning.worth import points

FOUND = (cp_model.OPTIMAL, cp_model.FEASIBLE)


@dataclass(frozen=True)
class Solved:
    """What the solver shows of one model: points reached, points nothing can pass, deterministic seconds."""

    objective: float
    bound: float
    seconds: float

    @property
    def gap(self) -> float:
        return max(0.0, self.bound - self.objective) / max(1.0, abs(self.bound))

    def under(self, other: "Solved", *, is_tighter: bool = False) -> "Solved":
        """Return what was reached with the bound of another search of the same task, and the seconds of both.

        is_tighter: this search looked at no more than the other, so that its own bound does not count.
        """
        bound = other.bound if is_tighter else min(self.bound, other.bound)
        return Solved(self.objective, bound, self.seconds + other.seconds)


def fill(
    model: StrengthModel | FrameModel | DailyModel, among: Iterable[Constraint[Any]], wanted: Iterable[Goal[Any]]
) -> None:
    """Put constraints and goals into a model."""
    for constraint in among:
        constraint.add(model)
    for goal in wanted:
        goal.add(model)


def search(
    cp: cp_model.CpModel, kind: str, seed: int, *, is_needed: bool = True
) -> tuple[cp_model.CpSolver, Solved | None]:
    """Search a model as P1 says for its kind, in tries of growing effort, until the gap is small enough.

    What one try finds, the next begins at. is_needed: where the tries find nothing, go on until something is found or
    shown not to be there.
    """
    how = points("solver")[kind]
    bound, seconds = float("inf"), 0.0
    efforts = [*how["seconds"], *(how["seconds"][-1] * patience for patience in points("solver")["patience"])]
    for number, effort in enumerate(efforts):
        solver = _solver(seed, effort, presolve=how["presolve"][min(number, len(how["presolve"]) - 1)], how=how)
        status = solver.solve(cp)
        seconds += solver.response_proto.deterministic_time
        if status == cp_model.INFEASIBLE:
            return solver, None
        if status in FOUND:
            bound = min(bound, solver.best_objective_bound)
            solved = Solved(solver.objective_value, bound, seconds)
            if solved.gap <= how["gap"] or number >= len(how["seconds"]) - 1:
                return solver, solved
            _begin_at(cp, solver)
        elif not is_needed and number >= len(how["seconds"]) - 1:
            return solver, None
    raise AssertionError("a model this small has an answer in a hundred times its time")


def _solver(seed: int, deterministic_s: float, *, presolve: bool, how: dict[str, Any]) -> cp_model.CpSolver:
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.linearization_level = how["linearization"]
    solver.parameters.cp_model_presolve = presolve
    if not how["cuts"]:
        solver.parameters.cut_level = 0
        solver.parameters.add_lp_constraints_lazily = presolve
    solver.parameters.random_seed = seed % 2**31
    solver.parameters.max_deterministic_time = deterministic_s
    solver.parameters.relative_gap_limit = how["gap"]
    # Ctrl-C ends the command; caught by the solver it would only end the search, and a lesser plan would be told.
    solver.parameters.catch_sigint_signal = False
    return solver


def _begin_at(cp: cp_model.CpModel, solver: cp_model.CpSolver) -> None:
    cp.clear_hints()  # type: ignore[no-untyped-call]  # OR-Tools leaves it untyped
    for index, value in enumerate(solver.response_proto.solution):
        cp.add_hint(cp.get_int_var_from_proto_index(index), value)


def in_order(cp: cp_model.CpModel, tables: Iterable[Iterable[Literal]]) -> None:
    """Keep one order of things that are alike; each table holds the literals of one of them, in the same order."""
    sums: list[Sum] = [total(place * one for place, one in enumerate(table, 1)) for table in tables]
    for earlier, later in pairwise(sums):
        cp.add(earlier <= later)
