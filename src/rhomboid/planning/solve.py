"""Solving one model: every constraint and goal of its table, one worker, a fixed seed and a deterministic limit."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, permutations
from typing import Any

from ortools.sat.python import cp_model

from rhomboid.catalogue.rulebook import rule
from rhomboid.planning import constraints, goals
from rhomboid.planning.constraints.constraint import Constraint
from rhomboid.planning.goals.goal import Goal
from rhomboid.planning.instance import PhaseInput
from rhomboid.planning.model import FEWEST_SETS, DailyModel, FrameModel, StrengthModel, total
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
    _order_sessions(model)
    if before is not None:
        _hint(model, before)
    best: tuple[Template, float] | None = None
    bound, seconds = 0.0, 0.0
    for more_sets in _sets_to_try(model):
        solver, solved = _run(
            _with_sets(model, more_sets, best[1] if best else None), "strength", seed, is_needed=best is None
        )
        seconds += solver.response_proto.deterministic_time
        bound = max(bound, solver.best_objective_bound if solved or best else 0.0)
        if solved is not None:
            best = (_template(model, solver), solved.objective)
    if best is None:
        return None
    template = best[0] if before is None else _on_the_same_days(best[0], before)
    return template, Solved(best[1], max(bound, best[1]), seconds)


def bound_strength(
    phase: PhaseInput, frame: FrameTemplate, shared: Mapping[str, int], reached: float, seed: int
) -> tuple[float, float]:
    """Return what a phase could reach at most, whatever stands before and after it, and the seconds to show it.

    shared: the phase's share in what keeping each move is worth. reached: points of a week that is there, so that only
    more than that is looked for.
    """
    model = StrengthModel(phase, frame, None, shared)
    _fill(model, constraints.STRENGTH, goals.STRENGTH)
    _order_sessions(model)
    bound, seconds = reached, 0.0
    for more_sets in _sets_to_try(model):
        solver = _solver(seed, points("solver")["bound_s"])
        if solver.solve(_with_sets(model, more_sets, reached)) != cp_model.INFEASIBLE:
            bound = max(bound, solver.best_objective_bound)
        seconds += solver.response_proto.deterministic_time
    return bound, seconds


def _sets_to_try(model: StrengthModel) -> tuple[int, ...]:
    return (0,) if model.phase.row.sets == FEWEST_SETS else (0, 1)


def _with_sets(model: StrengthModel, more_sets: int, reached: float | None) -> cp_model.CpModel:
    """Return the model with the sets of the loaded moves settled: each of the two is proved in a tenth of the time.

    reached: only more points than these are looked for.
    """
    cp = model.cp.clone()
    cp.add(cp.get_bool_var_from_proto_index(model.more_sets.index) == more_sets)
    gained = total(model.points + (model.points_of_more_sets if more_sets else []))
    if reached is not None:
        cp.add(gained >= round(reached) + 1)
    cp.maximize(gained)
    return cp


def _on_the_same_days(template: Template, before: Template) -> Template:
    """Return the sessions, which are alike until dates are put on them, in the order most like the phase before."""

    def shared(order: tuple[int, ...]) -> int:
        return sum(
            len({*template.loaded[place], *template.core[place]} & {*moves, *trunk})
            for place, moves, trunk in zip(order, before.loaded, before.core, strict=True)
        )

    order = max(permutations(range(len(template.loaded))), key=shared)
    return replace(
        template,
        loaded=tuple(template.loaded[place] for place in order),
        core=tuple(template.core[place] for place in order),
    )


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
    model.cp.maximize(total(model.points))


def _run(
    cp: cp_model.CpModel, kind: str, seed: int, *, is_needed: bool = True
) -> tuple[cp_model.CpSolver, Solved | None]:
    """Solve within the time of a kind of model; for longer where an answer is needed and none is found in it."""
    limit = points("solver")[f"{kind}_s"]
    for patience in points("solver")["patience"]:
        solver = _solver(seed, limit * patience)
        status = solver.solve(cp)
        if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            seconds = solver.response_proto.deterministic_time
            return solver, Solved(solver.objective_value, solver.best_objective_bound, seconds)
        if status == cp_model.INFEASIBLE or not is_needed:
            return solver, None
    raise AssertionError("a model this small has an answer in a hundred times its time")


def _solver(seed: int, deterministic_s: float) -> cp_model.CpSolver:
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    # All constraints enter the linear relaxation: it is nearly whole, so most models are proven in a few hundredths.
    solver.parameters.linearization_level = 2
    # They are so small that simplifying them takes longer than solving them as they are.
    solver.parameters.cp_model_presolve = False
    solver.parameters.random_seed = seed % 2**31
    solver.parameters.max_deterministic_time = deterministic_s
    return solver


def _hint(model: StrengthModel, before: Template) -> None:
    """Begin the search at the phase before, its sessions in the model's order: most of it stays."""
    place = _places(model)
    ordered = sorted(
        zip(before.loaded, before.core, strict=True), key=lambda session: sum(place.get(one, 0) for one in session[0])
    )
    for day, (moves, trunk) in enumerate(ordered):
        for table, there in ((model.on, moves), (model.trunk, trunk)):
            for (one, on_day), literal in table.items():
                if on_day == day:
                    model.cp.add_hint(literal, one in there)


def _order_sessions(model: StrengthModel) -> None:
    """Sessions of a week are alike until dates are put on them: keep one order of each."""
    place = _places(model)
    sums = [total(place[one] * model.on[one, day] for one in place) for day in model.days]
    for earlier, later in pairwise(sums):
        model.cp.add(earlier <= later)


def _places(model: StrengthModel) -> dict[str, int]:
    return {move.exercise.id: index for index, move in enumerate(model.phase.loaded, 1)}


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
