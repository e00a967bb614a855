"""A person's diary for the tests of training: a tiny program by hand, and one line for each session or day."""

import json
from datetime import date, timedelta
from typing import Any

from rhomboid.catalogue.load import load_catalogue
from rhomboid.prescription.course import forecast, reps_pair
from rhomboid.prescription.course_standing import Dosage, Slot
from rhomboid.prescription.load_json import load_to_json
from rhomboid.prescription.profile import Experience, Goals, Limits, OwnKit, Profile, Schedule, Setting
from rhomboid.prescription.program import Block, Item, Program, Session, Week, Why
from rhomboid.prescription.timing import item_seconds
from rhomboid.training.decision import Decision, DoseShown
from rhomboid.training.events import read_log
from rhomboid.training.today import Today, due_on
from tests.screening_people import START, person

CATALOGUE = load_catalogue()
KIT = frozenset({"dumbbell", "resistance_band", "bench", "kettlebell"})
CONFIRMED = frozenset(exercise.id for exercise in CATALOGUE.exercises)


def somebody(
    *,
    average: int = 2,
    kit: frozenset[str] = KIT,
    own: OwnKit | None = None,
    limits: Limits | None = None,
    confirmed: frozenset[str] = CONFIRMED,
    **answers: Any,
) -> Profile:
    """Return a well person at home with weights and bands, three strength days and half an hour."""
    return Profile(
        answers=person(average_24h=average, **answers),
        setting=Setting("home", kit, can_get_to_floor=True),
        schedule=Schedule(START, ("mon", "wed", "fri"), 60, 10),
        goals=Goals(),
        experience=Experience("some", confirmed, stability_check_passed=False),
        sitting_hours_per_day=6,
        like=frozenset(),
        avoid=frozenset(),
        kit=own or OwnKit(),
        clearances=(),
        limits=limits or Limits(),
    )


def phase_of(week: int) -> str:
    return "familiarise" if week <= 4 else "build" if week <= 8 else "strengthen"


def slots(weeks: int = 15, days: tuple[int, ...] = (0, 2, 4), most_sets: int = 3, first: int = 1) -> list[Slot]:
    """Return the places of a move done on Mondays, Wednesdays and Fridays."""
    return [
        Slot(START + timedelta(days=7 * (week - 1) + day), phase_of(week), week % 4 == 0, most_sets)
        for week in range(first, weeks + 1)
        for day in days
    ]


def tiny_program(profile: Profile, *exercises: str, weeks: int = 15) -> Program:
    """Return a program that gives the same few moves in every strength session, at their fastest course."""
    places = slots(weeks)
    doses = {name: forecast(CATALOGUE[name], profile, places) for name in exercises}
    sessions = [_session(n, place, {name: doses[name][n] for name in exercises}) for n, place in enumerate(places)]
    return Program(
        start=START,
        end=START + timedelta(days=7 * weeks - 1),
        review_dates=(),
        weeks=tuple(
            Week(n + 1, phase_of(n + 1), (n + 1) % 4 == 0, tuple(sessions[3 * n : 3 * n + 3])) for n in range(weeks)
        ),
    )


def _session(number: int, place: Slot, doses: dict[str, Dosage]) -> Session:
    items: dict[str, list[Item]] = {"strength": [], "core": []}
    for name, dose in doses.items():
        block = "core" if CATALOGUE[name].is_core else "strength"
        items[block].append(_item(name, block, place, dose))
    blocks = tuple(Block(name, tuple(inside)) for name, inside in items.items() if inside)
    seconds = sum(item.seconds for block in blocks for item in block.items)
    return Session(f"s{number + 1:02d}", place.date, "strength", seconds / 60, blocks)


def _item(name: str, block: str, place: Slot, dose: Dosage) -> Item:
    exercise = CATALOGUE[name]
    return Item(
        exercise=name,
        sets=dose.sets,
        reps=reps_pair(dose, exercise.dose.kind, place.phase),
        hold_s=dose.hold_s,
        minutes=None,
        per_side=exercise.unilateral,
        rest_s=45,
        tempo=exercise.dose.tempo if dose.reps and dose.hold_s is None else None,
        load=dose.load,
        rir=dose.rir,
        seconds=item_seconds(
            exercise, block, sets=dose.sets, reps=dose.reps, hold_s=dose.hold_s, minutes=None, rest_s=45
        ),
        why=(Why("A test.", "C5"),),
    )


