"""The three small models of a phase: the frame of a strength session, its work, and the daily sessions."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from ortools.sat.python import cp_model

from rhomboid.planning.instance import Ease, Move, PhaseInput
from rhomboid.planning.template import FrameTemplate, Template
from rhomboid.planning.worth import points

Literal = cp_model.IntVar
Sum = cp_model.LinearExpr
FEWEST_SETS = 2
COOL_DOWN_SETS = (2, 3)


def total(terms: Iterable[cp_model.LinearExprT]) -> Sum:
    """Return the sum of terms as an expression, of none as well."""
    return cp_model.LinearExpr.sum(list(terms))


def _any_of(cp: cp_model.CpModel, literals: list[Literal], name: str) -> Literal:
    """Return a literal that may be true only where one of `literals` is; enough for rewards and for least counts."""
    found = cp.new_bool_var(name)
    cp.add(total(literals) >= found)
    return found


@dataclass
class StrengthModel:
    """on[move id, session], trunk[move id, session]: it stands there. more_sets: loaded moves may reach a third set.

    before: the phase before, None for the first. shared: in the search for the bound of a whole program, the points a
    move brings for being used at all, its part of what keeping it over a boundary is worth.
    points_of_more_sets: points that count only where loaded moves may reach a third set.
    """

    phase: PhaseInput
    frame: FrameTemplate
    before: Template | None
    shared: Mapping[str, int] = field(default_factory=dict)
    cp: cp_model.CpModel = field(default_factory=cp_model.CpModel)
    on: dict[tuple[str, int], Literal] = field(default_factory=dict)
    trunk: dict[tuple[str, int], Literal] = field(default_factory=dict)
    points: list[Sum] = field(default_factory=list)
    points_of_more_sets: list[Sum] = field(default_factory=list)

    def __post_init__(self) -> None:
        for move in self.phase.loaded:
            for day in self.days:
                self.on[move.exercise.id, day] = self.cp.new_bool_var(f"on {move.exercise.id} {day}")
        for move in self.phase.core:
            for day in self.days:
                self.trunk[move.exercise.id, day] = self.cp.new_bool_var(f"core {move.exercise.id} {day}")
        self.more_sets = self.cp.new_bool_var("more sets")
        self.more_core_sets = self.cp.new_bool_var("more core sets")
        if self.phase.row.sets == FEWEST_SETS:
            self.cp.add(self.more_sets == 0)

    @property
    def days(self) -> range:
        return range(self.phase.sessions)

    def used(self, move: Move, block: str = "strength") -> list[Literal]:
        """Return the literals of a move over the week."""
        table = self.on if block == "strength" else self.trunk
        return [table[move.exercise.id, day] for day in self.days]

    def count(self, wanted: Callable[[Move], bool]) -> Sum:
        """Return how often loaded moves that are wanted stand in the week."""
        return total(literal for move in self.phase.loaded if wanted(move) for literal in self.used(move))

    def any_of(self, literals: list[Literal], name: str) -> Literal:
        """Return a literal that may be true only where one of `literals` is."""
        return _any_of(self.cp, literals, name)

    def worth_keeping(self, move: str) -> int:
        """Return the points for using a move that stood in the phase before, or its share of them."""
        if self.before is None:
            return self.shared.get(move, 0)
        return int(points("strength")["kept"]) if move in self.before.moves else 0


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

    def stretched(self, item: Ease) -> list[Literal]:
        """Return the literals of a stretch, one for each number of sets."""
        return [self.cool[item.exercise.id, sets] for sets in COOL_DOWN_SETS]


@dataclass
class DailyModel:
    """The daily sets of a phase. daily[item id, set]: it stands there."""

    phase: PhaseInput
    sets: range
    cp: cp_model.CpModel = field(default_factory=cp_model.CpModel)
    points: list[Sum] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.daily = {
            (item.exercise.id, one): self.cp.new_bool_var(f"daily {item.exercise.id} {one}")
            for item in self.phase.daily
            for one in self.sets
        }

    @property
    def gentle_sets(self) -> range:
        """Return the sets of the first days of acute pain (C8): the first one, where there are such days."""
        return self.sets[:1] if self.phase.gentle else self.sets[:0]

    @property
    def usual_sets(self) -> range:
        """Return the sets of all other days."""
        return self.sets[len(self.gentle_sets) :]

    def items(self, one: int) -> list[tuple[Ease, Literal]]:
        """Return the items of a daily set with their literals."""
        return [(item, self.daily[item.exercise.id, one]) for item in self.phase.daily]

    def any_of(self, literals: list[Literal], name: str) -> Literal:
        """Return a literal that may be true only where one of `literals` is."""
        return _any_of(self.cp, literals, name)
