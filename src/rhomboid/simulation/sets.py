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
    return do_sets_with(model, luck_of(key, day), exercise, sets, asked, can, today, careless, out)


@compiled
def luck_of(key: int, day: int) -> tuple[int, int, int]:
    """Return what all draws of a day's sets start from: how they feel, what goes wrong, what is written down."""
    return (
        chance.stem(key, chance.SET_FELT, day),
        chance.stem(key, chance.SET_MISHAP, day),
        chance.stem(key, chance.SET_LOGGED, day),
    )


@compiled
def do_sets_with(
    model: Model, luck: tuple[int, int, int], exercise: int, sets: int, asked: float, can: float, today: float,
    careless: bool, out: Ints,
) -> tuple[int, float]:  # fmt: skip
    """Do what `do_sets` does, given the luck of the day."""
    strain = 0.0
    first = NOT_TOLD
    left, demand = can - asked, asked / max(can, 1.0)
    twisting = model.twist_tired if left < 2.0 else model.twist_rate
    done = int(min(asked, max(np.floor(can), 0.0)))
    each = virtual.strain_of(model, min(demand, 1.2)) / sets
    for number in range(sets):
        place = exercise * PLACES + number
        one_luck, other_luck = chance.two_normals_at(luck[0], place)
        mishap = chance.draw_at(luck[1], place)
        pain = virtual.set_pain(model, today, demand, one_luck)
        sharp = mishap < model.sharp_rate
        twist = 1.0 - mishap < twisting
        strain += each
        out[number, DONE] = done
        out[number, RESERVE] = virtual.told_reserve(model, max(left, 0.0), other_luck)
        out[number, PAIN] = pain
        out[number, SHARP] = 1 if sharp else 0
        out[number, TWIST] = 1 if twist else 0
        if careless:
            _tell_carelessly(model, luck[2], place, out[number])
        if first == NOT_TOLD:
            first = pain
        if sharp or twist or pain >= STOP_PAIN or pain >= first + STOP_RISE:
            return number + 1, strain
    return sets, strain


@compiled
def _tell_carelessly(model: Model, shared: int, place: int, row: Ints) -> None:
    """Leave out what a careless person leaves out."""
    row[PAIN] = max(row[PAIN] - int(model.careless_less), 0)
    if chance.draw_at(shared, 2 * place) < model.careless_gap:
        row[PAIN] = NOT_TOLD
    if chance.draw_at(shared, 2 * place + 1) < model.careless_gap:
        row[RESERVE] = NOT_TOLD
