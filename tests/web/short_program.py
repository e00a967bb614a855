"""A person with a small program of today, made by hand: the player's tests need no solver."""

import tomllib
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from rhomboid.prescription.plan import Plan
from rhomboid.prescription.program import BODYWEIGHT, Block, Item, Load, Program, Session, Versions, Week, Why
from rhomboid.prescription.program_json import plan_to_json
from rhomboid.service.models import Person, Screening
from rhomboid.service.models import Program as StoredProgram
from rhomboid.web import clock

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "band-at-home.toml"
WEEKS = 4
WHY = (Why("It trains what the program needs.", "C5"),)


def item(exercise: str, sets: int = 1, **dose: Any) -> Item:
    """Return an item; what is not told does not apply."""
    nothing: dict[str, Any] = {"reps": None, "hold_s": None, "minutes": None, "tempo": None, "load": None, "rir": None}
    return Item(exercise, sets, **{**nothing, "per_side": False, "rest_s": 0, "seconds": 60, "why": WHY, **dose})


ROW = item("band-row", 2, reps=(5, 5), rest_s=45, tempo="2-1-3", load=Load(band="light"), rir=4)
PRESS = item("chair-back-press", 2, reps=(3, 3), hold_s=10, rest_s=45, load=BODYWEIGHT, rir=4)
BIRD_DOG = item("bird-dog", 1, reps=(5, 5), per_side=True, rest_s=45, load=BODYWEIGHT)
CAT_COW = item("seated-cat-cow", 1, reps=(8, 8))
HUG = item("upper-back-hug", 1, hold_s=20)


def blocks(row: Item) -> tuple[Block, ...]:
    return (
        Block("warm_up", (CAT_COW,)),
        Block("strength", (row, PRESS)),
        Block("core", (BIRD_DOG,)),
        Block("cool_down", (HUG,)),
    )


# The plan's doses are the fastest course: after two outings the row may rise.
EARLY, LATER = blocks(ROW), blocks(replace(ROW, reps=(5, 8)))
DAILY = (Block("mobility", (CAT_COW,)), Block("stretch", (HUG,)))


def program_from(start: date) -> Program:
    """Return four weeks with strength on the first, third and fifth day, and easy moves on the second."""
    weeks = []
    for number in range(1, WEEKS + 1):
        first = start + timedelta(days=7 * (number - 1))
        strength = [
            Session(
                f"w{number:02}-{gap}-strength",
                first + timedelta(days=gap),
                "strength",
                15.0,
                EARLY if number == 1 and gap < 4 else LATER,
            )
            for gap in (0, 2, 4)
        ]
        daily = Session(f"w{number:02}-1-daily", first + timedelta(days=1), "daily", 3.0, DAILY)
        sessions = tuple(sorted((*strength, daily), key=lambda session: session.date))
        weeks.append(Week(number, "familiarise", deload=number == WEEKS, sessions=sessions))
    end = start + timedelta(days=7 * WEEKS - 1)
    return Program(start, end, (end,), tuple(weeks))


def give_program(person: Person, start: date | None = None) -> Program:
    """Give the person of the example file a profile and a program that starts today, or on `start`."""
    start = start or clock.today()
    table = tomllib.loads(EXAMPLE.read_text(encoding="utf-8"))
    table["schedule"]["start"] = start.isoformat()
    person.profile = table
    person.save(update_fields=["profile"])
    Screening.objects.create(person=person, made_on=start, facts={})
    program = program_from(start)
    triage = {"level": "proceed", "hits": [], "restrictions": [], "missing": [], "advice": []}
    plan = Plan("feasible", triage, program, None, (), (), 0, Versions("test", "test", "test"))
    StoredProgram.objects.create(person=person, plan=plan_to_json(plan), made_on=start, versions={})
    return program
