"""The models of a phase: the work of its strength sessions, what stands around it, and the daily sessions.

Sessions of a week, and daily sets of a phase, are alike until dates are put on them. So each model comes in two forms,
by its spans. A span is one session told apart, or several that are only counted together. What the counted form
allows, the other form mostly can be filled into; what it forbids, nothing can do. Each constraint and goal is written
once for both.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from ortools.sat.python import cp_model

from rhomboid.catalogue.rulebook import rule
from rhomboid.planning.instance import Ease, Move, PhaseInput
from rhomboid.planning.template import Template

Literal = cp_model.IntVar
Sum = cp_model.LinearExpr
FEWEST_SETS = 2
COOL_DOWN_SETS = (2, 3)


def total(terms: Iterable[cp_model.LinearExprT]) -> Sum:
    """Return the sum of terms as an expression, of none as well."""
    return cp_model.LinearExpr.sum(list(terms))


def _any_of(cp: cp_model.CpModel, literals: Iterable[Literal], name: str) -> Literal:
    """Return a literal that may be true only where one of `literals` is; enough for rewards and for least counts."""
    found = cp.new_bool_var(name)
    cp.add(total(literals) >= found)
    return found


def _times(cp: cp_model.CpModel, most: int, name: str) -> Literal:
    """Return how many sessions of a span something stands in."""
    return cp.new_bool_var(name) if most == 1 else cp.new_int_var(0, most, name)


def _some_of(cp: cp_model.CpModel, times: Iterable[Literal], most: int, name: str) -> Literal:
    """Return in how many sessions of a span one of several things stands, at most."""
    found = _times(cp, most, name)
    cp.add(total(times) >= found)
    return found


@dataclass
class StrengthModel:
    """on[move id, span], trunk[move id, span]: in how many sessions of the span it stands.

    left_s: seconds that warm-up and cool-down leave for the work; stretches: how many there are. Both are figures, or
    sums of a model on the same `cp`. before: the phase before, found or on the same `cp`, None for the first.
    spans: how many sessions each span holds. has, has_trunk: it stands somewhere in the week. kept: it did before, too.
    """

    phase: PhaseInput
    left_s: Sum | int
    most_left_s: int
    stretches: Sum | int
    before: "Template | StrengthModel | None"
    together: bool = False
    cp: cp_model.CpModel = field(default_factory=cp_model.CpModel)
    on: dict[tuple[str, int], Literal] = field(default_factory=dict)
    trunk: dict[tuple[str, int], Literal] = field(default_factory=dict)
    has: dict[str, Literal] = field(default_factory=dict)
    has_trunk: dict[str, Literal] = field(default_factory=dict)
    kept: dict[str, Literal] = field(default_factory=dict)
    points: list[Sum] = field(default_factory=list)

    def __post_init__(self) -> None:
        sessions = self.phase.sessions
        self.spans = (sessions,) if self.together else (1,) * sessions
        for moves, on, has in (
            (self.phase.loaded, self.on, self.has),
            (self.phase.core, self.trunk, self.has_trunk),
        ):
            for move in moves:
                self._enter(move.exercise.id, on, has)
        self.more_sets = self.cp.new_bool_var("more sets")
        self.more_core_sets = self.cp.new_bool_var("more core sets")
        if self.phase.row.sets == FEWEST_SETS:
            self.cp.add(self.more_sets == 0)
        self._keep()

    def _enter(self, one: str, on: dict[tuple[str, int], Literal], has: dict[str, Literal]) -> None:
        has[one] = self.cp.new_bool_var(f"has {one}")
        for span, sessions in enumerate(self.spans):
            on[one, span] = _times(self.cp, sessions, f"on {one} {span}")
            self.cp.add(on[one, span] <= sessions * has[one])
        self.cp.add(has[one] <= total(on[one, span] for span in range(len(self.spans))))

    def _keep(self) -> None:
        if isinstance(self.before, Template):
            self.kept = {one: has for one, has in self.has.items() if one in self.before.moves}
        elif self.before is not None:
            for one in (one for one in self.has if one in self.before.has):
                self.kept[one] = self.cp.new_bool_var(f"kept {one}")
                self.cp.add_implication(self.kept[one], self.has[one])
                self.cp.add_implication(self.kept[one], self.before.has[one])

    def items(self, span: int, block: str = "strength") -> list[tuple[Move, Literal]]:
        """Return the moves that may stand in a span with how often they do."""
        moves, on = (self.phase.loaded, self.on) if block == "strength" else (self.phase.core, self.trunk)
        return [(move, on[move.exercise.id, span]) for move in moves]

    def times(self, move: Move, block: str = "strength") -> Sum:
        """Return in how many sessions of the week a move stands."""
        table = self.on if block == "strength" else self.trunk
        return total(table[move.exercise.id, span] for span in range(len(self.spans)))

    def count(self, wanted: Callable[[Move], bool]) -> Sum:
        """Return how often loaded moves that are wanted stand in the week."""
        return total(self.times(move) for move in self.phase.loaded if wanted(move))

    def any_of(self, literals: Iterable[Literal], name: str) -> Literal:
        """Return a literal that may be true only where one of `literals` is."""
        return _any_of(self.cp, literals, name)

    def sessions_with(self, wanted: Callable[[Move], bool], name: str) -> Sum:
        """Return how many sessions of the week hold a loaded move that is wanted, at most."""
        return total(
            _some_of(self.cp, [on for move, on in self.items(span) if wanted(move)], sessions, f"{name} {span}")
            for span, sessions in enumerate(self.spans)
        )


@dataclass
class FrameModel:
    """What stands around the work of a strength session: easy movement, dynamic moves, stretches (by sets).

    easy_steps: how long each easy movement lasts, in steps of step_s.
    """

    phase: PhaseInput
    step_s: int
    cp: cp_model.CpModel = field(default_factory=cp_model.CpModel)
    points: list[Sum] = field(default_factory=list)

    def __post_init__(self) -> None:
        new = self.cp.new_bool_var
        self.easy = {item.exercise.id: new(f"easy {item.exercise.id}") for item in self.phase.easy}
        self.easy_steps = {
            item.exercise.id: self.cp.new_int_var(0, self.phase.budget_s // self.step_s, f"steps {item.exercise.id}")
            for item in self.phase.easy
        }
        self.dynamic = {item.exercise.id: new(f"dynamic {item.exercise.id}") for item in self.phase.dynamic}
        self.cool = {
            (item.exercise.id, sets): new(f"cool {item.exercise.id} {sets}")
            for item in self.phase.cool_down
            for sets in COOL_DOWN_SETS
        }

    @property
    def warm_up_s(self) -> Sum:
        """Return the time of the whole warm-up."""
        by_clock = total(
            item.set_up_s * self.easy[item.exercise.id] + self.step_s * self.easy_steps[item.exercise.id]
            for item in self.phase.easy
        )
        return by_clock + total(item.seconds * self.dynamic[item.exercise.id] for item in self.phase.dynamic)

    @property
    def cool_down_s(self) -> Sum:
        """Return the time of the whole cool-down."""
        return total(
            item.seconds_with(sets) * self.cool[item.exercise.id, sets]
            for item in self.phase.cool_down
            for sets in COOL_DOWN_SETS
        )

    @property
    def taken_s(self) -> Sum:
        """Return the time that is not left for the work."""
        return self.warm_up_s + self.cool_down_s

    @property
    def stretches(self) -> Sum:
        """Return how many stretches there are."""
        return total(self.cool.values())

    def stretched(self, item: Ease) -> list[Literal]:
        """Return the literals of a stretch, one for each number of sets."""
        return [self.cool[item.exercise.id, sets] for sets in COOL_DOWN_SETS]


@dataclass
class DailyModel:
    """The daily sets of a phase. daily[item id, span]: in how many sets of the span it stands.

    spans: how many sets each span holds; the first is the set of the first days of acute pain (C8) where there are any.
    """

    phase: PhaseInput
    together: bool
    cp: cp_model.CpModel = field(default_factory=cp_model.CpModel)
    points: list[Sum] = field(default_factory=list)

    def __post_init__(self) -> None:
        gentle = (1,) if self.phase.gentle else ()
        usual = rule("C1").numbers["daily_sets"] - len(gentle)
        self.spans: tuple[int, ...] = (*gentle, usual) if self.together else (*gentle, *(1,) * usual)
        self.gentle_spans = range(len(gentle))
        self.usual_spans = range(len(gentle), len(self.spans))
        self.daily = {
            (item.exercise.id, span): _times(self.cp, sets, f"daily {item.exercise.id} {span}")
            for item in self.phase.daily
            for span, sets in enumerate(self.spans)
        }

    def items(self, span: int) -> list[tuple[Ease, Literal]]:
        """Return the items that may stand in a span with how often they do."""
        return [(item, self.daily[item.exercise.id, span]) for item in self.phase.daily]

    def any_of(self, literals: Iterable[Literal], name: str) -> Literal:
        """Return a literal that may be true only where one of `literals` is."""
        return _any_of(self.cp, literals, name)

    def some_of(self, times: Iterable[Literal], span: int, name: str) -> Literal:
        """Return in how many sets of a span one of several things stands, at most."""
        return _some_of(self.cp, times, self.spans[span], name)
