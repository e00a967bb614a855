"""Progress: four trends that claim no more than they can, the days kept, and the history of each move."""

import uuid
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from rhomboid.service.example import make_example
from rhomboid.service.household import load_owner
from rhomboid.service.log import append_events
from rhomboid.service.models import LogEvent, SelfCheck
from rhomboid.service.people import add_person
from rhomboid.service.self_checks import keep_function, keep_reach
from rhomboid.web import clock
from tests.web.conftest import DESKTOP, PHONE
from tests.web.short_program import give_program
from tests.web.test_after import end, outing

ROW_CHANGES = ("w01-0-strength", "w01-2-strength")


@pytest.fixture
def example(db):
    return make_example(load_owner("home"), now=clock.now())


@pytest.fixture
def person(db, settings):
    return add_person(load_owner(settings.HOUSEHOLD), name="asha")


def check_ins(person, *values, ago):
    """Tell the pain of days running, the first one so many days ago."""
    first = clock.now() - timedelta(days=ago)
    rows = [
        {"id": str(uuid.uuid4()), "at": (first + timedelta(days=n)).isoformat(), "type": "check_in",
         "average_24h": value, "worst_24h": value, "sleep": 5, "stress": 5, "confidence": 5}
        for n, value in enumerate(values)
    ]  # fmt: skip
    assert not append_events(person, rows).refused


def page(client, path="/progress/"):
    return " ".join(client.get(path).content.decode().split())


def card(client, key):
    return next(one for one in client.get("/progress/").context["cards"] if one.key == key)


def test_four_trends_stand_on_the_page_each_with_its_word_and_its_numbers(example, client):
    keep_function(example, [("Lifting a bag", 3)], on=clock.today())
    keep_reach(example, left_cm=12, right_cm=14, on=clock.today())
    shown = page(client)
    for title in ("Pain", "Strength", "What you can do", "How far you reach"):
        assert f">{title}</h2>" in shown
    assert shown.count('<svg class="chart"') == 4
    assert shown.count("<table>") == 4


def test_weeks_of_less_pain_are_better_in_words_with_how_sure(person, client):
    give_program(person, clock.today() - timedelta(days=27))
    check_ins(person, *[6] * 14, *[3] * 14, ago=27)
    assert card(client, "pain").word == "Better"
    assert "went from 6.0 to 3.0" in page(client)
    assert "of 100 such cases" in page(client)


def test_weeks_of_more_pain_are_worse_and_send_to_someone(person, client):
    give_program(person, clock.today() - timedelta(days=27))
    check_ins(person, *[2] * 14, *[6] * 14, ago=27)
    assert card(client, "pain").word == "Worse"
    assert "ask a doctor or physiotherapist" in page(client)


def test_one_good_day_claims_nothing(person, client):
    give_program(person, clock.today() - timedelta(days=1))
    check_ins(person, 6, 0, ago=1)
    assert card(client, "pain").word == "Cannot tell yet"
    assert "One good or bad day proves nothing" in page(client)


def test_what_one_can_do_is_asked_kept_and_compared_after_two_weeks(person, client):
    give_program(person, clock.today() - timedelta(days=20))
    keep_function(person, [("Lifting a bag", 3), ("Sleeping", 4)], on=clock.today() - timedelta(days=15))
    assert 'value="Lifting a bag"' in page(client, "/progress/function")
    sent = {"name_1": "Lifting a bag", "score_1": "6", "name_2": "Sleeping", "score_2": "7"}
    assert client.post("/progress/function", sent).url == "/progress/"
    assert SelfCheck.objects.filter(person=person, kind="function").count() == 2
    assert card(client, "function").word == "Better"


@pytest.mark.parametrize(
    ("sent", "line"),
    [
        ({}, "Name at least one thing"),
        ({"name_1": "Walking", "score_1": "11"}, "Tap a number from 0 to 10"),
        ({"name_1": "Walking", "score_1": "4", "name_2": "walking", "score_2": "5"}, "have the same name"),
    ],
)
def test_a_wrong_answer_keeps_nothing_and_says_what_is_wrong(person, client, sent, line):
    give_program(person)
    response = client.post("/progress/function", sent)
    assert response.status_code == 422
    assert line in response.content.decode()
    assert not SelfCheck.objects.exists()


def test_the_reach_of_both_arms_is_kept_per_side(person, client):
    give_program(person)
    assert client.post("/progress/reach", {"left": "12,5", "right": "8"}).url == "/progress/"
    assert SelfCheck.objects.get(kind="reach").answers == {"left_cm": 12.5, "right_cm": 8.0}
    assert client.post("/progress/reach", {"left": "12", "right": "900"}).status_code == 422
    assert client.post("/progress/reach", {"left": "", "right": "3"}).status_code == 422


