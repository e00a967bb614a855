# ruff: noqa: PLR0913, PLR0917 (compiled code takes plain values)
"""What published studies found, and what the virtual people show in its place: met, or missed and said so.

Where an anchor was used to set a number of the model it is marked `fitted`: meeting it again is no discovery.
"""

from dataclasses import dataclass

import numpy as np

from rhomboid.simulation import chance, virtual
from rhomboid.simulation.compiled import compiled
from rhomboid.simulation.model import Model, load_model
from rhomboid.simulation.packing import pack
from rhomboid.simulation.virtual import Floats

WEEK, TEN_WEEKS, SIX_WEEKS, FOUR_WEEKS, HORIZON, YEAR = 7, 70, 42, 28, 105, 364
TRIAL_DAYS = 5  # of the week, Monday to Friday
TWO_POINTS = 2.0
RELIABLE = 0.8


@dataclass(frozen=True)
class Anchor:
    """One published figure. low, high: its interval, or a tenth either side where none was given."""

    name: str
    source: str
    low: float
    high: float
    found: float
    fitted: bool

    @property
    def met(self) -> bool:
        return self.low <= self.found <= self.high


@compiled
def keep_diaries(
    model: Model, seed: int, minutes: float, rate: float, pain: Floats, flare: Floats, told: Floats, kept: Floats
) -> None:  # fmt: skip
    """Write the days of people who train so many minutes on five days a week."""
    traits, body = np.zeros(virtual.TRAITS), np.zeros(virtual.BODY)
    for person in range(pain.shape[0]):
        key = chance.person_key(seed, person)
        body[:] = 0.0
        virtual.fill_traits(model, key, traits)
        kept[person, 0], kept[person, 1] = traits[virtual.RATE], traits[virtual.QUITS_DAY]
        for day in range(pain.shape[1]):
            pain[person, day] = virtual.live_day(model, key, day, traits, body)
            flare[person, day] = 1.0 if virtual.is_in_flare(body) else 0.0
            told[person, day] = 1.0 if virtual.is_telling(model, key, day, 0) else 0.0
            if day % WEEK < TRIAL_DAYS and chance.draw(key, chance.TRAINS, day, 1) < rate:
                body[virtual.MINUTES] += minutes


@dataclass(frozen=True)
class Diaries:
    """Days of many people, one row a person. kept: share of sessions and the day they leave off."""

    pain: Floats
    flare: Floats
    told: Floats
    kept: Floats


def diaries(people: int, seed: int, minutes: float, days: int = HORIZON) -> Diaries:
    """Return the days of people who train so many minutes on five days a week, as people do in a trial."""
    model = pack(load_model())
    pain, flare, told = (np.zeros((people, days)) for _ in range(3))
    made = Diaries(pain, flare, told, np.zeros((people, 2)))
    keep_diaries(model, seed, minutes, model.regular_rate, made.pain, made.flare, made.told, made.kept)
    return made


def measure(people: int = 20_000, seed: int = 0) -> tuple[Anchor, ...]:
    """Return every anchor that the model speaks of, with what was found."""
    idle, short, long = (diaries(people, seed, minutes) for minutes in (0.0, 2.0, 12.0))
    return (
        Anchor("2 minutes a day, 10 weeks, against none", "Andersen 2011", -2.0, -0.7, _gain(short, idle), fitted=True),
        Anchor("12 minutes a day, 10 weeks, against none", "Andersen 2011", -2.5, -1.2, _gain(long, idle), fitted=True),
        Anchor("spread of change of one score, 10 weeks", "statistics page", 2.0, 2.5, _spread(long), fitted=True),
        Anchor("spread of one person's days", "statistics page", 1.0, 1.3, _day_spread(idle), fitted=True),
        Anchor("pain of a day and the next", "statistics page", 0.2, 0.5, _day_to_day(idle), fitted=False),
        *_flare_anchors(idle),
        Anchor("days until a mean is reliable (0.8)", "Einstein", 5.0, 6.0, _days_reliable(idle), fitted=False),
        Anchor("diary entries made", "IPD meta-analysis, n=701", 0.765, 0.935, float(idle.told.mean()), fitted=True),
        Anchor("regular at first", "Andersen 2008", 0.486, 0.594, _regular(idle, 0), fitted=True),
        Anchor("regular after a year", "Andersen 2008", 0.315, 0.385, _regular(idle, YEAR), fitted=True),
    )


def _flare_anchors(idle: Diaries) -> tuple[Anchor, ...]:
    six = idle.flare[:, :SIX_WEEKS]
    starts = (np.diff(six, axis=1, prepend=0.0) > 0).sum(axis=1)
    month_pain, month_flare = idle.pain[:, :FOUR_WEEKS], idle.flare[:, :FOUR_WEEKS]
    usual = month_pain.mean(axis=1, keepdims=True)
    by_rule = month_pain >= usual + TWO_POINTS
    both = float((by_rule & (month_flare > 0)).mean())
    quiet = float((month_pain[month_flare > 0] <= np.broadcast_to(usual, month_pain.shape)[month_flare > 0]).mean())
    return (
        Anchor("flares in six weeks", "Suri 2011", 3.15, 3.85, float(starts.mean()), fitted=True),
        Anchor("people with a flare in six weeks", "Suri 2011", 0.80, 0.98, float((starts > 0).mean()), fitted=False),
        Anchor("days in a flare, as told", "ISSLS 2021", 0.151, 0.185, float(month_flare.mean()), fitted=False),
        Anchor("days 2 points above usual", "ISSLS 2021", 0.089, 0.109, float(by_rule.mean()), fitted=True),
        Anchor("days both at once", "ISSLS 2021", 0.032, 0.039, both, fitted=True),
        Anchor("flare days not above usual pain", "Costa 2021", 0.61, 0.75, quiet, fitted=False),
    )


def _gain(trained: Diaries, idle: Diaries) -> float:
    """Return the pain of the trained less that of the idle in the tenth week; they are the same people."""
    week = slice(TEN_WEEKS - WEEK, TEN_WEEKS)
    return float(trained.pain[:, week].mean() - idle.pain[:, week].mean())


def _spread(trained: Diaries) -> float:
    return float(np.std(trained.pain[:, TEN_WEEKS - 1] - trained.pain[:, 0]))


def _day_spread(idle: Diaries) -> float:
    return float(np.sqrt(idle.pain[:, :FOUR_WEEKS].var(axis=1, ddof=1).mean()))


def _day_to_day(idle: Diaries) -> float:
    month = idle.pain[:, :FOUR_WEEKS] - idle.pain[:, :FOUR_WEEKS].mean(axis=1, keepdims=True)
    return float((month[:, 1:] * month[:, :-1]).mean() / (month * month).mean())


def _days_reliable(idle: Diaries) -> float:
    """Return over how many days a mean must run until people explain so much of its spread."""
    long_run = idle.pain[:, :FOUR_WEEKS].mean(axis=1)
    for days in range(1, FOUR_WEEKS + 1):
        means = idle.pain[:, :days].mean(axis=1)
        if float(np.corrcoef(means, long_run)[0, 1]) ** 2 >= RELIABLE:
            return float(days)
    return float("inf")


def _regular(idle: Diaries, day: int) -> float:
    regular = load_model().regular_rate
    return float(((idle.kept[:, 0] >= regular) & (idle.kept[:, 1] > day)).mean())
