"""Part 3 of the screening rules: who may lift what, for how long, and what stays when it is lifted."""

from datetime import UTC, date, datetime, timedelta

import pytest

from rhomboid.lib.errors import UserError
from rhomboid.screening.clearance import ROLES, Clearance, parse_clearance
from rhomboid.screening.facts import Answers, parse_answers
from rhomboid.screening.reports import Report, answers_after
from rhomboid.screening.rules import load_rules
from rhomboid.screening.triage import Triage, screen, screen_reports
from tests.screening_people import START, cleared, person, rules_hit, screened
from tests.spec.test_screening_rules import EMERGENCY, changes

FIVE_LOCKS = ("spinal_surgery", "spinal_tumour", "spinal_fracture", "spinal_infection", "nerve_root_compression")


def level_of(triage: Triage, rule: str) -> str | None:
    return next((hit.level for hit in triage.hits if hit.rule.id == rule), None)


def day(number: int) -> date:
    """Return day `number` of the program; day 0 is the intake."""
    return START + timedelta(days=number)


def told(number: int, **facts: object) -> Report:
    return Report(day(number), parse_answers("test", facts))


def after(*reports: Report, on: int, clearances: tuple[Clearance, ...] = (), **intake: object) -> Triage:
    """Return the triage on a day, after the well person's intake and what was reported later."""
    return screen_reports([Report(START, person(**intake)), *reports], clearances, day(on))


def test_it_lifts_a_named_rule_and_says_who_lifted_it_and_when():
    triage = screened(cleared("spinal_surgery", day=date(2026, 11, 1)), spinal_surgery="yes")
    (hit,) = triage.hits
    assert (triage.level, hit.level) == ("modify", "modify")
    assert hit.lifted_by is not None
    assert (hit.lifted_by.by, hit.lifted_by.date) == ("Dr A. Example", date(2026, 11, 1))
    assert triage.restrictions == ("nerve_care", "low_back_care", "locked_by_name_only")
    assert triage.may_train


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("fact", ["spinal_surgery", "nerve_root_compression"])
def test_it_asks_for_the_right_role(role, fact):
    needs = {"spinal_surgery": {"physician"}, "nerve_root_compression": set(ROLES) - {"trainer"}}[fact]
    triage = screened(cleared(fact, role=role), **{fact: "yes"})
    assert triage.may_train == (role in needs)


def test_it_lifts_exactly_the_scope():
    triage = screened(cleared("spinal_surgery"), spinal_surgery="yes", spinal_fracture="yes")
    assert (level_of(triage, "spinal_surgery"), level_of(triage, "spinal_fracture")) == ("modify", "see_clinician")
    assert triage.level == "see_clinician"


@pytest.mark.parametrize("lock", FIVE_LOCKS)
def test_it_keeps_each_of_the_five_locks_though_the_other_four_are_cleared(lock):
    others = [other for other in FIVE_LOCKS if other != lock]
    triage = screened(cleared(*others), **dict.fromkeys(FIVE_LOCKS, "yes"))
    assert not triage.may_train
    assert [hit.rule.id for hit in triage.hits if hit.level != "modify"] == [lock]


def test_it_ignores_a_clearance_dated_after_the_day():
    assert not screened(cleared("pregnant", day=day(1)), pregnant="yes").may_train
    assert screened(cleared("pregnant", day=day(0)), pregnant="yes").may_train


@pytest.mark.parametrize("row", EMERGENCY, ids=lambda row: row[0])
def test_no_emergency_is_lifted_while_its_condition_holds(row):
    rule, _, _, _, hits, _ = row
    triage = screened(cleared(*load_rules()), **changes(hits[0]))
    assert (triage.level, level_of(triage, rule)) == ("emergency", "emergency")


def test_nobody_clears_someone_under_eighteen():
    assert screened(cleared("under_18"), age=17, onset_age=15).level == "see_clinician"


