"""C2, C4, B9, D1 and D2: the ladder of doses of one exercise, at its fastest course."""

import itertools
from datetime import timedelta

import pytest

from rhomboid.catalogue.exercise import StartLoad
from rhomboid.prescription.course import forecast
from rhomboid.prescription.course_back import lighter, restart, step_back
from rhomboid.prescription.course_load import is_big_step
from rhomboid.prescription.course_standing import Dosage, Slot, bounds_of, work
from rhomboid.prescription.kit import ladder, start_load
from rhomboid.prescription.profile import Limits, OwnKit
from rhomboid.prescription.program import Load
from rhomboid.screening.restrictions import dose_limits
from tests.screening_people import START, screened
from tests.training_diary import CATALOGUE, band, kg, slots, somebody

ROW = CATALOGUE["one-arm-dumbbell-row"]
BAND_ROW = CATALOGUE["band-row"]
PLANK = CATALOGUE["plank"]


def course(exercise=BAND_ROW, places=None, limits=None, **person):
    return forecast(exercise, somebody(**person), places or slots(), limits)


def short(doses):
    return [(dose.sets, dose.reps) for dose in doses]


# C4: targets


def test_it_starts_with_two_sets_of_five_and_climbs_one_target_after_every_two_outings():
    assert short(course()[:9]) == [(2, 5), (2, 5), (2, 8), (2, 8), (2, 10), (2, 10), (2, 12), (2, 12), (2, 12)]


def test_it_adds_a_set_at_the_target_before_the_top_one_in_build():
    assert short(course(places=slots(7))[12:18]) == [(2, 12), (2, 12), (3, 10), (3, 10), (3, 12), (3, 12)]


def test_it_never_gives_more_sets_than_the_plan():
    doses = course(places=slots(most_sets=2))
    assert {dose.sets for dose in doses} <= {1, 2}


def test_a_new_phase_raises_no_dose():
    places = slots()
    doses = course(places=places)
    for last, first in ((8, 12), (20, 24)):
        assert doses[first].sets <= doses[last].sets
        assert (doses[first].reps or 0) <= (doses[last].reps or 0)


@pytest.mark.parametrize(("week", "reserve"), [(1, 4), (5, 3), (9, 2)])
def test_each_phase_asks_its_own_reserve(week, reserve):
    assert course()[3 * (week - 1)].rir == reserve


def test_a_move_new_in_a_later_phase_starts_at_its_lowest_target_and_keeps_four_in_reserve_for_two_outings():
    doses = course(places=slots(weeks=11, first=9))
    assert [(one.sets, one.reps, one.rir) for one in doses[:3]] == [(2, 6, 4), (2, 6, 4), (2, 6, 2)]


def test_in_maintain_the_load_is_held_at_ten():
    places = [Slot(START + timedelta(days=2 * n), "maintain", deload=False, most_sets=3) for n in range(9)]
    doses = course(places=places)
    assert {one.reps for one in doses} == {10}
    assert {one.sets for one in doses} == {2}
    assert len({one.load for one in doses}) == 1


def test_a_plank_grows_by_five_seconds_up_to_sixty_and_then_by_a_set():
    doses = course(PLANK, slots(most_sets=2))
    assert max(one.hold_s or 0 for one in doses) == 60
    steps = [after.hold_s - before.hold_s for before, after in itertools.pairwise(doses)]
    assert set(steps) <= {0, 5, -5}
    assert doses[-1].sets == 2


def test_a_hold_of_the_shoulder_blades_grows_by_one_repetition_to_five():
    doses = course(CATALOGUE["scapular-squeeze"])
    assert [(one.sets, one.reps, one.hold_s) for one in doses[:7:2]] == [(2, 3, 10), (2, 4, 10), (2, 5, 10), (2, 5, 10)]


def test_stretches_do_not_climb():
    assert len(set(course(CATALOGUE["doorway-chest-stretch"]))) == 1


def test_without_strain_no_hold_lasts_over_twenty_seconds_and_three_stay_in_reserve():
    limits = dose_limits(screened(anticoagulants="yes", beta_blocker="yes"))
    assert limits.longest_hold_s is None
    held = limits.__class__(3, 20, "", effort_by_feel=False, stop_list=())
    assert max(one.hold_s or 0 for one in course(PLANK, limits=held)) == 20
    assert min(one.rir for one in course(limits=held)) == 3


# C2: lighter weeks


def test_a_lighter_week_takes_a_tenth_of_the_load_and_a_set():
    bounds = bounds_of(ROW, somebody())
    assert lighter(Dosage(3, 10, None, Load(kg=10), 3), bounds, 0.1) == Dosage(2, 10, None, Load(kg=9), 3)


def test_where_neither_can_go_down_it_takes_a_third_of_the_repetitions_but_not_under_five():
    bounds = bounds_of(ROW, somebody())
    lightest = Load(kg=1)
    assert lighter(Dosage(1, 12, None, lightest, 3), bounds, 0.1).reps == 8
    assert lighter(Dosage(1, 6, None, lightest, 3), bounds, 0.1).reps == 5


def test_the_work_of_a_lighter_week_is_below_the_week_before():
    for exercise in (BAND_ROW, ROW, CATALOGUE["doorway-row"], CATALOGUE["scapular-squeeze"]):
        doses = course(exercise)
        for week in (4, 8, 12):
            now = sum(work(one) for one in doses[3 * week - 3 : 3 * week])
            before = sum(work(one) for one in doses[3 * week - 6 : 3 * week - 3])
            assert now < before, (exercise.id, week)


