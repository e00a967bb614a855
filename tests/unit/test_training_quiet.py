"""What speaks against trying a swapped move again (D3) holds for every pattern, also one that had no stop."""

from datetime import date, timedelta

from rhomboid.training.event_types import CheckIn
from rhomboid.training.events import read_log
from rhomboid.training.person import Person
from rhomboid.training.tracks import ANY_PATTERN
from tests.training_diary import somebody

FIRST = date(2026, 11, 23)


def person_after(*averages: int, usual: int = 2) -> Person:
    lines = [
        f'{{"id": "e{n}", "at": "{FIRST + timedelta(days=n)}T06:00:00+01:00", "type": "check_in", "average_24h": {value}}}'
        for n, value in enumerate(averages)
    ]
    person = Person(somebody(average=usual), FIRST, unreadable=False)
    for event in read_log("\n".join(lines)).events:
        assert isinstance(event, CheckIn)
        person.take(event)
    return person


def quiet_since(person: Person, days: int) -> date | None:
    facts = person.facts_on(FIRST + timedelta(days=days), deload=False, after_two_stops=None)
    return facts.quiet_since.get(ANY_PATTERN)


def test_calm_days_speak_against_nothing():
    assert quiet_since(person_after(2, 2, 1, 2, 2), 5) is None


def test_usual_pain_above_three_holds_every_swapped_move_back_from_its_last_day():
    assert quiet_since(person_after(5, 5, 5, 5, 5, usual=5), 5) == FIRST + timedelta(days=4)


def test_a_flare_holds_every_swapped_move_back():
    since = quiet_since(person_after(*[1] * 14, 3, 3, 3), 17)
    assert since is not None
    assert since >= FIRST + timedelta(days=16)