def test_a_modify_rule_is_not_lifted_but_ends_with_its_answer():
    assert screened(cleared("anticoagulants"), anticoagulants="yes").restrictions == ("no_pressure",)
    assert after(told(3, anticoagulants="no"), on=3, anticoagulants="yes").level == "proceed"


def test_it_refuses_an_id_in_scope_that_is_no_rule():
    with pytest.raises(UserError, match=r"clearances: clearance\.scope: 'spine' is not allowed"):
        screened(cleared("spine"))


def test_a_fact_reported_again_after_the_clearance_locks_again():
    intake = {"exertional_pain": "yes"}
    lift = (cleared("exertional_pain", day=day(0)),)
    assert after(on=9, clearances=lift, **intake).may_train
    assert not after(told(5, exertional_pain="yes"), on=9, clearances=lift, **intake).may_train
    assert after(
        told(5, exertional_pain="yes"), on=9, clearances=(cleared("exertional_pain", day=day(6)),), **intake
    ).may_train


def test_a_report_of_other_facts_leaves_a_clearance_alone():
    lift = (cleared("exertional_pain", day=day(0)),)
    assert after(told(5, anticoagulants="yes", scoliosis="no"), on=9, clearances=lift, exertional_pain="yes").may_train


def test_the_intake_itself_is_no_second_report():
    assert screened(cleared("cancer_history", day=day(-100)), cancer_history="yes").may_train


@pytest.mark.parametrize(("fact", "rule", "level"), [("chest_pain", "chest_pain", "emergency"), ("fever_or_sweats", "fever_or_sweats", "same_day"), ("fainting", "fainting", "see_clinician")])  # fmt: skip
def test_a_flag_raised_in_a_program_stays_though_the_answer_is_no_again(fact, rule, level):
    raised, ended = told(10, **{fact: "yes"}), told(14, **{fact: "no"})
    assert after(raised, ended, on=9).level == "proceed"
    assert after(raised, ended, on=10).level == level
    triage = after(raised, ended, on=30)
    assert (triage.level, rules_hit(triage)) == (level, {rule})
    (hit,) = triage.hits
    assert hit.raised_on == day(10)
    assert hit.facts == ((fact, "yes"),)


def test_such_a_flag_goes_when_a_clearance_on_or_after_the_change_names_it():
    raised, ended = told(10, chest_pain="yes"), told(14, chest_pain="no")
    for lift, may_train in [
        (cleared("chest_pain", day=day(13)), False),
        (cleared("chest_pain", day=day(14)), True),
        (cleared("chest_pain", day=day(20)), True),
        (cleared("chest_pain", day=day(14), role="physiotherapist"), False),
        (cleared("fainting", day=day(14)), False),
    ]:
        triage = after(raised, ended, on=30, clearances=(lift,))
        assert triage.may_train == may_train
        assert level_of(triage, "chest_pain") == ("modify" if may_train else "emergency")


def test_a_cleared_flag_still_brings_its_limits():
    triage = after(
        told(10, fainting="yes"), told(14, fainting="no"), on=30, clearances=(cleared("fainting", day=day(15)),)
    )
    assert triage.restrictions == ("steady_ground", "no_strain", "locked_by_name_only")


def test_a_flag_raised_once_more_needs_a_new_clearance():
    reports = (
        told(10, chest_pain="yes"),
        told(12, chest_pain="no"),
        told(20, chest_pain="yes"),
        told(22, chest_pain="no"),
    )
    lift = (cleared("chest_pain", day=day(13)),)
    assert after(*reports, on=15, clearances=lift).may_train
    assert after(*reports, on=20, clearances=lift).level == "emergency"
    assert after(*reports, on=30, clearances=lift).level == "emergency"


