"""The person's own pain scores over time: what is usual, what is a flare, when the gentle days of C8 are on."""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Sequence
from datetime import date, timedelta
from statistics import fmean, median

from rhomboid.catalogue.rulebook import rule

LONG_AVERAGE_DAYS = 14
LONG_AVERAGE_VALUES = 5


class DayScores:
    """One score a day, the worst of the day, in order of days. Grows as the log is walked through."""

    def __init__(self, usual: float) -> None:
        self.usual = usual
        self.days: list[date] = []
        self.values: dict[date, int] = {}

    def copy(self) -> "DayScores":
        """Return the same scores, to grow on their own."""
        found = DayScores(self.usual)
        found.days, found.values = list(self.days), dict(self.values)
        return found

    def add(self, day: date, value: int) -> bool:
        """Take in a score; return whether that says anything new of the day."""
        known = self.values.get(day)
        if known is None:
            insort(self.days, day)
        elif value <= known:
            return False
        self.values[day] = value
        return True

    def between(self, first: date, last: date) -> list[int]:
        """Return the scores from `first` to `last`, both included."""
        days = self.days[bisect_left(self.days, first) : bisect_right(self.days, last)]
        return [self.values[day] for day in days]

    def last_days(self, day: date, days: int) -> list[int]:
        """Return the scores of so many days, ending with `day`."""
        return self.between(day - timedelta(days=days - 1), day)

    def latest(self, count: int) -> list[int]:
        """Return the scores of the last so many days that have one."""
        return [self.values[day] for day in self.days[-count:]]


def middle(values: Sequence[int], at_least: int, otherwise: float) -> float:
    """Return the median of enough values, else what the profile says."""
    return median(values) if len(values) >= at_least else otherwise


def usual_pain(scores: DayScores, day: date) -> float:
    """Return the usual pain on a day (D0)."""
    numbers = rule("D0").numbers
    return middle(scores.last_days(day, numbers["usual_pain_days"]), numbers["usual_pain_values"], scores.usual)


def long_average(scores: DayScores, day: date) -> float | None:
    """Return the average of 14 days with five check-ins (B3), or None when there are fewer."""
    values = scores.last_days(day, LONG_AVERAGE_DAYS)
    return fmean(values) if len(values) >= LONG_AVERAGE_VALUES else None


def flare_baseline(scores: DayScores, day: date) -> float | None:
    """Return what pain was before, when the check-ins up to `day` show a flare (D7); None when they show none."""
    return _days_running(scores) or _week_above(scores, day)


def _days_running(scores: DayScores) -> float | None:
    numbers = rule("D7").numbers
    days = scores.days[-numbers["days_running"] :]
    if len(days) < numbers["days_running"] or (days[-1] - days[0]).days >= numbers["within_days"]:
        return None
    before = scores.between(days[0] - timedelta(days=numbers["before_days"]), days[0] - timedelta(days=1))
    baseline = middle(before, numbers["before_values"], scores.usual)
    # A pain of nothing before is a baseline too.
    return _some(baseline) if all(scores.values[day] >= baseline + numbers["above"] for day in days) else None


def _week_above(scores: DayScores, day: date) -> float | None:
    numbers = rule("D7").numbers
    week = scores.last_days(day, numbers["within_days"])
    before = scores.last_days(day - timedelta(days=numbers["within_days"]), numbers["before_days"])
    if min(len(week), len(before)) < numbers["mean_values"]:
        return None
    baseline = fmean(before)
    # One day's jump is no flare, however high: a second day has to be up as well.
    days_up = sum(value >= baseline + numbers["above"] for value in week)
    return _some(baseline) if fmean(week) >= baseline + numbers["above"] and days_up > 1 else None


def _some(baseline: float) -> float:
    return max(baseline, 1e-9)
