"""Chance without a stream to share: each decision draws its own number from seed, person, kind, day and place.

The number is a hash (the mixing steps of SplitMix64), so it is the same in any order, in any batch, on any number of
workers, and the same luck meets the same person under every policy.
"""

import math

from rhomboid.simulation.compiled import compiled

# Kinds of decision.
TRAIT, NOISE, FLARE, FLARE_LENGTH, DRIFT, TRAINS, DIARY, CAPACITY = 1, 2, 3, 4, 5, 6, 7, 8
SET_FELT, SET_MISHAP, SET_LOGGED, SYMPTOM, FELT, QUITS, BAD_DAY = 9, 10, 11, 12, 13, 14, 15

TO_UNIT = 1.0 / 9007199254740992.0  # two to the minus 53


@compiled
def mix(word: int) -> int:
    """Return 64 bits well mixed from 64 bits; arithmetic wraps around."""
    word = (word ^ ((word >> 30) & 0x3FFFFFFFF)) * -4658895280553007687
    word = (word ^ ((word >> 27) & 0x1FFFFFFFFF)) * -7723592293110705685
    return word ^ ((word >> 31) & 0x1FFFFFFFF)


@compiled
def person_key(seed: int, person: int) -> int:
    """Return what all draws of one person start from."""
    return mix(mix(seed * -7046029254386353131 + 1) + person * -7046029254386353131)


@compiled
def stem(key: int, kind: int, day: int) -> int:
    """Return what all draws of one kind on one day share: reckoned once, it halves the cost of each."""
    return mix(key + (kind * 1048576 + day) * -7046029254386353131)


@compiled
def draw_at(shared: int, place: int) -> float:
    """Return a number from 0 up to 1, even over the range."""
    return ((mix(shared ^ (place * -3335678366873096957)) >> 11) & 0x1FFFFFFFFFFFFF) * TO_UNIT


@compiled
def draw(key: int, kind: int, day: int, place: int) -> float:
    """Return a number from 0 up to 1, even over the range."""
    return draw_at(stem(key, kind, day), place)


@compiled
def two_normals_at(shared: int, place: int) -> tuple[float, float]:
    """Return two numbers from the normal distribution, independent of each other."""
    first = draw_at(shared, 2 * place)
    second = draw_at(shared, 2 * place + 1)
    far = math.sqrt(-2.0 * math.log(1.0 - first))
    return far * math.cos(2.0 * math.pi * second), far * math.sin(2.0 * math.pi * second)


@compiled
def normal(key: int, kind: int, day: int, place: int) -> float:
    """Return a number from the normal distribution with mean 0 and spread 1."""
    shared = stem(key, kind, day)
    far = math.sqrt(-2.0 * math.log(1.0 - draw_at(shared, 2 * place)))
    return far * math.cos(2.0 * math.pi * draw_at(shared, 2 * place + 1))
