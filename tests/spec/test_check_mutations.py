"""The checker notices one small wrong thing in an otherwise good plan, and names its rule.

The plans are real ones; each line of the table spoils one place of one of them.
"""

from dataclasses import replace
from datetime import timedelta
from functools import cache
from pathlib import Path

import pytest

from rhomboid.catalogue.load import load_catalogue
from rhomboid.checking.check import check
from rhomboid.planning.plan import plan
from rhomboid.prescription.profile_toml import load_profile
from rhomboid.prescription.program import Block, Load, Session
from rhomboid.screening.clearance import Clearance

EXAMPLES = Path(__file__).parents[2] / "examples"


@cache
def person(name="band-at-home"):
    return load_profile(EXAMPLES / f"{name}.toml", load_catalogue())


@cache
def good(name="band-at-home"):
    return plan(person(name), load_catalogue())


def broken(made, who=None):
    return {violation.rule for violation in check(who or person(), load_catalogue(), made)}


def with_program(made, **changes):
    return replace(made, program=replace(made.program, **changes))


def with_weeks(made, change):
    return with_program(made, weeks=tuple(change(week) for week in made.program.weeks))


def with_session(made, wanted, change):
    """Return the plan with `change` made to the first session that is wanted; None from `change` takes it out."""
    done: list[Session] = []

    def in_week(week):
        sessions: list[Session] = []
        for session in week.sessions:
            if not done and wanted(week, session):
                done.append(session)
                sessions += filter(None, [change(session)])
            else:
                sessions.append(session)
        return replace(week, sessions=tuple(sessions))

    changed = with_weeks(made, in_week)
    assert done, "nothing was spoiled"
    return changed


def with_item(made, wanted, **changes):
    """Return the plan with the first item changed for which wanted(week, session, block, item)."""

    def change(session):
        blocks, done = [], False
        for block in session.blocks:
            items = []
            for item in block.items:
                hit = not done and wanted(session, block.name, item)
                done = done or hit
                items.append(replace(item, **changes) if hit else item)
            blocks.append(Block(block.name, tuple(items)))
        return replace(session, blocks=tuple(blocks))

    def has(_week, session):
        return any(wanted(session, block.name, item) for block in session.blocks for item in block.items)

    return with_session(made, has, change)


def of_kind(kind, number=None):
    return lambda week, session: session.kind == kind and (number is None or week.number == number)


def in_block(name):
    return lambda _session, block, _item: block == name


def exercise_of(item):
    return load_catalogue()[item.exercise]


def is_kind(kind):
    return lambda _session, _block, item: exercise_of(item).dose.kind == kind


def in_phase(made, phase, wanted):
    """Return `wanted`, held to the sessions of a phase."""
    ids = {session.id for week in made.program.weeks if week.phase == phase for session in week.sessions}
    return lambda session, block, item: session.id in ids and wanted(session, block, item)


def is_loaded_by_band(_session, block, item):
    return block == "strength" and item.load is not None and item.load.band is not None


def is_dosed(_session, block, item):
    return block == "strength" and exercise_of(item).dose.kind == "reps"


def test_it_finds_nothing_wrong_with_a_good_plan():
    assert check(person(), load_catalogue(), good()) == ()


