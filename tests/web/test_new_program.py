"""A program made anew goes on from today with what was done; its form is the person's choice."""

import io
import uuid
import zipfile
from datetime import timedelta

import pytest
from click.testing import CliRunner
from django.db import connection
from django.test.utils import CaptureQueriesContext
from playwright.sync_api import expect

from rhomboid.catalogue.load import load_catalogue
from rhomboid.cli.check import run as check_command
from rhomboid.lib.canonical import digest
from rhomboid.planning import plan as planner
from rhomboid.prescription.plan import Plan
from rhomboid.prescription.program import Session
from rhomboid.service.history import history_of
from rhomboid.service.household import load_owner
from rhomboid.service.intake import keep_notice_read
from rhomboid.service.log import append_events
from rhomboid.service.models import LogEvent, Person, Program
from rhomboid.service.people import add_person
from rhomboid.service.profiles import change_profile
from rhomboid.service.programs import PROFILE_MARK, form_of, make_program, plans_of, profile_of
from rhomboid.service.programs_lived import course_of
from rhomboid.service.progress import progress_of
from rhomboid.service.sessions import day_of
from rhomboid.web import clock
from rhomboid.web.presenters.program_form import forms
from tests.web.intake_answers import text_of
from tests.web.short_program import give_program
from tests.web.test_newcomer_journey import log_as_due

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
TRAINED = (7, 5, 3)  # days ago
ROW, EARNED = "band-row", (5, 8)
QUICK = ("minimal", "daily", "maintain")  # forms the planner makes in no time


def train(person: Person) -> Person:
    """Give a person a program that began a week ago, three sessions done well and strength due today."""
    give_program(person, clock.today() - timedelta(days=TRAINED[0]))
    weekday = clock.today().weekday()
    change_profile(person, {"schedule": {"strength_days": [DAYS[(weekday + gap) % 7] for gap in (0, 2, 4)]}})
    keep_notice_read(person, at=clock.now())
    Program.objects.update(versions={PROFILE_MARK: digest(person.profile)})
    for ago in TRAINED:
        done = day_of(person, clock.today() - timedelta(days=ago)).session
        assert done is not None
        log_as_due(person, done, clock.now() - timedelta(days=ago))
    return person


MADE: dict[str, Plan] = {}


@pytest.fixture
def trained(asha, monkeypatch):
    """Return someone who trained; the planner, which is tested elsewhere, thinks about each task once."""
    plan = planner.plan

    def once(profile, catalogue, **task):
        key = digest([repr(profile), repr(sorted(task.items()))])
        MADE[key] = MADE.get(key) or plan(profile, catalogue, **task)
        return MADE[key]

    monkeypatch.setattr(planner, "plan", once)
    return train(asha.person)


def dose_of(session: Session | None, exercise: str = ROW):
    assert session is not None
    return next((item.reps for item in session.items if item.exercise == exercise), None)


def new_kit(person: Person) -> None:
    setting, kit = {"equipment": ["dumbbell", "resistance_band"]}, {"dumbbell_kg": [2, 4, 6]}
    change_profile(person, {"setting": setting, "kit": kit})


def test_a_new_program_begins_today_and_each_move_goes_on_from_where_it_stood(trained):
    new_kit(trained)
    made = make_program(trained, on=clock.today())
    assert made.since == clock.today()
    assert made.plan.program is not None
    assert made.plan.program.made_on == clock.today()
    assert made.plan.basis is not None
    assert made.plan.basis.standings[ROW].dose.reps == EARNED[1]
    assert min(one.date for one in made.plan.program.sessions) == clock.today()
    assert {one.phase for one in made.plan.program.weeks} == {"familiarise", "build", "strengthen"}
    due = [day_of(trained, clock.today() + timedelta(days=gap)) for gap in range(7)]
    assert {dose_of(one.session) for one in due if one.session} - {None} == {EARNED}
    assert all(one.problems == () for one in due)


