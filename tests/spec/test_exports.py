"""What leaves the house: the calendar and the hand-out hold what the program holds, and say what it is."""

from datetime import date, timedelta
from functools import cache
from io import BytesIO
from typing import Any

from icalendar import Calendar
from pypdf import PdfReader

from rhomboid.body.figure import Wish
from rhomboid.catalogue.load import load_catalogue
from rhomboid.exports.calendar import to_calendar
from rhomboid.exports.handout import to_handout
from rhomboid.exports.pictures import to_png
from rhomboid.prescription.program import Program
from rhomboid.prescription.program_json import E5_NOTICE
from tests.web.short_program import program_from

START = date(2026, 11, 23)


@cache
def a_program() -> Program:
    return program_from(START)


def entries(program: Program, owner: str = "asha") -> list[Any]:
    return Calendar.from_ical(to_calendar(program, load_catalogue(), owner)).walk("VEVENT")


@cache
def pages() -> list[str]:
    reader = PdfReader(BytesIO(to_handout(a_program(), load_catalogue())))
    return [" ".join(page.extract_text().split()) for page in reader.pages]


def test_it_has_one_calendar_entry_for_each_session_and_each_review():
    found = sorted(entry["DTSTART"].dt for entry in entries(a_program()))
    assert found == sorted([*(one.date for one in a_program().sessions), *a_program().review_dates])


def test_it_takes_a_whole_day_and_leaves_the_person_free():
    for entry in entries(a_program()):
        assert entry["DTEND"].dt - entry["DTSTART"].dt == timedelta(days=1)
        assert entry["TRANSP"] == "TRANSPARENT"


def test_it_names_every_move_with_its_dose_and_tells_when_to_stop():
    told = next(str(entry["DESCRIPTION"]) for entry in entries(a_program()) if entry["DTSTART"].dt == START)
    for item in a_program().weeks[0].sessions[0].items:
        assert load_catalogue()[item.exercise].name in told
    assert "2 × 5" in told
    assert "Stop at sharp or growing pain" in told
    assert E5_NOTICE in told


def test_the_same_session_keeps_its_entry_when_the_program_is_made_anew():
    later = Program(START, a_program().end, (), a_program().weeks[1:])
    before = {entry["UID"]: entry["DTSTART"].dt for entry in entries(a_program())}
    after = {entry["UID"]: entry["DTSTART"].dt for entry in entries(later)}
    assert after.items() <= before.items()


def test_two_people_never_share_an_entry():
    uids = [entry["UID"] for owner in ("asha", "ben") for entry in entries(a_program(), owner)]
    assert len(uids) == len(set(uids))


def test_it_writes_lines_that_every_calendar_reads():
    for line in to_calendar(a_program(), load_catalogue(), "asha").split(b"\r\n"):
        assert len(line) <= 75
        assert b"\n" not in line


def test_the_same_program_gives_the_same_bytes():
    assert to_calendar(a_program(), load_catalogue(), "a") == to_calendar(a_program(), load_catalogue(), "a")
    assert to_handout(a_program(), load_catalogue()) == to_handout(a_program(), load_catalogue())


def test_the_first_page_says_what_it_is_and_when_not_to_start():
    assert E5_NOTICE in pages()[0]
    assert "pain or pressure in the chest" in pages()[0]
    assert "Stop a move at sharp or growing pain" in pages()[0]


def test_every_page_says_that_no_clinician_reviewed_it():
    assert all(E5_NOTICE in page for page in pages())


def test_it_tells_how_every_move_of_the_program_is_done():
    told = " ".join(pages())
    for one in {item.exercise for session in a_program().sessions for item in session.items}:
        exercise = load_catalogue()[one]
        for words in (exercise.name, exercise.steps[0], exercise.cautions[0].text):
            assert " ".join(words.split()) in told


def test_it_has_every_week_and_room_to_write_down_pain():
    told = " ".join(pages())
    assert all(f"Week {week.number}" in told for week in a_program().weeks)
    assert "Pain next morning, 0 to 10" in told


def test_it_draws_whom_the_person_chose():
    exercise = load_catalogue()["cat-cow"]
    assert to_png(exercise, Wish("man", 4)) != to_png(exercise, Wish("woman", 1))