def test_who_may_not_lift_the_arms_is_not_asked_to(person, client):
    give_program(person)
    person.profile = {**person.profile, "limits": {"ban": ["wall-angel"], "require": [], "max_load_kg": {}}}
    person.save()
    assert client.get("/progress/reach").url == "/progress/"
    assert "this test is left out" in page(client)


def test_both_checks_are_due_at_first_and_again_after_a_review(person, client):
    program = give_program(person, clock.today() - timedelta(days=29))
    assert client.get("/progress/").context["due"] == ("function", "reach")
    keep_function(person, [("Lifting a bag", 3)], on=program.review_dates[0] - timedelta(days=1))
    keep_reach(person, left_cm=1, right_cm=1, on=program.review_dates[0])
    assert client.get("/progress/").context["due"] == ("function",)


def test_rest_counts_as_kept_and_a_day_left_out_is_no_fault(person, client):
    now = clock.now()
    give_program(person, now.date() - timedelta(days=3))
    append_events(person, [*outing(ROW_CHANGES[0], now - timedelta(days=3))])
    kept = client.get("/progress/").context["kept"]
    assert kept["done"] == 1
    assert kept["streak"] <= kept["longest"]
    assert "Rest never breaks it" in page(client)
    assert "Left out is no fault" in page(client)


def test_the_next_seven_days_are_listed_and_reminders_are_no_more_than_that(person, client):
    give_program(person)
    assert [kind for _, _, kind in client.get("/progress/").context["coming"]][:2] == ["Strength", "Mobility"]


def test_the_history_of_a_move_has_its_start_and_each_change_with_day_rule_and_reason(person, client):
    now = clock.now()
    give_program(person, now.date() - timedelta(days=5))
    for session, ago in zip((*ROW_CHANGES, "w01-4-strength"), (5, 3, 1), strict=True):
        at = now - timedelta(days=ago)
        reps = 8 if ago == 1 else 5
        append_events(person, [*outing(session, at, reps=reps), end(session, at)])
    shown = page(client, "/progress/moves/band-row")
    start = now.date() - timedelta(days=5)
    assert "Your start: 2 × 5, light band" in shown
    assert f"{start:%A} {start.day} {start:%B}" in shown
    assert "Band row: up to 2 × 8, light band, before 2 × 5, light band" in shown
    assert "Rule D1" in shown
    assert "/progress/moves/band-row" in page(client, "/progress/moves")
    assert "/progress/moves/band-row" in page(client, "/library/band-row")


def test_a_move_never_done_says_so_and_an_unknown_one_is_not_found(person, client):
    give_program(person)
    assert "You have not done this move yet" in page(client, "/progress/moves/band-row")
    assert "No strength move is logged yet" in page(client, "/progress/moves")
    assert client.get("/progress/moves/no-such-move").status_code == 404


def queries_of(client, path):
    """Return how often a page asks the database, once everything is parsed."""
    client.get(path)
    with CaptureQueriesContext(connection) as asked:
        client.get(path)
    return len(asked)


@pytest.mark.parametrize("path", ["/progress/", "/progress/moves/band-row"])
def test_a_page_asks_the_database_as_often_after_three_weeks_as_on_the_first_day(example, client, path):
    after_weeks = queries_of(client, path)
    LogEvent.objects.filter(person=example).delete()
    assert queries_of(client, path) == after_weeks <= 9


@pytest.mark.parametrize("path", ["/progress/", "/progress/function", "/progress/reach", "/progress/moves"])
def test_a_stranger_sees_nothing_of_it(example, client_of, cora, path):
    assert client_of(cora).get(path).status_code == 302


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("size", "dark"), [(PHONE, False), (DESKTOP, True)])
def test_axe_finds_nothing_serious(open_visitor, size, dark):
    example = make_example(load_owner("home"), now=clock.now())
    keep_function(example, [("Lifting a bag", 3)], on=clock.today())
    window = open_visitor(size=size, dark=dark)
    moves = [event.body["exercise"] for event in LogEvent.objects.filter(person=example, type="set")]
    for path in (
        "/progress/",
        "/progress/function",
        "/progress/reach",
        "/progress/moves",
        f"/progress/moves/{moves[0]}",
    ):
        window.goto(path)
        window.page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
        window.check_axe()
        assert window.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert window.problems == []
