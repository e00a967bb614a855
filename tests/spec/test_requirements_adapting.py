"""The requirements on sessions, the log and adapting, each with its acceptance made to run."""

import json
from datetime import timedelta

import pytest

from rhomboid.prescription.course_standing import Dosage
from rhomboid.training.adherence import adherence_on
from rhomboid.training.event_types import SetDone
from rhomboid.training.events import read_log
from rhomboid.training.outings import judge
from rhomboid.training.rules.climbing import planned_dose
from rhomboid.training.session_log import after_set
from rhomboid.training.story import tell_story
from tests.screening_people import START
from tests.training_diary import CATALOGUE, CONFIRMED, Diary, band, figures, kg, moved_to, somebody

ROW, PRESS, PLANK, SQUEEZE = "band-row", "one-arm-dumbbell-row", "plank", "scapular-squeeze"
LIFTS = [one for one in CATALOGUE.exercises if "strength" in one.blocks and one.dose.kind == "reps"]
PLANKS = [one for one in CATALOGUE.exercises if one.dose.kind == "core_hold"]


def on(number):
    return START + timedelta(days=number - 1)


def log_of(diary):
    return read_log("\n".join(diary.lines))


def left(diary):
    day, session = diary.upcoming.date, diary.upcoming.id
    return after_set(diary.profile, CATALOGUE, diary.program, log_of(diary), session, day)


def one_set(diary, pain, kind="none"):
    diary.write(
        "set", diary.upcoming.date, "08:00", session=diary.upcoming.id, exercise=ROW, set=1, side="both", reps=5,
        load={"band": "medium"}, rir=6, pain=pain, pain_kind=kind,
    )  # fmt: skip
    return diary


def test_req_session_guide_asks_for_what_is_prescribed_with_rests_of_half_a_minute_to_a_minute():
    diary = one_set(Diary(ROW, PLANK), 0)
    asked = {one.item.exercise: one.item for one in left(diary).items}
    for item in diary.session().items:
        assert planned_dose(asked[item.exercise]) == planned_dose(item)
        assert 30 <= item.rest_s <= 60


def test_req_session_tempo_is_cued_for_every_lift():
    """Swings, jumps and get-ups, locked until late, are no lifts to be done slowly."""
    slow = [one for one in LIFTS if one.tier not in ("locked", "never")]
    assert {one.id for one in slow if one.dose.tempo != "2-1-3"} == set()


@pytest.mark.parametrize("why", ["sharp", "worsening"])
def test_req_session_stop_ends_the_loaded_part_keeps_the_event_and_says_to_consult(why):
    diary = Diary(ROW, SQUEEZE, PLANK)
    told = diary.write("stopped", diary.upcoming.date, "08:00", session="s01", exercise=ROW, why=why)
    whole = left(diary)
    assert whole.loaded_part_over
    assert all(one.ended for one in whole.items)
    assert "clinician" in whole.advice
    assert told in {one.id for one in log_of(diary).events}


def test_req_session_stop_for_being_tired_ends_that_move_alone():
    diary = Diary(ROW, SQUEEZE)
    diary.write("stopped", diary.upcoming.date, "08:00", session="s01", exercise=ROW, why="tired")
    assert [one.ended for one in left(diary).items] == [True, False]


@pytest.mark.parametrize(
    ("name", "pains", "verdict"),
    [
        (ROW, (2, 2), "clean"), (ROW, (3, 3), "sore"), (ROW, (4, 4), "sore"), (ROW, (5, 5), "stop"),
        (ROW, (0, 2), "clean"), (ROW, (0, 3), "stop"), (ROW, (1, 3), "sore"), (ROW, (1, 4), "stop"),
        ("foam-roll-upper-back", (3, 3), "sore"), ("foam-roll-upper-back", (4, 4), "stop"),
    ],
)  # fmt: skip
def test_req_session_pain_thresholds_hold_at_each_edge(name, pains, verdict):
    diary = Diary(ROW)
    for number, pain in enumerate(pains, 1):
        diary.write("set", START, f"08:0{number}", session="s01", exercise=name, set=number, side="both", pain=pain)
    sets = [one for one in log_of(diary).events if isinstance(one, SetDone)]
    assert judge(CATALOGUE[name], Dosage(2, None, None, None, None), sets, []).verdict == verdict


def test_req_session_plank_is_never_open_ended():
    for plank in PLANKS:
        held = [item.hold_s or 0 for session in Diary(plank.id).program.sessions for item in session.items]
        assert held, plank.id
        assert all(5 <= seconds <= 60 for seconds in held), plank.id


def test_req_session_form_first_adds_no_load_until_form_is_confirmed():
    loads = {}
    for confirmed in (CONFIRMED, frozenset[str]()):
        diary = Diary(ROW, profile=somebody(confirmed=confirmed))
        for number in range(20):
            if number % 9 == 0:
                diary.rescreen(diary.upcoming.date)
            diary.do(1)
        loads[bool(confirmed)] = band(diary.dose(ROW))
    assert loads == {True: "heavy", False: "medium"}


def test_req_log_baseline_and_every_rise_stand_in_the_history_with_their_day():
    diary = Diary(ROW).do(7)
    story = tell_story(diary.profile, CATALOGUE, diary.program, log_of(diary), ROW, diary.upcoming.date)
    first = story.steps[0]
    assert (first.day, first.due is not None and figures(first.due)) == (START, (2, 5, "medium"))
    risen = [step for step in story.steps if step.decision and step.decision.kind == "progress"]
    assert [figures(step.due)[1] for step in risen] == [8, 10, 12]
    assert [step.day for step in risen] == [diary.program.sessions[n].date for n in (2, 4, 6)]


