"""What a virtual person writes down: the events of the log, in order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, timezone

from rhomboid.catalogue.exercise import Exercise
from rhomboid.prescription.course_standing import Dosage
from rhomboid.prescription.program import Session
from rhomboid.simulation import sets
from rhomboid.simulation.policies import Dosed
from rhomboid.training import event_types as types
from rhomboid.training.prescribing import Due

ZONE = timezone(timedelta(hours=1))
HOLD_UNIT_S = 5  # a hold counts as so many repetitions


@dataclass
class Diary:
    """The events of one person, in order; kept whole only where a test asks for them."""

    person: int
    keep: bool = False
    events: list[types.Event] = field(default_factory=list)
    count: int = 0

    def at(self, day: date, hour: int, minute: int = 0) -> tuple[str, datetime]:
        """Return the id and moment of the next event."""
        self.count += 1
        return f"p{self.person}-{self.count:06d}", datetime.combine(day, time(hour, minute), ZONE)


def write_sets(
    diary: Diary, day: date, session: Session, exercise: Exercise, dose: Dosage, rows: sets.Ints
) -> Iterator[types.SetDone]:
    """Yield the sets of one exercise; the two sides of a one-sided move are written alike."""
    for number, row in enumerate(rows.tolist(), 1):
        full = row[sets.DONE] >= int(asked_of(dose))
        reps = None if dose.reps is None else dose.reps if full else min(row[sets.DONE], dose.reps - 1)
        hold = dose.hold_s if dose.hold_s is None or full else min(row[sets.DONE] * HOLD_UNIT_S, dose.hold_s - 1)
        left, pain = _told(row[sets.RESERVE]), _told(row[sets.PAIN])
        kind, twist = "sharp" if row[sets.SHARP] else "none", bool(row[sets.TWIST])
        for side in ("left", "right") if exercise.unilateral else ("both",):
            name, at = diary.at(day, 18)
            yield types.SetDone(
                name, at, session.id, exercise.id, number, side, reps, hold, dose.load, left, pain, kind, twist
            )


def _told(value: int) -> int | None:
    return None if value == sets.NOT_TOLD else value


def asked_of(dose: Dosage) -> float:
    """Return what a set asks, in repetitions."""
    if dose.hold_s is None:
        return float(dose.reps or 1)
    return (dose.reps or 1) * dose.hold_s / HOLD_UNIT_S


def dosed(items: Sequence[Due]) -> tuple[Dosed, ...]:
    """Return what of a session climbs, as it is to be done."""
    return tuple(
        Dosed(one.outcome.exercise, one.outcome.dose, one.plan.seconds)
        for one in items
        if one.outcome is not None and one.outcome.exercise is not None and one.outcome.dose is not None
    )


def has_stopped(rows: sets.Ints) -> bool:
    """Return whether pain ended the exercise, as it was written down."""
    pains = [pain for pain in rows[:, sets.PAIN].tolist() if pain != sets.NOT_TOLD]
    if rows[:, sets.SHARP].any() or max(pains, default=0) >= sets.STOP_PAIN:
        return True
    return bool(pains) and max(pains) >= pains[0] + sets.STOP_RISE
