"""D2. A heavier load: the next of the kit, by a small step, or by a big one with room to spare and time to wait."""

from datetime import date
from typing import Any

from rhomboid.catalogue.rulebook import rule
from rhomboid.prescription.course_standing import Bounds, Standing
from rhomboid.prescription.kit import strength_of
from rhomboid.prescription.program import Load

# Exact tenths: 10 kg to 11 kg is ten per cent.
TINY = 1e-9


def next_load(load: Load | None, loads: tuple[Load, ...]) -> Load | None:
    """Return the next heavier load there is, or None."""
    if load is None or load not in loads:
        return None
    place = loads.index(load) + 1
    return loads[place] if place < len(loads) else None


def is_big_step(load: Load | None, heavier: Load) -> bool:
    """Return whether the step is a band or more than ten per cent."""
    if load is None or load.kg is None or heavier.kg is None:
        return True
    return bool(heavier.kg > load.kg * (1 + _numbers()["small_step"]) + TINY)


def load_may_rise(standing: Standing, heavier: Load, bounds: Bounds, day: date, *, big: bool) -> bool:
    """Return whether the load may go to a heavier one on a day."""
    numbers = _numbers()
    days = (day - standing.load_since).days
    if days < numbers["days_between"] or _is_too_large(standing.dose.load, heavier, bounds):
        return False
    if not big:
        return True
    asked = (standing.dose.rir or 0) + numbers["spare_reserve"]
    if any(left is None or left < asked for left in standing.left):
        return False
    much = all(left is not None and left >= numbers["much_left"] for left in standing.left)
    return bool(days >= numbers["big_step_days_with_much_left" if much else "big_step_days"])


def _is_too_large(load: Load | None, heavier: Load, bounds: Bounds) -> bool:
    """Return whether the step is above half the load; so is, by our own reading, a step over a grade of band."""
    if load is None or load.kg is None or heavier.kg is None:
        return load is not None and load.band is not None and strength_of(heavier) - strength_of(load) > 1
    step = heavier.kg - load.kg
    return step > load.kg * _numbers()["largest_step"] + TINY and step > bounds.small_step_kg + TINY


def _numbers() -> Any:
    return rule("D2").numbers
