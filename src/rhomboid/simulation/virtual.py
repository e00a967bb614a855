"""How a virtual person is made, how pain runs from day to day, and how one set goes. Compiled; no rule of training."""

import math

import numpy as np
from numpy.typing import NDArray

from rhomboid.simulation import chance
from rhomboid.simulation.compiled import compiled
from rhomboid.simulation.model import Model

Floats = NDArray[np.float64]

# Traits: what stays with a person. EFFECT: what training does for them, in points.
BASE, EFFECT, FLARES, RATE, QUITS_DAY, CARELESS, CONFIRMED_DAY, TRAITS = 0, 1, 2, 3, 4, 5, 6, 7
# Body: what changes. FLARE_LEFT: days of a flare as the person tells it; FLARE_NOW: the pain it adds; STRAIN: pain that
# load left behind; MINUTES, SESSIONS: trained so far; GAINED: of the effect.
NOISE, DRIFT, FLARE_LEFT, FLARE_NOW, STRAIN, MINUTES, SESSIONS, GAINED, BODY = 0, 1, 2, 3, 4, 5, 6, 7, 8
NEVER = 1.0e9
MOST_PAIN = 10.0


@compiled
def fill_traits(model: Model, key: int, traits: Floats) -> None:
    """Write the traits of a person into `traits`."""
    kind = chance.TRAIT
    base = model.pain_mean + model.pain_sd * chance.normal(key, kind, 0, 0)
    traits[BASE] = min(max(base, model.pain_least), model.pain_most)
    traits[EFFECT] = model.effect * max(0.0, 1.0 + model.effect_sd * chance.normal(key, kind, 0, 1))
    # The mean of what is log-normal stays the rate of the source.
    spread = model.flare_rate_sd
    traits[FLARES] = model.flare_rate * math.exp(spread * chance.normal(key, kind, 0, 2) - 0.5 * spread * spread)
    regular = chance.draw(key, kind, 0, 6) < model.regular_share
    traits[RATE] = model.regular_rate if regular else model.sporadic_rate
    weeks = -math.log(1.0 - chance.draw(key, chance.QUITS, 0, 0)) / model.dropout_week
    traits[QUITS_DAY] = 7.0 * weeks
    traits[CARELESS] = 1.0 if chance.draw(key, kind, 0, 7) < model.careless_share else 0.0
    told = chance.draw(key, kind, 0, 8) < model.confirmed_share
    traits[CONFIRMED_DAY] = np.floor(2.0 * model.confirmed_day * chance.draw(key, kind, 0, 9)) if told else NEVER


@compiled
def live_day(model: Model, key: int, day: int, traits: Floats, body: Floats) -> float:
    """Move the body on to a day and return its pain, 0 to 10: level, noise from day to day, flare, strain left."""
    phi = model.noise_phi
    step = math.sqrt(1.0 - phi * phi) if day > 0 else 1.0
    body[NOISE] = phi * body[NOISE] + model.noise_sd * step * chance.normal(key, chance.NOISE, day, 0)
    body[DRIFT] += model.drift_sd * chance.normal(key, chance.DRIFT, day, 0)
    # What was trained works less the more there was of it, and is felt only over days.
    share = body[MINUTES] / (body[MINUTES] + model.effect_half_minutes)
    body[GAINED] += (share - body[GAINED]) / model.effect_days
    if body[FLARE_LEFT] > 0.0:
        body[FLARE_LEFT] -= 1.0
    if body[FLARE_LEFT] <= 0.0:
        _start_flare(model, key, day, traits, body)
    pain = level_of(traits, body) + body[NOISE] + body[FLARE_NOW] + body[STRAIN]
    # Some days are bad, and nobody calls them a flare.
    if chance.draw(key, chance.BAD_DAY, day, 0) < model.bad_day_rate:
        pain += model.bad_day_size
    body[STRAIN] *= model.strain_fades
    return float(min(max(pain, 0.0), MOST_PAIN))


