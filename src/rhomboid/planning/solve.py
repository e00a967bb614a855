"""Solving one phase: what stands around the work, the daily sets, and the work where its phase stands alone."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ortools.sat.python import cp_model

from rhomboid.catalogue.rulebook import rule
from rhomboid.planning import constraints, goals
from rhomboid.planning.constraints.constraint import Constraint
from rhomboid.planning.instance import PhaseInput
from rhomboid.planning.model import COOL_DOWN_SETS, DailyModel, FrameModel, StrengthModel, total
from rhomboid.planning.search import Solved, fill, in_order, search
from rhomboid.planning.template import DailyTemplate, FrameTemplate, Template
from rhomboid.planning.work import Work, solve_work, told_apart
from rhomboid.planning.worth import points

Framed = tuple[FrameTemplate, Solved]


def solve_strength(
    phase: PhaseInput, frame: FrameTemplate, before: Template | None, seed: int
) -> tuple[Template, Solved] | None:
    """Return the best strength sessions of a phase, or None where the constraints leave none."""
    found = solve_work([Work(phase, ((frame, Solved(0.0, 0.0, 0.0)),))], before, seed)
    return None if found is None else (found[0][0].template, found[1])


def is_strength_possible(
    phase: PhaseInput, frame: FrameTemplate, before: Template | None, among: Sequence[Constraint[StrengthModel]]
) -> bool:
    """Return whether any strength sessions meet the constraints `among`."""
    left = phase.budget_s - frame.taken_s
    model = StrengthModel(phase, left, left, len(frame.cool_down), before)
    fill(model, among, ())
    told_apart(model)
    return search(model.cp, "possible", 0)[1] is not None


def solve_frame(
    phase: PhaseInput, seed: int, *, stretches: int | None = None, within_s: int | None = None
) -> Framed | None:
    """Return the best warm-up and cool-down of a phase, or None where the constraints leave none.

    stretches, within_s: the most of them, and the most time of both.
    """
    model = frame_model(phase)
    fill(model, constraints.FRAME, goals.FRAME)
    if stretches is not None:
        model.cp.add(model.stretches <= stretches)
    if within_s is not None:
        model.cp.add(model.taken_s <= within_s)
    model.cp.maximize(total(model.points))
    solver, solved = search(model.cp, "frame", seed)
    return None if solved is None else (_frame_template(model, solver), solved)


def solve_frames(phase: PhaseInput, seed: int) -> tuple[Framed, ...]:
    """Return the best frame, and the best of those that leave more time or more items to the work, where it needs them.

    None where the constraints leave none. No other frame could give a better program with any work.
    """
    found: list[Framed] = []
    best = solve_frame(phase, seed)
    while best is not None:
        found.append(best)
        found += _shorter(phase, best, seed)
        fewer = len(best[0].cool_down) - 1
        # Fewer stretches make room for another item of work only where the items of a session are not enough.
        may_help = phase.row.moves + phase.row.core + fewer + 1 > rule("C3").numbers["items"][1]
        can_be = fewer >= _fewest_stretches(phase)
        best = solve_frame(phase, seed, stretches=fewer) if may_help and can_be else None
    return tuple(found)


def _shorter(phase: PhaseInput, framed: Framed, seed: int) -> Iterator[Framed]:
    """Yield frames that take less and less time, as long as a second more for the work could matter."""
    least = phase.row.warm_up_s + phase.row.cool_down_s
    shorter: Framed | None = framed
    while shorter is not None and max(least, phase.budget_s - _longest_work(phase)) < shorter[0].taken_s:
        within_s = shorter[0].taken_s - 1
        shorter = solve_frame(phase, seed, stretches=len(framed[0].cool_down), within_s=within_s)
        if shorter is not None:
            yield shorter


def _longest_work(phase: PhaseInput) -> int:
    """Return the time of the longest moves a session could hold."""
    longest = [
        sum(sorted((move.seconds[1] for move in moves), reverse=True)[:most])
        for moves, most in ((phase.loaded, phase.row.moves), (phase.core, phase.row.core))
    ]
    return sum(longest)


def _fewest_stretches(phase: PhaseInput) -> int:
    """Return how many stretches the cool-down has at least, by their longest times."""
    left, count = phase.row.cool_down_s, 0
    for seconds in sorted((item.seconds_with(COOL_DOWN_SETS[-1]) for item in phase.cool_down), reverse=True):
        if left <= 0:
            break
        left, count = left - seconds, count + 1
    return max(count, 1)


def is_frame_possible(phase: PhaseInput, among: Sequence[Constraint[FrameModel]]) -> bool:
    """Return whether any warm-up and cool-down meet the constraints `among`."""
    model = frame_model(phase)
    fill(model, among, ())
    return search(model.cp, "possible", 0)[1] is not None


def frame_model(phase: PhaseInput, cp: cp_model.CpModel | None = None) -> FrameModel:
    """Return the empty model of a frame, on a model that is there or one of its own."""
    limits = points("limits")
    short = phase.profile.schedule.minutes < limits["short_minutes"]
    step = limits["step_s_short" if short else "step_s"]
    return FrameModel(phase, step, cp or cp_model.CpModel())


def solve_daily(phase: PhaseInput, seed: int) -> tuple[DailyTemplate, Solved] | None:
    """Return the best daily sets of a phase, or None where the constraints leave none.

    As in the work of a week, items are counted first, and the sets told apart only where the counts do not fill them.
    """
    counted = _daily_model(phase, together=True)
    solver, most = search(counted.cp, "daily_counts", seed)
    if most is None:
        return None
    chosen = {one for (one, _), times in counted.daily.items() if solver.value(times)}
    few = _daily_model(replace(phase, daily=tuple(item for item in phase.daily if item.exercise.id in chosen)))
    filled, found = search(few.cp, "sessions", seed, is_needed=False)
    known = None if found is None else (_daily_template(few, filled), found.under(most, is_tighter=True))
    if known is None or known[1].gap > points("solver")["daily"]["gap"]:
        apart = _daily_model(phase)
        if known is not None:
            apart.cp.add(total(apart.points) >= round(known[1].objective) + 1)
        solver, better = search(apart.cp, "daily", seed, is_needed=known is None)
        if better is not None:
            known = (_daily_template(apart, solver), better.under(known[1] if known else most))
    return known


def _daily_model(phase: PhaseInput, *, together: bool = False) -> DailyModel:
    model = DailyModel(phase, together=together)
    fill(model, constraints.DAILY, goals.DAILY)
    if not together:
        in_order(model.cp, ([on for _, on in model.items(span)] for span in model.usual_spans))
    model.cp.maximize(total(model.points))
    return model


def is_daily_possible(phase: PhaseInput, among: Sequence[Constraint[DailyModel]]) -> bool:
    """Return whether any daily sets meet the constraints `among`."""
    model = DailyModel(phase, together=False)
    fill(model, among, ())
    return search(model.cp, "possible", 0)[1] is not None


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
    def chosen(span: int) -> tuple[str, ...]:
        return tuple(item.exercise.id for item, on in model.items(span) if solver.value(on))

    return DailyTemplate(
        usual=tuple(chosen(span) for span in model.usual_spans),
        gentle=tuple(exercise for span in model.gentle_spans for exercise in chosen(span)),
    )
