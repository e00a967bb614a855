"""The library: every exercise as a picture, filtered, and what it means for the person in view."""

import tomllib
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.utils.html import escape

from rhomboid.catalogue.exercise import Exercise
from rhomboid.catalogue.load import load_catalogue
from rhomboid.catalogue.sources import load_sources
from rhomboid.catalogue.vocabulary import (
    EQUIPMENT,
    FLOOR_POSITIONS,
    HOUSEHOLD,
    MUSCLES,
    PATTERNS,
    POSITIONS,
    TIERS,
)
from rhomboid.screening.restrictions import bars_of
from rhomboid.service.library import fit_for
from rhomboid.service.models import Person, Program
from rhomboid.web import clock
from rhomboid.web.presenters import library_words as words

EXAMPLES = Path(__file__).parents[2] / "examples"
CATALOGUE = load_catalogue()


def profile_table(name: str, start: date) -> dict[str, Any]:
    table = tomllib.loads((EXAMPLES / f"{name}.toml").read_text(encoding="utf-8"))
    table["schedule"]["start"] = start.isoformat()
    for row in table.get("clearance", []):
        row["date"] = row["date"].isoformat()
    return table


def give_profile(person: Person, name: str) -> Person:
    person.profile = profile_table(name, clock.today())
    person.save()
    return person


def ids_on(page: str) -> list[str]:
    return [one.id for one in CATALOGUE.exercises if f'href="/library/{one.id}"' in page]


def listed(client: Client, **query) -> list[str]:
    answer = client.get("/library/", query)
    assert answer.status_code == 200
    return ids_on(answer.content.decode())


def parts_of(exercise: Exercise) -> list[str]:
    parts = [exercise.name, exercise.summary, *exercise.steps, *(one.text for one in exercise.cautions)]
    parts += [text for one in exercise.faults for text in (one.fault, one.fix)]
    parts += [CATALOGUE[one].name for one in (*exercise.easier, *exercise.harder, *exercise.leads_to)]
    parts += [words.MUSCLE_WORDS[one] for one in (*exercise.primary, *exercise.secondary)]
    parts += [load_sources()[one.source].title for one in exercise.activation]
    parts += [words.ACTIVATION_WORDS[one.level] for one in exercise.activation]
    if exercise.tier != "never":
        parts += [exercise.breathing, *exercise.cues, exercise.dose.note, words.ORIGIN_WORDS[exercise.dose.origin]]
        parts += [title for bar in bars_of(exercise) for title in bar.whom]
    return [*parts, *(load_sources()[one].title for one in exercise.sources), "not clinician-reviewed"]


