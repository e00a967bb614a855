"""P1: the points of a finished program, read from its sessions alone, and held against what its proof says.

The planner reaches its points by choosing; here they are added up again, item by item, without its models. How far sets
may climb is told only where they do climb: where they do not, both readings count.
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise, product
from typing import Any

from rhomboid.catalogue.exercise import Exercise
from rhomboid.catalogue.rulebook import rule
from rhomboid.checking import figures
from rhomboid.checking.case import Case
from rhomboid.checking.violation import Violation
from rhomboid.checking.weeks import TypicalWeek, typical_weeks
from rhomboid.prescription.program import Proof

REGIONS = ("low_back", "neck", "shoulder")
# The forms whose sessions stand as they were chosen; minimal sessions and split ones are made of them.
READ = ("full", "maintain", "daily", "split3")


def compare_points(case: Case, proof: Proof) -> Iterator[Violation]:
    """P1: the points a proof names are those the program has, where its weeks can be read in full."""
    found = points_of(case)
    if found and proof.objective not in found:
        yield Violation("P1", "proof", f"names {proof.objective:g} points, the program has {max(found)}")


def points_of(case: Case) -> frozenset[int]:
    """Return the points a program may have; none where its sessions do not show all that was chosen.

    So it is with a phase too short for a whole week, and with a program made anew, which goes on from an earlier one.
    """
    weeks = typical_weeks(case) if case.mode in READ and case.basis is None else ()
    if not weeks:
        return frozenset()
    fixed = sum(_work(week, case) + _frame(week, case) + _daily(week, case) for week in weeks)
    kept = sum(
        _strength()["kept"] * len(_ids(one.loaded) & _ids(other.loaded))
        for one, other in pairwise(week for week in weeks if week.strength)
    )
    return frozenset(fixed + kept + sum(room) for room in product(*(_room(week, case) for week in weeks)))


def _strength() -> dict[str, Any]:
    return dict(rule("P1").numbers["strength"])


def _ease() -> dict[str, Any]:
    return dict(rule("P1").numbers["ease"])


def _ids(exercises: Iterable[Exercise]) -> set[str]:
    return {exercise.id for exercise in exercises}


def _work(week: TypicalWeek, case: Case) -> int:
    """Return the points of loaded and trunk moves, each for each day, and of what the week holds between them."""
    p, loaded, core = _strength(), week.loaded, week.core
    known: set[str] = set()
    total = 0
    for exercise in loaded:
        total += p["move"] + _worth(exercise, case)
        total += p["again"][case.profile.experience.level] if exercise.id in known else p["new_to_learn"]
        known.add(exercise.id)
    total += sum(p["trunk"] + _worth(exercise, case) for exercise in core)
    total += sum(p["pattern"].get(pattern, 0) for pattern in {each.pattern for each in (*loaded, *core)})
    total += sum(p["plane"].get(plane, 0) for plane in {each.plane for each in loaded})
    total += sum(p["upper_back"].get(muscle, 0) for muscle in {one for each in loaded for one in each.primary})
    total += p["pull_in_session"] * sum(any(each.is_pull for each in session.loaded) for session in week.strength)
    return int(total)


def _worth(exercise: Exercise, case: Case) -> int:
    p, profile = _strength(), case.profile
    liked, asked = exercise.id in profile.like, exercise.id in profile.limits.require
    total = p["resisted"].get(exercise.loading, {}).get(profile.experience.level, 0)
    total += p["liked"] if liked else 0
    total += p["locked"] if exercise.tier == "locked" and not (liked or asked) else 0
    total += 0 if {*exercise.best_with} <= {*profile.setting.equipment} else p["without_best_kit"]
    total += p["primary_muscle"] * len(_painful(case) & {*exercise.primary})
    total += p["secondary_muscle"] * len(_painful(case) & {*exercise.secondary})
    total += p["provocation"] * len(exercise.provocations) + p["set_up"] * _to_fetch(exercise)
    strained = rule("P1").numbers["strained"]
    sore = {region for site in _sites(case) for region in strained.get(site, ())}
    for region in REGIONS:
        strain = getattr(exercise.load_class, region)
        if strain in ("moderate", "high"):
            total += p[f"strain_{strain}"] * (2 if region in sore else 1)
    return int(total)


def _ease_worth(exercise: Exercise, case: Case) -> int:
    p = _ease()
    total = p["liked"] if exercise.id in case.profile.like else 0
    total += p["primary_muscle"] * len(_painful(case) & {*exercise.primary})
    total += p["provocation"] * len(exercise.provocations) + p["set_up"] * _to_fetch(exercise)
    return int(total)


def _to_fetch(exercise: Exercise) -> int:
    return len(exercise.equipment) + len(exercise.any_of)


def _sites(case: Case) -> tuple[str, ...]:
    sites = dict(case.profile.answers.items).get("sites")
    return sites if isinstance(sites, tuple) else ()


def _painful(case: Case) -> set[str]:
    return {muscle for site in _sites(case) for muscle in rule("P1").numbers["sites"][site]}


def _frame(week: TypicalWeek, case: Case) -> int:
    """Return the points of warm-up and cool-down, fewer for every second too long."""
    if not week.strength:
        return 0
    p, session = _ease(), week.strength[0].session
    items = (*session.block("warm_up"), *session.block("cool_down"))
    row = next(row for row in figures.BUDGET_ROWS if row[0] <= case.minutes <= row[1])
    over = sum(item.seconds for item in items) - row[2] - row[7]
    total = sum(p["line"] + _ease_worth(case.catalogue[item.exercise], case) for item in items)
    return int(total + p["overshoot"] * over)


def _daily(week: TypicalWeek, case: Case) -> int:
    """Return the points of the daily sets: their items, the patterns in each, and each different item once."""
    p, total = _ease(), 0
    for items in week.daily:
        total += sum(p["item"] + _ease_worth(exercise, case) for exercise in items)
        total += sum(p["pattern"].get(pattern, 0) for pattern in {exercise.pattern for exercise in items})
    return int(total + p["seen"] * len(_ids(exercise for items in week.daily for exercise in items)))


def _room(week: TypicalWeek, case: Case) -> set[int]:
    """Return the points for how far sets may climb, both readings where no set shows it."""
    if not week.strength:
        return {0}
    p = _strength()
    row = next(row for row in figures.BUDGET_ROWS if row[0] <= case.minutes <= row[1])
    column = 2 if week.phase == "maintain" else figures.PHASE_ORDER.index(week.phase)
    third = p["more_sets"] * len(week.loaded)
    thirds = {third} if week.most_sets > 2 else {0, third} if row[4][column] > 2 else {0}
    seconds = {p["more_core_sets"]} if week.most_core_sets > 1 else {0, p["more_core_sets"]}
    return {one + other for one in thirds for other in seconds}
