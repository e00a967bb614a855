"""The whole program in one model: all phases with their frames, every session told apart, and all daily sets.

Planning does not use it: it is the measure for what planning finds by parts. Its bound rests on none of the thoughts by
which the parts are kept small.
"""

from ortools.sat.python import cp_model

from rhomboid.planning import constraints, goals
from rhomboid.planning.instance import Instance
from rhomboid.planning.model import DailyModel, StrengthModel, Sum, total
from rhomboid.planning.search import FOUND, Solved, fill
from rhomboid.planning.solve import frame_model
from rhomboid.planning.template import Template


def solve_whole(instance: Instance, seed: int, seconds: float, now: Template | None = None) -> Solved | None:
    """Return what the solver shows of the whole within so many seconds of the clock, or None where there is nothing."""
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.linearization_level = 2
    solver.parameters.random_seed = seed % 2**31
    solver.parameters.max_time_in_seconds = seconds
    status = solver.solve(whole_model(instance, now))
    spent = solver.response_proto.deterministic_time
    if status == cp_model.INFEASIBLE:
        return None
    reached = solver.objective_value if status in FOUND else float("-inf")
    return Solved(reached, solver.best_objective_bound, spent)


def whole_model(instance: Instance, now: Template | None = None) -> cp_model.CpModel:
    """Return the model of the whole. now: what the person does already."""
    cp = cp_model.CpModel()
    gained: list[Sum] = []
    before: Template | StrengthModel | None = now
    for phase in instance.phases:
        daily = DailyModel(phase, together=False, cp=cp)
        fill(daily, constraints.DAILY, goals.DAILY)
        gained += daily.points
        if not phase.has_strength:
            continue
        frame = frame_model(phase, cp)
        fill(frame, constraints.FRAME, goals.FRAME)
        left = phase.budget_s - frame.taken_s
        work = StrengthModel(phase, left, phase.budget_s, frame.stretches, before, cp=cp)
        fill(work, constraints.STRENGTH, goals.STRENGTH)
        gained += [*frame.points, *work.points]
        before = work
    cp.maximize(total(gained))
    return cp
