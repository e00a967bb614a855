"""What a log says a person has done by a day, read without the program it was done in.

A new program can so start from where the person stands even when kit, days or the old program have changed. Only what
was really done counts, never more than the fastest course allows, and nothing earned but not yet given.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from rhomboid.catalogue.exercise import Catalogue, Exercise
from rhomboid.catalogue.rulebook import rule
from rhomboid.prescription import dose_table
from rhomboid.prescription.course import forecast, is_prescribed
from rhomboid.prescription.course_back import step_back
from rhomboid.prescription.course_standing import Bounds, Dosage, Slot, Standing, bounds_of, work
from rhomboid.prescription.kit import strength_of
from rhomboid.prescription.past import Past
from rhomboid.prescription.profile import Profile
from rhomboid.prescription.schedule_days import WEEK_DAYS, is_lighter, phase_of
from rhomboid.screening.reports import answers_after
from rhomboid.screening.restrictions import DoseLimits, dose_limits
from rhomboid.training import event_types as types
from rhomboid.training.corrections import read_as_of
from rhomboid.training.events import Log
from rhomboid.training.outings import is_stop
from rhomboid.training.person import Person

Days = Mapping[date, tuple[list[types.SetDone], list[types.Stopped]]]


def past_on(profile: Profile, catalogue: Catalogue, log: Log, on: date) -> Past:
    """Return what was done before `on`, and the person as they stand on that day."""
    reading = read_as_of(log, on)
    person = Person(profile, on, unreadable=reading.nothing_rises)
    for event in reading.events:
        person.take(event)
    now = _as_told(profile, person)
    triage = person.triage_on(on)
    limits = dose_limits(triage)
    done = _by_exercise(reading.events, on)
    moves = {
        one: days for one, days in done.items() if one in catalogue.by_id and bounds_of(catalogue[one], now).climbs
    }
    standings = {one: standing_of(catalogue[one], now, limits, days) for one, days in moves.items() if _has_sets(days)}
    stopped = frozenset(one for one, days in moves.items() if _is_stopped_again(catalogue[one], days))
    return Past(on, now, triage, _lately(moves), standings, stopped, tuple(person.reports[1:]))


def _as_told(profile: Profile, person: Person) -> Profile:
    answers = answers_after(person.reports)
    confirmed = replace(profile.experience, form_confirmed=person.confirmed)
    return replace(profile, answers=answers, clearances=tuple(person.clearances), experience=confirmed)


def _by_exercise(events: Iterable[types.Event], on: date) -> dict[str, Days]:
    found: dict[str, dict[date, tuple[list[types.SetDone], list[types.Stopped]]]] = {}
    for event in events:
        if isinstance(event, (types.SetDone, types.Stopped)) and event.day < on:
            sets, stops = found.setdefault(event.exercise, {}).setdefault(event.day, ([], []))
            if isinstance(event, types.SetDone):
                sets.append(event)
            else:
                stops.append(event)
    return {one: dict(sorted(days.items())) for one, days in sorted(found.items())}


def _has_sets(days: Days) -> bool:
    return any(sets for sets, _ in days.values())


def _lately(moves: Mapping[str, Days]) -> tuple[tuple[date, str], ...]:
    """Return what was done in the two weeks up to the last day trained, so that a break loses nothing."""
    done = sorted((day, one) for one, days in moves.items() for day in days)
    return tuple((day, one) for day, one in done if day > done[-1][0] - timedelta(days=2 * WEEK_DAYS))


def standing_after(
    exercise: Exercise, profile: Profile, limits: DoseLimits, sets: Sequence[types.SetDone]
) -> Standing | None:
    """Return where a move stood in its last outing, however that ended; None without one, or where none climbs."""
    days = _by_exercise(sets, date.max).get(exercise.id, {})
    if not days or not bounds_of(exercise, profile, limits).climbs:
        return None
    return standing_of(exercise, profile, limits, days, steps_back=False)


def standing_of(
    exercise: Exercise, profile: Profile, limits: DoseLimits, days: Days, *, steps_back: bool = True
) -> Standing:
    """Return where a move stands: at what was last done outside a lighter week, one step back after a bad end."""
    bounds = bounds_of(exercise, profile, limits)
    trained = [day for day, (sets, _) in days.items() if sets]
    slots = [_slot(profile, day) for day in trained]
    usual = [slot for slot in slots if not slot.deload] or slots
    slot = usual[-1]
    ceiling = forecast(exercise, profile, slots, limits)[slots.index(slot)]
    dose = _done(bounds, days[slot.date][0], slot, ceiling)
    last_sets, last_stops = days[trained[-1]]
    bad = is_stop(exercise, last_sets, last_stops) or any(one.compensation for one in last_sets)
    if bad and steps_back:
        dose = step_back(dose, bounds) or dose
    new_for = max(dose_table.entry_outings() - len(trained), 0)
    asked = bounds.prescribed.on if bounds.prescribed and is_prescribed(bounds, slot) else None
    return Standing(
        dose, slot.phase, new_for, False, (), 0, slot.date, trained[-1], lightened=slots[-1].deload, prescribed_on=asked
    )


def _slot(profile: Profile, day: date) -> Slot:
    week = max((day - profile.schedule.start).days // WEEK_DAYS + 1, 1)
    return Slot(day, phase_of(week), is_lighter(week), max(rule("C4").numbers["most_sets"].values()))


def _done(bounds: Bounds, sets: Sequence[types.SetDone], slot: Slot, ceiling: Dosage) -> Dosage:
    """Return what was done of a move on a day, its weakest set deciding, as a dose of the table."""
    reps = min((one.reps for one in sets if one.reps is not None), default=ceiling.reps)
    hold = min((one.hold_s for one in sets if one.hold_s is not None), default=ceiling.hold_s)
    loads = [one.load for one in sets if one.load is not None and one.load in bounds.loads]
    listed = dose_table.targets(bounds.kind, slot.phase)
    if listed and reps is not None and reps != ceiling.reps:
        reps = max((one for one in listed if one <= reps), default=listed[0])
    done = ceiling._replace(
        sets=min(len({one.number for one in sets}), ceiling.sets),
        reps=reps if ceiling.reps is not None else None,
        hold_s=min(hold, ceiling.hold_s) if hold and ceiling.hold_s else ceiling.hold_s,
        load=min(loads, key=strength_of) if loads else bounds.start,
    )
    return ceiling if work(done) > work(ceiling) else done


def _is_stopped_again(exercise: Exercise, days: Days) -> bool:
    """Return whether two of the last three outings ended in pain (D3)."""
    last = [is_stop(exercise, sets, stops) for sets, stops in days.values()][-3:]
    return sum(last) > 1
