"""The whole program of one random person as a mixed-integer task for `scipy.optimize.milp`: a bound of its own.

Written anew from the rules, as rows of numbers; nothing of the planner's models is used, and OR-Tools is never loaded
here, because HiGHS, which SciPy brings, does not go beside it in one process. Give a seed and seconds of the clock.
Prints one line of JSON: the best points found and the points nothing can pass.
"""

import json
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from rhomboid.catalogue.load import load_catalogue  # noqa: E402 (the path above comes first)
from rhomboid.catalogue.rulebook import rule  # noqa: E402
from rhomboid.planning.instance import Ease, Instance, Move, PhaseInput, build_instance  # noqa: E402
from rhomboid.screening.triage import screen  # noqa: E402
from tests.property.profiles import random_profile  # noqa: E402

INFINITY = float("inf")
Terms = Mapping[int, float]
P = rule("P1").numbers
BANDS = {"familiarise": (4, 12), "build": (6, 16), "strengthen": (8, 18), "maintain": (8, 18)}
GROUPS = (("chest_opening",), ("thoracic_extension", "thoracic_rotation"))


class Rows:
    """Columns with what they are worth, and rows with their least and most."""

    def __init__(self) -> None:
        self.worth: list[float] = []
        self.most: list[float] = []
        self.rows: list[tuple[dict[int, float], float, float]] = []

    def column(self, worth: float = 0.0, most: float = 1.0) -> int:
        self.worth.append(worth)
        self.most.append(most)
        return len(self.worth) - 1

    def row(self, terms: Terms, least: float = -INFINITY, most: float = INFINITY) -> None:
        self.rows.append((dict(terms), least, most))

    def reward(self, worth: float, columns: Iterable[int]) -> int:
        """Return a column worth something where one of `columns` stands."""
        found = self.column(worth)
        self.row({found: 1.0, **dict.fromkeys(columns, -1.0)}, most=0)
        return found

    def solve(self, seconds: float) -> tuple[float | None, float]:
        places = [
            (number, column, value) for number, (terms, *_) in enumerate(self.rows) for column, value in terms.items()
        ]
        numbers, columns, values = zip(*places, strict=True)
        matrix = csr_array((values, (numbers, columns)), shape=(len(self.rows), len(self.worth)))
        least, most = (np.array([row[place] for row in self.rows]) for place in (1, 2))
        found = milp(
            -np.array(self.worth),
            integrality=np.ones(len(self.worth)),
            bounds=Bounds(0, np.array(self.most)),
            constraints=LinearConstraint(matrix, least, most),
            options={"time_limit": seconds},
        )
        reached = None if found.x is None else round(-found.fun, 3)
        return reached, round(-found.mip_dual_bound, 3)


def total(*parts: Terms) -> dict[int, float]:
    """Return the sum of terms."""
    found: dict[int, float] = {}
    for part in parts:
        for column, value in part.items():
            found[column] = found.get(column, 0.0) + value
    return found


def times(value: float, columns: Iterable[int]) -> dict[int, float]:
    return dict.fromkeys(columns, value)


