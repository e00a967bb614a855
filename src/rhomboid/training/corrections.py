"""D0. A log as it stood on a day: corrections first, then everything by time; what came later does not count."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time

from rhomboid.training.event_types import Correction, Event
from rhomboid.training.events import Log, Problem, in_time


@dataclass(frozen=True)
class Reading:
    """events: by time, then id, corrected. problems: what was left out."""

    events: tuple[Event, ...]
    problems: tuple[Problem, ...]

    @property
    def nothing_rises(self) -> bool:
        return any(problem.while_open for problem in self.problems)


def read_as_of(log: Log, day: date) -> Reading:
    """Return the log as it stood at the end of `day`."""
    if not log.corrections:
        return Reading(_up_to(log.events, day), log.problems)
    winners = _winners(event for event in log.corrections if event.day <= day)
    kept = [event for event in log.events if not isinstance(event, Correction) and event.id not in winners]
    known = {event.id for event in log.events} | {problem.event for problem in log.problems}
    unknown = [of for of in winners if of not in known]
    times = {event.id: event.at for event in log.events}
    kept += [_instead(won, won.event, times) for of, won in winners.items() if won.event is not None and of in known]
    events = _up_to(sorted(kept, key=in_time) if winners else kept, day)
    open_problems = [problem for problem in log.problems if problem.event is None or problem.event not in winners]
    open_problems += [
        Problem(f"log: correction {winners[of].id}: of: {of!r} is no event of this log; left out", of, while_open=False)
        for of in unknown
    ]
    return Reading(events, tuple(open_problems))


def _up_to(events: Sequence[Event], day: date) -> tuple[Event, ...]:
    """Return the events, in order of time, of all days up to one."""
    # What is over where the day begins first is over everywhere: no offset is a day long.
    sure = bisect_left(events, datetime.combine(day, time(), UTC), key=lambda event: event.at)
    return (*events[:sure], *(event for event in events[sure:] if event.day <= day))


def _instead(won: Correction, event: Event, times: Mapping[str, datetime]) -> Event:
    return replace(event, at=times.get(won.of, event.at)) if won.keeps_time else event


def _winners(corrections: Iterable[Correction]) -> dict[str, Correction]:
    """Return for each corrected id the latest correction by time, then id; corrections may take back corrections."""
    winners: dict[str, Correction] = {}
    for correction in sorted(corrections, key=in_time, reverse=True):
        if correction.id not in winners:
            winners.setdefault(correction.of, correction)
    return winners
