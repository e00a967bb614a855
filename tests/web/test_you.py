"""You: what the program is built from can be seen, changed, taken along and deleted."""

import io
import json
import uuid
import zipfile

import pytest
from click.testing import CliRunner

from rhomboid.catalogue.load import load_catalogue
from rhomboid.cli.today import run as today_command
from rhomboid.prescription.profile_toml import parse_profile
from rhomboid.service.example import make_example
from rhomboid.service.log import append_events
from rhomboid.service.models import Acknowledgement, LogEvent, Person, Program, Screening
from rhomboid.service.profiles import limits_of
from rhomboid.service.programs import current_plan_of, profile_of
from rhomboid.service.sessions import day_of, program_in
from rhomboid.training.break_advice import with_breaks
from rhomboid.training.today_json import today_to_json
from rhomboid.web import clock
from tests.web.intake_answers import text_of
from tests.web.short_program import give_program

PLACE = {"place": "gym", "can_get_to_floor": "yes", "equipment": ["dumbbell", "resistance_band"]}
WEEK = {"strength_days": ["tue", "thu", "sat"], "minutes": "45", "daily_minutes": "15"}
ROWS = (Acknowledgement, LogEvent, Program, Screening)


@pytest.fixture
def mine(asha, client_of):
    give_program(asha.person)
    return client_of(asha)


def reread(asha) -> Person:
    return Person.objects.get(id=asha.person.id)


def files_of(client) -> dict[str, str]:
    packed = zipfile.ZipFile(io.BytesIO(client.get("/you/export").content))
    return {name: packed.read(name).decode() for name in packed.namelist()}


def test_it_keeps_place_kit_and_own_weights(mine, asha):
    sent = {**PLACE, "dumbbell_kg": "2, 4,6.5 kg", "kettlebell_kg": "", "bands": ["light", "heavy"]}
    assert mine.post("/you/save/place", sent).status_code == 302
    profile = profile_of(reread(asha))
    assert profile.setting.place == "gym"
    assert profile.kit.dumbbell_kg == (2.0, 4.0, 6.5)
    assert profile.kit.kettlebell_kg is None
    assert profile.kit.bands == ("light", "heavy")
    assert "2, 4, 6.5" in text_of(mine.get("/you/"))


def test_it_keeps_the_week(mine, asha):
    assert mine.post("/you/save/week", WEEK).status_code == 302
    schedule = profile_of(reread(asha)).schedule
    assert (schedule.strength_days, schedule.minutes, schedule.daily_minutes) == (("tue", "thu", "sat"), 45, 15)


@pytest.mark.parametrize(
    ("part", "wrong", "line"),
    [
        ("place", {**PLACE, "dumbbell_kg": "many"}, "Give weights in kg"),
        ("place", {**PLACE, "dumbbell_kg": "900"}, "a number from 0.5 to 300"),
        ("place", {**PLACE, "place": "moon"}, "Choose one."),
        ("week", {**WEEK, "strength_days": ["mon", "tue"]}, "not next to each other"),
    ],
)
def test_a_wrong_value_is_one_clear_line_and_changes_nothing(mine, asha, part, wrong, line):
    before = reread(asha).profile
    response = mine.post(f"/you/save/{part}", wrong)
    assert response.status_code == 422
    assert line in text_of(response)
    assert "Nothing was saved yet" in text_of(response)
    assert reread(asha).profile == before


def test_a_move_is_found_by_name_avoided_and_taken_back(mine, asha):
    assert "Band row" in text_of(mine.get("/you/?find=band+ROW"))
    mine.post("/you/moves", {"kind": "avoid", "exercise": "band-row", "wanted": "yes"})
    assert profile_of(reread(asha)).avoid == {"band-row"}
    mine.post("/you/moves", {"kind": "like", "exercise": "band-row", "wanted": "yes"})
    assert profile_of(reread(asha)).like == {"band-row"}
    assert not profile_of(reread(asha)).avoid
    mine.post("/you/moves", {"kind": "like", "exercise": "band-row", "wanted": "no"})
    assert profile_of(reread(asha)).like == frozenset()


def test_an_unknown_move_is_one_line(mine):
    response = mine.post("/you/moves", {"kind": "avoid", "exercise": "moonwalk", "wanted": "yes"})
    assert response.status_code == 400
    assert "moonwalk" in text_of(response)


def test_a_clinicians_limit_is_kept_with_the_name_and_holds_at_once(mine, asha):
    sent = {"kind": "ban", "exercise": "band-row", "by": "Dr  Okafor"}
    assert mine.post("/you/limits", sent).status_code == 302
    assert [(one.kind, one.exercise, one.by) for one in limits_of(reread(asha))] == [("ban", "band-row", "Dr Okafor")]
    assert "Dr Okafor" in text_of(mine.get("/you/"))
    session = day_of(reread(asha), clock.today()).session
    assert session is not None
    assert "band-row" not in [item.exercise for item in session.items]