def test_what_was_done_stays_in_history_progress_and_the_overview(trained):
    before, events = progress_of(trained, clock.today()), LogEvent.objects.count()
    told, [old] = history_of(trained, ROW, clock.today()), plans_of(trained)
    new_kit(trained)
    make_program(trained, on=clock.today())
    after, again = progress_of(trained, clock.today()), history_of(trained, ROW, clock.today())
    assert LogEvent.objects.count() == events
    assert plans_of(trained)[0] == old
    assert after.adherence.days[:-1] == before.adherence.days[:-1]
    assert after.adherence.weeks[0] == before.adherence.weeks[0]
    assert again.outings == told.outings
    assert again.story is not None
    assert told.story is not None
    assert again.story.steps == told.story.steps
    assert len(again.story.steps) == len(TRAINED)
    assert old.program is not None
    assert course_of(trained).weeks[0] == old.program.weeks[0]


def test_a_session_done_today_is_kept_and_the_new_program_begins_tomorrow(trained, client_of, asha):
    done = day_of(trained, clock.today()).session
    assert done is not None
    log_as_due(trained, done, clock.now())
    response = client_of(asha).post("/program/form", {"mode": "minimal"}, follow=True)
    assert "because you trained today already" in text_of(response)
    assert day_of(trained, clock.today()).problems == ()
    assert done.id in course_of(trained).session_by_id
    assert client_of(asha).get(f"/session/{done.id}/after").status_code == 200
    tomorrow = day_of(trained, clock.today() + timedelta(days=1))
    assert tomorrow.problems == ()


def test_the_checker_finds_nothing_against_the_new_program_that_is_taken_along(trained, client_of, asha, tmp_path):
    new_kit(trained)
    make_program(trained, on=clock.today())
    packed = zipfile.ZipFile(io.BytesIO(client_of(asha).get("/you/export").content))
    packed.extractall(tmp_path)
    result = CliRunner().invoke(check_command, [str(tmp_path / "profile.toml"), str(tmp_path / "plan.json")])
    assert result.exit_code == 0, result.output


def test_after_the_last_week_a_new_program_goes_on_for_twelve(asha, client_of):
    give_program(asha.person, clock.today() - timedelta(days=7 * 16))
    keep_notice_read(asha.person, at=clock.now())
    client = client_of(asha)
    assert "Your program is over" in text_of(client.get("/program/"))
    assert client.post("/program/form", {"mode": "minimal"}).url == "/program/"
    program = plans_of(asha.person)[-1].program
    assert program is not None
    assert [week.number for week in program.weeks] == list(range(17, 29))


def test_changed_settings_bring_the_button_and_all_three_pages_go_on(trained, client_of, asha):
    client = client_of(asha)
    client.post("/program/form", {"mode": "minimal"})
    weeks = course_of(trained).weeks
    going = next(item.exercise for session in weeks[-1].sessions for item in session.block("strength"))
    client.post("/you/moves", {"kind": "avoid", "exercise": going, "wanted": "yes"})
    for path in ("/you/", "/program/"):
        assert "Your settings have changed" in text_of(client.get(path))
    told = text_of(client.post("/you/rebuild", follow=True))
    assert f"No longer in it: {load_catalogue()[going].name}" in told
    assert "Your settings have changed" not in told
    for path in ("/today/", "/progress/", "/progress/moves", f"/progress/moves/{ROW}", "/report/", "/program/?week=1"):
        assert client.get(path).status_code == 200, path


def test_changed_answers_are_taken_up_by_a_new_program(trained, client_of, asha):
    client = client_of(asha)
    finish = {"id": str(uuid.uuid4()), "at": clock.now().isoformat(), "type": "rescreen"}
    append_events(trained, [{**finish, "facts": {}}])
    assert "have changed" not in text_of(client.get("/program/"))
    append_events(trained, [{**finish, "id": str(uuid.uuid4()), "facts": {"osteoporosis": "yes"}}])
    assert "Your answers have changed" in text_of(client.get("/program/"))
    client.post("/program/form", {"mode": "minimal"})
    newest = plans_of(trained)[-1]
    assert newest.basis is not None
    assert "yes" in [report.answers.get("osteoporosis") for report in newest.basis.reports]
    assert "have changed" not in text_of(client.get("/program/"))


