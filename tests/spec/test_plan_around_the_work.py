"""C1, C3, C5 and C8 in warm-up, cool-down and daily sessions, one constraint at a time."""

from dataclasses import replace

import pytest

from rhomboid.planning import constraints
from rhomboid.planning.instance import PhaseInput
from rhomboid.planning.solve import is_daily_possible, is_frame_possible
from tests.planning_tasks import ease, only, phase


def frame(name: str, task: PhaseInput) -> bool:
    return is_frame_possible(task, only(name, constraints.FRAME))


def daily(task: PhaseInput, *names: str) -> bool:
    return is_daily_possible(task, [one for one in constraints.DAILY if one.name in names])


def test_a_warm_up_is_easy_movement_then_dynamic_moves():
    assert frame("warm-up", phase())
    assert not frame("warm-up", phase(easy=()))
    assert not frame("warm-up", phase(dynamic=()))


def test_a_warm_up_lasts_as_long_as_the_table_asks():
    # One easy movement lasts 6 minutes at most and one dynamic move 50 seconds: together 420 with setting up.
    task = phase(dynamic=(ease("seated-chest-lift", "warm_up"),))
    assert frame("warm-up", replace(task, row=replace(task.row, warm_up_s=420)))
    assert not frame("warm-up", replace(task, row=replace(task.row, warm_up_s=421)))


def test_a_cool_down_has_stretches_for_as_long_as_the_table_asks():
    # Three times 20 seconds: 10 + 3 x 23 = 79.
    task = phase(cool_down=(ease("doorway-chest-stretch", "cool_down"),))
    assert frame("cool-down", replace(task, row=replace(task.row, cool_down_s=79)))
    assert not frame("cool-down", replace(task, row=replace(task.row, cool_down_s=80)))
    assert not frame("cool-down", phase(cool_down=()))


def test_a_strength_session_opens_the_chest_and_moves_the_upper_back():
    assert frame("ease in a session", phase())
    no_chest = phase(dynamic=(ease("seated-chest-lift", "warm_up"),), cool_down=(ease("upper-back-hug", "cool_down"),))
    assert not frame("ease in a session", no_chest)
    assert not frame("ease in a session", phase(dynamic=(ease("elbow-open-and-close", "warm_up"),)))


def test_a_daily_session_stays_within_its_minutes():
    # Two items of 50 seconds each.
    task = phase()
    assert daily(task, "daily time")
    two_long = tuple(ease(one, "stretch") for one in ("seated-chest-opener", "neck-side-bend-rotation"))
    short = replace(task.profile, schedule=replace(task.profile.schedule, daily_minutes=2))
    assert not daily(replace(task, daily=two_long, profile=short), "daily time")


def test_every_daily_set_opens_the_chest_and_moves_the_upper_back():
    assert daily(phase(), "ease days")
    assert not daily(phase(daily=(ease("seated-chest-lift", "mobility"),)), "ease days")
    assert not daily(phase(daily=(ease("elbow-open-and-close", "mobility"),)), "ease days")


@pytest.mark.parametrize(("gentle", "fits"), [(False, True), (True, False)])
def test_the_first_days_of_acute_pain_have_entry_mobility_alone(gentle, fits):
    stretches = tuple(ease(one, "stretch") for one in ("seated-chest-opener", "upper-back-hug"))
    assert daily(phase(daily=stretches, gentle=gentle), "gentle start", "daily time") is fits


def test_nothing_is_rolled_in_the_first_days_of_acute_pain():
    roll = (ease("foam-roll-thoracic-extension", "mobility"), ease("seated-chest-lift", "mobility"))
    assert not daily(phase(daily=roll, gentle=True), "gentle start", "daily time")


def test_what_a_clinician_requires_is_in_a_daily_set():
    with_breath = phase(daily=(*phase().daily, ease("deep-breathing", "mobility")), required=("deep-breathing",))
    assert daily(with_breath, "required in daily sessions", "daily time")
    no_time = replace(with_breath.profile, schedule=replace(with_breath.profile.schedule, daily_minutes=1))
    assert not daily(replace(with_breath, profile=no_time), "required in daily sessions", "daily time")


def test_what_a_clinician_requires_is_around_the_work_where_it_has_no_daily_place():
    task = phase(required=("upper-back-hug",))
    assert frame("required around the work", task)
    table = [one for one in constraints.FRAME if one.name in ("required around the work", "cool-down")]
    stretches = ("doorway-chest-stretch", "upper-back-hug", "elbow-touch", "lat-stretch", "seated-chest-opener")
    five = phase(cool_down=tuple(ease(one, "cool_down") for one in stretches), daily=(), required=stretches)
    assert is_frame_possible(five, table)
    six = (*stretches, "seated-overhead-stretch")
    too_many = phase(cool_down=tuple(ease(one, "cool_down") for one in six), daily=(), required=six)
    assert not is_frame_possible(too_many, table)


@pytest.mark.parametrize(
    ("phase_name", "hold_s", "fits"), [("familiarise", 240, True), ("familiarise", 260, False), ("build", 260, True)]
)
def test_yoga_in_the_first_phase_keeps_to_an_hour_a_week(phase_name, hold_s, fits):
    # An hour a week is 514 seconds a day; twice 240 with setting up is 496, twice 260 is 536.
    yoga = replace(ease("childs-pose", "stretch"), hold_s=hold_s)
    task = phase(name=phase_name, daily=(yoga,), required=("childs-pose",))
    assert daily(task, "daily yoga", "required in daily sessions") is fits