def by_pattern(items: Iterable[tuple[Move | Ease, int]]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for item, column in items:
        found.setdefault(item.exercise.pattern, []).append(column)
    return found


def add_daily(rows: Rows, phase: PhaseInput) -> None:
    """C1, C5, C8, B1 and the daily points of P1."""
    p, limits = P["ease"], P["limits"]
    sets: list[list[tuple[Ease, int]]] = []
    for number in range(3):
        is_gentle = phase.gentle and number == 0
        here = [(item, rows.column(p["item"] + item.worth)) for item in phase.daily]
        sets.append(here)
        rows.row({column: item.seconds for item, column in here}, most=phase.daily_budget_s)
        rows.row(times(1, (column for _, column in here)), *limits["daily_items"])
        for pattern, columns in by_pattern(here).items():
            rows.row(times(1, columns), most=limits["daily_same_pattern"])
            rows.reward(p["pattern"].get(pattern, 0), columns)
        if phase.name == "familiarise":
            yoga = {column: item.seconds for item, column in here if item.exercise.category == "yoga"}
            rows.row(yoga, most=60 * 60 // 7)
        for item, column in here:
            exercise = item.exercise
            rolled = exercise.category in ("foam-roll", "trigger-point") or "tissue_pressure" in exercise.provocations
            if is_gentle and (item.block != "mobility" or exercise.tier != "entry" or rolled):
                rows.row({column: 1}, most=0)
        for group in () if is_gentle else GROUPS:
            rows.row(times(1, (column for item, column in here if item.exercise.pattern in group)), least=1)
    usual = sets[1:] if phase.gentle else sets
    for place, item in enumerate(phase.daily):
        rows.reward(p["seen"], [here[place][1] for here in sets])
        if item.exercise.id in phase.required:
            rows.row(times(1, [here[place][1] for here in usual]), least=1)


def add_frame(rows: Rows, phase: PhaseInput) -> tuple[Terms, Terms]:
    """C3, C5, B1 around the work; return the time it takes and its stretches."""
    p, limits = P["ease"], P["limits"]
    step = limits["step_s_short"] if phase.profile.schedule.minutes < limits["short_minutes"] else limits["step_s"]
    least, most = (seconds // step for seconds in limits["easy_movement_s"])
    places: dict[str, list[int]] = {}
    warm: dict[int, float] = {}
    easy, dynamic = [], []
    for item in phase.easy:
        on, steps = rows.column(p["line"] + item.worth), rows.column(most=most)
        rows.row({steps: 1, on: -least}, least=0)
        rows.row({steps: 1, on: -most}, most=0)
        warm |= {on: item.set_up_s, steps: step}
        easy.append(on)
        places.setdefault(item.exercise.id, []).append(on)
    for item in phase.dynamic:
        on = rows.column(p["line"] + item.worth)
        warm[on] = item.seconds
        dynamic.append((item, on))
        places.setdefault(item.exercise.id, []).append(on)
    rows.row(times(1, easy), least=1)
    wanted = min(max(limits["dynamic_items"][0], phase.row.warm_up_s // limits["dynamic_item_every_s"]), len(dynamic))
    rows.row(times(1, (on for _, on in dynamic)), least=max(wanted, 1), most=limits["dynamic_items"][1])
    cool: dict[int, float] = {}
    stretches: list[tuple[Ease, int]] = []
    for item in phase.cool_down:
        twice, thrice = rows.column(p["line"] + item.worth), rows.column(p["line"] + item.worth)
        rows.row({twice: 1, thrice: 1}, most=1)
        cool |= {twice: item.seconds_with(2), thrice: item.seconds_with(3)}
        stretches += [(item, twice), (item, thrice)]
        places.setdefault(item.exercise.id, []).extend((twice, thrice))
    rows.row(times(1, cool), least=1, most=5)
    rows.row(warm, least=phase.row.warm_up_s)
    rows.row(cool, least=phase.row.cool_down_s)
    for group in GROUPS:
        rows.row(times(1, (on for item, on in (*dynamic, *stretches) if item.exercise.pattern in group)), least=1)
    if phase.name == "familiarise":
        yoga = {on: (warm | cool)[on] for item, on in (*dynamic, *stretches) if item.exercise.category == "yoga"}
        rows.row(yoga, most=60 * 60 // 7)
    elsewhere = {item.exercise.id for item in phase.daily}
    for one in phase.required:
        if one in places and one not in elsewhere:
            rows.row(times(1, places[one]), least=1)
    for on, seconds in (warm | cool).items():
        rows.worth[on] += p["overshoot"] * seconds
    constant = rows.column(-p["overshoot"] * (phase.row.warm_up_s + phase.row.cool_down_s))
    rows.row({constant: 1}, least=1)
    return warm | cool, times(1, cool)


def add_work(rows: Rows, phase: PhaseInput, taken: Terms, stretches: Terms, before: dict[str, int]) -> dict[str, int]:
    """C3, C5, C6, C7, B1 and the points of the work; return the column of each move that stands in the week."""
    p, days = P["strength"], range(phase.sessions)
    again = p["again"][phase.profile.experience.level]
    loaded = {(m.exercise.id, day): rows.column(m.worth + again) for m in phase.loaded for day in days}
    core = {(m.exercise.id, day): rows.column(m.worth) for m in phase.core for day in days}
    has = {m.exercise.id: rows.column(p["new_to_learn"] - again) for m in phase.loaded}
    has_core = {m.exercise.id: rows.column() for m in phase.core}
    for table, there in ((loaded, has), (core, has_core)):
        for (one, _), column in table.items():
            rows.row({column: 1, there[one]: -1}, most=0)
        for one, column in there.items():
            rows.row(total({column: 1}, times(-1, [table[one, day] for day in days])), most=0)
            if one in phase.required:
                rows.row({column: 1}, least=1)
    known = {m.exercise.id: m.exercise for m in phase.loaded}
    thirds = rows.column(most=1 if phase.row.sets > 2 else 0)
    seconds = rows.column(p["more_core_sets"])
    add_sessions(rows, phase, (loaded, core), (taken, stretches), (thirds, seconds))
    pulls = [
        rows.reward(p["pull_in_session"], [loaded[one, day] for one in known if known[one].is_pull]) for day in days
    ]
    rows.row(times(1, pulls), least=2)
    every = {name: [loaded[one, day] for one in known if getattr(known[one], name) for day in days]
             for name in ("is_pull", "is_push", "is_retraction")}  # fmt: skip
    rows.row(times(1, every["is_retraction"]), least=2)
    rows.row(times(1, core.values()), least=2)
    rows.row(total(times(1, every["is_pull"]), times(-1, every["is_push"])), least=0)
    add_bands(rows, phase, [*every["is_pull"], *every["is_retraction"]], has, thirds)
    most = phase.row.moves * phase.sessions
    climbing = rows.column(p["more_sets"], most)
    rows.row({climbing: 1, thirds: -most}, most=0)
    rows.row(total({climbing: 1}, times(-1, loaded.values())), most=0)
    patterns = by_pattern(
        [*((m, has[m.exercise.id]) for m in phase.loaded), *((m, has_core[m.exercise.id]) for m in phase.core)]
    )
    for pattern, columns in patterns.items():
        rows.reward(p["pattern"].get(pattern, 0), columns)
    for plane in {each.plane for each in known.values()}:
        rows.reward(p["plane"].get(plane, 0), [has[one] for one in known if known[one].plane == plane])
    for muscle, worth in p["upper_back"].items():
        rows.reward(worth, [has[one] for one in known if muscle in known[one].primary])
    add_boundary(rows, before, has)
    return has


def add_sessions(
    rows: Rows,
    phase: PhaseInput,
    tables: tuple[dict[tuple[str, int], int], dict[tuple[str, int], int]],
    around: tuple[Terms, Terms],
    climbing: tuple[int, int],
) -> None:
    """C3: the items of each session, and its time for each choice of how far the sets may climb."""
    (loaded, core), (taken, stretches), (thirds, seconds) = tables, around, climbing
    for day in range(phase.sessions):
        moves, trunk = (
            [loaded[m.exercise.id, day] for m in phase.loaded],
            [core[m.exercise.id, day] for m in phase.core],
        )
        rows.row(times(1, moves), least=2, most=phase.row.moves)
        rows.row(times(1, trunk), least=1, most=phase.row.core)
        rows.row(total(times(1, (*moves, *trunk)), stretches), most=8)
        for columns in by_pattern((m, loaded[m.exercise.id, day]) for m in phase.loaded).values():
            rows.row(times(1, columns), most=2)
        for sets, more in ((0, 0), (1, 0), (0, 1), (1, 1)):
            work = {loaded[m.exercise.id, day]: m.seconds[sets] for m in phase.loaded}
            work |= {core[m.exercise.id, day]: m.seconds[more] for m in phase.core}
            # Where sets do not climb so far, the row is to hold nobody back.
            far = sum(sorted(work.values())[-8:])
            loose = times(far, [thirds] * sets + [seconds] * more)
            rows.row(total(work, taken, loose), most=phase.budget_s + far * (sets + more))


def add_bands(rows: Rows, phase: PhaseInput, counted: list[int], has: dict[str, int], thirds: int) -> None:
    """C6, and D2: a big step of load begins with one set fewer."""
    low, high = BANDS[phase.name]
    rows.row(times(2, counted), least=low, most=high)
    rows.row(total(times(3, counted), {thirds: 3 * len(counted)}), most=high + 3 * len(counted))
    if phase.name in ("build", "strengthen"):
        growing = [
            has[m.exercise.id] for m in phase.loaded if m.grows and (m.exercise.is_pull or m.exercise.is_retraction)
        ]
        rows.row(total(times(2, counted), times(-1, growing), {thirds: len(growing) + low}), least=low)


def add_boundary(rows: Rows, before: dict[str, int], has: dict[str, int]) -> None:
    """C7: at most a third of the moves goes, one always may; what stays is worth something."""
    if not before:
        return
    kept = [rows.column(P["strength"]["kept"]) for one in before if one in has]
    for column, one in zip(kept, (one for one in before if one in has), strict=True):
        rows.row({column: 1, has[one]: -1}, most=0)
        rows.row({column: 1, before[one]: -1}, most=0)
    gone = total(times(1, before.values()), times(-1, kept))
    few, most = rows.column(), len(before)
    rows.row(total(gone, {few: most}), most=1 + most)
    third = {column: 3 * value for column, value in gone.items()}
    rows.row(total(third, times(-1, before.values()), {few: -3 * most}), most=0)


def whole(instance: Instance) -> Rows:
    rows = Rows()
    before: dict[str, int] = {}
    for phase in instance.phases:
        add_daily(rows, phase)
        if phase.has_strength:
            before = add_work(rows, phase, *add_frame(rows, phase), before)
    return rows


def main() -> None:
    seed, seconds = int(sys.argv[1]), float(sys.argv[2])
    profile = random_profile(seed)
    triage = screen(profile.answers, profile.clearances, profile.schedule.start)
    reached, bound = whole(build_instance(profile, triage, load_catalogue(), 15)).solve(seconds)
    print(json.dumps({"objective": reached, "bound": bound}))


if __name__ == "__main__":
    main()