def test_a_form_can_be_chosen_is_shown_and_stays_when_the_program_is_made_anew(trained, client_of, asha):
    client = client_of(asha)
    for form in [one for one in forms("") if one.mode in QUICK]:
        page = text_of(client.post("/program/form", {"mode": form.mode}, follow=True))
        assert f"Form: <b>{form.name}</b>" in page
        assert form_of(trained) == form.mode
    client.post("/program/form", {"mode": "minimal"})
    new_kit(trained)
    client.post("/you/rebuild")
    assert form_of(trained) == "minimal"
    page = text_of(client.get("/program/form"))
    assert all(form.lead in page and form.suits in page for form in forms("minimal"))


def test_a_form_that_does_not_fit_is_refused_in_the_planners_words_and_changes_nothing(trained, client_of, asha):
    client = client_of(asha)
    client.post("/program/form", {"mode": "minimal"})
    change_profile(trained, {"schedule": {"strength_days": ["mon", "tue"]}})
    kept = Program.objects.count()
    response = client.post("/program/form", {"mode": "full"})
    assert response.status_code == 422
    page = text_of(response)
    assert "“Full program” does not fit yet" in page
    assert "Monday and Tuesday as the only strength days" in page
    assert "This works: strength on Wednesday" in page
    assert 'value="full" checked' in page
    assert Program.objects.count() == kept
    assert form_of(trained) == "minimal"
    assert client.post("/program/form", {"mode": "daily"}).url == "/program/"


@pytest.mark.parametrize("mode", ["", "huge"])
def test_no_form_or_an_unknown_one_is_one_line(trained, client_of, asha, mode):
    response = client_of(asha).post("/program/form", {"mode": mode})
    assert response.status_code == 422
    assert "Form: choose one below." in text_of(response)
    assert Program.objects.count() == 1


def test_a_first_program_can_have_another_form_but_only_after_the_notice(asha, client_of):
    give_program(asha.person)
    Program.objects.all().delete()
    client = client_of(asha)
    assert client.post("/program/form", {"mode": "minimal"}).url == "/result/"
    assert not Program.objects.exists()
    keep_notice_read(asha.person, at=clock.now())
    assert client.post("/program/form", {"mode": "minimal"}).url == "/program/"
    [first] = plans_of(asha.person)
    assert (first.mode, first.basis) == ("minimal", None)


def test_the_overview_asks_the_database_as_often_after_five_programs_as_after_two(trained, client_of, asha):
    client = client_of(asha)
    asked = []
    for makes in (1, 3):
        for _ in range(makes):
            make_program(trained, on=clock.today(), mode="minimal")
        pages = ("/program/", "/today/", "/you/")
        for path in pages:
            client.get(path)
        with CaptureQueriesContext(connection) as queries:
            for path in pages:
                client.get(path)
        asked.append(len(queries))
    assert asked[0] == asked[1]


def test_after_new_kit_the_dose_goes_on_in_the_browser(transactional_db, settings, open_visitor):
    person = train(add_person(load_owner(settings.HOUSEHOLD)))
    window = open_visitor()
    page = window.goto("/you/")
    page.locator('input[name="equipment"][value="dumbbell"]').check(force=True)
    page.get_by_role("button", name="Save place and kit").click()
    expect(page.get_by_role("heading", name="Your settings have changed")).to_be_visible()
    page.get_by_role("button", name="Build my program anew").click()
    expect(page.get_by_role("heading", name="Your program", exact=True)).to_be_visible()
    expect(page.get_by_text("Your program is ready. It holds from today")).to_be_visible()
    window.check_axe()
    assert "dumbbell" in profile_of(Person.objects.get(id=person.id)).setting.equipment
    due = day_of(Person.objects.get(id=person.id), clock.today()).session
    assert dose_of(due) == EARNED
    page.goto(f"{window.address}/today/")
    row = page.locator("li", has_text="Band row").filter(has_text="2 × 8")
    expect(row.first).to_be_attached()
    for path, wait_for in (("/program/form", "Which form suits you?"), ("/you/", "What a clinician set")):
        page.goto(window.address + path)
        expect(page.get_by_role("heading", name=wait_for)).to_be_visible()
        for dose in page.locator("#dose summary").all():
            dose.click()
        window.check_axe()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert window.problems == []
    assert window.outside == []
