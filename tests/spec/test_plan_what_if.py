"""What another wish would change, and what would solve a conflict: tried before it is told."""

import re
from dataclasses import replace
from functools import cache

import pytest
from click.testing import CliRunner

from rhomboid.catalogue.load import load_catalogue
from rhomboid.cli.what_if import run
from rhomboid.lib.errors import UserError
from rhomboid.planning.collide import strength_conflict
from rhomboid.planning.compare import differences
from rhomboid.planning.plan import plan
from rhomboid.prescription.plan import Plan
from tests.planning_tasks import EXAMPLES, FRAME, move, person, phase, scheduled

CATALOGUE = load_catalogue()
PROFILE = str(EXAMPLES / "band-at-home.toml")


@cache
def usual() -> Plan:
    return plan(person(), CATALOGUE, weeks=2)


def test_the_same_wishes_change_nothing():
    assert differences(usual(), usual(), CATALOGUE) == ("Nothing would change.",)


def test_a_move_that_is_disliked_goes_and_another_comes():
    without = plan(replace(person(), avoid=frozenset({"band-row"})), CATALOGUE, weeks=2)
    lines = differences(usual(), without, CATALOGUE)
    assert "  - Band row (loaded moves)" in lines
    assert any(line.startswith("  + ") for line in lines)
    assert lines[-1].startswith("Points: ")


def test_more_minutes_show_the_time_and_the_sets():
    longer = plan(scheduled(person(), minutes=90), CATALOGUE, weeks=2)
    lines = differences(usual(), longer, CATALOGUE)
    assert any(
        re.search(r"Strength a week at most: 3 sessions, \d+ minutes; then 3 sessions, \d+ minutes", line)
        for line in lines
    )


def test_a_wish_that_leaves_no_program_says_what_collides():
    lines = differences(usual(), plan(scheduled(person(), strength_days=("mon",)), CATALOGUE), CATALOGUE)
    assert lines[0] == "There would be no program any more."
    assert "C1" in lines[1]


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        ([], "at least one of"),
        (["--minutes", "5"], "--minutes"),
        (["--days", "mon,someday"], "someday"),
        (["--equipment", "spoon"], "spoon"),
        (["--avoid", "no-such-move"], "no-such-move"),
        (["--daily-minutes", "31"], "--daily-minutes"),
        (["--place", "moon"], "moon"),
    ],
)
def test_a_wish_that_cannot_be_read_is_one_clear_line(arguments, named):
    with pytest.raises(UserError, match=named):
        CliRunner().invoke(run, [PROFILE, *arguments], catch_exceptions=False)


def told(*arguments: str) -> str:
    return CliRunner().invoke(run, [PROFILE, *arguments], catch_exceptions=False).output


@pytest.mark.parametrize(
    ("arguments", "shown"),
    [
        (("--equipment", "none"), "- Band row (loaded moves)"),
        (("--minutes", "15"), "minutes; then 3 sessions"),
        (("--daily-minutes", "5"), "Points: "),
        (("--place", "office", "--no-floor"), "- "),
        (("--avoid", "band-row"), "- Band row (loaded moves)"),
        (("--days", "mon,thu"), "then 2 sessions"),
    ],
)
def test_each_wish_shows_what_it_changes(arguments, shown):
    assert shown in told(*arguments)


def test_a_program_that_would_be_no_more_says_so_with_what_collides_and_solves_it():
    lines = told("--days", "mon")
    assert "There would be no program any more." in lines
    assert "schedule.strength_days" in lines
    assert "This works: strength on Wednesday" in lines


def crowded(minutes: int) -> Plan:
    asked = replace(person(), limits=replace(person().limits, require=("wall-push-up", "light-squat")))
    return plan(scheduled(asked, minutes=minutes, strength_days=("mon", "thu")), CATALOGUE, weeks=2)


def test_a_remedy_works_and_no_smaller_one_of_those_tried_does():
    # Two sessions of two moves hold two pulls and two retractions, and nothing a clinician wants besides.
    told = next(line for line in crowded(10).advice if "minutes for a strength session instead" in line)
    found = re.search(r"(\d+) minutes for a strength session instead of 10", told)
    assert found is not None
    enough = int(found[1])
    assert enough > 12
    for minutes in (12, 15, 20):
        assert (crowded(minutes).program is not None) is (minutes >= enough), minutes


def test_a_move_to_take_off_the_list_is_named_only_where_that_is_enough():
    pulls = frozenset(one.id for one in CATALOGUE.exercises if one.is_pull)
    wished = replace(person(), avoid=pulls)
    made = plan(wished, CATALOGUE, weeks=2)
    told = next(line for line in made.advice if "off the list" in line)
    back = next(one for one in CATALOGUE.exercises if f"This works: {one.name} off the list" in told)
    assert plan(replace(wished, avoid=pulls - {back.id}), CATALOGUE, weeks=2).program is not None


def test_of_what_collides_nothing_can_be_left_out():
    # Nothing to pull: the pulls of C5 alone collide with what there is; the other rules go unnamed.
    found = strength_conflict(phase(loaded=(move("wall-slide"), move("wall-w"))), FRAME, None)
    assert [name for name in found.names if name[0] == "C"] == ["C5"]