DAY = timedelta(days=1)
# alone: no other rule breaks with it; elsewhere the spoiled place breaks more than one.
ITEM_TABLE = [
    ("an exercise that is not there", in_block("strength"), {"exercise": "no-such-thing"}, "shape", False),
    ("no reason", in_block("core"), {"why": ()}, "shape", True),
    ("no sets", in_block("core"), {"sets": 0}, "shape", False),
    ("a weight where a band is asked", is_loaded_by_band, {"load": Load(kg=5.0)}, "shape", False),
    ("a band the person has not", is_loaded_by_band, {"load": Load(band="extra_heavy")}, "shape", False),
    ("no load on a band move", is_loaded_by_band, {"load": None}, "shape", False),
    ("a stretch with a weight", is_kind("stretch"), {"load": Load(kg=1.0)}, "shape", True),
    ("a stretch in minutes", is_kind("stretch"), {"hold_s": None, "minutes": 1.0}, "shape", False),
    ("one side only", lambda *place: place[2].per_side, {"per_side": False}, "C5", False),
    ("seconds that do not follow", in_block("core"), {"seconds": 1}, "C3", True),
    ("a rest that is not the table's", in_block("strength"), {"rest_s": 5}, "C3", True),
    ("a core rest that is not the table's", in_block("core"), {"rest_s": 46}, "C3", True),
    ("a tempo that is none", is_dosed, {"tempo": "slow"}, "C4", False),
    ("a tempo of something held", is_kind("stretch"), {"tempo": "2-1-3"}, "shape", True),
    ("a reserve in a stretch", is_kind("stretch"), {"rir": 2}, "shape", True),
    ("a walk in two sets", in_block("aerobic"), {"sets": 2}, "shape", True),
    ("another tempo", is_dosed, {"tempo": "1-0-1"}, "C4", False),
    ("too little in reserve", is_dosed, {"rir": 2}, "C4", True),
    ("a target that is none", is_dosed, {"reps": (5, 7)}, "C4", False),
    ("a lowest target that is none", is_dosed, {"reps": (4, 5)}, "C4", True),
    ("a first session of three sets", is_dosed, {"sets": 3}, "C4", False),
    ("a stretch of 60 s", is_kind("stretch"), {"hold_s": 60}, "C4", False),
    ("a stretch done once", is_kind("stretch"), {"sets": 1}, "C4", False),
    ("a walk that is too long", in_block("aerobic"), {"minutes": 30.0}, "C1", False),
    ("a band heavier at first", is_loaded_by_band, {"load": Load(band="heavy")}, "B9", False),
    ("an Olympic lift", in_block("strength"), {"exercise": "olympic-lifts"}, "B2", False),
    ("a locked deadlift", in_block("strength"), {"exercise": "barbell-deadlift"}, "B3", False),
    ("kit the person has not", in_block("strength"), {"exercise": "machine-lat-pulldown"}, "B1", False),
    ("a crunch in familiarise", in_block("core"), {"exercise": "ab-crunch"}, "B6", False),
    ("the superman at first", in_block("strength"), {"exercise": "superman"}, "B6", False),
    ("a neck circle with neck pain", in_block("warm_up"), {"exercise": "neck-roll"}, "A7", False),
]


@pytest.mark.parametrize(
    ("title", "wanted", "changes", "rule", "alone"), ITEM_TABLE, ids=[row[0] for row in ITEM_TABLE]
)
def test_it_names_the_rule_of_a_spoiled_item(title, wanted, changes, rule, alone):
    found = broken(with_item(good(), wanted, **changes))
    assert found == {rule} if alone else rule in found


SESSION_TABLE = [
    ("a walk left out", of_kind("walk"), lambda _: None, "C1", True),
    ("a daily session left out", of_kind("daily"), lambda _: None, "C1", True),
    ("a strength day left out", of_kind("strength", 2), lambda _: None, "C1", False),
    ("strength on the day after", of_kind("strength", 2), lambda one: replace(one, date=one.date + DAY), "C1", True),
    ("a session in another week", of_kind("walk"), lambda one: replace(one, date=one.date + 7 * DAY), "shape", True),
    ("minutes that do not sum", of_kind("strength"), lambda one: replace(one, minutes=one.minutes - 1), "C3", True),
    ("blocks out of order", of_kind("strength"), lambda one: replace(one, blocks=one.blocks[::-1]), "C3", True),
    ("no cool-down", of_kind("strength"), lambda one: replace(one, blocks=one.blocks[:-1]), "C3", True),
    ("no core", of_kind("strength"), lambda one: without(one, "core"), "C3", False),
    ("a warm-up cut short", of_kind("strength"), lambda one: cut(one, "warm_up", 1), "C3", True),
    ("one loaded move", of_kind("strength"), lambda one: cut(one, "strength", 1), "C3", False),
    ("a session with no block", of_kind("walk"), lambda one: replace(one, blocks=()), "shape", False),
    ("a strength session with no block", of_kind("strength"), lambda one: replace(one, blocks=()), "shape", False),
    ("a block twice", of_kind("walk"), lambda one: replace(one, blocks=one.blocks * 2), "shape", False),
    ("a move left out inside a phase", of_kind("strength", 2), lambda one: cut(one, "strength", 2), "C7", False),
]


