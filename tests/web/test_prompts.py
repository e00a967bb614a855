"""What Today asks once in a while: to see a clinician after six weeks without change, to step down after relief."""

from datetime import timedelta

import pytest

from rhomboid.service.household import load_owner
from rhomboid.service.intake import keep_notice_read
from rhomboid.service.models import LogEvent, SelfCheck
from rhomboid.service.people import add_person
from rhomboid.service.programs import current_plan_of
from rhomboid.service.programs_lived import course_of
from rhomboid.service.sessions import day_of, program_in
from rhomboid.web import clock
from tests.web.short_program import give_program
from tests.web.test_progress import check_ins

SEE_SOMEONE, LESS = "Time to let someone look", "A calm month"


@pytest.fixture
def person(db, settings):
    return add_person(load_owner(settings.HOUSEHOLD), name="asha")


def today(client):
    return client.get("/today/").content.decode()


@pytest.fixture
def unchanged(person):
    """Return a person whose pain was four on each day of six weeks and a day."""
    give_program(person, clock.today() - timedelta(days=43))
    check_ins(person, *[4] * 44, ago=43)
    return person


@pytest.fixture
def calm(person):
    give_program(person, clock.today() - timedelta(days=20))
    check_ins(person, *[1] * 21, ago=20)
    return person


@pytest.mark.parametrize("answer", ["will_go", "was_there", "not_now"])
def test_the_prompt_is_shown_once_a_period_and_its_answer_is_stored(unchanged, client, answer):
    assert SEE_SOMEONE in today(client)
    client.post("/prompt/clinician", {"answer": answer})
    assert SelfCheck.objects.get(person=unchanged, kind="clinician").answers == {"answer": answer}
    assert LogEvent.objects.get(person=unchanged, type="acknowledged").body["what"] == "D8"
    assert SEE_SOMEONE not in today(client)


def test_rising_pain_brings_it_too_and_falling_pain_does_not(person, client):
    give_program(person, clock.today() - timedelta(days=43))
    check_ins(person, *[3] * 22, *[5] * 22, ago=43)
    assert SEE_SOMEONE in today(client)
    LogEvent.objects.all().delete()
    check_ins(person, *[5] * 22, *[2] * 22, ago=43)
    assert SEE_SOMEONE not in today(client)


def test_an_unknown_answer_is_refused_and_stores_nothing(unchanged, client):
    assert client.post("/prompt/clinician", {"answer": "maybe"}).status_code == 400
    assert not SelfCheck.objects.exists()
    assert SEE_SOMEONE in today(client)


def test_relief_is_offered_a_smaller_program_and_who_accepts_goes_on_in_it(calm, client):
    assert LESS in today(client)
    before = program_in(current_plan_of(calm))
    assert client.post("/prompt/less", {"answer": "yes"}).url == "/program/"
    plan = current_plan_of(calm)
    program = program_in(plan)
    begun = 3
    assert plan is not None
    assert plan.mode == "maintain"
    assert program.made_on == clock.today()
    later = [week for week in program.weeks if week.number > begun]
    assert {week.phase for week in later} == {"maintain"}
    lived = course_of(calm)
    assert [week.number for week in lived.weeks] == list(range(1, program.weeks[-1].number + 1))
    assert lived.weeks[: begun - 1] == before.weeks[: begun - 1]
    assert {sum(one.kind == "strength" for one in week.sessions) for week in later} == {2}
    assert program.end > before.end
    assert LESS not in today(client)


def test_the_smaller_program_is_what_is_due_in_the_weeks_to_come(calm, client):
    client.post("/prompt/less", {"answer": "yes"})
    program = program_in(current_plan_of(calm))
    coming = next(one for one in program.weeks[1].sessions if one.kind == "strength")
    due = day_of(calm, coming.date).session
    assert due is not None
    assert due.id == coming.id
    assert day_of(calm, coming.date).problems == ()


def test_who_declines_keeps_the_program_and_is_not_asked_again_soon(calm, client):
    before = current_plan_of(calm)
    client.post("/prompt/less", {"answer": "no"})
    assert current_plan_of(calm) == before
    assert LESS not in today(client)


def test_in_the_smaller_program_building_anew_stays_small_and_a_wish_leads_back_to_the_full_one(calm, client):
    client.post("/prompt/less", {"answer": "yes"})
    keep_notice_read(calm, at=clock.now())
    assert "Keep what you gained" in client.get("/you/").content.decode()
    client.post("/you/rebuild")
    assert mode_of(calm) == "maintain"
    client.post("/program/form", {"mode": "full"})
    assert mode_of(calm) == "full"
    program = program_in(current_plan_of(calm))
    assert "maintain" not in {week.phase for week in program.weeks}


def mode_of(person):
    plan = current_plan_of(person)
    assert plan is not None
    return plan.mode