@compiled
def wake(model: Model, key: int, day: int, traits: Floats, body: Floats, told: Floats) -> float:
    """Live on to a day and return its pain; `told`: for each diary entry of the day, whether it is made."""
    for place in range(told.shape[0]):
        told[place] = 1.0 if is_telling(model, key, day, place) else 0.0
    return live_day(model, key, day, traits, body)


@compiled
def is_in_flare(body: Floats) -> bool:
    """Return whether the person calls the day one of a flare."""
    return bool(body[FLARE_LEFT] > 0.0)


@compiled
def level_of(traits: Floats, body: Floats) -> float:
    """Return the level pain runs around."""
    return float(traits[BASE] + body[DRIFT] - traits[EFFECT] * body[GAINED])


@compiled
def _start_flare(model: Model, key: int, day: int, traits: Floats, body: Floats) -> None:
    body[FLARE_NOW] = 0.0
    rate = traits[FLARES] * (1.0 + model.flare_strain * body[STRAIN])
    if chance.draw(key, chance.FLARE, day, 0) >= rate:
        return
    # People also call a day a flare that hurts no more than others: stiffness, fatigue, mood, what they cannot do.
    size = model.flare_size if chance.draw(key, chance.FLARE, day, 2) < model.flare_felt else 0.0
    if chance.draw(key, chance.FLARE, day, 1) < model.flare_short:
        body[FLARE_LEFT] = 1.0
        body[FLARE_NOW] = size * model.flare_short_share
        return
    length = -math.log(1.0 - chance.draw(key, chance.FLARE_LENGTH, day, 0)) * (model.flare_days - 1.5)
    body[FLARE_LEFT] = 2.0 + np.floor(length)
    body[FLARE_NOW] = size


@compiled
def is_training(key: int, day: int, traits: Floats, pain: float) -> bool:
    """Return whether the person does the session that is due; much pain keeps people at home."""
    if day >= traits[QUITS_DAY]:
        return False
    rate = traits[RATE] * (1.0 if pain < 7.0 else 0.5)
    return bool(chance.draw(key, chance.TRAINS, day, 0) < rate)


@compiled
def is_telling(model: Model, key: int, day: int, place: int) -> bool:
    """Return whether a diary entry is made."""
    rate = model.diary_first - model.diary_fall_week * (day / 7.0)
    return chance.draw(key, chance.DIARY, day, place) < rate


@compiled
def capacity(model: Model, key: int, exercise: int) -> float:
    """Return the repetitions (or steps of a hold) a person could do of an exercise at its start load, untrained."""
    found = model.capacity_median * math.exp(model.capacity_sd * chance.normal(key, chance.CAPACITY, exercise, 0))
    return min(max(found, 6.0), 30.0)


@compiled
def possible(model: Model, at_start: float, load: float, sessions: float) -> float:
    """Return the repetitions possible now. load: as a multiple of the start load."""
    gain = model.strength_gain * sessions / (sessions + model.strength_half_sessions)
    most = (1.0 + at_start / 30.0) * (1.0 + gain)
    return max(30.0 * (most / max(load, 0.05) - 1.0), 0.0)


@compiled
def set_pain(model: Model, today: float, demand: float, luck: float) -> int:
    """Return the pain felt in a set. demand: what is asked as a share of what is possible."""
    over = max(demand - model.comfortable, 0.0)
    felt = model.set_share * today + model.set_strain * over + model.set_noise * luck
    return int(min(max(np.floor(felt + 0.5), 0.0), MOST_PAIN))


@compiled
def told_reserve(model: Model, left: float, luck: float) -> int:
    """Return what a person says was left in reserve: near failure people know, further off they guess."""
    spread = model.reserve_error_near if left <= 3.0 else model.reserve_error_far
    return int(min(max(np.floor(left + spread * luck + 0.5), 0.0), 20.0))


@compiled
def strain_of(model: Model, demand: float) -> float:
    """Return the pain of the next day that one set leaves behind."""
    return model.strain_pain * max(demand - model.comfortable, 0.0)