def without(session, name):
    return replace(session, blocks=tuple(block for block in session.blocks if block.name != name))


def cut(session, name, count):
    blocks = (Block(block.name, block.items[:count]) if block.name == name else block for block in session.blocks)
    return replace(session, blocks=tuple(blocks))


@pytest.mark.parametrize(
    ("title", "wanted", "change", "rule", "alone"), SESSION_TABLE, ids=[row[0] for row in SESSION_TABLE]
)
def test_it_names_the_rule_of_a_spoiled_session(title, wanted, change, rule, alone):
    found = broken(with_session(good(), wanted, change))
    assert found == {rule} if alone else rule in found


def only(pattern_test):
    """Return a change that takes out of all sessions what passes the test."""

    def in_session(session):
        blocks = (Block(b.name, tuple(i for i in b.items if not pattern_test(exercise_of(i)))) for b in session.blocks)
        return replace(session, blocks=tuple(block for block in blocks if block.items))

    return lambda week: replace(week, sessions=tuple(in_session(session) for session in week.sessions))


WEEK_TABLE = [
    ("no pull", only(lambda exercise: exercise.is_pull), {"C5"}),
    ("no retraction", only(lambda exercise: exercise.is_retraction), {"C5"}),
    ("no core", only(lambda exercise: exercise.is_core), {"C5", "C3"}),
    ("no chest opening", only(lambda exercise: exercise.pattern == "chest_opening"), {"C5"}),
    ("a phase too early", lambda week: replace(week, phase="build"), {"C2"}),
    ("no lighter week", lambda week: replace(week, deload=False), {"C2"}),
    ("weeks numbered from nought", lambda week: replace(week, number=week.number - 1), {"C2"}),
    ("a week numbered wrong", lambda week: replace(week, number=week.number + 1), {"C2"}),
]


@pytest.mark.parametrize(("title", "change", "rules"), WEEK_TABLE, ids=[row[0] for row in WEEK_TABLE])
def test_it_names_the_rule_of_spoiled_weeks(title, change, rules):
    assert rules <= broken(with_weeks(good(), change))


def test_it_wants_lighter_weeks_to_be_lighter():
    heavy = good().program.weeks[2].sessions
    spoiled = with_weeks(good(), lambda week: replace(week, sessions=moved(heavy, 7)) if week.number == 4 else week)
    assert "C2" in broken(spoiled)


def moved(sessions, days):
    return tuple(
        replace(session, id=f"again-{session.id}", date=session.date + timedelta(days=days)) for session in sessions
    )


def test_it_wants_reviews_after_weeks_4_8_12_and_the_last():
    assert broken(with_program(good(), review_dates=good().program.review_dates[:-1])) == {"C2"}


def test_it_wants_the_program_to_start_on_the_persons_day():
    assert "C2" in broken(with_program(good(), start=good().program.start + DAY))


def test_it_refuses_a_program_for_someone_the_screen_stops():
    assert "A1" in broken(good(), person("chest-pain"))


def test_it_refuses_a_triage_that_is_not_what_the_answers_give():
    assert broken(replace(good(), triage={**good().triage, "level": "proceed"})) == {"A1"}


def test_it_refuses_strength_in_a_flare():
    flare = person("flare")
    first = with_session(good("flare"), of_kind("daily", 1), lambda one: replace(one, kind="strength"))
    assert "C8" in broken(first, flare)


def test_it_refuses_rolling_in_a_flare():
    spoiled = with_item(good("flare"), in_block("mobility"), exercise="foam-roll-upper-back")
    assert "C8" in broken(spoiled, person("flare"))


