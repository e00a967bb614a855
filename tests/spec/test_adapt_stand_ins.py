"""What takes the place of a move (D0, D3), and that one move has one history wherever it is done."""

from dataclasses import replace
from datetime import timedelta

import pytest

from rhomboid.prescription.course_standing import work
from rhomboid.prescription.profile import Limits
from rhomboid.training.rules.climbing import planned_dose
from tests.screening_people import START
from tests.training_diary import CATALOGUE, Diary, figures, moved_to, somebody

ROW, PRESS, PLANK, SQUEEZE = "band-row", "one-arm-dumbbell-row", "plank", "scapular-squeeze"


def swapped_plank():
    """Return a diary in which a plank that twisted has an easier move in its place, and that move's name."""
    diary = Diary(PLANK, ROW).do(1, compensation=True, only=PLANK)
    return diary, moved_to(diary.decision(PLANK))


def test_what_hurt_while_it_stood_in_is_lowered_in_its_own_place_too():
    alone, name = swapped_plank()
    alone.do(1)
    both = Diary(PLANK, name).do(1, compensation=True, only=PLANK)
    # The program gives the easier move itself, so it cannot stand in as well.
    assert moved_to(both.decision(PLANK)) != name if both.decision(PLANK).now else True
    before = alone.dose(name)
    alone.do(1, pain=6, only=name)
    after = [item for item in alone.session().items if item.exercise == name]
    assert all(work(planned_dose(item)) < work(planned_dose(before)) for item in after)


def test_a_move_that_stood_in_before_is_decided_on_when_it_stands_in_again():
    diary, name = swapped_plank()
    diary.do(2)
    assert diary.decision(PLANK).kind == "resume"
    diary.do(1, compensation=True, only=PLANK)
    told = {one.exercise: one.kind for one in diary.due().decisions}
    assert told[PLANK] == "swap"
    assert told[name] in ("hold", "regress")


def without(diary, name, *places):
    """Take a move out of some sessions of a diary's program."""
    sessions = {one.id: one for one in (diary.program.sessions[place] for place in places)}
    weeks = [
        replace(week, sessions=tuple(dropped(one, name) if one.id in sessions else one for one in week.sessions))
        for week in diary.program.weeks
    ]
    diary.program = replace(diary.program, weeks=tuple(weeks))


def dropped(session, name):
    left = [replace(one, items=tuple(item for item in one.items if item.exercise != name)) for one in session.blocks]
    return replace(session, blocks=tuple(left))


def test_two_clean_outings_lead_back_from_an_easier_move_alone():
    """Two rows have the same easier one; where both need it, the second does another row, and that is a swap (D3)."""
    diary = Diary("doorway-row", "prone-row")
    without(diary, "doorway-row", 1)
    without(diary, "prone-row", 2, 3)
    diary.do(1, compensation=True, only="prone-row").do(1)
    diary.do(1, compensation=True, only="doorway-row").do(1)
    assert "seated-towel-row" in CATALOGUE["prone-row"].easier
    other = moved_to(diary.decision("prone-row"))
    assert other not in CATALOGUE["prone-row"].easier
    diary.do(2)
    assert other in {item.exercise for item in diary.session().items}
    assert "prone-row" not in {item.exercise for item in diary.session().items}
    diary.do(4)
    assert diary.decision("prone-row").kind == "resume"


def test_clean_outings_of_an_easier_move_in_a_lighter_week_do_not_lead_back():
    diary = Diary(PLANK, ROW).do(8).do(1, compensation=True, only=PLANK)
    name = moved_to(diary.decision(PLANK))
    diary.do(3).rescreen(diary.upcoming.date)
    assert name in {item.exercise for item in diary.session().items}
    diary.do(2)
    assert PLANK in {item.exercise for item in diary.session().items}


def test_a_swap_never_leads_to_a_harder_variant():
    for exercise in CATALOGUE.exercises:
        if "core" not in exercise.blocks or not exercise.harder or exercise.tier not in ("entry", "standard"):
            continue
        diary = Diary(exercise.id).do(1, pain=6)
        if exercise.id in {item.exercise for item in diary.session().items}:
            diary.do(1, pain=6)
        now = diary.decision(exercise.id).now
        assert now is None or now.exercise not in exercise.harder


def test_what_stands_in_asks_for_no_more_than_what_left():
    diary = Diary(ROW).do(1, pain=6).do(1, pain=6)
    was, now = diary.decision(ROW).was, diary.decision(ROW).now
    assert figures(now)[0] <= figures(was)[0]
    assert figures(now)[1] <= figures(was)[1]


def test_what_comes_in_after_two_stops_in_one_session_is_lighter_too():
    diary = Diary(PRESS, ROW, SQUEEZE).do(1, pain=6, only=ROW)
    for item in diary.session().items:
        diary._sets(item, 2, {"pain": 0 if item.exercise == SQUEEZE else 6})
    diary.at += 1
    decision = diary.decision(ROW)
    assert decision.kind == "swap"
    assert figures(decision.now)[0] == 1


def test_a_core_move_only_holds_after_two_bad_sessions():
    diary = Diary(PLANK, PRESS).do(1).end(pain=5).do(1).end(pain=5)
    assert diary.decision(PRESS).kind == "regress"
    assert (diary.decision(PLANK).kind, diary.decision(PLANK).rule) == ("hold", "D5")


