"""The engine and a slow second reading of the rules agree on every session of many lives (section D)."""

import pytest

from rhomboid.catalogue.load import load_catalogue
from tests.oracles.plain_compare import differences, picks_of
from tests.property import lives
from tests.property.lives import LIVES, PEOPLE, Life, ask, person

WEEKS = 12 if LIVES >= 8 else 9
# The slow fold is slow: it is asked at every eighth session, and at each where something unusual was decided.
EVERY = 4 if LIVES >= 8 else 8
USUAL = {"hold", "progress"}


def first_differences(life):
    """Live a life until the two readings differ; return in what."""
    picks = {}
    for number, (day, log, answer) in enumerate(life.live()):
        assert answer["problems"] == (), answer["problems"]
        picks.update(picks_of(answer, day))
        if number % EVERY and {one["kind"] for one in answer["decisions"]} <= USUAL:
            continue
        found = differences(person(life.name), load_catalogue(), lives.program(life.name), log, day, answer, picks)
        if found:
            return found
    return []


@pytest.mark.parametrize("seed", range(LIVES))
def test_it_agrees_in_an_ordinary_life(seed):
    life = Life(PEOPLE[seed % len(PEOPLE)], seed, weeks=WEEKS)
    assert first_differences(life) == []


@pytest.mark.parametrize("name", PEOPLE[1 : max(3, LIVES)])
def test_it_agrees_when_all_goes_well(name):
    life = Life(name, 1, weeks=9, habits=dict(lives.SPOTLESS), skip=0, moods=0)
    assert first_differences(life) == []


@pytest.mark.parametrize("seed", range(max(1, LIVES // 4)))
def test_it_agrees_with_much_left_in_reserve(seed):
    life = Life(PEOPLE[seed % len(PEOPLE)], 100 + seed, weeks=WEEKS, habits=dict(lives.STRONG), moods=0)
    assert first_differences(life) == []


@pytest.mark.parametrize("gap", [9, 15, 29] if LIVES < 8 else [8, 9, 14, 15, 22, 28, 29, 40])
def test_it_agrees_after_days_off(gap):
    life = Life(PEOPLE[gap % len(PEOPLE)], gap, weeks=10, habits=dict(lives.SPOTLESS), gaps=((12, gap - 2),), moods=0)
    assert first_differences(life) == []


@pytest.mark.parametrize("days", [4, 12] if LIVES < 8 else [2, 4, 5, 9, 12, 16])
def test_it_agrees_in_a_flare_and_after_it(days):
    life = Life(
        PEOPLE[days % len(PEOPLE)],
        days,
        weeks=9,
        habits=dict(lives.SPOTLESS),
        flares=((30, days),),
        moods=0,
        checks_in=1,
    )
    assert first_differences(life) == []


@pytest.mark.parametrize("seed", range(max(1, LIVES // 4)))
def test_it_agrees_without_re_screens_or_confirmed_form(seed):
    life = Life(PEOPLE[seed % len(PEOPLE)], 200 + seed, weeks=9, habits=dict(lives.SPOTLESS), moods=0)
    life.rescreens, life.confirms = False, False
    assert first_differences(life) == []


def test_it_locks_when_the_slow_fold_does():
    life = Life(PEOPLE[0], 3, weeks=3, habits=dict(lives.SPOTLESS))
    for day, log, _ in life.live():
        if len(log) > 20:
            life.log = log
            life.tell(day, "06:55:00", "new_symptom", facts={"night_pain_unrelieved": "yes"})
            answer = ask(life.name, life.log, day)
            found = differences(
                person(life.name), load_catalogue(), lives.program(life.name), life.log, day, answer, {}
            )
            assert answer["session"] is None
            assert found == []
            return
    pytest.fail("the life was too short")