def test_it_refuses_a_weight_above_a_clinicians_cap():
    capped = replace(person("gym"), limits=replace(person("gym").limits, max_load_kg=dict.fromkeys(kg_moves(), 1.0)))
    assert "shape" in broken(good("gym"), capped)


def kg_moves():
    return [each.id for each in load_catalogue().exercises if each.loading in ("free_weight", "machine")]


def test_it_refuses_what_the_person_avoids_and_a_clinician_bans():
    used = next(item.exercise for session in good().program.sessions for item in session.block("strength"))
    assert broken(good(), replace(person(), avoid=frozenset({used}))) == {"B1"}
    assert broken(good(), replace(person(), limits=replace(person().limits, ban=frozenset({used})))) == {"B1"}


def test_it_misses_what_a_clinician_requires():
    used = {item.exercise for session in good().program.sessions for item in session.items}
    absent = next(
        each.id
        for each in load_catalogue().exercises
        if each.id not in used and each.tier == "entry" and each.pattern == "horizontal_pull" and not each.equipment
    )
    assert broken(good(), replace(person(), limits=replace(person().limits, require=(absent,)))) == {"B1"}


def test_it_holds_three_in_reserve_where_the_effort_must_stay_low():
    eased = good("kettlebell")
    answers = tuple(
        (fact, "yes" if fact == "heart_lung_kidney_disease" else value)
        for fact, value in person("kettlebell").answers.items
    )
    ill = replace(person("kettlebell"), answers=replace(person("kettlebell").answers, items=answers))
    assert {"A1", "A7"} <= broken(eased, cleared(ill))


def cleared(somebody):
    day = somebody.schedule.start - DAY
    return replace(somebody, clearances=(Clearance("Dr A", "physician", day, ("heart_lung_kidney_disease",)),))


def test_it_refuses_a_heavy_squat_before_it_is_open():
    squat = next(each for each in load_catalogue().exercises if each.pattern == "squat" and each.tier == "entry")
    spoiled = with_item(good("kettlebell"), in_block("strength"), exercise=squat.id, load=Load(kg=12.0))
    assert "B4" in broken(spoiled, person("kettlebell"))


def test_it_refuses_a_target_that_rises_too_soon():
    strength = [session.id for session in good().program.sessions if session.kind == "strength"]
    spoiled = with_item(
        good(), lambda one, block, item: one.id == strength[1] and is_dosed(one, block, item), reps=(5, 8)
    )
    assert "D1" in broken(spoiled)


def test_it_refuses_an_infeasible_plan_that_names_nothing():
    bare = replace(good(), status="infeasible", program=None, conflict=())
    assert broken(bare) == {"shape"}


def test_it_refuses_a_plan_of_other_content():
    versions = replace(good().versions, catalogue="another")
    assert broken(replace(good(), versions=versions)) == {"shape"}


def other(**changes):
    """Return the person with one setting of theirs changed, whom the plan was not made for."""
    fields = {name: replace(getattr(person(), name), **change) for name, change in changes.items()}
    return replace(person(), **fields)


PEOPLE_TABLE = [
    ("less time", {"schedule": {"minutes": 20}}, "C3"),
    ("less time on other days", {"schedule": {"daily_minutes": 5}}, "C1"),
    ("other strength days", {"schedule": {"strength_days": ("tue", "thu", "sat")}}, "C1"),
    ("one strength day", {"schedule": {"strength_days": ("mon",)}}, "C1"),
    ("days for two sessions only", {"schedule": {"strength_days": ("mon", "fri")}}, "C1"),
    ("no kit", {"setting": {"equipment": frozenset()}}, "B1"),
    ("lighter bands alone", {"kit": {"bands": ("extra_light",)}}, "B9"),
    ("a trained person", {"experience": {"level": "trained"}}, "B9"),
]


@pytest.mark.parametrize(("title", "changes", "rule"), PEOPLE_TABLE, ids=[row[0] for row in PEOPLE_TABLE])
def test_it_refuses_the_plan_of_another_person(title, changes, rule):
    assert rule in broken(good(), other(**changes))