def test_a_third_weak_and_achy_session_takes_another_step():
    diary = Diary(PRESS, ROW).do(1).end(felt="weak_achy").do(1).end(felt="weak_achy")
    before = diary.dose(PRESS)
    diary.do(1).end(felt="weak_achy")
    assert diary.decision(PRESS).rule == "D6"
    assert work(planned_dose(diary.dose(PRESS))) < work(planned_dose(before))


def test_a_dropped_move_comes_back_after_two_quiet_weeks():
    diary = Diary(ROW, "seated-towel-row").do(1, pain=6, only=ROW).do(1, pain=6, only=ROW)
    last_stop = diary.program.sessions[diary.at - 1].date
    diary.skip(6)
    assert diary.upcoming.date - last_stop > timedelta(14)
    assert diary.due().session is not None


def test_pain_in_a_move_that_was_swapped_out_still_acts():
    diary = Diary(ROW).do(1, pain=6).do(1, pain=6).do(1)
    swapped = diary.dose(next(item.exercise for item in diary.session().items))
    day, session = diary.upcoming.date, diary.upcoming.id
    sets = {"set": 1, "side": "both", "reps": 5, "load": {"band": "light"}, "rir": 5, "pain_kind": "sharp"}
    told = diary.write("set", day, "08:00", session=session, exercise=ROW, pain=8, **sets)
    assert any(one.source == "D3" for one in diary.due(day).advice)
    assert any(ROW in problem for problem in diary.due(day).problems)
    diary.at += 1
    calm = Diary(ROW).do(1, pain=6).do(1, pain=6).do(1).skip(1)
    assert swapped.exercise in {item.exercise for item in diary.session().items}
    diary.skip(4)
    calm.skip(4)
    # Two weeks after the first stops the calm one is tried again; the other waits for quiet from the new stop on.
    assert ROW in {item.exercise for item in calm.session().items}
    assert ROW not in {item.exercise for item in diary.session().items}
    assert told


@pytest.mark.parametrize("own_place", [True, False])
def test_one_move_has_one_decision(own_place):
    diary, name = swapped_plank()
    if own_place:
        diary.do(1)
    names = [one.exercise for one in diary.due().decisions]
    assert len(names) == len(set(names))
    assert name in {item.exercise for item in diary.session().items}


def test_in_a_squat_a_hip_shift_keeps_the_heavy_squat_closed():
    gym = somebody(kit=frozenset({"dumbbell", "barbell", "rack"}))
    heavy, week_9 = Diary("heavy-squat", "light-squat", profile=gym).skip(24), START + timedelta(56)
    heavy.check_ins(week_9 - timedelta(8), *[1] * 9).rescreen(week_9)
    assert "heavy-squat" in {item.exercise for item in heavy.session().items}
    heavy.do(1, compensation=True, only="light-squat")
    decision = heavy.decision("heavy-squat")
    assert decision.rule == "B4"
    assert "heavy-squat" not in {item.exercise for item in heavy.session().items}


def lonely(name):
    """Return a diary of a move with nothing to stand in for it, as a clinician bars all the others."""
    others = {one.id for one in CATALOGUE.exercises if one.pattern == CATALOGUE[name].pattern}
    barred = frozenset((others | set(CATALOGUE[name].easier)) - {name})
    return Diary(name, ROW, profile=somebody(limits=Limits(ban=barred)))


def test_a_move_left_out_as_nothing_is_left_to_take_away_comes_back_after_two_quiet_weeks():
    diary = lonely(PLANK).do(1, pain=6, only=PLANK)
    stopped = diary.program.sessions[0].date
    while diary.upcoming.date - stopped < timedelta(14):
        assert (diary.decision(PLANK).kind, diary.decision(PLANK).now) == ("stop", None)
        assert "left out for now" in diary.decision(PLANK).reason
        diary.do(1)
    decision = diary.decision(PLANK)
    assert (decision.kind, decision.rule, figures(decision.now)[:2]) == ("resume", "D3", (1, 10))
    assert diary.do(1).decision(PLANK).kind == "hold"


def test_a_move_left_out_waits_longer_while_pain_is_high():
    diary = lonely(PLANK).do(1, pain=6, only=PLANK)
    diary.check_ins(START + timedelta(days=7), 4, 4, 4, 4)
    diary.skip(6)
    assert diary.decision(PLANK).kind == "stop"


def test_what_comes_back_and_stops_again_is_swapped_at_once():
    diary = Diary(ROW).do(1, pain=6).do(1, pain=6).do(6)
    assert diary.decision(ROW).kind == "resume"
    diary.do(1, pain=6)
    assert diary.decision(ROW).kind == "swap"


@pytest.mark.parametrize("sign", [{"pain": 6}, {"compensation": True}])
def test_a_stop_in_a_lighter_session_too_begins_the_count_anew(sign):
    """One clean time before it and one after the move has come back are no two clean times running."""
    diary = Diary(PLANK, ROW, PRESS).do(1)
    done = diary.program.sessions[0]
    for name in (ROW, PRESS):
        diary.write("stopped", done.date, "13:00", session=done.id, exercise=name, why="worsening")
    assert diary.decision(ROW).kind == "deload"
    diary.do(1, only=PLANK, **sign)
    assert moved_to(diary.decision(PLANK)) == "knee-plank"
    diary.do(2)
    assert diary.decision(PLANK).kind == "resume"
    assert diary.do(1).decision(PLANK).kind == "hold"
    assert diary.do(1).decision(PLANK).kind == "progress"
