"""B3, D0, D1, D3, D6, D11. What a stand-in starts at, what may stand in at all, and what counts as running."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from tests.screening_people import START
from tests.training_diary import Diary, figures, kg, moved_to, somebody

ROW, PRESS, DOORWAY, TOWEL, SWING = (
    "band-row",
    "one-arm-dumbbell-row",
    "doorway-row",
    "seated-towel-row",
    "kettlebell-swing",
)


def in_turn(diary, *names):
    """Give the moves of a diary in turn, one in each session."""
    kept = {one.id: names[n % len(names)] for n, one in enumerate(diary.program.sessions)}

    def only(session):
        blocks = (
            replace(block, items=tuple(one for one in block.items if one.exercise == kept[session.id]))
            for block in session.blocks
        )
        return replace(session, blocks=tuple(blocks))

    weeks = (replace(week, sessions=tuple(only(one) for one in week.sessions)) for week in diary.program.weeks)
    diary.program = replace(diary.program, weeks=tuple(weeks))
    return diary


def test_what_stands_in_after_a_long_gap_starts_no_higher_than_the_move_it_stands_in_for():
    """After five weeks off it is due at five though the phase begins at six; its easier neighbour is due at five too."""
    diary = Diary(DOORWAY).do(12).skip(12).rescreen(START + timedelta(days=56))
    assert figures(diary.dose(DOORWAY))[:2] == (2, 5)
    diary.do(1, pain=7)
    decision = diary.decision(DOORWAY)
    assert decision.kind == "swap"
    assert figures(decision.now)[:2] == (2, 5)


def test_a_move_that_hurt_in_its_own_place_is_lower_where_it_stands_in_next():
    """The towel row stops at two sets and one lighter is owed; the same evening's doorway row brings it in: one set."""
    diary = in_turn(Diary(DOORWAY, TOWEL), DOORWAY, TOWEL).do(5)
    assert figures(diary.dose(TOWEL))[:2] == (2, 8)
    diary.do(1, pain=7)
    hurt_row = diary.program.sessions[4]
    diary.write("stopped", hurt_row.date, "08:30", session=hurt_row.id, exercise=DOORWAY, why="worsening")
    decision = diary.decision(DOORWAY)
    assert moved_to(decision) == TOWEL
    assert figures(decision.now)[0] == 1


def test_weak_and_achy_twice_takes_a_set_of_a_body_weight_move_and_brings_no_other_move():
    """The easier neighbour is for a stop or a twist alone (D0)."""
    diary = Diary(DOORWAY).do(1).end(felt="weak_achy").do(1).end(felt="weak_achy")
    decision = diary.decision(DOORWAY)
    assert (decision.kind, decision.rule, moved_to(decision)) == ("regress", "D6", DOORWAY)
    assert figures(decision.now)[0] == 1


@pytest.mark.parametrize(("between", "kind"), [(4, "regress"), (0, "hold")])
def test_three_sore_outings_take_a_step_back_only_when_they_run(between, kind):
    diary = Diary(PRESS)
    for pain in (4, 4, between, 4)[int(between == 4) :]:
        at = len(diary.lines)
        diary.do(1)
        rows = [json.loads(line) for line in diary.lines[at:]]
        diary.lines[at:] = [json.dumps({**row, "pain": pain}) for row in rows]
    assert diary.decision(PRESS).kind == kind


@pytest.mark.parametrize(("check_ins", "is_open"), [(4, False), (5, True)])
def test_a_locked_move_waits_for_five_check_ins_in_two_weeks(check_ins, is_open):
    diary = Diary(SWING, ROW, profile=somebody()).skip(24)
    week_9 = START + timedelta(days=56)
    diary.check_ins(week_9 - timedelta(days=check_ins), *[1] * check_ins).rescreen(week_9)
    assert (SWING in {item.exercise for item in diary.session().items}) is is_open


def test_after_a_lighter_week_the_earlier_dose_comes_back_though_a_morning_was_bad():
    """What holds is the dose of before: going back to it is no rise, and it goes no higher (D11)."""
    diary = Diary(PRESS).do(12).rescreen(START + timedelta(days=28)).morning_after(8)
    decision = diary.decision(PRESS)
    assert (decision.kind, decision.rule) == ("resume", "D11")
    assert kg(decision.now) == kg(diary.decision(PRESS, diary.program.sessions[9].date).was)


def test_soreness_no_higher_than_usual_takes_nothing_away():
    diary = Diary(PRESS, profile=somebody(average=4))
    for _ in range(3):
        at = len(diary.lines)
        diary.do(1)
        rows = [json.loads(line) for line in diary.lines[at:]]
        diary.lines[at:] = [json.dumps({**row, "pain": 4}) for row in rows]
    assert diary.decision(PRESS).kind == "hold"


def test_in_a_flare_no_other_move_is_begun_in_place_of_one_that_hurt():
    """Nothing new in a flare (D7): the easier neighbour waits, and there is a set fewer instead (D0)."""
    diary = Diary(DOORWAY).check_ins(START, 2, 2, 2, 2, 2).do(2).do(1, pain=7)
    assert moved_to(diary.decision(DOORWAY)) == TOWEL
    diary.check_ins(START + timedelta(days=5), 5, 5, 5)
    decision = diary.decision(DOORWAY)
    assert moved_to(decision) == DOORWAY
    assert figures(decision.now)[0] == 1


def test_what_waits_to_be_swapped_itself_stands_in_for_nothing():
    """Both rows stopped: neither takes the place of the other."""
    diary = in_turn(Diary(DOORWAY, TOWEL), DOORWAY, TOWEL)
    for pain in (0, 6, 0, 6):
        diary.do(1, pain=pain)
    diary.do(1, pain=7)
    assert diary.decision(TOWEL).kind in ("swap", "stop")
    diary.skip()
    decision = diary.decision(DOORWAY)
    assert decision.now is None or decision.now.exercise != TOWEL


def test_a_longer_move_takes_no_place_that_it_does_not_fit():
    """The budget is a ceiling for what stands in too (C3): a move that takes longer comes in only where there is time."""
    hurry = replace(somebody(), schedule=replace(somebody().schedule, minutes=1))
    for person, is_over in ((somebody(), True), (hurry, False)):
        diary = Diary("wall-plank", profile=person).do(1, pain=6)
        assert diary.decision("wall-plank").kind == "swap"
        assert (diary.session().minutes > 1) is is_over


def test_what_stands_in_for_one_move_is_not_taken_away_by_another_that_hurts_later():
    """Both rows have the same easier one. It goes on in the place it has; the second row gets another (D0, C7)."""
    diary = Diary(DOORWAY, "prone-row").do(1, only="prone-row", pain=7)
    assert moved_to(diary.decision("prone-row")) == TOWEL
    diary.do(1, only=DOORWAY, pain=7)
    assert moved_to(diary.decision(DOORWAY)) not in (TOWEL, "prone-row")
    assert diary.decision(TOWEL).kind == "hold"


def test_where_the_plan_asks_for_more_in_reserve_so_does_what_is_due():
    """The plan is the ceiling in effort too: it may hold a move new in its phase further from the limit (C4)."""
    diary = Diary(ROW).do(2)
    first, *others = diary.program.weeks
    careful = [
        replace(
            session,
            blocks=tuple(
                replace(block, items=tuple(replace(item, rir=6) for item in block.items)) for block in session.blocks
            ),
        )
        for session in first.sessions
    ]
    diary.program = replace(diary.program, weeks=(replace(first, sessions=tuple(careful)), *others))
    assert diary.dose(ROW).rir == 6