@pytest.mark.django_db
class TestWithoutAnyAnswers:
    def test_it_shows_every_exercise_with_its_picture(self, client):
        page = client.get("/library/").content.decode()
        assert len(ids_on(page)) == len(CATALOGUE.exercises)
        assert page.count(".svg") >= len(CATALOGUE.exercises)
        assert "Not now:" not in page

    def test_it_loads_all_but_the_first_pictures_lazily(self, client):
        page = client.get("/library/").content.decode()
        assert page.count('loading="lazy"') == len(CATALOGUE.exercises) - 6

    def test_a_ticked_kit_shows_what_needs_no_more_than_that(self, client):
        for exercise_id in listed(client, kit="resistance_band"):
            assert set(CATALOGUE[exercise_id].equipment) <= {"resistance_band", "band_anchor"}
            assert all("resistance_band" in group for group in CATALOGUE[exercise_id].any_of)

    def test_no_kit_shows_only_what_needs_none_and_still_a_pull(self, client):
        found = [CATALOGUE[one] for one in listed(client, kit="none")]
        assert found
        assert all(not one.equipment and not one.any_of for one in found)
        assert any(one.is_pull for one in found)

    def test_at_work_nothing_is_done_on_the_floor(self, client):
        found = [CATALOGUE[one] for one in listed(client, place="office")]
        assert found
        assert not any(one.floor or one.position in FLOOR_POSITIONS for one in found)
        assert not any("barbell" in one.equipment for one in found)

    def test_a_target_in_plain_words_is_a_family_of_patterns(self, client):
        found = listed(client, target="pull")
        assert found == [one.id for one in CATALOGUE.exercises if one.is_pull]

    def test_a_muscle_shows_what_works_it_most(self, client):
        found = listed(client, target="muscle-sides-of-back")
        assert found
        assert all({"latissimus_dorsi", "teres_major"} & set(CATALOGUE[one].primary) for one in found)

    def test_position_and_words_narrow_it_further(self, client):
        seated = listed(client, position="seated")
        assert seated
        assert all(CATALOGUE[one].position == "seated" for one in seated)
        rows = listed(client, position="seated", words="row")
        assert "seated-towel-row" in rows
        assert set(rows) < set(seated)

    def test_what_nothing_fits_is_said_and_how_to_go_on(self, client):
        page = client.get("/library/", {"words": "zzz"}).content.decode()
        assert "No exercise fits all of that." in page
        assert "Show all" in page

    def test_what_is_unknown_in_the_address_counts_as_not_asked(self, client):
        asked = {"target": "'><script>", "kit": "spaceship", "position": "up", "place": "moon"}
        assert len(listed(client, **asked)) == len(CATALOGUE.exercises)

    def test_htmx_gets_the_results_alone(self, client):
        part = client.get("/library/", {"words": "row"}, headers={"HX-Request": "true"})
        assert "<html" not in part.content.decode()
        assert "HX-Request" in part.headers["Vary"]
        whole = client.get("/library/", headers={"HX-Request": "true", "HX-History-Restore-Request": "true"})
        assert "<html" in whole.content.decode()

    def test_an_unknown_exercise_is_not_found(self, client):
        assert client.get("/library/levitation").status_code == 404

    def test_every_exercise_has_a_page_with_all_its_parts(self, client):
        for exercise in CATALOGUE.exercises:
            page = client.get(f"/library/{exercise.id}").content.decode()
            missing = [part for part in parts_of(exercise) if str(escape(part)) not in page]
            assert not missing, exercise.id

    def test_the_dose_is_told_by_phase_with_the_first_load_and_how_it_grows(self, client):
        page = client.get("/library/band-row").content.decode()
        for part in (
            "5 to 12 times", "8 to 12 times", "6 to 10 times", "4 more in you", "2 seconds pull, 1 pause, 3 back.",
            "New to training: light band", "Well trained: heavy band", "First more repetitions, then one more set.",
        ):  # fmt: skip
            assert part in page, part
        stretch = client.get("/library/doorway-chest-stretch").content.decode()
        assert "In every phase" in stretch
        assert "It stays as it is" in stretch
        assert "the lightest you have" in client.get("/library/goblet-squat").content.decode()
        assert "5 minutes more every second week, to 30." in client.get("/library/walking").content.decode()

    def test_the_worked_muscles_are_drawn_and_told(self, client):
        page = client.get("/library/shrug").content.decode()
        assert 'data-muscle="upper_trapezius"' in page
        assert "<style>" not in page
        assert "very hard (over 60 percent)" in page

    def test_whom_it_is_left_out_for_is_told_in_plain_words(self, client):
        page = client.get("/library/swimming").content.decode()
        assert "Fainting without a known cause" in page
        assert "(steady_ground)" in page
        hinge = client.get("/library/bent-over-dumbbell-row").content.decode()
        assert "until your form is confirmed" in hinge
        assert "Left out for" not in client.get("/library/band-row").content.decode()

    @pytest.mark.parametrize(
        "exercise", [one for one in CATALOGUE.exercises if one.tier == "never"], ids=lambda one: one.id
    )
    def test_what_is_never_given_says_why_and_what_to_do_instead(self, client, exercise):
        page = client.get(f"/library/{exercise.id}").content.decode()
        assert "Nobody is given this one" in page
        assert exercise.lock_reason in page
        assert "What to do instead" in page
        assert "Do this instead:" in page


