"""D0. One exercise in one session, judged against what was due there."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from rhomboid.catalogue.exercise import Exercise
from rhomboid.catalogue.rulebook import rule
from rhomboid.prescription.course_standing import Dosage
from rhomboid.prescription.kit import strength_of
from rhomboid.prescription.program import Load
from rhomboid.training.event_types import Event, SetDone, Stopped

TISSUE = ("foam-roll", "trigger-point")
PAIN = ("sharp", "worsening")
# For where only pain is asked for, or where what was due is no longer known.
ANY_DOSE = Dosage(1, None, None, None, None)


class Outing(NamedTuple):
    """verdict: stop, twist, sore, miss or clean. worst_pain: of all sets told. ends_loaded_part: sharp or worsening.

    left: the least reserve told in the sets that count, None when one was not told. complete: all was done as due.
    most: the most that was told of it.
    """

    verdict: str
    worst_pain: int
    ends_loaded_part: bool
    twisted: bool
    left: int | None
    complete: bool
    events: tuple[str, ...]
    most: Dosage


class Work(NamedTuple):
    """What was told of one exercise in one session."""

    sets: list[SetDone]
    stops: list[Stopped]

    @property
    def day(self) -> date:
        return (self.sets or self.stops)[0].day

    @property
    def is_outing(self) -> bool:
        """Whether a set was done, or pain came before one could be; what is left out is no outing (C3)."""
        return bool(self.sets) or _stopped(self.stops, *PAIN)


def work_of(events: Iterable[Event]) -> dict[str, Work]:
    """Return what a session's events tell of each exercise, in order of first mention."""
    found: dict[str, Work] = {}
    for event in events:
        if isinstance(event, SetDone):
            found.setdefault(event.exercise, Work([], [])).sets.append(event)
        elif isinstance(event, Stopped):
            found.setdefault(event.exercise, Work([], [])).stops.append(event)
    return found


def day_of(events: Sequence[Event]) -> date | None:
    """Return the day a session was done: of its first set, else of its first stop; None where neither was told."""
    sets = (one.day for one in events if isinstance(one, SetDone))
    stops = (one.day for one in events if isinstance(one, Stopped))
    return next(sets, None) or next(stops, None)


class _Signs(NamedTuple):
    """What the sets of one exercise say of pain: the worst told, whether any was sharp, whether the body twisted."""

    worst: int
    sharp: bool
    twisted: bool


def judge(exercise: Exercise, due: Dosage, sets: Sequence[SetDone], stops: Sequence[Stopped]) -> Outing:
    """Return the verdict on one exercise in one session; the first that fits, most cautious first."""
    counted = [one for one in sets if one.number <= due.sets]
    told = [one.rir for one in counted if one.rir is not None]
    signs = _signs_of(sets, stops)
    complete = _is_done_as_due(exercise, due, counted, stops)
    if _is_stop(exercise, signs, sets):
        verdict = "stop"
    elif signs.twisted:
        verdict = "twist"
    elif signs.worst >= rule("D0").numbers["sore_pain"]:
        verdict = "sore"
    else:
        verdict = "clean" if complete else "miss"
    return Outing(
        verdict=verdict,
        worst_pain=signs.worst,
        ends_loaded_part=signs.sharp,
        twisted=signs.twisted,
        left=min(told) if told and len(told) == len(counted) else None,
        complete=complete,
        events=tuple([one.id for one in (*sets, *stops)]),
        most=_most(due, sets),
    )


def _signs_of(sets: Iterable[SetDone], stops: Sequence[Stopped]) -> _Signs:
    """Return the signs of some sets; pain that grew so that the person stopped for it is as bad as a sharp one."""
    worst, sharp, twisted = 0, _stopped(stops, *PAIN), False
    for one in sets:
        if one.pain is not None and one.pain > worst:
            worst = one.pain
        sharp = sharp or one.pain_kind == "sharp"
        twisted = twisted or one.compensation
    return _Signs(worst, sharp, twisted)


def _most(due: Dosage, sets: Iterable[SetDone]) -> Dosage:
    """Return the most that was told: sets, repetitions, hold and load, what was not told as it was due."""
    number, reps, hold, load = 0, None, None, None
    for one in sets:
        number = max(number, one.number)
        if one.reps is not None and (reps is None or one.reps > reps):
            reps = one.reps
        if one.hold_s is not None and (hold is None or one.hold_s > hold):
            hold = one.hold_s
        if one.load is not None and (load is None or strength_of(one.load) > strength_of(load)):
            load = one.load
    return Dosage(
        sets=number or due.sets,
        reps=due.reps if reps is None else reps,
        hold_s=due.hold_s if hold is None else hold,
        load=due.load if load is None else load,
        rir=due.rir,
    )


def is_stop(exercise: Exercise, sets: Sequence[SetDone], stops: Sequence[Stopped]) -> bool:
    """Return whether pain ended the exercise."""
    return _is_stop(exercise, _signs_of(sets, stops), sets)


def _is_stop(exercise: Exercise, signs: _Signs, sets: Sequence[SetDone]) -> bool:
    numbers = rule("D0").numbers
    least, rise = numbers["stop_pain"], numbers["stop_rise"]
    if exercise.category in TISSUE:
        least = min(least, rule("D3").numbers["tissue_stop_above"] + 1)
    return signs.sharp or signs.worst >= least or (signs.worst >= rise and _rose(sets, rise))


def _rose(sets: Iterable[SetDone], by: int) -> bool:
    """Return whether pain rose by so much above the first set of a side; told twice, the lower telling is the first."""
    first: dict[str, tuple[int, int]] = {}
    for one in sorted(sets, key=lambda one: (one.number, one.at, one.id)):
        if one.pain is None:
            continue
        number, least = first.get(one.side, (one.number, one.pain))
        least = min(least, one.pain) if one.number == number else least
        first[one.side] = (number, least)
        if one.pain >= least + by:
            return True
    return False


def _is_done_as_due(exercise: Exercise, due: Dosage, counted: Sequence[SetDone], stops: Sequence[Stopped]) -> bool:
    if not _is_complete(exercise, due, counted) or _stopped(stops, "tired", "time"):
        return False
    return True not in [_falls_short(one, due) for one in counted]


def _is_complete(exercise: Exercise, due: Dosage, counted: Sequence[SetDone]) -> bool:
    if None in [one.pain for one in counted]:
        return False
    numbers = range(1, due.sets + 1)
    if not exercise.unilateral:
        # A set of a two-sided move counts however its side was told.
        return {one.number for one in counted}.issuperset(numbers)
    done = {(one.number, one.side) for one in counted}
    return done.issuperset([(number, side) for number in numbers for side in ("left", "right")])


def _falls_short(one: SetDone, due: Dosage) -> bool:
    return (
        (due.reps is not None and (one.reps is None or one.reps < due.reps))
        # Where a hold is repeated, its length may be left untold.
        or (due.hold_s is not None and not (due.reps and one.hold_s is None) and (one.hold_s or 0) < due.hold_s)
        or (due.rir is not None and (one.rir is None or one.rir < due.rir))
        or _is_lighter(one.load, due.load)
    )


def _is_lighter(done: Load | None, due: Load | None) -> bool:
    """Return whether less was lifted than was due; not told is less."""
    if due is None or due.is_bodyweight:
        return False
    same_kind = done is not None and (done.kg is None) == (due.kg is None) and (done.band is None) == (due.band is None)
    return done is None or not same_kind or strength_of(done) < strength_of(due)


def _stopped(stops: Sequence[Stopped], *why: str) -> bool:
    return bool(stops) and any(one.why in why for one in stops)
