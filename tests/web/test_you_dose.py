"""A clinician's own dose for a move: kept with their name, refused by field, taken up by a new program."""

from datetime import timedelta

import pytest

from rhomboid.catalogue.load import load_catalogue
from rhomboid.lib.canonical import digest
from rhomboid.prescription.profile_toml import parse_profile
from rhomboid.service.intake import keep_notice_read
from rhomboid.service.models import Person, Program
from rhomboid.service.profiles import limits_of
from rhomboid.service.programs import PROFILE_MARK, make_program, profile_of, with_dates
from rhomboid.service.toml_text import to_toml
from rhomboid.web import clock
from tests.web.intake_answers import text_of
from tests.web.short_program import give_program

DOSE = {"exercise": "band-row", "sets": "2", "reps": "12", "hold_s": "", "kg": "", "band": "light",
        "by": "A.  Example", "role": "physiotherapist", "date": "2026-11-20"}  # fmt: skip


@pytest.fixture
def mine(asha, client_of):
    give_program(asha.person)
    Program.objects.update(versions={PROFILE_MARK: digest(asha.person.profile)})
    return client_of(asha)


def reread(asha) -> Person:
    return Person.objects.get(id=asha.person.id)


def test_it_is_kept_as_the_profile_has_it_and_shown_with_who_wrote_it(mine, asha):
    assert mine.post("/you/dose", DOSE).status_code == 302
    dose = profile_of(reread(asha)).limits.dose["band-row"]
    assert (dose.sets, dose.reps, dose.hold_s, dose.by, dose.role) == (2, 12, None, "A. Example", "physiotherapist")
    assert dose.load is not None
    assert dose.load.band == "light"
    assert dose.on.isoformat() == DOSE["date"]
    page = text_of(mine.get("/you/"))
    assert "Band row: 2 × 12, light band" in page
    assert "A. Example (Physiotherapist), from 20 November 2026" in page
    assert [(row["kind"], row["by"]) for row in reread(asha).limit_notes] == [("dose", "A. Example")]


def test_the_person_is_told_that_a_new_program_takes_it_up_and_has_the_button(mine):
    page = text_of(mine.post("/you/dose", DOSE, follow=True))
    assert "A new program takes this dose up" in page
    assert "Your settings have changed" in page
    assert "Build my program anew" in page


def test_a_new_program_takes_it_up_with_the_name_of_who_wrote_it(asha, client_of):
    give_program(asha.person, clock.today())
    keep_notice_read(asha.person, at=clock.now())
    client_of(asha).post("/you/dose", {**DOSE, "date": clock.today().isoformat()})
    client_of(asha).post("/you/limits", {"kind": "require", "exercise": "band-row", "by": "A. Example"})
    made = make_program(reread(asha), on=clock.today()).plan.program
    assert made is not None
    item = next(item for one in made.sessions for item in one.items if item.exercise == "band-row")
    assert (item.sets, item.reps and item.reps[1], item.load and item.load.band) == (2, 12, "light")
    assert any("A. Example" in why.text for why in item.why)


def test_a_second_dose_of_a_move_takes_the_place_of_the_first_and_another_stands_beside_it(mine, asha):
    mine.post("/you/dose", DOSE)
    mine.post("/you/dose", {**DOSE, "sets": "3", "by": "B. Example"})
    plank = {**DOSE, "exercise": "wall-plank", "sets": "1", "reps": "", "hold_s": "20", "band": ""}
    mine.post("/you/dose", plank)
    doses = profile_of(reread(asha)).limits.dose
    assert {one: (dose.sets, dose.by) for one, dose in doses.items()} == {
        "band-row": (3, "B. Example"),
        "wall-plank": (1, "A. Example"),
    }
    assert "1 × 20 s" in text_of(mine.get("/you/"))


@pytest.mark.parametrize(
    ("wrong", "field", "line"),
    [
        ({"exercise": ""}, "exercise", "Move: choose one from the list."),
        ({"exercise": "upper-back-hug"}, "exercise", "Move: choose one from the list."),
        ({"sets": "many"}, "sets", "Sets: give a whole number from 2 to 3."),
        ({"sets": ""}, "sets", "Sets: give a whole number from 2 to 3."),
        ({"reps": "40"}, "reps", "Repetitions: give a whole number from 5 to 15."),
        ({"hold_s": "20"}, "hold_s", "Seconds to hold: leave this empty; the move is not counted so."),
        ({"kg": "4"}, "load", "Weight or band: give a weight or a band, not both."),
        ({"kg": "4", "band": ""}, "load", "Weight or band: this move takes a band."),
        ({"kg": "a lot", "band": ""}, "load", "Weight or band: give a weight in kg such as 4, or a band."),
        ({"by": "  "}, "by", "Which clinician: give the name of the clinician."),
        ({"role": ""}, "role", "Their profession: choose one from the list."),
        ({"date": "soon"}, "date", "From which day: give a date such as 2026-11-01."),
    ],
)
def test_a_wrong_field_is_named_in_one_line_and_what_was_typed_stays(mine, asha, wrong, field, line):
    response = mine.post("/you/dose", {**DOSE, **wrong})
    page = text_of(response)
    assert response.status_code == 422
    assert f'<a href="#dose-{field}">{line}</a>' in page
    assert page.count('aria-invalid="true"') in (1, 2)
    assert '<details id="dose" open>' in page
    for name, value in {**DOSE, **wrong}.items():
        if name in ("sets", "reps", "hold_s", "kg", "by", "date") and value.strip():
            assert f'name="{name}"' in page
            assert f'value="{value}"' in page
    assert profile_of(reread(asha)).limits.dose == {}
    assert reread(asha).limit_notes == []


def test_it_is_taken_back_only_by_name(mine, asha):
    mine.post("/you/dose", DOSE)
    back = {"kind": "dose", "exercise": "band-row"}
    assert mine.post("/you/limits/back", {**back, "by": ""}).status_code == 422
    assert len(limits_of(reread(asha))) == 1
    assert mine.post("/you/limits/back", {**back, "by": "B. Example"}).status_code == 302
    assert limits_of(reread(asha)) == ()
    assert profile_of(reread(asha)).limits.dose == {}


def test_the_limits_form_cannot_set_a_dose_without_its_figures(mine, asha):
    assert mine.post("/you/limits", {"kind": "dose", "exercise": "band-row", "by": "A. Example"}).status_code == 422
    assert limits_of(reread(asha)) == ()


def test_it_survives_the_journey_through_toml(mine, asha):
    mine.post("/you/dose", {**DOSE, "date": (clock.today() + timedelta(days=3)).isoformat()})
    person = reread(asha)
    text = to_toml(with_dates(person.profile or {}))
    assert parse_profile(text, "profile.toml", load_catalogue()) == profile_of(person)