def test_a_limit_is_taken_back_only_by_name(mine, asha):
    limit = {"kind": "max_load_kg", "exercise": "one-arm-dumbbell-row"}
    assert mine.post("/you/limits", {**limit, "kg": "4,5", "by": "Dr Okafor"}).status_code == 302
    assert profile_of(reread(asha)).limits.max_load_kg == {"one-arm-dumbbell-row": 4.5}
    assert mine.post("/you/limits/back", {**limit, "by": " "}).status_code == 422
    assert profile_of(reread(asha)).limits.max_load_kg == {"one-arm-dumbbell-row": 4.5}
    mine.post("/you/limits/back", {**limit, "by": "Dr Lind"})
    assert profile_of(reread(asha)).limits.max_load_kg == {}
    assert [row["by"] for row in reread(asha).limit_notes] == ["Dr Okafor", "Dr Lind"]


@pytest.mark.parametrize("sent", [{"kind": "max_load_kg", "kg": "heavy", "by": "Dr O"}, {"kind": "ban", "by": ""}, {}])
def test_a_limit_without_name_kind_or_figure_is_refused(mine, asha, sent):
    response = mine.post("/you/limits", {"exercise": "band-row", **sent})
    assert response.status_code == 422
    assert limits_of(reread(asha)) == ()
    assert reread(asha).limit_notes == []


def test_building_anew_obeys_what_the_log_tells_about_health(mine, asha):
    """A warning sign told during the program stops a new one, and the program that stands is kept."""
    at = clock.now().isoformat()
    log_row = {"id": str(uuid.uuid4()), "at": at, "type": "new_symptom", "facts": {"chest_pain": "yes"}}
    assert append_events(asha.person, [log_row]).refused == ()
    assert mine.post("/you/rebuild").url == "/result/"
    assert Program.objects.filter(person=asha.person).count() == 1


def test_what_is_taken_along_gives_the_same_day_on_the_command_line(asha, client_of, tmp_path):
    person = make_example(asha.owner, now=clock.now())
    asha.person.delete()
    files = files_of(client_of(asha))
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    day = clock.today()
    arguments = [str(tmp_path / "profile.toml"), "--plan", str(tmp_path / "plan.json"),
                 "--log", str(tmp_path / "log.jsonl"), "--date", day.isoformat(), "--json"]  # fmt: skip
    result = CliRunner().invoke(today_command, arguments)
    assert result.exit_code == 0, result.output
    # The web app shows breaks on a card of their own; the command line tells them with the advice.
    program = program_in(current_plan_of(person))
    expected = with_breaks(day_of(person, day), profile_of(person), load_catalogue(), program)
    assert json.loads(result.stdout) == json.loads(json.dumps(today_to_json(expected)))
    assert len(files["log.jsonl"].splitlines()) == LogEvent.objects.filter(person=person).count()


def test_names_and_limits_survive_the_journey_through_toml(mine, asha):
    mine.post(
        "/you/limits", {"kind": "max_load_kg", "exercise": "one-arm-dumbbell-row", "kg": "4", "by": 'Dr "O\\K" \x7f'}
    )
    person = reread(asha)
    person.profile = {**(person.profile or {}), "clearance": [
        {"by": 'Dr "O\\K" \x7f é', "role": "physician", "date": "2026-01-02", "scope": ["cancer_history"]}]}  # fmt: skip
    person.save()
    text = files_of(mine)["profile.toml"]
    assert parse_profile(text, "profile.toml", load_catalogue()) == profile_of(person)


def test_another_household_gets_nothing_of_it(mine, asha, ben, client_of):
    other = client_of(ben)
    other.post("/you/delete", {"typed": "delete everything"})
    assert Person.objects.filter(id=asha.person.id).exists()


def test_everything_is_deleted_only_when_it_is_typed_out(mine, asha, ben):
    give_program(ben.person)
    assert mine.post("/you/delete", {"typed": "yes"}).status_code == 422
    assert Person.objects.filter(id=asha.person.id).exists()
    mine.post("/log/events", json.dumps({"person": str(asha.person.id), "events": []}), content_type="application/json")
    assert mine.post("/you/delete", {"typed": "Delete  everything"}).url == "/"
    assert not Person.objects.filter(id=asha.person.id).exists()
    for rows in ROWS:
        assert not rows.objects.filter(person_id=asha.person.id).exists()
    assert Program.objects.filter(person=ben.person).exists()
    assert f'data-gone="{asha.person.id}"' in text_of(mine.get("/"))
    assert "data-gone" not in text_of(mine.get("/"))


def test_without_a_program_there_is_only_the_data(asha, client_of):
    page = text_of(client_of(asha).get("/you/"))
    assert "Save everything as a file" in page
    assert "Build my program anew" not in page
