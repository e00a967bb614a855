"""D0: an outing is judged against what was due; the worst set of the worse side decides; the first that fits."""

import pytest

from rhomboid.prescription.course_standing import Dosage
from rhomboid.prescription.program import Load
from rhomboid.training.event_types import SetDone, Stopped
from rhomboid.training.events import read_log
from rhomboid.training.outings import judge
from tests.training_diary import CATALOGUE, Diary

BAND_ROW = CATALOGUE["band-row"]
ONE_ARM = CATALOGUE["one-arm-dumbbell-row"]
DUE = Dosage(2, 8, None, Load(band="light"), 3)


def verdict(*, exercise=BAND_ROW, due=DUE, stopped=None, first=None, **last):
    """Return the verdict on an outing done as due, but for changes to its first or last set."""
    diary = Diary("band-row")
    base = {
        "session": "s01", "exercise": exercise.id, "reps": due.reps, "hold_s": due.hold_s,
        "load": {"kg": due.load.kg} if due.load.kg else {"band": due.load.band} if due.load.band else None,
        "rir": 5, "pain": 0, "pain_kind": "none", "compensation": False,
    }  # fmt: skip
    sides = ("left", "right") if exercise.unilateral else ("both",)
    places = [(number, side) for number in range(1, due.sets + 1) for side in sides]
    for place, (number, side) in enumerate(places):
        changes = (first or {}) if place == 0 else last if place == len(places) - 1 else {}
        if changes.get("missing"):
            continue
        diary.write("set", diary.program.start, f"08:{place:02d}", **{**base, "set": number, "side": side, **changes})
    if stopped:
        diary.write("stopped", diary.program.start, "09:00", session="s01", exercise=exercise.id, why=stopped)
    events = read_log("\n".join(diary.lines)).events
    sets = [one for one in events if isinstance(one, SetDone)]
    return judge(exercise, due, sets, [one for one in events if isinstance(one, Stopped)]).verdict


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, "clean"),
        ({"pain": 5}, "stop"),
        ({"pain": 1, "pain_kind": "sharp"}, "stop"),
        ({"pain": 3}, "stop"),  # three above its first set
        ({"pain": 2}, "clean"),
        ({"compensation": True}, "twist"),
        ({"missing": True}, "miss"),
        ({"pain": None}, "miss"),
        ({"reps": 7}, "miss"),
        ({"reps": 20}, "clean"),  # more than prescribed counts as prescribed
        ({"rir": 2}, "miss"),
        ({"rir": 3}, "clean"),
        ({"rir": None}, "miss"),  # asked, and not told
        ({"load": {"band": "extra_light"}}, "miss"),
        ({"load": {"band": "medium"}}, "clean"),
        ({"load": None}, "miss"),
    ],
)
def test_the_worst_set_decides(changes, expected):
    assert verdict(**changes) == expected


def test_pain_of_three_or_four_from_the_start_is_sore():
    assert verdict(first={"pain": 3}, pain=4) == "sore"


@pytest.mark.parametrize(
    ("why", "expected"), [("sharp", "stop"), ("worsening", "stop"), ("tired", "miss"), ("time", "miss")]
)
def test_stopping_says_why(why, expected):
    assert verdict(stopped=why) == expected


def test_pain_goes_before_a_twist_and_a_twist_before_soreness():
    assert verdict(compensation=True, pain=6) == "stop"
    assert verdict(first={"pain": 3}, compensation=True, pain=3) == "twist"


def test_a_missing_side_is_a_miss():
    due = Dosage(2, 8, None, Load(kg=4.0), 3)
    assert verdict(exercise=ONE_ARM, due=due) == "clean"
    assert verdict(exercise=ONE_ARM, due=due, missing=True) == "miss"


def test_where_no_reserve_is_asked_none_need_be_told():
    due = Dosage(1, None, 20, Load(), None)
    plank = CATALOGUE["plank"]
    assert verdict(exercise=plank, due=due, rir=None, load=None, first={"rir": None, "load": None}) == "clean"
    assert verdict(exercise=plank, due=due, first={"hold_s": 15}) == "miss"


def test_rolling_stops_above_three():
    roller = CATALOGUE["foam-roll-upper-back"]
    due = Dosage(1, None, None, Load(), None)
    assert verdict(exercise=roller, due=due, first={"pain": 4, "load": None}) == "stop"


SEVERITY = ("clean", "sore", "stop")


def of_two_sets(first, last):
    return SEVERITY.index(verdict(first={"pain": first}, pain=last))


def test_more_pain_in_a_set_is_never_judged_milder_but_in_the_first_one_that_others_are_held_against():
    """D0: "3 above its first set": only raising that first set can make a rise smaller, never below sore."""
    milder = set()
    for first in range(11):
        for last in range(11):
            worst = of_two_sets(first, last)
            assert last == 10 or of_two_sets(first, last + 1) >= worst
            if first < 10 and of_two_sets(first + 1, last) < worst:
                milder.add((first, last))
    assert milder == {(0, 3), (1, 4)}


def test_a_first_set_told_twice_counts_with_its_lower_pain():
    diary = Diary("band-row")
    for clock, number, pain in (("08:00", 1, 2), ("08:01", 1, 0), ("08:05", 2, 3)):
        diary.write(
            "set", diary.program.start, clock, session="s01", exercise="band-row", set=number, side="both", reps=8,
            load={"band": "light"}, rir=5, pain=pain,
        )  # fmt: skip
    sets = [one for one in read_log("\n".join(diary.lines)).events if isinstance(one, SetDone)]
    assert judge(BAND_ROW, DUE, sets, []).verdict == "stop"
