"""A new program from a day on, from what the log says was done: it keeps what works and never starts from nothing."""

import json
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from typing import Any

import pytest

from rhomboid.catalogue.load import load_catalogue
from rhomboid.checking.check import check
from rhomboid.lib.canonical import to_json
from rhomboid.lib.weekdays import WEEKDAYS
from rhomboid.planning.plan import plan
from rhomboid.prescription.course import at_boundary, enter
from rhomboid.prescription.course_standing import Dosage, Slot, bounds_of, work
from rhomboid.prescription.kit import start_load
from rhomboid.prescription.load_json import load_to_json
from rhomboid.prescription.past import Past
from rhomboid.prescription.plan import MODES, Plan
from rhomboid.prescription.program import Item, Load, Program, Session
from rhomboid.prescription.program_json import parse_plan, plan_to_json
from rhomboid.training.events import Log, read_log
from rhomboid.training.so_far import past_on
from rhomboid.training.today import due_on
from tests.planning_tasks import person, scheduled

CATALOGUE = load_catalogue()
NAME = "kettlebell"
START = person(NAME).schedule.start
MID_BUILD = START + timedelta(days=7 * 5 + 2)
BOUNDARY = START + timedelta(days=7 * 4)


@cache
def old() -> Program:
    made = plan(person(NAME), CATALOGUE)
    assert made.program is not None
    return made.program


def logged(until: date, **changed: Any) -> Log:
    """Return a log in which each session before a day was done as planned; changed: fields of every set."""
    lines = []
    for session in old().sessions:
        if session.kind == "strength" and session.date < until:
            for item in trained(session.blocks):
                for number in range(1, item.sets + 1):
                    sides = ("left", "right") if item.per_side else ("both",)
                    lines += [one_set(session.id, session.date, item, number, side) | changed for side in sides]
    for number, line in enumerate(lines):
        line["id"] = f"00000000-0000-4000-8000-{number:012d}"
    return read_log("\n".join(json.dumps(line) for line in lines))


def one_set(session: str, day: date, item: Item, number: int, side: str) -> dict[str, Any]:
    return {
        "at": f"{day.isoformat()}T08:{number:02d}:00+01:00",
        "type": "set",
        "session": session,
        "exercise": item.exercise,
        "set": number,
        "side": side,
        "reps": item.reps[1] if item.reps else None,
        "hold_s": item.hold_s,
        "load": load_to_json(item.load),
        "rir": item.rir,
        "pain": 1,
        "pain_kind": "none",
        "compensation": False,
    }


def planned(exercise_id: str, until: date) -> list[Dosage]:
    """Return every dose of the plan up to the day the next session after `until` falls on."""
    days = [session.date for session in old().sessions if session.kind == "strength"]
    last = min(day for day in days if day >= until)
    return [
        Dosage(item.sets, item.reps[1] if item.reps else None, item.hold_s, item.load, item.rir)
        for session in old().sessions
        if session.date <= last
        for item in trained(session.blocks)
        if item.exercise == exercise_id
    ]


def trained(blocks: Any) -> list[Item]:
    return [item for block in blocks if block.name in ("strength", "core") for item in block.items]


@cache
def past_by(day: date) -> Past:
    """Return what the log says when every session before a day was done as planned."""
    return past_on(person(NAME), CATALOGUE, logged(day), day)


@cache
def made_on(day: date, mode: str = "full") -> Plan:
    """Return the plan made anew on a day; the planner thinks about each one once."""
    return plan(person(NAME), CATALOGUE, past=past_by(day), mode=mode)


@cache
def document(day: date, mode: str = "full") -> Plan:
    """Return the new plan as another program reads it from its file."""
    return parse_plan(to_json(plan_to_json(made_on(day, mode))), "plan")


def anew(past: Past, weeks: int = 15) -> Program:
    made = plan(past.profile, CATALOGUE, past=past, weeks=weeks)
    assert made.program is not None, made.conflict
    return made.program


def moves(program: Program, first: date, last: date) -> set[str]:
    return {
        item.exercise
        for session in program.sessions
        if session.kind == "strength" and first <= session.date <= last
        for block in session.blocks
        if block.name == "strength"
        for item in block.items
    }


def amount(item: Item) -> float:
    return work(Dosage(item.sets, item.reps[1] if item.reps else None, item.hold_s, item.load, item.rir))


@pytest.fixture(scope="module")
def usual() -> Program:
    program = made_on(MID_BUILD).program
    assert program is not None
    return program


