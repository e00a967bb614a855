"""D3 to D6: pain, twisting, bad mornings and weak, achy days take something away."""

from datetime import timedelta

import pytest

from rhomboid.prescription.course_standing import work
from rhomboid.training.rules.climbing import planned_dose
from tests.screening_people import START
from tests.training_diary import CATALOGUE, Diary, figures, kg, moved_to

ROW, PRESS, PLANK = "band-row", "one-arm-dumbbell-row", "plank"


def effort(item):
    return work(planned_dose(item))


def test_a_stop_takes_a_clear_step_of_twenty_per_cent():
    diary = Diary(PRESS).do(1, pain=6)
    decision = diary.decision(PRESS)
    assert (decision.kind, decision.rule) == ("regress", "D3")
    assert kg(decision.now) <= kg(decision.was) * 0.8


def test_the_second_stop_within_three_outings_swaps_it_for_another_of_its_pattern_at_entry_dose():
    diary = Diary(ROW).do(1, pain=6).do(1).do(1, pain=6)
    decision = diary.decision(ROW)
    assert (decision.kind, decision.rule) == ("swap", "D3")
    assert CATALOGUE[moved_to(decision)].pattern == CATALOGUE[ROW].pattern
    assert moved_to(decision) != ROW
    assert figures(decision.now)[:2] == (2, 5)
    assert moved_to(decision) in {item.exercise for item in diary.session().items}


def test_a_third_outing_between_two_stops_is_no_swap():
    diary = Diary(PRESS).do(1, pain=6).do(2).do(1, pain=6)
    assert diary.decision(PRESS).kind == "regress"


def test_a_swapped_move_comes_back_one_step_lower_after_two_quiet_weeks():
    diary = Diary(ROW).do(1, pain=6).do(1, pain=6)
    kinds = [diary.decision(ROW).kind]
    diary.do(5)
    assert ROW not in {item.exercise for item in diary.session().items}
    diary.do(1)
    kinds.append(diary.decision(ROW).kind)
    assert kinds == ["swap", "resume"]


def test_two_items_stopped_in_one_session_make_the_next_one_lighter():
    diary = Diary(PRESS, ROW, "scapular-squeeze").do(1)
    before = effort(diary.dose("scapular-squeeze"))
    for item in diary.session().items:
        pain = 0 if item.exercise == "scapular-squeeze" else 6
        diary._sets(item, 2, {"pain": pain})
    diary.at += 1
    assert effort(diary.dose("scapular-squeeze")) < before
    assert (diary.decision("scapular-squeeze").kind, diary.decision("scapular-squeeze").rule) == ("deload", "D3")


def test_three_sore_outings_running_above_usual_pain_take_one_step_back():
    diary = Diary(PRESS)
    for _ in range(3):
        for item in diary.session().items:
            for number in (1, 2):
                for side in ("left", "right"):
                    diary.write(
                        "set", diary.upcoming.date, f"08:0{number}", session=diary.upcoming.id, exercise=PRESS,
                        set=number, side=side, reps=5, load={"kg": kg(item)}, rir=6, pain=3,
                    )  # fmt: skip
        diary.at += 1
    assert (diary.decision(PRESS).kind, diary.decision(PRESS).rule) == ("regress", "D3")


def test_a_twist_takes_one_step_back():
    decision = Diary(PRESS).do(1, compensation=True).decision(PRESS)
    assert (decision.kind, decision.rule) == ("regress", "D4")
    assert kg(decision.now) < kg(decision.was)


def test_with_nothing_lighter_an_easier_neighbour_stands_in_until_two_clean_outings_of_it():
    diary = Diary(PLANK).do(1, compensation=True)
    decision = diary.decision(PLANK)
    assert (decision.kind, decision.rule) == ("swap", "D4")
    assert moved_to(decision) in CATALOGUE[PLANK].easier
    diary.do(2)
    assert diary.decision(PLANK).kind == "resume"
    assert figures(diary.dose(PLANK))[:2] == (1, 10)


def test_a_rounding_back_in_a_bent_over_row_swaps_it_for_one_that_holds_the_trunk():
    bent_over = next(
        one.id
        for one in CATALOGUE.exercises
        if one.pattern == "horizontal_pull" and "hinge_unsupported" in one.provocations and one.tier == "standard"
    )
    diary = Diary(bent_over).do(1, compensation=True)
    decision = diary.decision(bent_over)
    assert (decision.kind, decision.rule) == ("swap", "B5")
    assert "hinge_unsupported" not in CATALOGUE[moved_to(decision)].provocations


def test_a_bad_morning_holds_all_that_was_loaded_and_counts_anew():
    diary = Diary(ROW).do(2).morning_after(5)
    assert (diary.decision(ROW).kind, diary.decision(ROW).rule) == ("hold", "D5")
    diary.do(1)
    assert diary.decision(ROW).kind == "hold"
    diary.do(1)
    assert diary.decision(ROW).kind == "progress"


def test_a_morning_within_what_is_usual_is_no_bad_one():
    assert Diary(ROW).do(2).morning_after(3).decision(ROW).kind == "progress"


@pytest.mark.parametrize(("check_ins", "mornings"), [((1, 1, 1), ()), ((3, 3, 3), (1, 1, 1)), ((), (1, 1, 1))])
def test_a_morning_is_held_against_the_week_before_of_check_ins_or_mornings_whichever_is_lower(check_ins, mornings):
    diary = Diary(ROW).do(2).check_ins(START, *check_ins)
    for n, pain in enumerate(mornings):
        diary.write("morning_after", START + timedelta(days=n), "07:00", pain=pain, stiffness=0)
    assert diary.morning_after(3).decision(ROW).rule == "D5"


def test_where_the_week_before_hurt_as_much_the_morning_is_no_bad_one():
    diary = Diary(ROW).do(2).check_ins(START, 3, 3, 3)
    assert diary.morning_after(4).decision(ROW).rule != "D5"


def test_a_session_that_ends_with_much_pain_counts_like_a_bad_morning():
    assert Diary(ROW).do(2).end(pain=5).decision(ROW).rule == "D5"


def test_two_bad_sessions_running_take_one_step_back():
    diary = Diary(PRESS).do(1).end(pain=5).do(1).morning_after(6)
    assert (diary.decision(PRESS).kind, diary.decision(PRESS).rule) == ("regress", "D5")


@pytest.mark.parametrize(("felt", "kind"), [("weak_achy", "regress"), ("fine", "hold")])
def test_weak_and_achy_twice_running_takes_a_step_and_a_set(felt, kind):
    diary = Diary(PRESS).do(1).end(felt="weak_achy").do(1, reps=1).end(felt=felt)
    decision = diary.decision(PRESS)
    assert decision.kind == kind
    if kind == "regress":
        assert decision.rule == "D6"
        assert (figures(decision.now)[0], kg(decision.now) < kg(decision.was)) == (1, True)


def test_reductions_do_not_stack_the_larger_one_is_taken():
    """D12, step 4: the largest of them, from the dose before the day."""
    twisted = Diary(PRESS).do(1, compensation=True).decision(PRESS).now
    stopped = Diary(PRESS).do(1, pain=6).decision(PRESS).now
    both = Diary(PRESS).do(1, pain=6, compensation=True).decision(PRESS)
    assert figures(both.now) == figures(stopped)
    assert kg(stopped) < kg(twisted)
    assert "D4" in both.reason


def test_after_sharp_pain_the_person_is_told_to_ask():
    diary = Diary(PRESS).do(1, pain=2, pain_kind="sharp")
    assert any(one.source == "D3" for one in diary.due().advice)
