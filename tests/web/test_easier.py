"""A bit easier after a twist: what the player offers is what the fold would say (D4)."""

from datetime import date

import pytest

from rhomboid.catalogue.load import load_catalogue
from rhomboid.lib.canonical import to_json
from rhomboid.service.easier import easier_doses
from rhomboid.service.programs import profile_of
from rhomboid.service.sessions import session_due
from rhomboid.training.events import read_log
from rhomboid.training.session_log import after_set
from rhomboid.web import clock
from tests.web.short_program import give_program

LOADED = ("strength", "core")


@pytest.fixture
def program(asha):
    return give_program(asha.person)


def _set_row(session, item, day: date, number: int, side: str, *, twisted: bool):
    return {
        "id": f"{item.exercise}-{number}-{side}",
        "at": f"{day}T10:00:00+00:00",
        "type": "set",
        "session": session.id,
        "exercise": item.exercise,
        "set": number,
        "side": side,
        "reps": item.reps[1] if item.reps else None,
        "hold_s": item.hold_s,
        "load": None,
        "rir": item.rir,
        "pain": 0,
        "pain_kind": "none",
        "compensation": twisted,
    }


def twisted_at(session, item, number: int, day: date):
    """Return the log of a session whose set `number` of a move ended in a twist, the sets before it clean."""
    rows = [
        _set_row(session, item, day, done, side, twisted=done == number)
        for done in range(1, number + 1)
        for side in (("left", "right") if item.per_side else ("both",))
    ]
    return read_log("\n".join(to_json(row).replace("\n", " ") for row in rows), "log")


def test_it_leaves_as_many_sets_and_as_much_in_them_as_the_fold_does(asha, program):
    """The player's own rule: the sets of the easier dose less those done, none where there is no easier dose."""
    day, catalogue, profile = clock.today(), load_catalogue(), profile_of(asha.person)
    session = session_due(asha.person, program.sessions[0].id, day)
    easier = easier_doses(asha.person, session, day)
    checked = 0
    for item in (item for name in LOADED for item in session.block(name)):
        for number in range(1, item.sets + 1):
            left = after_set(profile, catalogue, program, twisted_at(session, item, number, day), session.id, day)
            assert left is not None
            said = next(one for one in left.items if one.item.exercise == item.exercise)
            dose = easier.get(item.exercise)
            if number >= item.sets:
                assert said.sets_left == 0
            else:
                assert max((dose.sets if dose else 0) - number, 0) == said.sets_left
            if said.sets_left:
                assert dose == said.item
            checked += 1
    assert checked >= 5


def test_it_has_nothing_easier_for_moves_that_carry_no_load(asha, program):
    assert set(easier_doses(asha.person, program.sessions[1], program.sessions[1].date)) == set()


def test_it_never_asks_more_than_before(asha, program):
    session = program.sessions[0]
    due = {item.exercise: item for item in session.items}
    for exercise, item in easier_doses(asha.person, session, clock.today()).items():
        before = due[exercise]
        assert item.sets <= before.sets
        assert (item.reps or (0, 0))[1] <= (before.reps or (0, 0))[1]
        assert (item.hold_s or 0) <= (before.hold_s or 0)