def test_nothing_lies_before_the_day_and_the_calendar_goes_on(usual):
    assert min(session.date for session in usual.sessions) == MID_BUILD
    assert [week.number for week in usual.weeks] == list(range(6, 16))
    assert [week.phase for week in usual.weeks] == [week.phase for week in old().weeks[5:]]
    assert usual.end == old().end


def test_a_day_is_found_in_its_week_and_the_document_reads_back_as_it_was(usual):
    week = usual.week_on(MID_BUILD)
    assert week is not None
    assert week.number == 6
    assert usual.week_on(START) is None
    assert document(MID_BUILD).program == usual


def test_in_the_middle_of_a_phase_every_move_stays(usual):
    lately = moves(old(), MID_BUILD - timedelta(days=14), MID_BUILD - timedelta(days=1))
    assert lately <= moves(usual, MID_BUILD, START + timedelta(days=7 * 8 - 1))


def test_no_session_passes_the_minutes_though_it_starts_further_up(usual):
    longest = max(session.minutes for session in usual.sessions if session.kind == "strength")
    assert longest <= person(NAME).schedule.minutes


def test_at_a_boundary_at_most_a_third_goes():
    program = anew(past_by(BOUNDARY), weeks=8)
    before = moves(old(), START, BOUNDARY - timedelta(days=1))
    gone = before - moves(program, BOUNDARY, BOUNDARY + timedelta(days=27))
    assert len(gone) <= max(1, len(before) // 3)


def test_no_move_done_before_starts_again_from_its_entry_dose(usual):
    last: dict[str, Item] = {}
    for session in old().sessions:
        if session.kind == "strength" and session.date < MID_BUILD:
            last |= {item.exercise: item for item in trained(session.blocks)}
    first: dict[str, Item] = {}
    for session in usual.sessions:
        if session.kind == "strength":
            first = {item.exercise: item for item in trained(session.blocks)} | first
    both = last.keys() & first.keys()
    assert both
    for one in both:
        if CATALOGUE[one].dose.kind == "reps":
            assert amount(first[one]) == amount(last[one]), one


def test_kit_that_is_gone_takes_its_moves_along_and_nothing_else():
    past = past_by(MID_BUILD)
    bare = replace(past.profile, setting=replace(past.profile.setting, equipment=frozenset()))
    program = anew(replace(past, profile=bare), weeks=8)
    lately = moves(old(), MID_BUILD - timedelta(days=14), MID_BUILD - timedelta(days=1))
    lost = {one for one in lately if "kettlebell" in CATALOGUE[one].equipment or CATALOGUE[one].any_of}
    now = moves(program, MID_BUILD, START + timedelta(days=7 * 8 - 1))
    assert lost
    assert not lost & now
    assert lately - lost <= now


def test_other_days_and_fewer_of_them_keep_the_moves_as_far_as_they_fit():
    past = past_by(MID_BUILD)
    fewer = scheduled(past.profile, strength_days=("mon", "thu"))
    program = anew(replace(past, profile=fewer), weeks=9)
    days = {session.date.weekday() for session in program.sessions if session.kind == "strength"}
    assert days == {0, 3}


def test_what_pain_stopped_twice_is_left_out():
    hurting = person(NAME)
    past = past_on(hurting, CATALOGUE, logged(MID_BUILD, pain=6), MID_BUILD)
    assert past.left_out
    clean = past_by(MID_BUILD)
    one = min(move for _, move in clean.lately)
    program = anew(replace(clean, left_out=frozenset({one})), weeks=9)
    assert all(item.exercise != one for session in program.sessions for item in session.items)


def test_more_than_the_fastest_course_allows_counts_as_that_course():
    """The course may give a rung to another move of the session (D1), never more than the plan's own weeks do."""
    strong = past_on(person(NAME), CATALOGUE, logged(MID_BUILD, reps=30, load={"kg": 12.0}), MID_BUILD)
    usual = past_by(MID_BUILD)
    for one, standing in usual.standings.items():
        ceiling = max(work(standing.dose), *(work(dose) for dose in planned(one, MID_BUILD)))
        assert work(strong.standings[one].dose) <= ceiling + 1e-6, one


def test_a_red_flag_in_the_log_refuses_the_new_program():
    flag = json.dumps(
        {
            "id": "00000000-0000-4000-9000-000000000001",
            "at": f"{MID_BUILD - timedelta(days=1)}T08:00:00+01:00",
            "type": "new_symptom",
            "facts": {"saddle_numbness": "yes"},
        }
    )
    past = past_on(person(NAME), CATALOGUE, read_log(flag), MID_BUILD)
    assert plan(past.profile, CATALOGUE, past=past).status == "refused"


def test_an_empty_log_gives_the_weeks_that_are_left():
    program = anew(past_on(person(NAME), CATALOGUE, read_log(""), MID_BUILD))
    assert program.weeks[0].number == 6


def test_a_program_made_after_the_end_still_has_four_weeks():
    late = START + timedelta(days=7 * 20)
    program = anew(past_by(late))
    assert [week.number for week in program.weeks] == [21, 22, 23, 24]


@pytest.mark.parametrize("week", [1, 4, 12, 19])
def test_a_program_made_anew_in_any_week_passes_the_check(week):
    day = START + timedelta(days=7 * (week - 1) + 2)
    made = document(day)
    assert made.program is not None
    assert check(person(NAME), CATALOGUE, made) == ()


@pytest.mark.parametrize("mode", MODES[1:])
def test_every_form_may_follow_on_a_full_program(mode):
    made = document(MID_BUILD, mode)
    assert made.program is not None
    assert check(person(NAME), CATALOGUE, made) == ()


def test_a_document_that_gives_more_than_what_was_done_is_refused():
    made = document(MID_BUILD)
    assert made.basis is not None
    less = {
        one: standing._replace(dose=standing.dose._replace(sets=1)) for one, standing in made.basis.standings.items()
    }
    spoiled = replace(made, basis=replace(made.basis, standings=less))
    assert "D1" in {one.rule for one in check(person(NAME), CATALOGUE, spoiled)}


def test_a_document_that_drops_without_a_word_what_was_done_is_refused():
    made = document(MID_BUILD)
    assert made.basis is not None
    others = tuple((MID_BUILD - timedelta(days=2), one) for one in ("band-row", "wall-slide", "wall-w", "prone-t"))
    spoiled = replace(made, basis=replace(made.basis, lately=(*made.basis.lately, *others)))
    assert "C7" in {one.rule for one in check(person(NAME), CATALOGUE, spoiled)}


def test_no_strength_follows_on_the_day_after_the_last_one_done():
    last = max(one.date for one in old().sessions if one.kind == "strength" and one.date < MID_BUILD)
    day = last + timedelta(days=1)
    past = past_by(day)
    moved = scheduled(past.profile, strength_days=tuple(WEEKDAYS[(day.weekday() + n) % 7] for n in (0, 2, 4)))
    program = anew(replace(past, profile=moved), weeks=9)
    assert min(one.date for one in program.sessions if one.kind == "strength") > day


def test_today_reads_what_was_logged_against_the_program_before(usual):
    log = logged(MID_BUILD)
    made = document(MID_BUILD).program
    assert made is not None
    first = min((one for one in made.sessions if one.kind == "strength"), key=lambda one: one.date)
    answer = due_on(person(NAME), CATALOGUE, made, log, first.date)
    assert answer.problems == ()
    assert answer.session is not None
    assert [doses_of(answer.session)] == [doses_of(first)]
    done = {item.exercise for session in old().sessions if session.date < MID_BUILD for item in trained(session.blocks)}
    due = {item.exercise for item in trained(first.blocks)}
    assert {one.exercise for one in answer.decisions} >= done & due


def doses_of(session: Session) -> list[Any]:
    return [(item.exercise, item.sets, item.reps, item.hold_s, item.load) for item in trained(session.blocks)]


def test_pain_in_the_program_before_still_counts():
    hurt = logged(MID_BUILD, pain=6, pain_kind="sharp")
    made = document(MID_BUILD).program
    assert made is not None
    answer = due_on(person(NAME), CATALOGUE, made, hurt, MID_BUILD)
    assert any(one.source == "D3" for one in answer.advice)


def test_kit_that_turned_from_weights_to_bands_begins_at_its_start_load():
    """A band and a weight cannot be told against each other."""
    banded = replace(person(NAME), setting=replace(person(NAME).setting, equipment=frozenset({"resistance_band"})))
    row = CATALOGUE["band-row"]
    slots = [Slot(START, "build", deload=False, most_sets=3), Slot(START + timedelta(2), "build", False, 3)]
    standing = enter(bounds_of(row, banded), slots[0])._replace(dose=Dosage(2, 8, None, Load(kg=12.0), 3))
    assert at_boundary(standing, bounds_of(row, banded), slots[1]).dose.load == start_load(row, banded)
