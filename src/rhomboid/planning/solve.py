"""Solving one model: every constraint and goal of its table, one worker, a fixed seed and a deterministic limit."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from ortools.sat.python import cp_model

from rhomboid.catalogue.rulebook import rule
from rhomboid.planning import constraints, goals
from rhomboid.planning.constraints.constraint import Constraint
from rhomboid.planning.goals.goal import Goal
from rhomboid.planning.instance import PhaseInput
from rhomboid.planning.model import DailyModel, FrameModel, StrengthModel
from rhomboid.planning.template import DailyTemplate, FrameTemplate, Template
from rhomboid.planning.worth import points


@dataclass(frozen=True)
class Solved:
    """What the solver shows of one model: points reached, points nothing can pass, deterministic seconds."""

    objective: float
    bound: float
    seconds: float


def solve_strength(
    phase: PhaseInput,
    frame: FrameTemplate,
    before: Template | None,
    seed: int,
) -> tuple[Template, Solved] | None:
    """Return the best strength sessions of a phase, or None where the constraints leave none."""
    model = StrengthModel(phase, frame, before)
    _fill(model, constraints.STRENGTH, goals.STRENGTH)
    if before is None:
        _order_sessions(model)
    else:
        _hint(model, before)
    solver, solved = _run(model.cp, "strength", seed)
    if solved is None:
        return None
    return _template(model, solver), solved


def bound_strength(phase: PhaseInput, frame: FrameTemplate, known: frozenset[str], seed: int) -> tuple[float, float]:
    """Return what a phase could reach at most, whatever the phase before holds, and the seconds it took to show.

    known: moves open in the phase before.
    """
    model = StrengthModel(phase, frame, None, known)
    _fill(model, constraints.STRENGTH, goals.STRENGTH)
    _order_sessions(model)
    solver = _solver(seed, points("solver")["bound_s"])
    solver.solve(model.cp)
    return solver.best_objective_bound, solver.response_proto.deterministic_time


def is_strength_possible(
    phase: PhaseInput, frame: FrameTemplate, before: Template | None, among: Sequence[Constraint[StrengthModel]]
) -> bool:
    """Return whether any strength sessions meet the constraints `among`."""
    model = StrengthModel(phase, frame, before)
    _fill(model, among, ())
    return _run(model.cp, "strength", 0)[1] is not None


def solve_frame(phase: PhaseInput, seed: int) -> tuple[FrameTemplate, Solved] | None:
    """Return the best warm-up and cool-down of a phase, or None where the constraints leave none."""
    model = _frame_model(phase)
    _fill(model, constraints.FRAME, goals.FRAME)
    solver, solved = _run(model.cp, "frame", seed)
    return None if solved is None else (_frame_template(model, solver), solved)


def is_frame_possible(phase: PhaseInput, among: Sequence[Constraint[FrameModel]]) -> bool:
    """Return whether any warm-up and cool-down meet the constraints `among`."""
    model = _frame_model(phase)
    _fill(model, among, ())
    return _run(model.cp, "frame", 0)[1] is not None


def solve_daily(phase: PhaseInput, seed: int) -> tuple[DailyTemplate, Solved] | None:
    """Return the best daily sets of a phase, or None where the constraints leave none."""
    model = DailyModel(phase, range(rule("C1").numbers["daily_sets"]))
    _fill(model, constraints.DAILY, goals.DAILY)
    _order_sets(model)
    solver, solved = _run(model.cp, "daily", seed)
    return None if solved is None else (_daily_template(model, solver), solved)


def is_daily_possible(phase: PhaseInput, among: Sequence[Constraint[DailyModel]]) -> bool:
    """Return whether any daily sets meet the constraints `among`."""
    model = DailyModel(phase, range(rule("C1").numbers["daily_sets"]))
    _fill(model, among, ())
    return _run(model.cp, "daily", 0)[1] is not None


def _frame_model(phase: PhaseInput) -> FrameModel:
    limits = points("limits")
    short = phase.profile.schedule.minutes < limits["short_minutes"]
    return FrameModel(phase, limits["step_s_short" if short else "step_s"])


def _fill(
    model: StrengthModel | FrameModel | DailyModel, among: Iterable[Constraint[Any]], wanted: Iterable[Goal[Any]]
) -> None:
    for constraint in among:
        constraint.add(model)
    for goal in wanted:
        goal.add(model)
    model.cp.maximize(sum(model.points))


def _run(cp: cp_model.CpModel, kind: str, seed: int) -> tuple[cp_model.CpSolver, Solved | None]:
    limit = points("solver")[f"{kind}_s"]
    for patience in points("solver")["patience"]:
        solver = _solver(seed, limit * patience)
        status = solver.solve(cp)
        if status == cp_model.INFEASIBLE:
            return solver, None
        if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            seconds = solver.response_proto.deterministic_time
            return solver, Solved(solver.objective_value, solver.best_objective_bound, seconds)
    raise AssertionError("a model this small has an answer in a hundred times its time")


def _solver(seed: int, deterministic_s: float) -> cp_model.CpSolver:
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    # All constraints enter the linear relaxation: it is nearly whole, so most models are proven in a few hundredths.
    solver.parameters.linearization_level = 2
    solver.parameters.random_seed = seed % 2**31
    solver.parameters.max_deterministic_time = deterministic_s
    return solver


def _hint(model: StrengthModel, before: Template) -> None:
    """Begin the search at the phase before: most of it stays."""
    for table, sessions in ((model.on, before.loaded), (model.trunk, before.core)):
        for (one, day), literal in table.items():
            model.cp.add_hint(literal, one in sessions[day])


def _order_sessions(model: StrengthModel) -> None:
    """Sessions of a week are alike until dates are put on them: keep one order of each."""
    place = {move.exercise.id: index for index, move in enumerate(model.phase.loaded, 1)}
    sums = [sum(place[one] * model.on[one, day] for one in place) for day in model.days]
    for earlier, later in pairwise(sums):
        model.cp.add(earlier <= later)


def _order_sets(model: DailyModel) -> None:
    sums = [sum(index * on for index, (_, on) in enumerate(model.items(one), 1)) for one in model.usual_sets]
    for earlier, later in pairwise(sums):
        model.cp.add(earlier <= later)


def _template(model: StrengthModel, solver: cp_model.CpSolver) -> Template:
    def chosen(table: dict[tuple[str, int], cp_model.IntVar]) -> tuple[tuple[str, ...], ...]:
        return tuple(
            tuple(one for (one, there), literal in table.items() if there == day and solver.value(literal))
            for day in model.days
        )

    return Template(
        loaded=chosen(model.on),
        core=chosen(model.trunk),
        sets=2 + solver.value(model.more_sets),
        core_sets=1 + solver.value(model.more_core_sets),
    )


def _frame_template(model: FrameModel, solver: cp_model.CpSolver) -> FrameTemplate:
    easy = tuple(
        (one, solver.value(model.easy_steps[one]) * model.step_s) for one, on in model.easy.items() if solver.value(on)
    )
    dynamic = tuple((one, None) for one, on in model.dynamic.items() if solver.value(on))
    return FrameTemplate(
        warm_up=(*easy, *dynamic),
        cool_down=tuple(key for key, on in model.cool.items() if solver.value(on)),
        warm_up_s=solver.value(model.warm_up_s),
        cool_down_s=solver.value(model.cool_down_s),
    )


def _daily_template(model: DailyModel, solver: cp_model.CpSolver) -> DailyTemplate:
    def chosen(one: int) -> tuple[str, ...]:
        return tuple(item.exercise.id for item, on in model.items(one) if solver.value(on))

    return DailyTemplate(
        usual=tuple(chosen(one) for one in model.usual_sets),
        gentle=tuple(exercise for one in model.gentle_sets for exercise in chosen(one)),
    )
