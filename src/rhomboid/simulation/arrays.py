# ruff: noqa: PLR0913, PLR0917 (compiled code takes plain values, and a branch costs less than a call)
"""Millions of lives: people as rows of arrays, days as a loop, the array copy of the rules deciding. Compiled.

The same people as with the engine in the loop (same traits, same luck), on a program of ladders of weights.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from rhomboid.simulation import chance, ladder, ladder_outing, sets, virtual
from rhomboid.simulation.compiled import compiled
from rhomboid.simulation.figures import Figures
from rhomboid.simulation.model import Model

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

RHOMBOID, FIXED, REGARDLESS, NO_PROGRAM = 0, 1, 2, 3
# What is counted for a batch. ROSE_*: rises where none may be.
DAYS, DUE, DONE, DECISIONS, SETS, STOPS, TOO_HARD, RISES, LOAD_RISES, FLARE_DAYS, CHECK_INS = range(11)
ABOVE_PLAN, ROSE_BLOCKED, ROSE_AFTER_STOP, TWO_RUNGS, SKIPPED_RUNG, COUNTS = 11, 12, 13, 14, 15, 16
VIOLATIONS = (ABOVE_PLAN, ROSE_BLOCKED, ROSE_AFTER_STOP, TWO_RUNGS, SKIPPED_RUNG)
# What a person keeps for the rules: day scores and mornings told, by day; NOT_TOLD where nothing was.
NOT_TOLD = -1
SESSION_MINUTES = 25.0
ROOM = 8  # most sets of one exercise


class Desk(NamedTuple):
    """Room for one person at a time, asked for once: asking for memory makes threads wait for each other.

    capacity, rows, marks: by move; doses, out: what is due and done of one move; scores, mornings: told, by day;
    state: sessions done, two stops, session that was bad, last screen, day trained.
    """

    traits: Floats
    body: Floats
    capacity: Floats
    rows: Ints
    marks: Ints
    doses: Ints
    out: Ints
    scores: Ints
    mornings: Ints
    state: Ints


class Course(NamedTuple):
    """The program as arrays. plan: by session and move; kg: by move, padded with a weight nobody owns."""

    session_on: Ints
    phase: Ints
    deload: NDArray[np.bool_]
    plan: Ints
    most_sets: Ints
    kg: Floats
    rungs: Ints
    start: Ints
    small_step: Floats


@compiled
def live_people(
    model: Model, rules: Figures, course: Course, seed: int, first: int, last: int, days: int, policy: int,
    counts: Ints, pain_by_week: Floats, change: Floats,
) -> None:  # fmt: skip
    """Live the lives of the people from `first` up to `last`; add to `counts` and `pain_by_week`.

    change: pain of the last week less that of the first, by person.
    """
    moves = course.start.shape[0]
    desk = Desk(
        np.zeros(virtual.TRAITS), np.zeros(virtual.BODY), np.zeros(moves),
        np.zeros((moves, ladder.FIELDS), dtype=np.int64), np.zeros((moves, 4), dtype=np.int64),
        np.zeros((3, ladder.DOSE), dtype=np.int64), np.zeros((ROOM, sets.FIELDS), dtype=np.int64),
        np.zeros(days, dtype=np.int64), np.zeros(days, dtype=np.int64), np.zeros(5, dtype=np.int64),
    )  # fmt: skip
    weekly = np.zeros(pain_by_week.shape[0])
    for person in range(first, last):
        key = chance.person_key(seed, person)
        _begin(model, key, desk)
        weekly[:] = 0.0
        _live(model, rules, course, key, days, policy, desk, weekly, counts)
        pain_by_week += weekly
        change[person - first] = weekly[-1] - weekly[0]


@compiled
def _begin(model: Model, key: int, desk: Desk) -> None:
    """Clear the desk for a person."""
    virtual.fill_traits(model, key, desk.traits)
    desk.body[:], desk.rows[:], desk.marks[:] = 0.0, 0, 0
    desk.scores[:], desk.mornings[:], desk.state[:] = NOT_TOLD, NOT_TOLD, 0
    desk.state[2], desk.state[4] = -9, -9
    for move in range(desk.capacity.shape[0]):
        desk.capacity[move] = virtual.capacity(model, key, move)


@compiled
def _live(
    model: Model, rules: Figures, course: Course, key: int, days: int, policy: int, desk: Desk, weekly: Floats,
    counts: Ints,
) -> None:  # fmt: skip
    traits, body = desk.traits, desk.body
    usual = np.floor(traits[virtual.BASE] + 0.5)
    for day in range(days):
        pain = virtual.live_day(model, key, day, traits, body)
        weekly[day // 7] += pain / 7.0
        counts[DAYS] += 1
        counts[FLARE_DAYS] += virtual.is_in_flare(body)
        _tell_morning(model, rules, key, day, pain, usual, desk, counts)
        session = course.session_on[day]
        if session < 0 or policy == NO_PROGRAM:
            continue
        counts[DUE] += 1
        if virtual.is_training(key, day, traits, pain):
            _train(model, rules, course, key, day, session, policy, pain, usual, desk, counts)


@compiled
def _tell_morning(
    model: Model, rules: Figures, key: int, day: int, pain: float, usual: float, desk: Desk, counts: Ints
) -> None:
    mornings, state = desk.mornings, desk.state
    told = int(np.floor(pain + 0.5))
    if virtual.is_telling(model, key, day, 0):
        desk.scores[day] = told
        counts[CHECK_INS] += 1
    if state[4] == day - 1 and virtual.is_telling(model, key, day, 1):
        before = _usual_before(rules, day, usual, desk.scores, mornings)
        if told >= before + rules.morning_above:
            _mark_bad(desk.rows, state)
        mornings[day] = told
    if day - state[3] >= rules.rescreen_days and virtual.is_telling(model, key, day, 2):
        state[3] = day


@compiled
def _usual_before(rules: Figures, day: int, usual: float, scores: Ints, mornings: Ints) -> float:
    """Return the lower of two medians of the week before: of the check-ins and of the mornings (D5)."""
    of_scores = median_of(scores, day - rules.morning_days, day - 1, rules.morning_values, np.inf)
    of_mornings = median_of(mornings, day - rules.morning_days, day - 1, rules.morning_values, np.inf)
    least = min(of_scores, of_mornings)
    return least if least < np.inf else usual


@compiled
def _mark_bad(rows: Ints, state: Ints) -> None:
    """Keep that the last session turned out bad (D5)."""
    if state[2] == state[0]:
        return
    twice = state[2] == state[0] - 1
    state[2] = state[0]
    for move in range(rows.shape[0]):
        ladder_outing.take_bad_day(rows[move], state[0], twice)


@compiled
def median_of(values: Ints, first: int, last: int, at_least: int, otherwise: float) -> float:
    """Return the median of what was told from one day to another, both included; `otherwise` when it is too little."""
    told = np.empty(16, dtype=np.int64)
    count = 0
    for day in range(max(first, 0), last + 1):
        if values[day] != NOT_TOLD:
            place = count
            while place > 0 and told[place - 1] > values[day]:
                told[place] = told[place - 1]
                place -= 1
            told[place] = values[day]
            count += 1
    if count < at_least:
        return otherwise
    half = count // 2
    return float(told[half]) if count % 2 == 1 else (told[half - 1] + told[half]) / 2.0


@compiled
def _train(
    model: Model, rules: Figures, course: Course, key: int, day: int, session: int, policy: int, pain: float,
    usual: float, desk: Desk, counts: Ints,
) -> None:  # fmt: skip
    traits, body, rows, marks, state = desk.traits, desk.body, desk.rows, desk.marks, desk.state
    lighter = course.deload[session] or state[1] == 1
    blocked = day - state[3] >= rules.rescreen_days
    now = median_of(desk.scores, day - rules.usual_days + 1, day, rules.usual_values, usual)
    confirmed = day >= traits[virtual.CONFIRMED_DAY]
    doses, out = desk.doses, desk.out
    due = doses[0]
    luck = sets.luck_of(key, day)
    careless = traits[virtual.CARELESS] > 0.0
    phase = course.phase[session]
    moves = rows.shape[0]
    stopped, worst, strain = 0, 0, 0.0
    state[0] += 1
    for move in range(moves):
        kg = course.kg[move, : course.rungs[move]]
        row = rows[move]
        plan = course.plan[session, move]
        if policy == RHOMBOID:
            decided = ladder.decide(
                rules, row, doses, plan, kg, course.small_step[move], course.start[move], day, phase, course.phase[0],
                course.most_sets[phase, move], lighter, blocked, confirmed,
            )  # fmt: skip
            counts[DECISIONS] += decided != ladder.FIRST
            if decided == ladder.LEFT_OUT:
                continue
            _look(marks[move], due, plan, decided, day, lighter or blocked, course.start[move], counts)
        else:
            due[:] = course.plan[0, move] if policy == FIXED else plan
        ratio = kg[due[ladder.DOSE_LOAD]] / kg[course.start[move]]
        can = virtual.possible(model, desk.capacity[move], ratio, body[virtual.SESSIONS])
        asked = float(due[ladder.DOSE_REPS])
        done, left_behind = sets.do_sets_with(model, luck, move, due[ladder.DOSE_SETS], asked, can, pain, careless, out)
        strain += left_behind / moves
        counts[SETS] += done
        counts[TOO_HARD] += done if asked > can else 0
        stop, sharp, hurt = _take_sets(rules, row, due, out, done, day, now, state[0], lighter)
        counts[STOPS] += stop
        stopped += stop
        worst = max(worst, hurt)
        marks[move, 1] = int(stop)
        if sharp:
            break
    body[virtual.STRAIN] += strain
    body[virtual.MINUTES] += SESSION_MINUTES
    body[virtual.SESSIONS] += 1.0
    counts[DONE] += 1
    state[1] = 1 if stopped >= rules.stopped_items else 0
    state[4] = day
    if worst >= rules.session_end_pain:
        _mark_bad(rows, state)


@compiled
def _take_sets(
    rules: Figures, row: Ints, due: Ints, out: Ints, done: int, day: int, usual: float, session: int, lighter: bool,
) -> tuple[bool, bool, int]:  # fmt: skip
    """Judge the sets as they were told (D0) and keep the outing; return whether it stopped, was sharp, its pain."""
    worst, left, first = 0, 99, sets.NOT_TOLD
    twist, sharp, rose, complete = False, False, False, done == due[ladder.DOSE_SETS]
    for number in range(done):
        told = out[number, sets.PAIN]
        worst = max(worst, told)
        if told == sets.NOT_TOLD:
            complete = False
        else:
            first = told if first == sets.NOT_TOLD else first
            rose = rose or told >= first + rules.stop_rise
        twist = twist or out[number, sets.TWIST] == 1
        sharp = sharp or out[number, sets.SHARP] == 1
        reserve = out[number, sets.RESERVE]
        left = min(left, reserve)
        if reserve < due[ladder.DOSE_RIR] or out[number, sets.DONE] < due[ladder.DOSE_REPS]:
            complete = False
    stop = sharp or rose or worst >= rules.stop_pain
    verdict = ladder.CLEAN if complete else ladder.MISS
    if stop:
        verdict = ladder.STOP
    elif twist:
        verdict = ladder.TWIST
    elif worst >= rules.sore_pain:
        verdict = ladder.SORE
    ladder_outing.take_outing(rules, row, due, verdict, worst, twist, complete, left, usual, day, session, lighter)
    return stop, sharp, worst


@compiled
def _look(
    marks: Ints, due: Ints, plan: Ints, decided: int, day: int, standstill: bool, start: int, counts: Ints
) -> None:  # fmt: skip
    """Look for what must never happen. marks: heaviest load done less the start, stopped last, day of the last rung."""
    counts[ABOVE_PLAN] += ladder.is_above(due, plan)
    rises = decided == ladder.RISES
    counts[RISES] += rises
    counts[ROSE_BLOCKED] += rises and standstill
    counts[ROSE_AFTER_STOP] += rises and marks[1] == 1
    over = due[ladder.DOSE_LOAD] - start - marks[0]
    if over > 0:
        counts[LOAD_RISES] += 1
        counts[SKIPPED_RUNG] += over > 1 or not rises
        counts[TWO_RUNGS] += marks[3] == 1 and day - marks[2] < 7
        marks[0], marks[2], marks[3] = due[ladder.DOSE_LOAD] - start, day, 1
