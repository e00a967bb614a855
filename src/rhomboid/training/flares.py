"""D7, C8. Flares, and the days without strength work, as check-ins come in."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from statistics import fmean

from rhomboid.catalogue.rulebook import rule
from rhomboid.training.pain_history import DayScores, flare_baseline


@dataclass(frozen=True)
class Flare:
    """first: the day it showed. until: the first day after it. baseline: pain before. settled: its length is final."""

    first: date
    until: date
    baseline: float
    events: tuple[str, ...]
    settled: bool = False


@dataclass(frozen=True)
class GentleDays:
    """Days without strength work (C8). until: the first day after them; None while they last."""

    first: date
    until: date | None
    events: tuple[str, ...]


class FlareWatch:
    """Follows the check-ins of one person in order of time."""

    def __init__(self, scores: DayScores) -> None:
        self.scores = scores
        self.flares: list[Flare] = []
        self.gentle: list[GentleDays] = []
        self._events: dict[date, str] = {}

    def copy(self, scores: DayScores) -> "FlareWatch":
        """Return the same watch, to follow a copy of its scores."""
        found = FlareWatch(scores)
        found.flares, found.gentle, found._events = list(self.flares), list(self.gentle), dict(self._events)
        return found

    def add(self, day: date, event: str) -> None:
        """Look at the scores again after a check-in was added to them."""
        self._events[day] = event
        baseline = flare_baseline(self.scores, day)
        if baseline is not None and self.flare_on(day) is None:
            lasts = timedelta(days=rule("D7").numbers["lasts_days"])
            self.flares.append(Flare(day, day + lasts, baseline, self._behind(rule("D7").numbers["days_running"])))
        self._follow_gentle_days(day)

    def flare_on(self, day: date) -> Flare | None:
        """Return the flare a day lies in, or None."""
        self._settle(day)
        return next((one for one in self.flares if one.first <= day < one.until), None)

    def way_back_on(self, day: date) -> Flare | None:
        """Return the flare from which a day is the week of coming back, or None."""
        self._settle(day)
        back = timedelta(days=rule("D7").numbers["back_days"])
        return next((one for one in self.flares[-1:] if one.until <= day < one.until + back), None)

    def gentle_on(self, day: date) -> GentleDays | None:
        """Return the gentle days a day lies in, or None."""
        last = self.gentle[-1] if self.gentle else None
        return last if last and last.first <= day and (last.until is None or day < last.until) else None

    def _settle(self, day: date) -> None:
        """Make the last flare seven days longer where it was still there at its end; without a word it is.

        Still there: pain is up on the last of its days that tells, or on the average of all that do.
        """
        if not self.flares or self.flares[-1].settled or day < self.flares[-1].until:
            return
        flare = self.flares[-1]
        after = self.scores.between(flare.first + timedelta(days=1), flare.until - timedelta(days=1))
        up = flare.baseline + rule("D7").numbers["above"]
        still = not after or after[-1] >= up or fmean(after) >= up
        longer = timedelta(days=rule("D7").numbers["lasts_days"] if still else 0)
        self.flares[-1] = replace(flare, until=flare.until + longer, settled=True)

    def _follow_gentle_days(self, day: date) -> None:
        numbers = rule("D7").numbers["gentle"]
        count = numbers["days_running"]
        latest = self.scores.latest(count)
        if len(latest) < count:
            return
        if self.gentle and self.gentle[-1].until == day:
            # A second check-in made the day worse, so what it ended is looked at again.
            self.gentle[-1] = replace(self.gentle[-1], until=None)
        now = self.gentle_on(day)
        if now is None and min(latest) >= numbers["starts_at"]:
            self.gentle.append(GentleDays(day, None, self._behind(count)))
        elif now and max(latest) < numbers["ends_below"] and (day - now.first).days >= numbers["least_days"]:
            self.gentle[-1] = replace(now, until=day)

    def _behind(self, count: int) -> tuple[str, ...]:
        return tuple(self._events[day] for day in self.scores.days[-count:])
