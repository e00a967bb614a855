"""B4: who shifts to a side in a squat without weight is given no heavy squat; planner's and checker's reading agree."""

from dataclasses import replace
from datetime import timedelta

import pytest

from rhomboid.catalogue.load import load_catalogue
from rhomboid.checking.case import Case
from rhomboid.checking.permission import reasons_against
from rhomboid.lib.errors import UserError
from rhomboid.prescription.eligibility import exclusions
from rhomboid.prescription.kit import ladder
from rhomboid.prescription.profile_toml import parse_profile
from rhomboid.screening.triage import screen
from tests.screening_people import START
from tests.training_diary import CONFIRMED, KIT, Diary, somebody, tiny_program

CATALOGUE = load_catalogue()
HEAVY = CATALOGUE["heavy-squat"]
GYM = KIT | {"barbell", "rack"}


def squatter(hip_shift):
    who = somebody(kit=GYM, confirmed=CONFIRMED)
    return replace(who, experience=replace(who.experience, hip_shift=hip_shift))


@pytest.mark.parametrize(
    ("hip_shift", "open_now"), [("none", True), ("left", False), ("right", False), ("unsure", False)]
)
def test_a_shift_to_either_side_or_not_being_sure_closes_the_heavy_squat(hip_shift, open_now):
    who = squatter(hip_shift)
    triage = screen(who.answers, (), START)
    reasons = exclusions(HEAVY, who, triage, phase="strengthen", average_pain=1)
    assert ("B4" not in {one.rule for one in reasons}) is open_now
    assert (not reasons) is open_now


@pytest.mark.parametrize(("hip_shift", "open_now"), [("none", True), ("left", False), ("unsure", False)])
def test_the_checker_reads_it_the_same_way(hip_shift, open_now):
    who = squatter(hip_shift)
    case = Case(who, CATALOGUE, tiny_program(who, "light-squat"), screen(who.answers, (), START))
    assert ("B4" not in {rule for rule, _ in reasons_against(case, HEAVY, "strengthen")}) is open_now


def test_light_squats_stay_open_and_light():
    who = squatter("left")
    light = CATALOGUE["light-squat"]
    assert not exclusions(light, who, screen(who.answers, (), START), phase="strengthen", average_pain=1)
    assert max(load.kg or 0 for load in ladder(light, who)) <= 9


def test_a_running_program_gives_another_move_for_the_heavy_squat():
    week_9 = START + timedelta(56)
    found = {}
    for hip_shift in ("none", "left"):
        diary = Diary("heavy-squat", profile=squatter(hip_shift)).skip(24)
        diary.check_ins(week_9 - timedelta(8), *[1] * 9).rescreen(week_9)
        session = diary.due(week_9).session
        found[hip_shift] = {item.exercise for item in session.items} if session else set()
    assert "heavy-squat" in found["none"]
    assert "heavy-squat" not in found["left"]


def test_a_side_that_is_none_is_refused_with_one_line():
    text = '[setting]\nplace = "home"\n[experience]\nlevel = "new"\nhip_shift = "up"\n'
    with pytest.raises(UserError):
        parse_profile(text, "profile.toml", CATALOGUE)
