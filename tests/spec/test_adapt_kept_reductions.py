"""D3, C7, A7. What pain asked of a move is still owed when the move was away for another reason."""

from datetime import timedelta

from tests.screening_people import START
from tests.training_diary import Diary, kg, moved_to, somebody

ROW, SQUAT, HEAVY = "one-arm-dumbbell-row", "goblet-squat", "heavy-squat"


def test_a_wish_after_a_stop_does_not_take_the_step_back_away():
    """Stopped at 7 kg in week 4 and wished away the same evening: it comes back in week 5 lower, not as it was."""
    diary = Diary("band-row", ROW).do(9).do(1, only=ROW, pain=7)
    stopped = diary.program.sessions[9]
    diary.write("swap_wish", stopped.date, "20:00", exercise=ROW)
    diary.rescreen(diary.upcoming.date)
    assert diary.decision(ROW).kind == "swap"
    decision = diary.do(2).decision(ROW)
    assert (decision.kind, decision.rule) == ("regress", "D3")
    assert kg(decision.now) <= 0.8 * kg(decision.was)


def test_a_move_closed_for_a_while_after_a_stop_comes_back_no_sooner_than_the_stop_allows():
    """A heavy squat that hurt and shifted: open again (B4), yet with nothing lighter an easier one goes on (D3)."""
    gym = somebody(kit=frozenset({"dumbbell", "barbell", "rack"}))
    diary, week_9 = Diary(HEAVY, ROW, profile=gym).skip(24), START + timedelta(days=56)
    diary.check_ins(week_9 - timedelta(days=8), *[1] * 12).rescreen(week_9)
    diary.do(1, only=HEAVY, compensation=True, pain=7)
    assert diary.decision(HEAVY).rule == "B4"
    decision = diary.do(1).decision(HEAVY)
    assert (decision.kind, decision.rule) == ("swap", "D3")


def test_a_second_stop_told_under_the_old_name_keeps_the_move_away():
    """It stood in an easier move's place after one stop; done all the same, it stopped again: two within three."""
    diary = Diary(SQUAT, "plank").do(3).do(1, only=SQUAT, pain=7)
    assert moved_to(diary.decision(SQUAT)) == "light-squat"
    session = diary.upcoming
    diary.do(1)
    diary.write(
        "set", session.date, "09:30", session=session.id, exercise=SQUAT, set=1, side="both", reps=5, rir=3, pain=8,
        load={"kg": 1},
    )  # fmt: skip
    diary.do(1)
    decision = diary.decision(SQUAT)
    assert (decision.kind, decision.rule) == ("swap", "D3")
    assert SQUAT not in {item.exercise for item in diary.session().items}
