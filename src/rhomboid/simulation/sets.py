# ruff: noqa: PLR0913, PLR0917 (compiled code takes plain values, and a branch costs less than a call)
"""One exercise in one session, set by set: what the person does, feels and writes down. Compiled."""

import numpy as np
from numpy.typing import NDArray

from rhomboid.simulation import chance, virtual
from rhomboid.simulation.compiled import compiled
from rhomboid.simulation.model import Model

Ints = NDArray[np.int64]
# What is written down of one set. Reserve and pain are NOT_TOLD where nothing was.
DONE, RESERVE, PAIN, SHARP, TWIST, FIELDS = 0, 1, 2, 3, 4, 5
NOT_TOLD = -1
MOST_SETS = 6
PLACES = 16  # room for the sets of one exercise among the places of a day
STOP_PAIN = 5  # what people are told to stop at; the verdict is the engine's own
STOP_RISE = 3


@compiled
def do_sets(
    model: Model, key: int, day: int, exercise: int, sets: int, asked: float, can: float, today: float,
    careless: bool, out: Ints,
) -> tuple[int, float]:  # fmt: skip
    """Write the sets of one exercise into `out`; return how many were done and the strain they leave.

    asked, can: repetitions. It ends early when it hurts, or when the body twists.
    """
    strain = 0.0
    first = NOT_TOLD
    left, demand = can - asked, asked / max(can, 1.0)
    twisting = model.twist_tired if left < 2.0 else model.twist_rate
    for number in range(sets):
        place = exercise * PLACES + number
        one_luck, other_luck = chance.two_normals(key, chance.SET_FELT, day, place)
        mishap = chance.draw(key, chance.SET_MISHAP, day, place)
        pain = virtual.set_pain(model, today, demand, one_luck)
        sharp = mishap < model.sharp_rate
        twist = 1.0 - mishap < twisting
        strain += virtual.strain_of(model, min(demand, 1.2)) / sets
        out[number, DONE] = int(min(asked, max(np.floor(can), 0.0)))
        out[number, RESERVE] = virtual.told_reserve(model, max(left, 0.0), other_luck)
        out[number, PAIN] = pain
        out[number, SHARP] = 1 if sharp else 0
        out[number, TWIST] = 1 if twist else 0
        if careless:
            _tell_carelessly(model, key, day, place, out[number])
        if first == NOT_TOLD:
            first = pain
        if sharp or twist or pain >= STOP_PAIN or pain >= first + STOP_RISE:
            return number + 1, strain
    return sets, strain


@compiled
def _tell_carelessly(model: Model, key: int, day: int, place: int, row: Ints) -> None:
    """Leave out what a careless person leaves out."""
    row[PAIN] = max(row[PAIN] - int(model.careless_less), 0)
    if chance.draw(key, chance.SET_LOGGED, day, 2 * place) < model.careless_gap:
        row[PAIN] = NOT_TOLD
    if chance.draw(key, chance.SET_LOGGED, day, 2 * place + 1) < model.careless_gap:
        row[RESERVE] = NOT_TOLD