class Diary:
    """One person's log, written session by session as it is due."""

    def __init__(self, *exercises: str, profile: Profile | None = None, weeks: int = 15) -> None:
        self.profile = profile or somebody()
        self.program = tiny_program(self.profile, *exercises, weeks=weeks)
        self.lines: list[str] = []
        self.at = 0

    @property
    def upcoming(self) -> Session:
        return self.program.sessions[self.at]

    def write(self, kind: str, day: date, clock: str = "12:00", **fields: Any) -> str:
        """Add one event and return its id."""
        event_id = f"e{len(self.lines) + 1:04d}"
        event = {"id": event_id, "at": f"{day.isoformat()}T{clock}:00+01:00", "type": kind, **fields}
        self.lines.append(json.dumps(event))
        return event_id

    def do(self, times: int = 1, *, only: str | None = None, left: int = 2, **changes: Any) -> "Diary":
        """Do the next sessions as due, with `left` more in reserve than asked; `changes` go to the last set."""
        for _ in range(times):
            for item in self.session().items:
                self._sets(item, left, changes if only in (None, item.exercise) else {})
            self.at += 1
        return self

    def skip(self, times: int = 1) -> "Diary":
        self.at += times
        return self

    def end(self, *, felt: str = "fine", pain: int = 1) -> "Diary":
        """End the session that was just done."""
        done = self.program.sessions[self.at - 1]
        self.write("session_end", done.date, "18:00", session=done.id, felt=felt, effort=4, pain=pain)
        return self

    def morning_after(self, pain: int) -> "Diary":
        """Tell the pain of the morning after the session that was just done."""
        done = self.program.sessions[self.at - 1]
        self.write("morning_after", done.date + timedelta(days=1), "07:00", pain=pain, stiffness=1)
        return self

    def check_ins(self, first: date, *values: int) -> "Diary":
        """Tell the average pain of days running."""
        for n, value in enumerate(values):
            self.write("check_in", first + timedelta(days=n), "06:00", average_24h=value)
        return self

    def rescreen(self, day: date, **facts: Any) -> "Diary":
        self.write("rescreen", day, "05:00", facts=facts)
        return self

    def due(self, day: date | None = None) -> Today:
        """Return what is due on a day; on that of the next session when none is named."""
        log = read_log("\n".join(self.lines))
        return due_on(self.profile, CATALOGUE, self.program, log, day or self.upcoming.date)

    def session(self) -> Session:
        """Return the session due next; there must be one."""
        session = self.due().session
        assert session is not None
        return session

    def decision(self, exercise: str, day: date | None = None) -> Decision:
        """Return the one decision about an exercise."""
        found = [one for one in self.due(day).decisions if one.exercise == exercise]
        assert len(found) == 1, f"one decision about {exercise}, not {len(found)}"
        return found[0]

    def dose(self, exercise: str) -> Item:
        """Return the item due next."""
        return next(item for item in self.session().items if item.exercise == exercise)

    def planned(self, exercise: str) -> Item:
        return next(item for item in self.upcoming.items if item.exercise == exercise)

    def _sets(self, item: Item, left: int, changes: dict[str, Any]) -> None:
        exercise, session = CATALOGUE[item.exercise], self.upcoming
        sides = ("left", "right") if exercise.unilateral else ("both",)
        for number in range(1, item.sets + 1):
            for side in sides:
                last = number == item.sets and side == sides[-1]
                fields = {
                    "session": session.id,
                    "exercise": item.exercise,
                    "set": number,
                    "side": side,
                    "reps": item.reps[1] if item.reps else None,
                    "hold_s": item.hold_s,
                    "load": load_to_json(item.load),
                    "rir": None if item.rir is None else item.rir + left,
                    "pain": 0,
                    "pain_kind": "none",
                    "compensation": False,
                    **(changes if last else {}),
                }
                self.write("set", session.date, f"08:{number:02d}", **fields)


def figures(dose: DoseShown | Item | None) -> tuple[Any, ...]:
    """Return sets, today's target (or hold), and load (kg or band) of a dose."""
    assert dose is not None
    load = dose.load
    return (dose.sets, dose.reps[1] if dose.reps else dose.hold_s, None if load is None else load.kg or load.band)


def kg(dose: DoseShown | Item | Dosage | None) -> float:
    """Return the kilograms of a dose; there must be some."""
    assert dose is not None
    assert dose.load is not None
    assert dose.load.kg is not None
    return dose.load.kg


def band(dose: DoseShown | Item | Dosage | None) -> str:
    """Return the band of a dose; there must be one."""
    assert dose is not None
    assert dose.load is not None
    assert dose.load.band is not None
    return dose.load.band


def moved_to(decision: Decision) -> str:
    """Return the exercise a decision leads to; there must be one."""
    assert decision.now is not None
    return decision.now.exercise
