"""How strong a person is in their own moves, against the first time of each: from the sets of the log alone."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from math import exp, log

from rhomboid.catalogue.exercise import Catalogue
from rhomboid.catalogue.rulebook import rule
from rhomboid.prescription.kit import strength_of
from rhomboid.prescription.program import Load
from rhomboid.training.event_types import Event, SetDone
from rhomboid.training.trends import Point

CATEGORIES = ("strength", "core")


def strength_points(events: Sequence[Event], catalogue: Catalogue) -> tuple[Point, ...]:
    """Return one point for each day with strength work; 1 is the first day.

    Each move is compared with its own last time, and the days are linked: a move that comes in new, or leaves,
    changes nothing by that alone.
    """
    best = _best_sets(events, catalogue)
    window = timedelta(days=rule("P2").numbers["strength"]["days"])
    before: dict[str, float] = {}
    seen: dict[str, date] = {}
    level, points = 0.0, []
    for day in sorted(best):
        seen.update(dict.fromkeys(best[day], day))
        present = sum(day - last < window for last in seen.values())
        level += sum(log(value / before[name]) for name, value in sorted(best[day].items()) if name in before) / present
        before.update(best[day])
        points.append(Point(day, exp(level)))
    return tuple(points)


def _best_sets(events: Sequence[Event], catalogue: Catalogue) -> Mapping[date, Mapping[str, float]]:
    """Return for each day the best set of each move of strength or core; the weaker side decides."""
    sides: dict[date, dict[str, dict[str, float]]] = {}
    for event in events:
        if not isinstance(event, SetDone):
            continue
        exercise = catalogue.by_id.get(event.exercise)
        value = _value(event)
        if exercise is None or exercise.category not in CATEGORIES or value <= 0:
            continue
        of_side = sides.setdefault(event.day, {}).setdefault(event.exercise, {})
        of_side[event.side] = max(value, of_side.get(event.side, 0.0))
    return {day: {name: min(each.values()) for name, each in moves.items()} for day, moves in sides.items()}


def _value(event: SetDone) -> float:
    """Return what a set amounts to: its load, and more of it the more repetitions it had (Epley's line)."""
    numbers = rule("P2").numbers["strength"]
    held = (event.hold_s or 0) / numbers["hold_s_per_rep"]
    reps = event.reps * max(held, 1) if event.reps is not None else held
    return _resistance(event.load) * (1 + reps / numbers["reps_for_double"]) if reps else 0.0


def _resistance(load: Load | None) -> float:
    if load is None or load.is_bodyweight:
        return 1.0
    if load.band is not None:
        return float((1 + rule("P2").numbers["strength"]["band_step"]) ** strength_of(load))
    return strength_of(load)
