"""Keeping events: once, whole, and each refused one by name."""

import uuid

import pytest

from rhomboid.service.household import load_owner
from rhomboid.service.log import append_events, log_of
from rhomboid.service.models import LogEvent
from rhomboid.service.people import add_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def asha():
    return add_person(load_owner("asha"), name="asha")


def walk(**changed):
    return {"id": str(uuid.uuid4()), "at": "2026-11-23T07:30:00+01:00", "type": "walk", "minutes": 12, **changed}


def test_it_keeps_events_in_one_insert(asha, django_assert_num_queries):
    with django_assert_num_queries(1):
        kept = append_events(asha, [walk(), walk(), walk()])
    assert len(kept.stored) == 3
    assert LogEvent.objects.for_person(asha).count() == 3


def test_an_event_sent_twice_is_one_event(asha):
    event = walk()
    append_events(asha, [event])
    again = append_events(asha, [event, event])
    assert set(again.stored) == {event["id"]}
    assert LogEvent.objects.for_person(asha).count() == 1


def test_the_same_id_of_another_person_is_another_event(asha):
    event, ben = walk(), add_person(load_owner("ben"), name="ben")
    append_events(asha, [event])
    append_events(ben, [event])
    assert len(log_of(asha).events) == len(log_of(ben).events) == 1


@pytest.mark.parametrize(
    ("wrong", "named"),
    [
        ({"minutes": -1}, "minutes"),
        ({"type": "jump"}, "type"),
        ({"at": "yesterday"}, "at"),
        ({"at": "2026-11-23T07:30:00"}, "at"),
        ({"id": "7"}, "id"),
    ],
)
def test_a_wrong_event_is_refused_by_name_and_the_others_are_kept(asha, wrong, named):
    bad, good = walk(**wrong), walk()
    kept = append_events(asha, [bad, good])
    assert kept.stored == (good["id"],)
    assert [one.id for one in kept.refused] == [bad["id"]]
    assert named in kept.refused[0].reason
    assert "\n" not in kept.refused[0].reason


@pytest.mark.parametrize("row", [None, 7, "walk", [], {}])
def test_what_is_no_event_is_refused(asha, row):
    kept = append_events(asha, [row])
    assert kept.stored == ()
    assert len(kept.refused) == 1


def test_the_log_is_read_in_two_queries_and_in_one_when_nothing_came(asha, django_assert_num_queries):
    append_events(asha, [walk() for _ in range(40)])
    with django_assert_num_queries(2):
        assert len(log_of(asha).events) == 40
    with django_assert_num_queries(1):
        log_of(asha)


def test_a_new_event_is_read_at_once(asha):
    append_events(asha, [walk()])
    log_of(asha)
    append_events(asha, [walk()])
    assert len(log_of(asha).events) == 2