def test_it_refuses_the_floor_to_someone_who_cannot_get_there():
    lying = with_item(good("seventy-one-no-floor"), in_block("cool_down"), exercise="childs-pose")
    assert "B1" in broken(lying, person("seventy-one-no-floor"))


def test_it_refuses_a_roller_to_someone_on_blood_thinners():
    rolled = with_item(good("blood-thinners"), in_block("mobility"), exercise="foam-roll-upper-back")
    assert "A7" in broken(rolled, person("blood-thinners"))


def test_it_refuses_more_than_three_daily_sets_a_phase():
    daily = [session.id for session in good().program.weeks[0].sessions if session.kind == "daily"]
    spoiled = good()
    for number, name in enumerate(daily[:4]):
        spoiled = with_session(spoiled, lambda _, one, name=name: one.id == name, lambda one, n=number: thinned(one, n))
    assert "C7" in broken(spoiled)


def thinned(session, number):
    """Return the session with another first item each time."""
    items = [item for block in session.blocks for item in block.items]
    chosen = ("cat-cow", "arm-circles", "shoulder-roll", "elbow-touch")[number]
    first = replace(items[0], exercise=chosen)
    return replace(session, blocks=(Block(session.blocks[0].name, (first, *session.blocks[0].items[1:])),))


def strength_swapped(week, keep):
    """Return the week with all loaded moves but the first `keep` of each session under other names."""

    def in_block(block):
        if block.name != "strength":
            return block
        items = tuple(
            item if place < keep else replace(item, exercise=("prone-row", "wall-angel", "towel-pull-apart")[place % 3])
            for place, item in enumerate(block.items)
        )
        return Block(block.name, items)

    sessions = (replace(one, blocks=tuple(in_block(block) for block in one.blocks)) for one in week.sessions)
    return replace(week, sessions=tuple(sessions))


def test_it_refuses_more_than_a_third_replaced_at_a_boundary():
    spoiled = with_weeks(good(), lambda week: strength_swapped(week, 0) if week.phase == "build" else week)
    assert "C7" in broken(spoiled)


def test_it_refuses_more_push_than_pull():
    push = next(each.id for each in load_catalogue().exercises if each.is_push and each.tier == "entry")

    def pushed(week):
        def in_block(block):
            return Block(block.name, tuple(replace(item, exercise=push) for item in block.items[:1]) + block.items[1:])

        sessions = (
            replace(
                one, blocks=tuple(in_block(b) if b.name in ("strength", "core", "cool_down") else b for b in one.blocks)
            )
            for one in week.sessions
        )
        return replace(week, sessions=tuple(sessions))

    assert "C5" in broken(with_weeks(good(), pushed))


def test_it_refuses_too_many_sets_of_pull_and_retraction():
    def more(week):
        def in_block(block):
            if block.name != "strength":
                return block
            return Block(block.name, tuple(replace(item, sets=item.sets * 4) for item in block.items))

        sessions = (replace(one, blocks=tuple(in_block(block) for block in one.blocks)) for one in week.sessions)
        return replace(week, sessions=tuple(sessions))

    assert "C6" in broken(with_weeks(good(), more))


def test_it_refuses_a_muscle_loaded_hard_on_two_days_running():
    first = next(session for session in good().program.weeks[1].sessions if session.kind == "strength")
    block = Block("mobility", tuple(replace(item, sets=3) for item in first.block("strength")))
    hard = replace(
        first, blocks=tuple(replace(b, items=tuple(replace(i, sets=3) for i in b.items)) for b in first.blocks)
    )
    spoiled = with_session(good(), lambda _, one: one.id == first.id, lambda _: hard)
    after = first.date + DAY
    spoiled = with_session(
        spoiled, lambda _, one: one.date == after and one.kind == "daily", lambda one: replace(one, blocks=(block,))
    )
    assert "C6" in broken(spoiled)


def test_it_refuses_a_proof_that_does_not_add_up():
    proof = replace(good().proof, gap=good().proof.gap + 0.5)
    assert broken(replace(good(), proof=proof)) == {"shape"}
