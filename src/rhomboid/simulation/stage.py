"""A program of ladders of weights, the ground on which the engine and its array copy can be set side by side."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cache

import numpy as np

from rhomboid.catalogue.exercise import Catalogue, Exercise
from rhomboid.catalogue.load import load_catalogue
from rhomboid.catalogue.reader import read_table
from rhomboid.prescription import dose_table
from rhomboid.prescription.course import forecast, reps_pair
from rhomboid.prescription.course_standing import Dosage, Slot, bounds_of
from rhomboid.prescription.profile import Experience, Profile
from rhomboid.prescription.program import Block, Item, Program, Session, Week, Why
from rhomboid.simulation.arrays import Course
from rhomboid.simulation.kinds import PATH, load_kinds

WEEKS, PER_WEEK, APART = 15, 3, 2
DAYS_OF_WEEK = 7
PHASES = dose_table.PHASES
REST_S, SECONDS = 45, 60
NOBODYS_KG = 1.0e6


@dataclass(frozen=True)
class Stage:
    """A person, a catalogue of moves without neighbours, and their program at its fastest course."""

    profile: Profile
    catalogue: Catalogue
    program: Program


@cache
def set_stage(level: str | None = None) -> Stage:
    """Return the stage of the content file, for a person of some level of experience."""
    table = read_table(PATH)["arrays"]
    whole = load_catalogue()
    moves = tuple(replace(whole[name], easier=(), harder=()) for name in table["moves"])
    kind = next(one for one in load_kinds() if one.name == table["kind"])
    experience = Experience(level or table["level"], frozenset(table["moves"]))
    profile = replace(kind.profile_of(table["average"]), experience=experience)
    return Stage(profile, Catalogue(whole.version, moves), _program(profile, moves))


def course_of(stage: Stage) -> Course:
    """Return the program of a stage as arrays."""
    moves, program = stage.catalogue.exercises, stage.program
    bounds = [bounds_of(one, stage.profile) for one in moves]
    widest = max(len(one.loads) for one in bounds)
    session_on = np.full(WEEKS * DAYS_OF_WEEK, -1, dtype=np.int64)
    for number, session in enumerate(program.sessions):
        session_on[(session.date - program.start).days] = number
    plan = [
        [
            [item.sets, item.reps[1], bounds[place].loads.index(item.load), item.rir]
            for place, item in enumerate(session.items)
            if item.reps is not None and item.load is not None
        ]
        for session in program.sessions
    ]
    found = np.array(plan, dtype=np.int64)
    weeks = [week for week in program.weeks for _ in week.sessions]
    phases = np.array([PHASES.index(week.phase) for week in weeks], dtype=np.int64)
    most = np.zeros((len(PHASES), len(moves)), dtype=np.int64)
    for phase in range(len(PHASES)):
        if (phases == phase).any():
            most[phase] = found[phases == phase, :, 0].max(axis=0)
    kg = [[float(load.kg or 0) for load in one.loads] for one in bounds]
    return Course(
        session_on=session_on,
        phase=phases,
        deload=np.array([week.deload for week in weeks]),
        plan=found,
        most_sets=most,
        kg=np.array([[*one, *[NOBODYS_KG] * (widest - len(one))] for one in kg]),
        rungs=np.array([len(one) for one in kg], dtype=np.int64),
        start=np.array([one.loads.index(one.start) for one in bounds if one.start is not None], dtype=np.int64),
        small_step=np.array([one.small_step_kg for one in bounds]),
    )


def _program(profile: Profile, moves: Sequence[Exercise]) -> Program:
    start = profile.schedule.start
    slots = [
        Slot(start + timedelta(days=DAYS_OF_WEEK * week + APART * place), phase_in(week), week % 4 == 3, 3)
        for week in range(WEEKS)
        for place in range(PER_WEEK)
    ]
    courses = {one.id: forecast(one, profile, slots) for one in moves}
    sessions = [
        Session(f"s{n:03d}", slot.date, "strength", 5.0, (Block("strength", tuple(_items(moves, courses, n, slot))),))
        for n, slot in enumerate(slots)
    ]
    weeks = tuple(
        Week(n + 1, phase_in(n), n % 4 == 3, tuple(sessions[PER_WEEK * n : PER_WEEK * (n + 1)])) for n in range(WEEKS)
    )
    return Program(start, start + timedelta(days=DAYS_OF_WEEK * WEEKS - 1), (), weeks)


def _items(moves: Sequence[Exercise], courses: dict[str, tuple[Dosage, ...]], place: int, slot: Slot) -> Iterator[Item]:
    for one in moves:
        dose = courses[one.id][place]
        yield Item(
            exercise=one.id,
            sets=dose.sets,
            reps=reps_pair(dose, one.dose.kind, slot.phase),
            hold_s=None,
            minutes=None,
            per_side=one.unilateral,
            rest_s=REST_S,
            tempo=one.dose.tempo,
            load=dose.load,
            rir=dose.rir,
            seconds=SECONDS,
            why=(Why("Set side by side.", "D1"),),
        )


def phase_in(week: int) -> str:
    """Return the phase of a week, counted from 0."""
    return PHASES[min(week // 4, 2)]
