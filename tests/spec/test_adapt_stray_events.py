"""D0, D3, D5, D6, D9. What happened since counts, whatever stray event came before it."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from tests.training_diary import Diary, figures

ROW, PRESS, PLANK = "band-row", "one-arm-dumbbell-row", "plank"

STRAY = [
    ("session_start", {"pain": 0, "anything_new": False}),
    ("session_end", {"felt": "fine", "effort": 3, "pain": 0}),
    ("set", {"exercise": PLANK, "set": 1, "side": "both", "hold_s": 10, "pain": 0}),
    ("stopped", {"exercise": PLANK, "why": "time"}),
]


@pytest.mark.parametrize(("kind", "fields"), STRAY)
def test_a_stray_event_of_a_later_session_hides_nothing_that_came_after_it(kind, fields):
    """A1. Tapped on the wrong card on Wednesday; Friday's session stops a row: Monday's is one step back all the same."""
    diary = Diary(ROW, PRESS, PLANK).do(2)
    diary.write(kind, diary.program.sessions[1].date, "19:00", session=diary.program.sessions[4].id, **fields)
    diary.do(1).do(1, only=ROW, pain=7)
    assert (diary.decision(ROW).kind, diary.decision(ROW).rule) == ("regress", "D3")


@pytest.mark.parametrize(("kind", "fields"), STRAY)
def test_a_session_begun_by_a_stray_event_is_still_done_on_its_day(kind, fields):
    """A1. The stray event of s05 stands on Wednesday; s05 itself hurts a week later and the next session knows it."""
    diary = Diary(ROW, PRESS, PLANK).do(2)
    diary.write(kind, diary.program.sessions[1].date, "19:00", session=diary.program.sessions[4].id, **fields)
    diary.do(2)
    assert diary.decision(ROW).kind == "progress"
    diary.do(1, only=ROW, pain=7)
    assert (diary.decision(ROW).kind, diary.decision(ROW).rule) == ("regress", "D3")


def test_the_session_of_the_day_does_not_change_by_its_own_events_though_it_began_earlier_by_mistake():
    diary = Diary(ROW, PRESS, PLANK).do(2)
    diary.write("session_start", diary.program.sessions[1].date, "19:00", session=diary.program.sessions[4].id, pain=0)
    diary.do(2)
    before, day = diary.due(), diary.upcoming.date
    diary.do(1, only=ROW, pain=7)
    assert diary.due(day).session == before.session


def test_a_bad_morning_holds_the_moves_of_both_sessions_of_the_day_before():
    """A3. A missed session made up for on the evening of the next one: what was done in either holds (D5)."""
    diary = Diary(ROW, PRESS)
    diary.program = alternating(diary.program)
    diary.do(2)
    evening, at = diary.program.sessions[1].date, len(diary.lines)
    diary.do(1)
    rows = [json.loads(line) for line in diary.lines[at:]]
    diary.lines[at:] = [json.dumps({**row, "at": f"{evening}T20:{n:02d}:00+01:00"}) for n, row in enumerate(rows)]
    diary.write("morning_after", evening + timedelta(days=1), "07:00", pain=8, stiffness=1)
    decision = diary.decision(ROW, diary.program.sessions[4].date)
    assert (decision.kind, decision.rule) == ("hold", "D5")


def alternating(program):
    """Return the program with the row in every other session and the press in those between."""
    kept = {one.id: (ROW, PRESS)[n % 2] for n, one in enumerate(program.sessions)}

    def only(session):
        blocks = (replace(block, items=tuple(one for one in block.items if one.exercise == kept[session.id]))
                  for block in session.blocks)  # fmt: skip
        return replace(session, blocks=tuple(blocks))

    weeks = (replace(week, sessions=tuple(only(one) for one in week.sessions)) for week in program.weeks)
    return replace(program, weeks=tuple(weeks))


@pytest.mark.parametrize("why", ["time", "tired"])
def test_stopping_before_the_first_set_does_not_end_a_gap(why):
    """A4. Thirty-three days without a set are over four weeks, however often the session was opened (D9)."""
    diary = Diary(ROW, PLANK).do(6)
    for _ in range(10):
        diary.write("stopped", diary.upcoming.date, "08:00", session=diary.upcoming.id, exercise=ROW, why=why)
        diary.skip()
    diary.skip(3).rescreen(diary.upcoming.date)
    decision = diary.decision(ROW)
    assert (decision.kind, decision.rule) == ("resume", "D9")
    assert figures(decision.now)[:2] == (2, 5)
