"""D0. One exercise in one session, judged against what was due there."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rhomboid.catalogue.exercise import Exercise
from rhomboid.catalogue.rulebook import rule
from rhomboid.prescription.course_standing import Dosage
from rhomboid.prescription.kit import strength_of
from rhomboid.prescription.program import Load
from rhomboid.training.event_types import SetDone, Stopped

TISSUE = ("foam-roll", "trigger-point")


@dataclass(frozen=True)
class Outing:
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


def judge(exercise: Exercise, due: Dosage, sets: Sequence[SetDone], stops: Sequence[Stopped]) -> Outing:
    """Return the verdict on one exercise in one session; the first that fits, most cautious first."""
    counted = [one for one in sets if one.number <= due.sets]
    reserves = [one.rir for one in counted]
    told = [one for one in reserves if one is not None]
    return Outing(
        verdict=_verdict(exercise, due, sets, counted, stops),
        worst_pain=max((one.pain or 0 for one in sets), default=0),
        ends_loaded_part=any(one.pain_kind == "sharp" for one in sets) or _stopped(stops, "sharp", "worsening"),
        twisted=any(one.compensation for one in sets),
        left=min(told) if told and len(told) == len(reserves) else None,
        complete=_is_done_as_due(exercise, due, counted, stops),
        events=tuple(one.id for one in (*sets, *stops)),
        most=_most(due, sets),
    )


def _most(due: Dosage, sets: Sequence[SetDone]) -> Dosage:
    """Return the most that was told: sets, repetitions, hold and load, what was not told as it was due."""
    loads = [one.load for one in sets if one.load is not None]
    return Dosage(
        sets=max((one.number for one in sets), default=due.sets),
        reps=max((one.reps for one in sets if one.reps is not None), default=due.reps),
        hold_s=max((one.hold_s for one in sets if one.hold_s is not None), default=due.hold_s),
        load=max(loads, key=strength_of, default=due.load),
        rir=due.rir,
    )


def is_stop(exercise: Exercise, sets: Sequence[SetDone], stops: Sequence[Stopped]) -> bool:
    """Return whether pain ended the exercise."""
    numbers = rule("D0").numbers
    least = numbers["stop_pain"]
    if exercise.category in TISSUE:
        least = min(least, rule("D3").numbers["tissue_stop_above"] + 1)
    return (
        any(one.pain_kind == "sharp" or (one.pain or 0) >= least for one in sets)
        or _stopped(stops, "sharp", "worsening")
        or _rose(sets, numbers["stop_rise"])
    )


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


def _verdict(
    exercise: Exercise, due: Dosage, sets: Sequence[SetDone], counted: Sequence[SetDone], stops: Sequence[Stopped]
) -> str:
    if is_stop(exercise, sets, stops):
        return "stop"
    if any(one.compensation for one in sets):
        return "twist"
    if any((one.pain or 0) >= rule("D0").numbers["sore_pain"] for one in sets):
        return "sore"
    return "clean" if _is_done_as_due(exercise, due, counted, stops) else "miss"


def _is_done_as_due(exercise: Exercise, due: Dosage, counted: Sequence[SetDone], stops: Sequence[Stopped]) -> bool:
    if not _is_complete(exercise, due, counted) or _stopped(stops, "tired", "time"):
        return False
    return not any(_falls_short(one, due) for one in counted)


def _is_complete(exercise: Exercise, due: Dosage, counted: Sequence[SetDone]) -> bool:
    sides = ("left", "right") if exercise.unilateral else ("both",)
    done = {(one.number, one.side) for one in counted if one.pain is not None}
    # A set of a two-sided move counts however its side was told.
    if not exercise.unilateral:
        done = {(number, "both") for number, _ in done}
    if any(one.pain is None for one in counted):
        return False
    return all((number, side) in done for number in range(1, due.sets + 1) for side in sides)


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


def _stopped(stops: Iterable[Stopped], *why: str) -> bool:
    return any(one.why in why for one in stops)