def test_a_hit_lifted_while_it_held_is_not_locked_again_by_getting_better():
    reports = (told(10, fainting="yes"), told(20, fainting="no"))
    lift = (cleared("fainting", day=day(11)),)
    assert level_of(after(*reports, on=15, clearances=lift), "fainting") == "modify"
    assert level_of(after(*reports, on=25, clearances=lift), "fainting") == "modify"


def test_what_the_intake_knew_and_a_clinician_lifted_ends_with_its_answer():
    lift = (cleared("postpartum_under_12_weeks"),)
    triage = after(told(30, postpartum_under_12_weeks="no"), on=30, clearances=lift, postpartum_under_12_weeks="yes")
    assert (triage.level, triage.hits) == ("proceed", ())


def test_what_the_intake_knew_and_nobody_lifted_does_not_go_away_by_a_no():
    assert after(told(3, cancer_history="no"), on=9, cancer_history="yes").level == "same_day"


def test_a_figure_that_falls_again_does_not_lift_the_hit_it_made():
    reports = (told(10, at_rest_now=8), told(17, at_rest_now=3))
    assert after(*reports, on=20).level == "see_clinician"
    assert after(*reports, on=20, clearances=(cleared("severe_pain", role="physiotherapist", day=day(17)),)).may_train


def test_on_one_day_the_moments_decide_what_came_first():
    def at(hour: int) -> datetime:
        return datetime.combine(day(5), datetime.min.time(), UTC).replace(hour=hour)

    lift = Clearance("Dr A. Example", "physician", day(5), ("fainting",), at=at(12))
    fact = parse_answers("test", {"fainting": "yes"})
    intake = Report(START, person())
    assert screen_reports([intake, Report(day(5), fact, at=at(8))], [lift], day(5)).may_train
    assert not screen_reports([intake, Report(day(5), fact, at=at(18))], [lift], day(5)).may_train


def test_it_reads_the_same_whether_the_answers_now_are_among_the_reports_or_not():
    reports = [Report(START, person()), told(4, fever_or_sweats="yes"), told(6, fever_or_sweats="no")]
    apart = screen(answers_after(reports), (), day(6), earlier=reports[:-1])
    assert apart == screen(answers_after(reports), (), day(6), earlier=reports)
    assert apart.level == "same_day"


def test_no_clearance_makes_up_for_a_missing_answer():
    assert screened(cleared("pregnant"), pregnant="yes", cancer_history=None).level == "incomplete"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"role": "nurse"}, r"clearance\[1\]\.role: 'nurse' is not allowed; allowed: one of physician"),
        ({"date": "yesterday"}, r"clearance\[1\]\.date: 'yesterday' is not allowed"),
        ({"date": datetime(2026, 11, 1, tzinfo=UTC)}, r"clearance\[1\]\.date: "),
        ({"by": " "}, r"clearance\[1\]\.by: ' ' is not allowed"),
        ({"scope": "pregnant"}, r"clearance\[1\]\.scope: 'pregnant' is not allowed; allowed: a list"),
        ({"scope": ["pregnancy"]}, r"clearance\[1\]\.scope: 'pregnancy' is not allowed"),
        ({"scope": [3]}, r"clearance\[1\]\.scope: 3 is not allowed"),
        ({"phone": "1"}, r"clearance\[1\]: .* allowed: a table with exactly by, role, date, scope"),
    ],
)
def test_it_refuses_a_clearance_that_cannot_be_in_one_line(change, said):
    good = {"by": "Dr A. Example", "role": "physician", "date": START, "scope": ["pregnant"]}
    assert parse_clearance("p.toml", "clearance[1]", good) == cleared("pregnant")
    with pytest.raises(UserError, match="p.toml: " + said) as error:
        parse_clearance("p.toml", "clearance[1]", {**good, **change})
    assert "\n" not in str(error.value)


def test_reports_lie_over_each_other_in_order():
    assert answers_after([told(0, age=40, fainting="yes"), told(1, fainting="no")]) == Answers(
        (("age", 40), ("fainting", "no"))
    )