def test_req_log_pain_is_kept_before_during_after_and_next_day_with_sharp_and_sore_apart():
    diary = Diary(ROW)
    diary.write("session_start", START, "07:50", session="s01", pain=1, anything_new=False)
    one_set(diary, 2, "sore")
    one_set(diary, 2, "sharp")
    diary.write("session_end", START, "09:00", session="s01", felt="fine", effort=3, pain=3)
    diary.write("morning_after", on(2), "07:00", pain=4, stiffness=1)
    log = log_of(diary)
    assert log.problems == ()
    assert [getattr(one, "pain", None) for one in log.events] == [1, 2, 2, 3, 4]
    assert [one.pain_kind for one in log.events if isinstance(one, SetDone)] == ["sore", "sharp"]


def test_req_log_after_feel_cuts_the_load_after_two_weak_answers():
    once = Diary(PRESS).do(1).end(felt="weak_achy").do(1, rir=0)
    twice = Diary(PRESS).do(1).end(felt="weak_achy").do(1, rir=0).end(felt="weak_achy")
    assert kg(once.dose(PRESS)) == kg(once.decision(PRESS).was)
    assert kg(twice.dose(PRESS)) < kg(twice.decision(PRESS).was)


def test_req_log_compensation_lowers_the_next_load():
    diary = Diary(PRESS).do(1, compensation=True)
    assert kg(diary.dose(PRESS)) < kg(diary.decision(PRESS).was)


@pytest.mark.parametrize(
    "flag", [{"pain": 3}, {"pain": 6}, {"compensation": True}, {"reps": 1}, {"rir": 0}, {"pain": None}]
)
def test_req_adapt_progress_raises_nothing_after_a_flagged_log_and_one_thing_at_a_time_else(flag):
    assert Diary(PRESS).do(1).do(1, **flag).decision(PRESS).kind != "progress"
    diary = Diary(PRESS)
    for number in range(30):
        if number % 9 == 0:
            diary.rescreen(diary.upcoming.date)
        told = [one for one in diary.due().decisions if one.kind == "progress"]
        for one in told:
            was, now = figures(one.was), figures(one.now)
            assert sum(after > before for before, after in zip(was, now, strict=True)) == 1
        diary.do(1)


def test_req_adapt_sustained_pain_brings_the_offer_by_itself():
    diary = Diary(ROW).check_ins(on(1), 2, 2, 2, 2, 2, 4, 4)
    assert not [one for one in diary.due(on(8)).advice if one.source == "D7"]
    diary.check_ins(on(8), 4)
    offered = [one.text for one in diary.due(on(8)).advice if one.source == "D7"]
    assert "lighter session or take days off" in offered[0]


def test_req_adapt_swap_gives_another_move_of_the_same_kind():
    diary = Diary(ROW).do(2, pain=6)
    other = moved_to(diary.decision(ROW))
    assert other != ROW
    assert CATALOGUE[other].pattern == CATALOGUE[ROW].pattern


def test_req_adapt_swap_finds_a_way_down_for_each_loaded_move():
    """An easier neighbour, or less of the same: a lighter load, fewer sets, fewer repetitions."""
    for lift in LIFTS:
        entry = lift.dose.kind == "reps" and lift.tier == "entry"
        assert lift.easier or entry or lift.implements or lift.tier == "never", lift.id


def test_req_adapt_maintain_is_offered_after_relief_and_nothing_ends():
    diary = Diary(ROW).check_ins(on(1), *[1] * 20).rescreen(on(21))
    today = diary.due(on(22))
    offer = next(one.text for one in today.advice if one.source == "D10")
    assert "do less from now on and keep what you gained" in offer
    assert today.session is not None


def test_req_adherence_is_not_broken_by_rest_or_a_flare():
    diary = Diary(ROW).check_ins(on(1), 2, 2, 2, 2, 2, 5, 5, 5).do(3).skip(3).do(3)
    found = adherence_on(diary.profile, [diary.program], log_of(diary), on(21))
    assert "missed" not in {one.state for one in found.days}
    assert found.streak == sum(one.state == "kept" for one in found.days) == 6


def test_req_screen_rerun_comes_every_four_weeks_and_a_changed_answer_locks():
    diary = Diary(ROW).do(13)
    assert diary.due(on(28)).screen_due is None
    assert diary.due(on(29)).screen_due is not None
    diary.rescreen(on(29), night_pain_unrelieved="yes")
    assert diary.due(on(29)).locked
    assert diary.due(on(29)).session is None


@pytest.mark.parametrize(("last", "prompted"), [(4, True), (6, True), (2, False)])
def test_req_reconsult_prompts_once_a_period_and_its_answer_is_an_event(last, prompted):
    diary = Diary(ROW).check_ins(on(1), *[4] * 7).check_ins(on(37), *[last] * 7)
    assert any(one.source == "D8" for one in diary.due(on(43)).advice) is prompted
    told = diary.write("acknowledged", on(43), "21:00", what="D8")
    assert told in {one.id for one in log_of(diary).events}
    later = diary.check_ins(on(60), *[last] * 7)
    assert not any(one.source == "D8" for one in later.due(on(66)).advice)


def test_each_event_of_the_days_above_is_read_without_a_problem():
    diary = Diary(ROW).do(2).end().morning_after(2).check_ins(on(3), 2).rescreen(on(3))
    assert log_of(diary).problems == ()
    assert len({json.loads(line)["id"] for line in diary.lines}) == len(diary.lines)
