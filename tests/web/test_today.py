"""Today with the example person: three weeks behind them, a session due, each change with its reason."""

import json
import uuid
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from rhomboid.service.example import HISTORY_DAYS, make_example
from rhomboid.service.household import load_owner
from rhomboid.service.log import log_of
from rhomboid.service.models import LogEvent, Person
from rhomboid.service.programs import current_plan_of
from rhomboid.service.sessions import program_in, today_for
from rhomboid.web import clock
from tests.web.intake_answers import go_through, text_of


@pytest.fixture
def example(db) -> Person:
    return make_example(load_owner("home"), now=clock.now())


def today_of(person: Person):
    plan = current_plan_of(person)
    assert plan is not None
    return today_for(person, clock.today(), plan=plan, log=log_of(person))


def test_the_example_has_three_weeks_of_history_and_a_strength_session_today(example):
    answer = today_of(example)
    assert answer.session is not None
    assert answer.session.kind == "strength"
    assert program_in(current_plan_of(example)).start == clock.today() - timedelta(days=HISTORY_DAYS)
    assert {"progress", "hold"} <= {decision.kind for decision in answer.decisions}
    assert answer.problems == ()


def test_the_example_is_the_same_for_the_same_moment(db):
    now = timezone.localtime()
    first = [event.body for event in LogEvent.objects.filter(person=make_example(load_owner("home"), now=now))]
    again = [event.body for event in LogEvent.objects.filter(person=make_example(load_owner("home"), now=now))]
    assert first == again
    assert first


def test_the_page_says_what_is_due_what_changed_and_why(example, client: Client):
    page = text_of(client.get("/today/"))
    assert "Strength" in page
    assert "Start" in page
    for decision in today_of(example).decisions:
        assert decision.reason in page
        assert f"({decision.rule})" in page


def test_the_example_is_marked_on_every_page_and_can_be_thrown_away(example, client: Client):
    for path in ("/today/", "/program/", "/result/"):
        assert "example person" in text_of(client.get(path))
    client.post("/example/leave")
    assert not Person.objects.filter(is_example=True).exists()


def test_a_stranger_sees_nothing_of_the_example(example, client_of, cora):
    response = client_of(cora).get("/today/")
    assert response.status_code == 302


def test_a_check_in_is_kept_and_shown(example, client: Client):
    scores = {"average_24h": "7", "worst_24h": "8", "sleep": "3", "stress": "6", "confidence": "4"}
    page = text_of(client.post("/today/check-in", scores, follow=True))
    assert "You told us: 7" in page
    assert LogEvent.objects.filter(person=example, type="check_in", body__average_24h=7).exists()


def test_a_check_in_with_a_line_left_out_asks_again_and_keeps_nothing(example, client: Client):
    before = LogEvent.objects.count()
    page = text_of(client.post("/today/check-in", {"average_24h": "11"}, follow=True))
    assert "Please answer every line" in page
    assert LogEvent.objects.count() == before


def test_a_skipped_session_is_no_fault(example, client: Client):
    session = today_of(example).session
    page = text_of(client.post(f"/today/skip/{session.id}", {"why": "time"}, follow=True))
    assert "That is fine" in page


def test_a_wrong_reason_to_skip_is_one_plain_line(example, client: Client):
    session = today_of(example).session
    response = client.post(f"/today/skip/{session.id}", {"why": "lazy"})
    assert response.status_code == 400
    assert "Traceback" not in text_of(response)


def test_a_walk_is_marked_done(example, client: Client):
    program = program_in(current_plan_of(example))
    walk = next(session for session in program.sessions if session.kind == "walk")
    client.post(f"/today/walk/{walk.id}")
    assert LogEvent.objects.filter(person=example, type="walk", body__minutes=round(walk.minutes)).exists()


def test_a_session_that_is_no_walk_is_refused_with_one_line(example, client: Client):
    assert client.post("/today/walk/w01-nonsense").status_code == 400


def test_today_needs_the_same_few_queries_with_and_without_history(example, client: Client, django_assert_num_queries):
    client.get("/today/")
    with django_assert_num_queries(3):
        client.get("/today/")
    LogEvent.objects.filter(person=example).delete()
    client.get("/today/")
    with django_assert_num_queries(3):
        client.get("/today/")


def test_saving_a_set_and_seeing_what_comes_next_costs_the_same_few_queries_with_and_without_history(
    example, client: Client, django_assert_num_queries
):
    client.get("/today/")
    session = today_of(example).session
    save_a_set(example, session, client)
    client.get("/today/")
    with django_assert_num_queries(6):
        save_a_set(example, session, client)
        client.get("/today/")
    LogEvent.objects.filter(person=example).delete()
    save_a_set(example, session, client)
    client.get("/today/")
    with django_assert_num_queries(6):
        save_a_set(example, session, client)
        client.get("/today/")


def save_a_set(person, session, client):
    item = session.block("strength")[0]
    event = {
        "id": str(uuid.uuid4()), "at": clock.now().isoformat(), "type": "set", "session": session.id,
        "exercise": item.exercise, "set": 1, "side": "both", "reps": 5, "rir": 4, "pain": 0,
    }  # fmt: skip
    body = json.dumps({"person": str(person.id), "events": [event]})
    assert client.post("/log/events", body, content_type="application/json").json()["refused"] == []


@pytest.mark.django_db
def test_a_newcomer_without_a_program_is_sent_to_the_result(client: Client):
    go_through(client)
    assert client.get("/today/").headers["Location"] == "/result/"


@pytest.mark.django_db
def test_program_make_builds_a_program_and_the_page_shows_fifteen_weeks(client: Client):
    go_through(client)
    page = text_of(client.post("/result/read", {"read": "yes"}, follow=True))
    assert "Week 15" in page or "15 weeks" in page
    assert "lighter week" in page


@pytest.mark.django_db
def test_no_program_is_built_before_the_notice_was_read(client: Client):
    go_through(client)
    assert client.post("/program/make").headers["Location"] == "/result/"
    assert client.get("/program/").headers["Location"] == "/result/"


@pytest.mark.django_db
def test_wishes_that_collide_are_named_with_what_would_solve_them(client: Client):
    go_through(client)
    person = Person.objects.get()
    assert person.profile is not None
    person.profile["schedule"]["strength_days"] = ["mon", "tue"]
    person.save()
    page = text_of(client.post("/result/read", {"read": "yes"}, follow=True))
    assert "do not fit together" in page
    assert "days" in page


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("path", ["/today/", "/program/"])
def test_axe_finds_nothing_serious(open_visitor, path, dark):
    make_example(load_owner("home"), now=clock.now())
    window = open_visitor(dark=dark)
    window.goto(path)
    window.page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    window.check_axe()
    assert window.outside == []
    assert window.problems == []
