"""Better, worse or cannot tell: what two measures, or two stretches of days, allow one to say (P2).

One good or bad day proves nothing, so a word other than "cannot tell" needs a change larger than chance makes.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import sqrt
from statistics import NormalDist, fmean

from rhomboid.catalogue.rulebook import rule

BETTER, WORSE, CANNOT_TELL = "better", "worse", "cannot_tell"


@dataclass(frozen=True)
class Point:
    day: date
    value: float


@dataclass(frozen=True)
class Trend:
    """points: in order of days. word: better, worse or cannot_tell.

    before, now: what was compared, None where there is too little to compare. sure: how many times in a hundred the
    change is at least the one that counts, None where no chance error is known. needed: the change that would count.
    """

    points: tuple[Point, ...]
    word: str
    before: float | None = None
    now: float | None = None
    sure: int | None = None
    needed: float | None = None

    @property
    def enough(self) -> bool:
        """Whether there was enough to compare at all."""
        return self.before is not None


def pain_trend(scores: Mapping[date, int]) -> Trend:
    """Return the trend of pain from one score a day: the first stretch of days against the last one."""
    numbers = rule("P2").numbers["pain"]
    days = sorted(scores)
    points = tuple(Point(day, scores[day]) for day in days)
    if not days:
        return Trend(points, CANNOT_TELL)
    # Two stretches that do not share a day, of two weeks each when there are four weeks.
    length = min(numbers["days"], ((days[-1] - days[0]).days + 1) // 2)
    first = [scores[day] for day in days if (day - days[0]).days < length]
    last = [scores[day] for day in days if (days[-1] - day).days < length]
    if min(len(first), len(last)) < numbers["least_days"]:
        return Trend(points, CANNOT_TELL)
    error = sqrt(_error_of_mean(len(first)) ** 2 + _error_of_mean(len(last)) ** 2)
    change = fmean(last) - fmean(first)
    needed = max(numbers["counts_from"], numbers["surprise"] * error)
    chance = NormalDist(abs(change), error)
    sure = round(100 * (1 - chance.cdf(numbers["counts_from"])))
    return Trend(points, _word(-change, needed), fmean(first), fmean(last), sure, needed)


def _error_of_mean(days: int) -> float:
    """Return the chance error of a mean of so many days, of which two running are alike and so tell less."""
    numbers = rule("P2").numbers["pain"]
    single = numbers["single_score"] / (numbers["surprise"] * sqrt(2))
    alike = numbers["day_to_day"]
    return float(single / sqrt(days * (1 - alike) / (1 + alike)))


def measure_trend(points: Sequence[Point], kind: str, *, more_is_better: bool) -> Trend:
    """Return the trend of a measure taken now and then: the first one against the last one, if far enough apart."""
    numbers = rule("P2").numbers[kind]
    ordered = tuple(sorted(points, key=lambda one: one.day))
    if not ordered or ordered[-1].day - ordered[0].day < timedelta(days=numbers["days_apart"]):
        return Trend(ordered, CANNOT_TELL)
    before, now = ordered[0].value, ordered[-1].value
    gain = now - before if more_is_better else before - now
    needed = float(numbers["counts_from"])
    return Trend(ordered, _word(gain, needed), before, now, None, needed)


def strength_trend(points: Sequence[Point]) -> Trend:
    """Return the trend of strength: 1 is the start, and a level counts once it was reached on two days."""
    numbers = rule("P2").numbers["strength"]
    ordered = tuple(points)
    if len(ordered) < numbers["least_days"] or (ordered[-1].day - ordered[0].day).days < numbers["days"]:
        return Trend(ordered, CANNOT_TELL)
    last = [one.value for one in ordered if (ordered[-1].day - one.day).days < numbers["days"]]
    if len(last) < numbers["twice"]:
        return Trend(ordered, CANNOT_TELL)
    # A lighter week lowers what is lifted on purpose, so the second best of the last days stands for them.
    now = sorted(last)[-numbers["twice"]]
    needed = float(numbers["counts_from"])
    return Trend(ordered, _word(now - 1, needed), 1.0, now, None, needed)


def _word(gain: float, needed: float) -> str:
    # A hair's breadth, so that a change of exactly what counts does count.
    return BETTER if gain >= needed - 1e-9 else WORSE if gain <= 1e-9 - needed else CANNOT_TELL
