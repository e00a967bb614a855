"""C1, C2 and C5 to C8: the checker refuses weeks that do not hold what they must."""

from dataclasses import replace
from datetime import timedelta

import pytest

from rhomboid.catalogue.load import load_catalogue
from rhomboid.checking.check import check
from rhomboid.prescription.program import Block
from tests.spoiled import (
    DAY,
    broken,
    cut,
    exercise_of,
    good,
    in_block,
    of_kind,
    person,
    with_item,
    with_program,
    with_session,
    with_weeks,
)

# alone: no other rule breaks with it; elsewhere the spoiled place breaks more than one.
ITEM_TABLE = [
    ("a walk that is too long", in_block("aerobic"), {"minutes": 30.0}, "C1", False),
]


@pytest.mark.parametrize(
    ("title", "wanted", "changes", "rule", "alone"), ITEM_TABLE, ids=[row[0] for row in ITEM_TABLE]
)
def test_it_names_the_rule_of_a_spoiled_walk(title, wanted, changes, rule, alone):
    found = broken(with_item(good(), wanted, **changes))
    assert found == {rule} if alone else rule in found


# alone: no other rule breaks with it; elsewhere the spoiled place breaks more than one.
SESSION_TABLE = [
    ("a walk left out", of_kind("walk"), lambda _: None, "C1", True),
    ("a daily session left out", of_kind("daily"), lambda _: None, "C1", True),
    ("a strength day left out", of_kind("strength", 2), lambda _: None, "C1", False),
    ("strength on the day after", of_kind("strength", 2), lambda one: replace(one, date=one.date + DAY), "C1", True),
    ("a move left out inside a phase", of_kind("strength", 2), lambda one: cut(one, "strength", 2), "C7", False),
]


@pytest.mark.parametrize(
    ("title", "wanted", "change", "rule", "alone"), SESSION_TABLE, ids=[row[0] for row in SESSION_TABLE]
)
def test_it_names_the_rule_of_a_spoiled_day(title, wanted, change, rule, alone):
    found = broken(with_session(good(), wanted, change))
    assert found == {rule} if alone else rule in found


def only(pattern_test):
    """Return a change that takes out of all sessions what passes the test."""

    def in_session(session):
        blocks = (Block(b.name, tuple(i for i in b.items if not pattern_test(exercise_of(i)))) for b in session.blocks)
        return replace(session, blocks=tuple(block for block in blocks if block.items))

    return lambda week: replace(week, sessions=tuple(in_session(session) for session in week.sessions))


def stretched_into_yoga(week):
    """Return the week with twenty minutes of cat-cow at the head of each session."""
    sessions = []
    for session in week.sessions:
        head, *rest = session.blocks
        long = replace(head.items[0], exercise="cat-cow", seconds=1200)
        sessions.append(replace(session, blocks=(replace(head, items=(long, *head.items[1:])), *rest)))
    return replace(week, sessions=tuple(sessions))


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


def test_it_refuses_over_an_hour_of_yoga_in_a_week_of_the_first_phase():
    found = check(person(), load_catalogue(), with_weeks(good(), stretched_into_yoga))
    told = [one.where for one in found if one.rule == "C5" and "minutes of yoga, at most 60" in one.text]
    assert len(told) == sum(week.phase == "familiarise" for week in good().program.weeks)


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


def test_it_refuses_strength_in_a_flare():
    flare = person("flare")
    first = with_session(good("flare"), of_kind("daily", 1), lambda one: replace(one, kind="strength"))
    assert "C8" in broken(first, flare)


def test_it_refuses_rolling_in_a_flare():
    spoiled = with_item(good("flare"), in_block("mobility"), exercise="foam-roll-upper-back")
    assert "C8" in broken(spoiled, person("flare"))


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