@pytest.mark.parametrize("first_week", [1, 2, 3, 7])
def test_a_lighter_week_has_one_set_fewer_than_the_week_before_ended_with(first_week):
    """From week 2 or 7 on, a big step with its one set fewer falls into the last outing before a lighter week."""
    places = slots(first=first_week)
    doses = course(places=places)
    for (earlier, before), (place, now) in itertools.pairwise(zip(places, doses, strict=True)):
        if place.deload and not earlier.deload:
            assert now.sets == max(before.sets - 1, 1)
            assert work(now) < work(before)


# D2: load


def test_a_band_never_skips_a_grade():
    doses = course(own=OwnKit(bands=("light", "heavy", "extra_heavy")))
    assert {band(one) for one in doses} == {"light"}


def test_no_load_rises_while_familiarising():
    assert len({one.load for one in course()[:9]}) == 1


def test_a_load_rises_at_most_once_in_seven_days_and_a_big_step_waits_two_weeks():
    places = slots()
    doses = course(ROW, places)
    rises = [
        (place.date, before.load, after.load)
        for place, before, after in zip(places[1:], doses, doses[1:], strict=False)
        if not place.deload and kg(before) < kg(after)
    ]
    lasting = [one for one in rises if (one[0] - START).days % 28 > 2 or one[0] - START < timedelta(28)]
    for (day, _, _), (later, load, heavier) in itertools.pairwise(lasting):
        assert (later - day).days >= (14 if is_big_step(load, heavier) else 7)


def test_a_big_step_begins_with_one_set_fewer_at_the_lowest_target():
    doses = course()
    first = next(n for n in range(12, 24) if doses[n].load != doses[12].load)
    assert short(doses[first : first + 2]) == [(2, 8), (3, 8)]


def test_a_step_above_half_the_load_is_never_taken():
    doses = course(ROW, own=OwnKit(dumbbell_kg=(4.0, 10.0)))
    assert {kg(one) for one in doses} == {4.0}


def test_one_kilogram_in_the_hand_is_always_a_small_enough_step():
    doses = course(ROW, own=OwnKit(dumbbell_kg=(1.0, 2.0)))
    assert {kg(one) for one in doses[12:]} == {1.0, 2.0}


def test_a_clinicians_cap_is_never_passed():
    doses = course(ROW, limits=None, own=OwnKit(dumbbell_kg=(4.0, 5.0, 6.0, 7.0)))
    capped = forecast(ROW, somebody(limits=Limits(max_load_kg={ROW.id: 5.0})), slots())
    assert max(kg(one) for one in doses) > 5.0
    assert max(kg(one) for one in capped) <= 5.0


# B9 and B4: kit


def test_only_what_the_person_owns_is_on_the_ladder():
    own = somebody(own=OwnKit(dumbbell_kg=(8.0, 2.0)))
    assert ladder(ROW, own) == (Load(kg=2.0), Load(kg=8.0))
    assert start_load(ROW, own) == Load(kg=8.0)


def test_a_person_who_owns_nothing_light_enough_has_no_ladder():
    assert ladder(ROW, somebody(own=OwnKit(dumbbell_kg=(40.0,)))) == ()
    assert start_load(ROW, somebody(own=OwnKit(dumbbell_kg=(40.0,)))) is None


def test_any_squat_carries_at_most_nine_kilograms():
    assert all((load.kg or 0) <= 9 for load in ladder(CATALOGUE["goblet-squat"], somebody()))


def test_a_hinge_starts_with_the_lightest_there_is():
    hinge = CATALOGUE["light-dumbbell-hinge"]
    assert isinstance(hinge.start_load, StartLoad)
    assert start_load(hinge, somebody()) == ladder(hinge, somebody())[0]


# D0 and D9: steps back


@pytest.mark.parametrize(
    ("dose", "after"),
    [
        (Dosage(2, 8, None, Load(kg=10), 3), Dosage(2, 8, None, Load(kg=9), 3)),
        (Dosage(2, 8, None, Load(kg=1), 3), Dosage(1, 8, None, Load(kg=1), 3)),
        (Dosage(1, 8, None, Load(kg=1), 3), Dosage(1, 6, None, Load(kg=1), 3)),
        (Dosage(1, 5, None, Load(kg=1), 3), None),
    ],
)
def test_one_step_back_is_load_then_a_set_then_two_repetitions_then_nothing_is_left(dose, after):
    assert step_back(dose, bounds_of(ROW, somebody())) == after


def test_a_band_goes_back_to_the_next_easier_and_a_hold_by_five_seconds():
    assert band(step_back(Dosage(2, 8, None, Load(band="medium"), 3), bounds_of(BAND_ROW, somebody()))) == "light"
    assert step_back(Dosage(1, None, 30, Load(), None), bounds_of(PLANK, somebody())) == Dosage(
        1, None, 25, Load(), None
    )


def test_after_more_than_four_weeks_it_is_two_sets_of_five_at_seventy_per_cent():
    assert restart(Dosage(3, 10, None, Load(kg=10), 2), bounds_of(ROW, somebody())) == Dosage(2, 5, None, Load(kg=7), 2)
