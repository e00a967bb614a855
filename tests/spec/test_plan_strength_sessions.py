"""C3, C5, C6, C7 and B1 in the strength sessions: each constraint alone lets the one week through and not the other."""

from dataclasses import replace

import pytest

from rhomboid.planning import constraints
from rhomboid.planning.instance import PhaseInput
from rhomboid.planning.solve import is_strength_possible
from rhomboid.planning.template import FrameTemplate, Template
from rhomboid.prescription.timing import budget_row
from tests.planning_tasks import FRAME, PULL, RETRACTION, TRUNK, move, only, phase


def possible(name: str, task: PhaseInput, *, frame: FrameTemplate = FRAME, before: Template | None = None) -> bool:
    return is_strength_possible(task, frame, before, only(name, constraints.STRENGTH))


def both(task: PhaseInput, *names: str) -> bool:
    table = [one for one in constraints.STRENGTH if one.name in names]
    return is_strength_possible(task, FRAME, None, table)


def test_a_session_needs_two_loaded_moves_and_a_trunk_move():
    assert possible("session size", phase())
    assert not possible("session size", phase(loaded=(move(PULL),)))
    assert not possible("session size", phase(core=()))


def test_a_session_holds_eight_items_at_most_stretches_included():
    stretches = tuple((f"stretch {n}", 2) for n in range(5))
    assert possible("session size", phase(), frame=replace(FRAME, cool_down=stretches))
    assert not possible("session size", phase(), frame=replace(FRAME, cool_down=(*stretches, ("one more", 2))))


@pytest.mark.parametrize(("seconds", "fits"), [(550, True), (551, False)])
def test_a_session_fits_its_minutes_at_the_greatest_dose(seconds, fits):
    # 20 minutes are 1200 seconds: two moves and a trunk move of 100.
    task = phase(loaded=(move(PULL, seconds, more=seconds), move(RETRACTION, seconds, more=seconds)))
    task = replace(task, profile=replace(task.profile, schedule=replace(task.profile.schedule, minutes=20)))
    assert both(task, "session size", "session time") is fits


def test_a_third_set_counts_only_where_there_is_time_for_it():
    task = phase(loaded=(move(PULL, 500, more=900), move(RETRACTION, 500, more=900)))
    task = replace(task, profile=replace(task.profile, schedule=replace(task.profile.schedule, minutes=20)))
    assert both(task, "session size", "session time")


def test_two_sessions_of_the_week_have_a_pull():
    assert possible("pulls", phase())
    assert not possible("pulls", phase(loaded=(move(RETRACTION), move("wall-w"))))


def test_there_are_two_retraction_items_a_week():
    assert possible("retraction", phase())
    assert not possible("retraction", phase(loaded=(move(PULL), move("doorway-row"))))


def test_there_are_two_core_items_a_week():
    assert possible("trunk", phase())
    assert not possible("trunk", phase(core=()))


def test_there_are_no_more_pushes_than_pulls():
    pushes_only = phase(loaded=(move("wall-push-up"), move("light-squat")), required=("wall-push-up",))
    assert both(phase(required=("band-row",)), "push", "required moves")
    assert not both(pushes_only, "push", "required moves")


@pytest.mark.parametrize(
    ("name", "weekly", "fits"), [("familiarise", 2, True), ("build", 2, False), ("build", 3, True)]
)
def test_weekly_sets_reach_the_low_end_of_the_band_at_two_sets_each(name, weekly, fits):
    # Sets of 2 x the items: 4 are enough for the first phase, build asks for 6.
    task = phase(name=name, sessions=1, loaded=tuple(move(one) for one in (PULL, RETRACTION, "wall-w")[:weekly]))
    assert possible("weekly sets", task) is fits


def test_weekly_sets_stay_under_the_high_end_at_the_most_sets():
    pulls = ("band-row", "doorway-row", "wall-slide", "wall-w", "towel-pull-apart", "prone-row", "scapular-squeeze")
    task = phase(sessions=1, loaded=tuple(move(one) for one in pulls), required=pulls)
    # Seven items of two sets are 14; the first phase allows 12.
    assert not both(task, "weekly sets", "required moves")
    assert both(replace(task, name="build"), "weekly sets", "required moves")


def test_a_big_step_of_load_is_counted_with_one_set_fewer():
    two = (move(PULL, grows=True), move(RETRACTION), move("wall-w"))
    # Build asks for 6 sets: three items of 2, one of which may drop to 1 when its load steps up.
    only_two_sets = replace(budget_row(10, "build"), sets=2)
    assert possible("weekly sets", phase(name="build", sessions=1, row=only_two_sets, loaded=(move(PULL), *two[1:])))
    assert not possible("weekly sets", phase(name="build", sessions=1, row=only_two_sets, loaded=two))


@pytest.mark.parametrize(("still_open", "fits"), [(3, True), (2, True), (1, False)])
def test_at_most_a_third_of_the_loaded_moves_is_replaced_and_one_always_may(still_open, fits):
    before = Template(((PULL, RETRACTION), ("wall-w", RETRACTION)), ((TRUNK,), (TRUNK,)), 2, 1)
    known = tuple(move(one) for one in (PULL, RETRACTION, "wall-w")[:still_open])
    assert possible("replaced", phase(name="build", loaded=known), before=before) is fits


def test_what_a_clinician_requires_is_in_the_week():
    many = phase(loaded=(move(PULL), move(RETRACTION), move("light-squat")), required=("light-squat",))
    one_slot = replace(many, sessions=1, row=replace(many.row, moves=2))
    assert both(one_slot, "session size", "required moves")
    assert not both(replace(one_slot, required=(PULL, RETRACTION, "light-squat")), "session size", "required moves")


def test_a_session_has_at_most_two_moves_of_one_pattern():
    rows = ("band-row", "doorway-row", "seated-towel-row")
    assert both(phase(sessions=1, loaded=tuple(map(move, rows)), required=rows[:2]), "spread", "required moves")
    assert not both(phase(sessions=1, loaded=tuple(map(move, rows)), required=rows), "spread", "required moves")
