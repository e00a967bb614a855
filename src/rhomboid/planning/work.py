"""The strength work of all phases at once: first how often each move stands in a week, then in which sessions.

Phases belong together, because C7 lets only a third of the moves change between them. A model of all phases in which
the sessions of a week are only counted is small and has nothing alike in it; its bound holds for every program. Filling
the counts into sessions is a small task for each phase. Where that fails, or loses too much, all phases are searched
with their sessions told apart.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import permutations

from ortools.sat.python import cp_model

from rhomboid.planning import constraints, goals
from rhomboid.planning.instance import PhaseInput
from rhomboid.planning.model import Literal, StrengthModel, Sum, total
from rhomboid.planning.search import Solved, fill, in_order, search
from rhomboid.planning.template import FrameTemplate, Template
from rhomboid.planning.worth import points


@dataclass(frozen=True)
class Work:
    """The task of one phase. frames: what may stand around its work, each with its points."""

    phase: PhaseInput
    frames: tuple[tuple[FrameTemplate, Solved], ...]


@dataclass(frozen=True)
class Found:
    """The strength work of one phase as it was found, with its points."""

    template: Template
    frame: FrameTemplate
    points: int


@dataclass
class WorkModel:
    """The work of several phases in one model. chosen: for each phase, a literal for each of its frames."""

    works: Sequence[Work]
    now: Template | None
    together: bool
    cp: cp_model.CpModel = field(default_factory=cp_model.CpModel)
    chosen: list[list[Literal]] = field(default_factory=list)
    models: list[StrengthModel] = field(default_factory=list)
    gained_in: list[Sum] = field(default_factory=list)

    def __post_init__(self) -> None:
        before: Template | StrengthModel | None = self.now
        for work in self.works:
            chosen = [self.cp.new_bool_var(f"frame {place}") for place in range(len(work.frames))]
            self.cp.add_exactly_one(chosen)
            taken, stretches = (
                total(figure * literal for figure, literal in zip(figures, chosen, strict=True))
                for figures in (
                    [frame.taken_s for frame, _ in work.frames],
                    [len(frame.cool_down) for frame, _ in work.frames],
                )
            )
            model = StrengthModel(
                phase=work.phase,
                left_s=work.phase.budget_s - taken,
                most_left_s=work.phase.budget_s - min(frame.taken_s for frame, _ in work.frames),
                stretches=stretches,
                before=before,
                together=self.together,
                cp=self.cp,
            )
            fill(model, constraints.STRENGTH, goals.STRENGTH)
            if not self.together:
                told_apart(model)
            framed = [
                round(solved.objective) * literal for (_, solved), literal in zip(work.frames, chosen, strict=True)
            ]
            self.gained_in.append(total([*framed, *model.points]))
            self.chosen.append(chosen)
            self.models.append(model)
            before = model
        self.gained = total(self.gained_in)
        self.cp.maximize(self.gained)


def told_apart(model: StrengthModel) -> None:
    """Sessions of a week are alike until dates are put on them: keep one order of each."""
    in_order(model.cp, ([on for _, on in model.items(span)] for span in range(len(model.spans))))


def solve_work(works: Sequence[Work], now: Template | None, seed: int) -> tuple[tuple[Found, ...], Solved] | None:
    """Return the best work for each phase, or None where the constraints leave none. now: what stands before it."""
    counted = WorkModel(works, now, together=True)
    solver, solved = search(counted.cp, "counts", seed)
    if solved is None:
        return None
    above = sum(max(one.bound - one.objective for _, one in work.frames) for work in works)
    best = _Best(None, Solved(float("-inf"), solved.bound + above, solved.seconds))
    best = _into_sessions(counted, solver, best, seed)
    if best.found is None:
        best = _search_apart(counted, best, seed)
    for place in _by_loss(counted, solver, best):
        best = _search_apart(counted, best, seed, only=place)
    return None if best.found is None else (best.found, best.solved)


@dataclass(frozen=True)
class _Best:
    """The best known so far, if anything is, and what is proved of it."""

    found: tuple[Found, ...] | None
    solved: Solved

    @property
    def is_enough(self) -> bool:
        return self.found is not None and self.solved.gap <= points("solver")["apart"]["gap"]

    def then(self, found: tuple[Found, ...] | None, objective: float, seconds: float) -> "_Best":
        """Return the best after another search: what it found, or what was known before."""
        reached = self.solved.objective if found is None else objective
        return _Best(found or self.found, Solved(reached, self.solved.bound, self.solved.seconds + seconds))


def _into_sessions(counted: WorkModel, solver: cp_model.CpSolver, best: _Best, seed: int) -> _Best:
    """Fill what was counted into sessions, phase by phase: just so, or with the same moves, or with any others."""
    before, seconds = counted.now, 0.0
    found: list[Found] = []
    for place, work in enumerate(counted.works):
        frame = next(
            one for one, literal in zip(work.frames, counted.chosen[place], strict=True) if solver.value(literal)
        )
        solved = None
        for task in (
            partial(_just_so, counted.models[place], solver),
            partial(_same_moves, counted.models[place], solver),
            _any_moves,
        ):
            here = task(Work(work.phase, (frame,)), before)
            filled, solved = search(here.cp, "sessions", seed, is_needed=False)
            seconds += filled.response_proto.deterministic_time
            if solved is not None:
                break
        if solved is None:
            return best.then(None, 0.0, seconds)
        found += _found(here, filled, before)
        before = found[-1].template
    return best.then(tuple(found), sum(one.points for one in found), seconds)


def _just_so(counted: StrengthModel, solver: cp_model.CpSolver, work: Work, before: Template | None) -> WorkModel:
    """Return the task to fill sessions with each move as often as it was counted."""
    model = _same_moves(counted, solver, work, before)
    here = model.models[0]
    for block, moves in (("strength", here.phase.loaded), ("core", here.phase.core)):
        for move in moves:
            here.cp.add(here.times(move, block) == solver.value(counted.times(move, block)))
    for mine, theirs in ((here.more_sets, counted.more_sets), (here.more_core_sets, counted.more_core_sets)):
        here.cp.add(mine == solver.value(theirs))
    return model


def _same_moves(counted: StrengthModel, solver: cp_model.CpSolver, work: Work, before: Template | None) -> WorkModel:
    """Return the task to fill sessions with the moves that were counted, however often."""
    loaded, core = (
        {one for one, literal in has.items() if solver.value(literal)} for has in (counted.has, counted.has_trunk)
    )
    phase = replace(
        work.phase,
        loaded=tuple(move for move in work.phase.loaded if move.exercise.id in loaded),
        core=tuple(move for move in work.phase.core if move.exercise.id in core),
    )
    return WorkModel((Work(phase, work.frames),), before, together=False)


def _any_moves(work: Work, before: Template | None) -> WorkModel:
    return WorkModel((work,), before, together=False)


def _by_loss(counted: WorkModel, solver: cp_model.CpSolver, best: _Best) -> list[int]:
    """Return the places of the phases by what was lost when their counts were filled into sessions."""
    if best.found is None:  # what can be counted together may still not fit into sessions
        return []
    most = [round(solver.value(gained)) for gained in counted.gained_in]
    lost = [count - one.points for count, one in zip(most, best.found, strict=True)]
    return sorted(range(len(lost)), key=lambda place: -lost[place])


def _search_apart(counted: WorkModel, best: _Best, seed: int, *, only: int | None = None) -> _Best:
    """Search with sessions told apart for more than is known, in all phases or in one beside the others as they are."""
    if best.is_enough:
        return best
    apart = WorkModel(counted.works, counted.now, together=False)
    if best.found is not None:
        apart.cp.add(apart.gained >= round(best.solved.objective) + 1)
        for place, (model, one) in enumerate(zip(apart.models, best.found, strict=True)):
            if place != only:
                _hold(model, one.template)
    solver, solved = search(apart.cp, "apart", seed, is_needed=best.found is None)
    if solved is None:
        return best.then(None, 0.0, solver.response_proto.deterministic_time)
    return best.then(tuple(_found(apart, solver, counted.now)), solved.objective, solved.seconds)


def _hold(model: StrengthModel, template: Template) -> None:
    """Let the moves of a phase be these, in whichever sessions."""
    for has, sessions in ((model.has, template.loaded), (model.has_trunk, template.core)):
        there = {one for session in sessions for one in session}
        for one, literal in has.items():
            model.cp.add(literal == (one in there))


def _found(work: WorkModel, solver: cp_model.CpSolver, before: Template | None) -> Iterator[Found]:
    for task, model, chosen, gained in zip(work.works, work.models, work.chosen, work.gained_in, strict=True):
        frame = next(one for (one, _), literal in zip(task.frames, chosen, strict=True) if solver.value(literal))
        before = _template(model, solver, before)
        yield Found(before, frame, round(solver.value(gained)))


def _template(model: StrengthModel, solver: cp_model.CpSolver, before: Template | None) -> Template:
    def chosen(table: dict[tuple[str, int], cp_model.IntVar]) -> tuple[tuple[str, ...], ...]:
        return tuple(
            tuple(one for (one, there), literal in table.items() if there == span and solver.value(literal))
            for span in range(len(model.spans))
        )

    template = Template(
        loaded=chosen(model.on),
        core=chosen(model.trunk),
        sets=2 + solver.value(model.more_sets),
        core_sets=1 + solver.value(model.more_core_sets),
    )
    return template if before is None else _on_the_same_days(template, before)


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
