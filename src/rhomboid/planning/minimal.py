"""The shortest form of a program (C10): two minutes on five days, one set of one pull, with a band if there is one."""

from datetime import date, timedelta

from rhomboid.catalogue.exercise import Exercise
from rhomboid.catalogue.rulebook import rule
from rhomboid.lib.weekdays import weekday
from rhomboid.planning.instance import Instance, Move
from rhomboid.planning.reasons import why_item
from rhomboid.prescription import dose_table
from rhomboid.prescription.course import forecast, reps_pair
from rhomboid.prescription.course_standing import Dosage, Slot
from rhomboid.prescription.program import Block, Item, Program, Session, Week, Why
from rhomboid.prescription.schedule_days import WEEK_DAYS, WeekShape, end_of, review_dates
from rhomboid.prescription.timing import MINUTE_S, item_seconds
from rhomboid.screening.restrictions import dose_limits

SHORT = Why("Two minutes on five days a week still count.", "C10")


def minimal_program(instance: Instance) -> Program | None:
    """Return the program, or None where no pull that may be done fits into two minutes."""
    exercise = _choose(instance)
    if exercise is None:
        return None
    start, count = instance.profile.schedule.start, instance.weeks[-1].number
    limits = dose_limits(instance.triage)
    first_week = instance.weeks[0].number
    slots = [
        Slot(day, shape.phase, shape.deload, 1, _reserve(shape.number - first_week + 1))
        for shape in instance.weeks
        for day in _days(shape)
    ]
    standing = instance.past.standings.get(exercise.id) if instance.past else None
    doses = forecast(exercise, instance.profile, slots, limits, standing)
    due = {slot.date: dose for slot, dose in zip(slots, doses, strict=True)}
    weeks = tuple(
        Week(
            shape.number,
            shape.phase,
            shape.deload,
            tuple(_session(instance, exercise, shape, number, due) for number in range(len(_days(shape)))),
        )
        for shape in instance.weeks
    )
    first = instance.past.on if instance.past else start
    reviews = tuple(day for day in review_dates(start, count) if day >= first)
    made_on = instance.past.on if instance.past else None
    return Program(start, end_of(start, count), reviews, weeks, made_on, is_minimal=True)


def _reserve(week: int) -> int:
    """Return what is to be left in reserve: more in the first weeks of this form."""
    numbers = rule("C10").numbers
    return int(numbers["first_reserve"] if week <= numbers["first_weeks"] else numbers["later_reserve"])


def _choose(instance: Instance) -> Exercise | None:
    """Return the pull of the first phase that fits: with a band before any other, then what suits the person best."""
    limit = rule("C10").numbers["minimal_minutes"] * MINUTE_S
    later = [{move.exercise.id for move in phase.loaded} for phase in instance.phases]
    fitting = [
        move
        for move in instance.phases[0].loaded
        if move.exercise.is_pull and _longest(move) <= limit and all(move.exercise.id in open_in for open_in in later)
    ]
    required = instance.profile.limits.require
    best = max(
        fitting,
        key=lambda move: (
            move.exercise.id in required,
            move.exercise.loading == "band",
            move.worth,
            move.exercise.id,
        ),
        default=None,
    )
    return best.exercise if best else None


def _longest(move: Move) -> int:
    listed = {one for phase in dose_table.PHASES for one in dose_table.targets(move.exercise.dose.kind, phase)}
    hold = dose_table.longest_hold(move.exercise.dose.kind)
    return item_seconds(
        move.exercise, "strength", sets=1, reps=max(listed, default=None), hold_s=hold, minutes=None, rest_s=0
    )


def _days(shape: WeekShape) -> list[date]:
    """Return five days of a week, two in a row and then one off; none of the first acute days (C8)."""
    days = sorted({*shape.daily, *shape.strength} - set(shape.acute))
    if len(days) < WEEK_DAYS:
        return days[: rule("C10").numbers["minimal_days"]]
    off = {days[0] + timedelta(days=2), days[0] + timedelta(days=5)}
    return [day for day in days if day not in off]


def _session(instance: Instance, exercise: Exercise, shape: WeekShape, number: int, due: dict[date, Dosage]) -> Session:
    day = _days(shape)[number]
    limits = dose_limits(instance.triage)
    dose = due[day]
    reps = reps_pair(dose, exercise.dose.kind, shape.phase)
    item = Item(
        exercise=exercise.id,
        sets=dose.sets,
        reps=reps,
        hold_s=dose.hold_s,
        minutes=None,
        per_side=exercise.unilateral,
        rest_s=0,
        tempo=exercise.dose.tempo if reps and dose.hold_s is None else None,
        load=dose.load,
        rir=dose.rir,
        seconds=item_seconds(
            exercise,
            "strength",
            sets=dose.sets,
            reps=reps[1] if reps else None,
            hold_s=dose.hold_s,
            minutes=None,
            rest_s=0,
        ),
        why=(*why_item(exercise, "strength", instance.profile, limits, lighter=shape.deload, day=day), SHORT),
    )
    id_ = f"w{shape.number:02d}-{weekday(day)}-strength"
    return Session(id_, day, "strength", item.seconds / MINUTE_S, (Block("strength", (item,)),))