@pytest.mark.django_db
class TestForAPerson:
    def test_what_they_cannot_do_stays_in_view_and_says_why(self, asha, client_of):
        give_profile(asha.person, "seventy-one-no-floor")
        client = client_of(asha)
        page = client.get("/library/").content.decode()
        assert len(ids_on(page)) == len(CATALOGUE.exercises)
        floor = "It is done down on the floor, and you cannot get there now."
        assert page.count(floor) >= 20
        assert floor in client.get("/library/bird-dog").content.decode()

    def test_a_restriction_of_the_screen_is_named(self, asha, client_of):
        give_profile(asha.person, "blood-thinners")
        page = client_of(asha).get("/library/foam-roll-upper-back").content.decode()
        assert "Not for you now" in page
        assert "(no_pressure)" in page

    def test_their_own_kit_is_one_tap_away(self, asha, client_of):
        give_profile(asha.person, "band-at-home")
        assert "?kit=resistance_band" in client_of(asha).get("/library/").content.decode()

    def test_who_may_not_train_is_told_so_on_every_page(self, asha, client_of):
        give_profile(asha.person, "chest-pain")
        client = client_of(asha)
        for address in ("/library/", "/library/band-row"):
            assert "do not train for now" in client.get(address).content.decode()

    def test_what_is_in_the_program_says_the_dose_and_why(self, asha, client_of, small_plan):
        give_profile(asha.person, "desk-worker")
        Program.objects.create(person=asha.person, plan=small_plan, made_on=clock.today(), versions={})
        item = fit_for(asha.person, clock.today()).items["doorway-row"]
        page = client_of(asha).get("/library/doorway-row").content.decode()
        assert "In your program" in page
        assert str(escape(item.why[0].text)) in page
        assert "In your program" in client_of(asha).get("/library/").content.decode()

    def test_a_new_symptom_in_the_log_counts_here_too(self, asha, client_of):
        from rhomboid.service.log import append_events

        give_profile(asha.person, "desk-worker")
        row = {
            "id": "3f0b4f0e-2a58-4a0e-8a43-6a4a6e1f0b11",
            "at": clock.now().isoformat(timespec="seconds"),
            "type": "new_symptom",
            "facts": {"saddle_numbness": "yes"},
        }
        assert append_events(asha.person, [row]).refused == ()
        assert not fit_for(asha.person, clock.today()).may_train
        assert "do not train for now" in client_of(asha).get("/library/").content.decode()

    def test_another_households_person_is_not_in_view(self, asha, ben, client_of):
        give_profile(asha.person, "seventy-one-no-floor")
        assert "Not now:" not in client_of(ben).get("/library/").content.decode()

    def test_the_number_of_queries_does_not_grow_with_the_catalogue(
        self, asha, client_of, django_assert_max_num_queries
    ):
        give_profile(asha.person, "desk-worker")
        client = client_of(asha)
        client.get("/library/")
        with django_assert_max_num_queries(8):
            client.get("/library/")


@pytest.fixture(scope="module")
def small_plan() -> dict[str, Any]:
    """Return a one-week plan document around one doorway row: enough to be in a program, and needs no solver."""
    start = date.today()  # noqa: DTZ011  # the program must cover the day the page is opened on
    item = {
        "exercise": "doorway-row", "sets": 2, "reps": [5, 5], "hold_s": None, "minutes": None, "per_side": False,
        "rest_s": 45, "tempo": "2-1-3", "load": {"bodyweight": True}, "rir": 4, "seconds": 135,
        "why": [{"text": "It trains the muscles between your shoulder blades.", "source": "C5"}],
    }  # fmt: skip
    session = {
        "id": "w1-strength-1", "date": start.isoformat(), "kind": "strength", "minutes": 2.25,
        "blocks": [{"name": "strength", "items": [item]}],
    }  # fmt: skip
    week = {"number": 1, "phase": "familiarise", "deload": False, "sessions": [session]}
    program = {
        "start": start.isoformat(), "end": (start + timedelta(days=6)).isoformat(), "review_dates": [], "weeks": [week],
    }  # fmt: skip
    return {
        "status": "feasible", "triage": {"level": "proceed", "hits": [], "restrictions": []}, "program": program,
        "proof": {"objective": 0, "bound": 0, "gap": 0, "seconds": 0}, "conflict": [], "seed": 0,
        "versions": {"catalogue": CATALOGUE.version, "rules": "1", "engine": "1"},
    }  # fmt: skip


class TestWords:
    def test_every_word_of_the_closed_lists_has_plain_words(self):
        assert set(words.MUSCLE_WORDS) == set(MUSCLES)
        assert set(words.KIT_WORDS) == set(EQUIPMENT)
        assert set(words.HOUSEHOLD_WORDS) == set(HOUSEHOLD)
        assert set(words.POSITION_WORDS) == set(POSITIONS)
        assert set(words.TIER_WORDS) == set(TIERS)

    def test_every_pattern_is_in_exactly_one_family_and_every_muscle_in_one_group(self):
        patterns = [pattern for family in words.FAMILIES for pattern in family.patterns]
        assert sorted(patterns) == sorted(PATTERNS)
        muscles = [muscle for _, _, members in words.MUSCLE_GROUPS for muscle in members]
        assert sorted(muscles) == sorted(MUSCLES)

    def test_every_position_can_be_asked_for(self):
        assert {one for _, _, members in words.POSITION_GROUPS for one in members} == set(POSITIONS)
