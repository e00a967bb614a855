"""A planner of plain loops for tiny tasks: every week there is, by its own reading of C3, C5, C6, C7 and P1.

It shares no model, no constraint and no goal with the planner; only the figures of the task itself (who, how long, what
each move is worth) are the same. Each phase is a list of all weeks it allows; a program takes one of each.
"""

from dataclasses import dataclass
from itertools import combinations, combinations_with_replacement, product

from rhomboid.catalogue.rulebook import rule

BANDS = {"familiarise": (4, 12), "build": (6, 16), "strengthen": (8, 18)}


@dataclass(frozen=True)
class Week:
    """One possible week: its moves by session, trunk moves by session, and what they are worth."""

    loaded: tuple[tuple[str, ...], ...]
    core: tuple[tuple[str, ...], ...]
    points: int

    @property
    def moves(self):
        return frozenset(one for session in self.loaded for one in session)


def best_program(phases, taken_s, stretches):
    """Return the most points of a program of these phases, or None where there is none.

    taken_s, stretches: what stands around the work of every session.
    """
    reached: dict[frozenset[str] | None, int] = {None: 0}
    for phase in phases:
        weeks = list(_weeks(phase, taken_s, stretches))
        following: dict[frozenset[str] | None, int] = {}
        for before, points in reached.items():
            for week in weeks:
                kept = week.moves & (before or frozenset())
                gone = len(before) - len(kept) if before is not None else 0
                if before is not None and gone > max(1, len(before) // 3):
                    continue
                gained = points + week.points + 12 * len(kept)
                following[week.moves] = max(following.get(week.moves, gained), gained)
        reached = following
    return max(reached.values(), default=None)


def _weeks(phase, taken_s, stretches):
    sessions = list(_sessions(phase, taken_s, stretches))
    for more_sets, more_core in product((False, True) if phase.row.sets == 3 else (False,), (False, True)):
        fitting = [one for one in sessions if _seconds(phase, one, more_sets, more_core) + taken_s <= phase.budget_s]
        for week in combinations_with_replacement(fitting, phase.sessions):
            if _is_allowed(phase, week, more_sets):
                loaded, core = tuple(one[0] for one in week), tuple(one[1] for one in week)
                yield Week(loaded, core, _points(phase, week, more_sets, more_core))


def _sessions(phase, taken_s, stretches):
    """Yield every choice of moves and trunk moves that a session may hold."""
    by_id = {move.exercise.id: move.exercise for move in phase.loaded}
    for count in range(2, phase.row.moves + 1):
        for moves in combinations(sorted(by_id), count):
            patterns = [by_id[one].pattern for one in moves]
            if max(patterns.count(one) for one in patterns) > 2:
                continue
            for trunks in range(1, phase.row.core + 1):
                if count + trunks + stretches <= 8:
                    for trunk in combinations(sorted(move.exercise.id for move in phase.core), trunks):
                        yield moves, trunk


def _seconds(phase, session, more_sets, more_core):
    loaded = {move.exercise.id: move.seconds[more_sets] for move in phase.loaded}
    core = {move.exercise.id: move.seconds[more_core] for move in phase.core}
    return sum(loaded[one] for one in session[0]) + sum(core[one] for one in session[1])


def _is_allowed(phase, week, more_sets):
    known = {move.exercise.id: move for move in phase.loaded}
    moves = [known[one] for session in week for one in session[0]]
    trunk = [one for session in week for one in session[1]]
    pulls = [move for move in moves if move.exercise.pattern in ("horizontal_pull", "vertical_pull")]
    retraction = [move for move in moves if move.exercise.pattern in ("scapular_retraction", "lower_trapezius")]
    pushes = [move for move in moves if move.exercise.pattern in ("horizontal_push", "vertical_push")]
    with_pull = [session for session in week if {one.exercise.id for one in pulls} & {*session[0]}]
    if len(with_pull) < 2 or len(retraction) < 2 or len(trunk) < 2 or len(pushes) > len(pulls):
        return False
    low, high = BANDS[phase.name]
    counted = len(pulls) + len(retraction)
    growing = len({move.exercise.id for move in (*pulls, *retraction) if move.grows})
    fewest = 2 * counted - (growing if phase.name != "familiarise" and not more_sets else 0)
    if 2 * counted < low or fewest < low or (3 if more_sets else 2) * counted > high:
        return False
    there = {move.exercise.id for move in moves} | {*trunk}
    could = {move.exercise.id for move in (*phase.loaded, *phase.core)}
    return all(one in there for one in phase.required if one in could)


def _points(phase, week, more_sets, more_core):
    p = rule("P1").numbers["strength"]
    loaded = {move.exercise.id: move for move in phase.loaded}
    core = {move.exercise.id: move for move in phase.core}
    total = 0
    known: set[str] = set()
    for moves, trunk in week:
        for one in moves:
            total += loaded[one].worth + (8 if more_sets else 0)
            total += p["again"][phase.profile.experience.level] if one in known else -12
            known.add(one)
        total += sum(core[one].worth for one in trunk)
        total += 15 if any(loaded[one].exercise.is_pull for one in moves) else 0
    trunks = {one for _, trunk in week for one in trunk}
    exercises = [loaded[one].exercise for one in known]
    patterns = {each.pattern for each in exercises} | {core[one].exercise.pattern for one in trunks}
    total += sum(p["pattern"].get(one, 0) for one in patterns)
    total += sum(p["plane"].get(one, 0) for one in {each.plane for each in exercises})
    total += sum(p["upper_back"].get(one, 0) for one in {muscle for each in exercises for muscle in each.primary})
    return total + (10 if more_core else 0)
