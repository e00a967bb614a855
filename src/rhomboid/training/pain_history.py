"""The person's own pain scores over time: what is usual, what is a flare, when the gentle days of C8 are on."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date, timedelta
from statistics import median

from rhomboid.catalogue.rulebook import rule

LONG_AVERAGE_DAYS = 14
LONG_AVERAGE_VALUES = 5


class DayScores:
    """One score a day, the worst of the day, in order of days. Grows as the log is walked through."""

    def __init__(self, usual: float) -> None:
        self.usual = usual
        self.days: list[date] = []
        self.scores: list[int] = []

    def copy(self) -> "DayScores":
        """Return the same scores, to grow on their own."""
        found = DayScores(self.usual)
        found.days, found.scores = list(self.days), list(self.scores)
        return found

    def by_day(self) -> dict[date, int]:
        """Return the score of each day that has one."""
        return dict(zip(self.days, self.scores, strict=True))

    def add(self, day: date, value: int) -> bool:
        """Take in a score; return whether that says anything new of the day."""
        place = bisect_left(self.days, day)
        if place == len(self.days) or self.days[place] != day:
            self.days.insert(place, day)
            self.scores.insert(place, value)
            return True
        if value <= self.scores[place]:
            return False
        self.scores[place] = value
        return True

    def between(self, first: date, last: date) -> list[int]:
        """Return the scores from `first` to `last`, both included."""
        return self.scores[bisect_left(self.days, first) : bisect_right(self.days, last)]

    def last_days(self, day: date, days: int) -> list[int]:
        """Return the scores of so many days, ending with `day`."""
        return self.between(day - timedelta(days=days - 1), day)

    def latest(self, count: int) -> list[int]:
        """Return the scores of the last so many days that have one."""
        return self.scores[-count:]


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
    return _mean(values) if len(values) >= LONG_AVERAGE_VALUES else None


def flare_baseline(scores: DayScores, day: date) -> float | None:
    """Return what pain was before, when the check-ins up to `day` show a flare (D7); None when they show none."""
    return _days_running(scores) or _week_above(scores, day)


def _days_running(scores: DayScores) -> float | None:
    numbers = rule("D7").numbers
    days = scores.days[-numbers["days_running"] :]
    if len(days) < numbers["days_running"] or (days[-1] - days[0]).days >= numbers["within_days"]:
        return None
    least = min(scores.latest(numbers["days_running"]))
    if least < numbers["above"]:  # no baseline is below nothing
        return None
    before = scores.between(days[0] - timedelta(days=numbers["before_days"]), days[0] - timedelta(days=1))
    baseline = middle(before, numbers["before_values"], scores.usual)
    # A pain of nothing before is a baseline too.
    return _some(baseline) if least >= baseline + numbers["above"] else None


def _week_above(scores: DayScores, day: date) -> float | None:
    numbers = rule("D7").numbers
    week = scores.last_days(day, numbers["within_days"])
    if sum(week) < numbers["above"] * len(week):  # no baseline is below nothing
        return None
    before = scores.last_days(day - timedelta(days=numbers["within_days"]), numbers["before_days"])
    if min(len(week), len(before)) < numbers["mean_values"]:
        return None
    baseline = _mean(before)
    # One day's jump is no flare, however high: a second day has to be up as well.
    days_up = sum(value >= baseline + numbers["above"] for value in week)
    return _some(baseline) if _mean(week) >= baseline + numbers["above"] and days_up > 1 else None


def _some(baseline: float) -> float:
    return max(baseline, 1e-9)


def _mean(values: Sequence[int]) -> float:
    return sum(values) / len(values)
