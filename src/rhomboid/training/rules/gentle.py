"""D3. Stretches, mobility, rolling and warm-ups: they do not climb, but pain makes them easier or stops them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from rhomboid.catalogue.exercise import Exercise
from rhomboid.catalogue.rulebook import rule
from rhomboid.prescription.program import Item
from rhomboid.training.event_types import SetDone, Stopped
from rhomboid.training.outings import is_stop
from rhomboid.training.tracks import Note, Outcome, Track

SHORTEST_HOLD_S = 10
FEWEST_REPS = 3


class Ease(NamedTuple):
    """What the log leaves behind for one item that does not climb. rest_from: the day it was stopped for good."""

    easier: bool = False
    stops: tuple[bool, ...] = ()
    rest_from: date | None = None
    events: tuple[str, ...] = ()


def after(ease: Ease, exercise: Exercise, sets: Sequence[SetDone], stops: Sequence[Stopped], day: date) -> Ease:
    """Return the ease after one session: 3 to 4 easier next time, a stop too, a second stop soon ends it for now."""
    numbers = rule("D3").numbers
    stopped = is_stop(exercise, sets, stops)
    sore = any((one.pain or 0) >= numbers["eased_pain"] for one in sets)
    history = (*ease.stops, stopped)[-numbers["swap_outings"] :]
    rests = stopped and sum(history) >= numbers["swap_stops"]
    return Ease(
        easier=stopped or sore,
        stops=history,
        rest_from=day if rests else ease.rest_from,
        events=tuple(one.id for one in (*sets, *stops)),
    )


def decide_gentle(
    exercise: Exercise, item: Item, ease: Ease, barred: Note | None, day: date
) -> tuple[Item | None, Outcome | None]:
    """Return the item as it is due, None when it is left out, and the decision where there is one."""
    resting = ease.rest_from is not None and day - ease.rest_from < timedelta(days=rule("D3").numbers["return_days"])
    if barred is not None or resting:
        note = barred or Note("D3", "It hurt twice, so it rests for two weeks.", ease.events)
        return None, Outcome(None, None, Track(), "stop", note, None, exercise.id)
    return (_easier(item) if ease.easier else item), None


def _easier(item: Item) -> Item:
    if item.minutes is not None:
        return item
    if item.hold_s is not None and item.hold_s - 5 >= SHORTEST_HOLD_S:
        return replace(item, hold_s=item.hold_s - 5)
    if item.reps is not None and item.reps[1] - 2 >= FEWEST_REPS:
        fewer = item.reps[1] - 2
        return replace(item, reps=(min(item.reps[0], fewer), fewer))
    return replace(item, sets=max(item.sets - 1, 1))
