"""What a plan answers: a program with its proof, a refusal, or what collides and would solve it."""

from dataclasses import replace
from functools import cache

import pytest

from rhomboid.catalogue.load import load_catalogue
from rhomboid.checking.check import check
from rhomboid.planning.explain import why
from rhomboid.planning.plan import plan
from rhomboid.prescription.plan import Plan
from rhomboid.prescription.profile import Profile
from rhomboid.screening.clearance import Clearance
from tests.planning_tasks import person, scheduled

CATALOGUE = load_catalogue()


def planned(profile: Profile, weeks: int = 5) -> Plan:
    return plan(profile, CATALOGUE, weeks=weeks)


@cache
def usual() -> Plan:
    return planned(person())


@pytest.mark.parametrize("name", ["chest-pain", "cancer-history"])
def test_nobody_whom_the_screen_stops_gets_a_program(name):
    made = planned(person(name))
    assert (made.status, made.program, made.conflict) == ("refused", None, ())


def test_a_program_comes_with_a_proof_that_its_points_keep():
    made = usual()
    assert made.status in ("optimal", "feasible")
    assert made.proof is not None
    assert made.proof.objective <= made.proof.bound
    assert made.proof.gap == pytest.approx((made.proof.bound - made.proof.objective) / made.proof.bound, abs=1e-5)
    assert made.proof.seconds > 0


@pytest.mark.parametrize(
    ("days", "named"),
    [(("mon",), "Wednesday or Thursday"), (("mon", "tue"), "Thursday or Friday"), ((), "Monday and Thursday")],
)
def test_too_few_strength_days_name_the_days_that_solve_it(days, named):
    made = planned(scheduled(person(), strength_days=days))
    assert made.status == "infeasible"
    assert made.conflict == ("C1", "schedule.strength_days")
    assert named in made.advice[1]


def test_nothing_to_pull_names_the_rule_and_what_was_left_out():
    pulls = frozenset(one.id for one in CATALOGUE.exercises if one.is_pull)
    made = planned(replace(person(), avoid=pulls))
    assert made.status == "infeasible"
    assert made.conflict == ("C5", "preferences.avoid")
    assert any("avoid" in line for line in made.advice)


def test_more_required_than_fits_names_the_clinicians_list_and_the_minutes():
    required = ("wall-push-up", "light-squat")
    asked = replace(person(), limits=replace(person().limits, require=required))
    made = planned(scheduled(asked, minutes=10, strength_days=("mon", "thu")))
    assert made.status == "infeasible"
    assert {"B1", "limits.require", "schedule.minutes"} <= set(made.conflict)


def test_what_a_clinician_requires_and_nothing_allows_is_named():
    asked = replace(person(), limits=replace(person().limits, require=("seated-cable-row",)))
    made = planned(asked)
    assert made.program is not None
    assert any(CATALOGUE["seated-cable-row"].name in line for line in made.advice)


def test_what_a_clinician_requires_is_in_every_phase():
    asked = replace(person(), limits=replace(person().limits, require=("wall-push-up", "deep-breathing")))
    made = plan(asked, CATALOGUE, weeks=9)
    assert made.program is not None
    for phase in ("familiarise", "build", "strengthen"):
        present = {
            item.exercise
            for week in made.program.weeks
            if week.phase == phase
            for session in week.sessions
            for item in session.items
        }
        assert {"wall-push-up", "deep-breathing"} <= present


@pytest.mark.parametrize("weeks", [1, 4, 9])
def test_a_program_has_as_many_weeks_as_were_asked_for_and_passes_the_checker(weeks):
    made = planned(person(), weeks)
    assert made.program is not None
    assert [week.number for week in made.program.weeks] == list(range(1, weeks + 1))
    assert check(person(), CATALOGUE, made) == ()


def test_every_item_says_why_it_is_there():
    made = usual()
    assert made.program is not None
    assert all(item.why for session in made.program.sessions for item in session.items)


def test_a_careful_dose_keeps_reserve_holds_short_and_says_how_to_breathe():
    careful = replace(
        person(),
        answers=person().answers.updated({"heart_lung_kidney_disease": "yes"}),
        clearances=(cleared("heart_lung_kidney_disease"),),
    )
    made = plan(careful, CATALOGUE, weeks=9)
    assert made.program is not None
    items = [item for session in made.program.sessions for item in session.items]
    assert all(item.rir >= 3 for item in items if item.rir is not None)
    assert all(item.hold_s <= 20 for item in items if item.hold_s is not None)
    assert all(any(one.source == "no_strain" for one in item.why) for item in items)


def cleared(rule: str) -> Clearance:
    return Clearance("Dr A. Example", "physician", person().schedule.start, (rule,))


def test_why_says_where_an_exercise_is_and_for_what_rule():
    made = usual()
    assert made.program is not None
    lines = why(person(), CATALOGUE, made.program, "walking")
    assert "is in walks" in lines[0]
    assert any("(C1)" in line for line in lines)


def test_why_names_the_exact_thing_that_keeps_an_exercise_out():
    made = usual()
    assert made.program is not None
    lines = why(person(), CATALOGUE, made.program, "seated-cable-row")
    assert "is not in your program" in lines[0]
    assert "It needs cable machine. (B1)" in lines


def test_why_tells_what_an_allowed_exercise_would_cost():
    made = usual()
    assert made.program is not None
    lines = why(person(), CATALOGUE, made.program, "heel-raise")
    assert "though you may do it" in lines[0]
    assert "points" in lines[-1]


def test_nothing_to_walk_with_names_only_the_list_that_took_it_away():
    aerobic = frozenset(one.id for one in CATALOGUE.exercises if "aerobic" in one.blocks)
    banned = replace(person(), avoid=frozenset({"sphinx"}), limits=replace(person().limits, ban=aerobic))
    assert planned(banned, 2).conflict == ("B1", "C1", "limits.ban")
