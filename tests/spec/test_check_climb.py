"""D1, D2, C2 and C4 as a ceiling: what the checker lets the dose of one exercise do from outing to outing.

Each table is a course: one line for each outing, three a week, as `sets x target @ load`. The lighter week is week 4.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest

from rhomboid.catalogue.exercise import Catalogue, StartLoad
from rhomboid.catalogue.load import load_catalogue
from rhomboid.checking.case import Case
from rhomboid.checking.climb import check_climb
from rhomboid.checking.dose import check_entry, check_reserve, check_table
from rhomboid.checking.lighter import reasons_not_lighter
from rhomboid.prescription.profile import OwnKit
from rhomboid.prescription.program import Block, Item, Load, Program, Session, Week, Why
from rhomboid.screening.triage import screen
from tests.property.profiles import random_profile

START = StartLoad(new=4.0, some=4.0, trained=4.0)
ROW = replace(load_catalogue()["band-row"], id="row", loading="free_weight", implements=("dumbbell",), start_load=START)
RESERVE = {"familiarise": 4, "build": 3, "strengthen": 2}
LOWEST = {"familiarise": 5, "build": 8, "strengthen": 6}
BUILD_TO_TOP = [*["2x8@4"] * 2, *["2x10@4"] * 2, *["2x12@4"] * 2]


def phase_of(week: int) -> str:
    return "familiarise" if week < 5 else "build" if week < 9 else "strengthen"


def item(text: str, phase: str, *, new: bool = False) -> Item:
    dose, _, kg = text.partition("@")
    sets, _, reps = dose.partition("x")
    rir = 4 if new else RESERVE[phase]
    low = min(LOWEST[phase], int(reps))
    why = (Why("A pull.", "C5"),)
    return Item("row", int(sets), (low, int(reps)), None, None, False, 45, "2-1-3", Load(kg=float(kg)), rir, 1, why)


def case(course: Sequence[str], first_week: int = 1, kit: tuple[float, ...] = (2, 4, 4.5, 5, 8)) -> Case:
    profile = random_profile(1)
    profile = replace(
        profile,
        setting=replace(profile.setting, equipment=frozenset({"dumbbell"})),
        kit=OwnKit(dumbbell_kg=kit),
        limits=replace(profile.limits, max_load_kg={}),
        clearances=(),
    )
    start = profile.schedule.start
    weeks = []
    for place in range(0, len(course), 3):
        number = first_week + place // 3
        phase = phase_of(number)
        sessions = tuple(
            Session(
                f"s{place + day}",
                start + timedelta(days=7 * (number - 1) + 2 * day),
                "strength",
                1.0,
                (Block("strength", (item(text, phase, new=first_week > 4 and place + day < 2),)),),
            )
            for day, text in enumerate(course[place : place + 3])
            if text
        )
        weeks.append(Week(number, phase, number % 4 == 0, sessions))
    program = Program(start, start, (), tuple(weeks))
    triage = replace(screen(profile.answers, (), start), restrictions=())
    return Case(profile, Catalogue("test", (ROW,)), program, triage)


def rules_broken(course: Sequence[str], first_week: int = 1, **more: tuple[float, ...]) -> set[str]:
    made = case(course, first_week, **more)
    return {
        violation.rule for check in (check_climb, check_entry, check_table, check_reserve) for violation in check(made)
    }


FAMILIARISE = ["2x5@4", "2x5@4", "2x8@4", "2x8@4", "2x10@4", "2x10@4", "2x12@4", "2x12@4", "2x12@4"]
LIGHTER = ["1x12@2"] * 3


@pytest.mark.parametrize(
    ("title", "course", "first_week"),
    [
        ("two clean outings a target", FAMILIARISE, 1),
        ("a dose that never rises", ["2x5@4"] * 9, 1),
        ("a lighter week, then the same dose again", [*FAMILIARISE, *LIGHTER, "2x12@4"], 1),
        (
            "a rung earned before the lighter week comes after it",
            [*FAMILIARISE, *LIGHTER, "3x10@4", "3x10@4", "3x12@4"],
            1,
        ),
        ("an item new in build", BUILD_TO_TOP, 5),
        ("a set at the top, at the target before it", [*BUILD_TO_TOP, "3x10@4", "3x10@4", "3x12@4"], 5),
        ("a big step of load with one set fewer at first", [*BUILD_TO_TOP, "1x8@4.5", "2x8@4.5", "2x8@4.5"], 5),
    ],
)
def test_it_lets_the_course_be(title, course, first_week):
    assert rules_broken(course, first_week) == set(), title


@pytest.mark.parametrize(
    ("title", "course", "first_week", "rules"),
    [
        ("a target after one outing", ["2x5@4", "2x8@4"], 1, {"D1"}),
        ("a target skipped", ["2x5@4", "2x5@4", "2x10@4"], 1, {"D1"}),
        ("two things at a time", [*FAMILIARISE, *LIGHTER, "3x12@4.5"], 1, {"D1", "D2"}),
        ("a load that rises in familiarise", [*FAMILIARISE[:8], "1x5@4.5"], 1, {"C4"}),
        ("three sets in familiarise", [*FAMILIARISE[:8], "3x10@4"], 1, {"C4"}),
        ("a first session of eight", ["2x8@4"], 1, {"C4"}),
        ("a first session of three sets", ["3x5@4"], 1, {"C4"}),
        ("a first load that is not the start load", ["2x5@4.5"], 1, {"B9"}),
        ("an item new in build that starts at five", ["2x5@4"], 5, {"C4"}),
        ("a set before the top", ["2x8@4", "2x8@4", "3x8@4"], 5, {"D1"}),
        ("a set at the top target", [*BUILD_TO_TOP, "3x12@4"], 5, {"D1"}),
        ("a load before the top", ["2x8@4", "2x8@4", "1x8@4.5"], 5, {"D1"}),
        ("a load that skips a step of the kit", [*BUILD_TO_TOP, "1x8@5"], 5, {"D2"}),
        ("a big step with as many sets", [*BUILD_TO_TOP, "2x8@4.5"], 5, {"D2"}),
        ("a load that keeps its target", [*BUILD_TO_TOP, "1x12@4.5"], 5, {"D1"}),
        ("a lighter week that is not", [*FAMILIARISE, "2x12@4"], 1, {"C2"}),
        ("a lighter week with the same load", [*FAMILIARISE, "1x12@4"], 1, {"C2"}),
        ("a lighter week with more sets", [*FAMILIARISE, "3x12@2"], 1, {"C2", "C4"}),
        ("a lighter week with fewer repetitions too", [*FAMILIARISE, "1x8@2"], 1, {"C2"}),
        (
            "a phase that raises the target",
            [*["2x5@4"] * 4, "2x8@4", "", *[""] * 3, *["1x8@2"] * 3, "2x10@4"],
            1,
            {"D1"},
        ),
        ("a rise after more than a week away", ["2x5@4", "2x5@4", "", "", "", "2x8@4"], 1, {"D9"}),
    ],
)
def test_it_names_the_rule_that_the_course_breaks(title, course, first_week, rules):
    assert rules_broken(course, first_week) == rules, title


def test_it_bars_a_step_above_half_the_load():
    assert rules_broken([*BUILD_TO_TOP, "1x8@8"], 5, kit=(4, 8)) == {"D2"}


@pytest.mark.parametrize(("target", "is_lighter"), [(7, True), (6, True), (10, False), (5, False)])
def test_it_wants_a_third_fewer_repetitions_where_nothing_lighter_can_be(target, is_lighter):
    made = case(["1x10@4"], 1, kit=(4,))
    lighter = replace(made.outings[0], item=item(f"1x{target}@4", "familiarise"))
    found = list(reasons_not_lighter(made, made.outings[0].item, lighter))
    assert (found == []) is is_lighter


def test_it_wants_two_more_outings_at_the_entry_reserve():
    made = case(["2x8@4", "2x8@4", "2x8@4"], 5)
    session = made.program.weeks[0].sessions[0]
    eager = replace(item("2x8@4", "build"), rir=3)
    week = replace(
        made.program.weeks[0],
        sessions=(replace(session, blocks=(Block("strength", (eager,)),)), *made.program.weeks[0].sessions[1:]),
    )
    found = list(check_reserve(replace(made, program=replace(made.program, weeks=(week,)))))
    assert [violation.rule for violation in found] == ["C4"]
