"""Pictures of exercises: drawn once, kept under what they are drawn from, shown with the body and skin people chose."""

import gzip
import json
import re
from dataclasses import replace
from threading import Event

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from rhomboid.body.anatomy import BUILDS
from rhomboid.body.figure import Wish, draw
from rhomboid.body.scene import scene_ids, scene_source
from rhomboid.catalogue.load import load_catalogue
from rhomboid.lib.errors import UserError
from rhomboid.service import figure_shelf
from rhomboid.service.figure_shelf import KINDS, Shelf, draw_ahead, drawing_version, figure_key, key_of
from rhomboid.service.household import load_owner
from rhomboid.service.people import add_person
from rhomboid.web import server
from tests.web.short_program import give_program
from tests.web.test_library import give_profile

ROW = load_catalogue()["band-row"]
NAMES = ("figure", "figure-moving", "figure-frames")


def address(name: str = "figure", key: str | None = None) -> str:
    return reverse(name, args=[key or figure_key("band-row"), "band-row"])


@pytest.fixture(autouse=True)
def shelf(settings, tmp_path):
    """Give each test a shelf of its own."""
    settings.DATA = tmp_path
    return Shelf(tmp_path / "figures")


@pytest.fixture
def drawings(monkeypatch):
    """Count what is drawn, by kind."""
    drawn: list[tuple[str, str, Wish]] = []

    def counting(kind, paint):
        def paint_and_count(exercise, wish):
            drawn.append((kind, exercise.id, wish))
            return paint(exercise, wish)

        return paint_and_count

    counted = {kind: (counting(kind, paint), with_tone) for kind, (paint, with_tone) in KINDS.items()}
    monkeypatch.setattr(figure_shelf, "KINDS", counted)
    return drawn


def test_it_draws_a_picture_once_and_not_again(client, drawings):
    answers = [client.get(address(name)) for name in (*NAMES, *NAMES)]
    assert [answer.status_code for answer in answers] == [200] * 6
    assert [kind for kind, _, _ in drawings] == list(KINDS)
    assert answers[0].content == answers[3].content


def test_it_draws_for_each_body_and_tone_but_moves_all_tones_alike(client, drawings):
    for tone in (1, 4):
        for body in BUILDS:
            client.get(address(), {"body": body, "tone": tone})
            client.get(address("figure-frames"), {"body": body, "tone": tone})
    kinds = [kind for kind, _, _ in drawings]
    assert (kinds.count("still.svg"), kinds.count("frames.json")) == (4, 2)


def test_a_browser_that_has_it_is_told_so_and_nothing_is_drawn(client, drawings):
    etag = client.get(address())["ETag"]
    drawings.clear()
    again = client.get(address(), headers={"If-None-Match": etag})
    assert (again.status_code, again.content, drawings) == (304, b"", [])
    other = client.get(address(), {"tone": 4}, headers={"If-None-Match": etag})
    assert other.status_code == 200


def test_an_address_of_now_is_kept_for_good_and_an_older_one_is_asked_for_again(client):
    assert "immutable" in client.get(address())["Cache-Control"]
    old = client.get(address(key="0123456789abcdef"))
    assert (old.status_code, old["Cache-Control"]) == (200, "no-cache")


def test_a_changed_pose_word_or_line_of_code_gives_another_key():
    source = scene_source("band-row")
    moved = json.loads(json.dumps(source))
    moved["table"]["end"]["pelvis"] = [0.01, 0.9, 0]
    renamed = replace(ROW, name="Row")
    keys = {
        key_of(ROW, source, drawing_version()),
        key_of(ROW, moved, drawing_version()),
        key_of(renamed, source, drawing_version()),
        key_of(ROW, source, "other code"),
    }
    assert len(keys) == 4
    assert figure_key("band-row") in keys


def test_every_exercise_has_a_key_of_its_own():
    assert len({figure_key(exercise_id) for exercise_id in scene_ids()}) == len(scene_ids())


def test_it_sends_the_kept_bytes_packed_to_whoever_can_unpack_them(client):
    plain, packed = client.get(address()), client.get(address(), headers={"Accept-Encoding": "gzip"})
    assert packed["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.content) == plain.content
    assert plain.content.decode() == draw("band-row")


@pytest.mark.parametrize("asked", [{"body": "child"}, {"tone": "0"}, {"tone": "5"}, {"tone": "²"}, {"tone": ""}])
@pytest.mark.parametrize("name", NAMES)
def test_a_body_or_tone_that_is_not_there_is_one_line(client, name, asked):
    answer = client.get(address(name), asked)
    assert answer.status_code == 400
    assert answer["Content-Type"].startswith("text/plain")
    assert re.fullmatch(r"[^\n]*(body|tone)[^\n]*\n", answer.content.decode())


def test_an_exercise_that_is_not_there_is_not_found(client):
    assert client.get(reverse("figure", args=["0", "moon-walk"])).status_code == 404


def test_a_full_disk_costs_a_drawing_and_no_answer(client, settings, tmp_path):
    blocked = tmp_path / "blocked"
    blocked.write_text("a file where the folder would be")
    settings.DATA = blocked
    assert client.get(address()).status_code in (200, 304)


def test_it_draws_all_stills_ahead_and_lets_go_of_old_ones(shelf, drawings, monkeypatch):
    few = tuple(load_catalogue().exercises[:2])
    monkeypatch.setattr(figure_shelf, "load_catalogue", lambda: type("Few", (), {"exercises": few}))
    (shelf.folder / "0123456789abcdef").mkdir(parents=True)
    rests = []
    for _ in range(2):
        draw_ahead(shelf, lambda: rests.append(1))
    assert [name for _, name, _ in drawings] == [one.id for one in few]
    assert len(rests) == 4
    assert sorted(entry.name for entry in shelf.folder.iterdir()) == sorted(figure_key(one.id) for one in few)


def test_the_server_draws_ahead_in_the_background_once_it_answers(monkeypatch, shelf):
    begun = Event()
    seen = []

    def pretend(given, rest):
        seen.append(given)
        rest()
        begun.set()

    monkeypatch.setattr(figure_shelf, "draw_ahead", pretend)
    server.start_drawing()
    assert begun.wait(10)
    assert seen == [shelf]


class TestTheChoice:
    def pictures(self, client, path="/library/") -> set[str]:
        return set(re.findall(r"\?(body=\w+&amp;tone=\d)", client.get(path).content.decode()))

    def choose(self, client, **sent):
        return client.post("/you/figure", sent)

    def test_everybody_sees_the_usual_figure_until_they_choose(self, client):
        assert self.pictures(client) == {"body=woman&amp;tone=2"}

    @pytest.mark.usefixtures("trainee")
    def test_a_choice_shows_on_every_page_with_pictures(self, client):
        answer = self.choose(client, body="man", tone="4")
        assert (answer.status_code, answer["Location"]) == (302, "/you/#figure")
        for path in ("/library/", "/library/band-row", "/program/", "/today/"):
            assert self.pictures(client, path) == {"body=man&amp;tone=4"}, path

    @pytest.mark.usefixtures("trainee")
    def test_the_page_you_shows_what_is_chosen(self, client):
        self.choose(client, body="man", tone="3")
        page = client.get("/you/").content.decode()
        checked = re.findall(r'<input type="radio" name="(body|tone)" value="(\w+)" checked>', page)
        assert checked == [("body", "man"), ("tone", "3")]

    def test_a_man_is_shown_a_man_where_nothing_was_chosen(self, client, asha, settings):
        settings.HOUSEHOLD = asha.owner.key
        give_profile(asha.person, "band-at-home")
        asha.person.profile["person"]["sex"] = "male"
        asha.person.save()
        assert self.pictures(client, "/library/band-row") == {"body=man&amp;tone=2"}

    @pytest.mark.parametrize("sent", [{"body": "child", "tone": "1"}, {"body": "man", "tone": "9"}, {}])
    def test_a_choice_that_is_not_there_is_refused_and_changes_nothing(self, client, sent):
        assert self.choose(client, **sent).status_code == 400
        assert self.pictures(client) == {"body=woman&amp;tone=2"}

    @pytest.mark.parametrize(
        "kept", ["man", {"body": "robot", "tone": 2}, {"body": "man"}, {"body": "man", "tone": None}]
    )
    def test_what_an_older_version_kept_is_no_error(self, client, kept):
        session = client.session
        session["figure"] = kept
        session.save()
        client.cookies["sessionid"] = session.session_key
        assert self.pictures(client) == {"body=woman&amp;tone=2"}


def test_a_wish_for_a_kind_that_is_not_there_is_one_line(shelf):
    with pytest.raises(UserError, match="kind"):
        shelf.find(ROW, "film.mp4", Wish())


def test_the_choice_is_made_by_keyboard_and_axe_finds_nothing(open_visitor, settings):
    give_program(add_person(load_owner(settings.HOUSEHOLD), name="asha"))
    visitor = open_visitor(dark=True)
    page = visitor.goto("/you/")
    visitor.check_axe()
    chosen = page.locator('#figure input[name="body"]:checked')
    expect(chosen).to_have_value("man")  # as this person's answers say
    chosen.focus()
    page.keyboard.press("ArrowLeft")
    expect(chosen).to_have_value("woman")
    page.keyboard.press("Enter")
    page.wait_for_url("**/you/#figure")
    expect(chosen).to_have_value("woman")
    assert page.locator('#figure input[value="woman"]').get_attribute("checked") is not None
    shown = page.locator("#figure .figure-option img").first
    assert shown.evaluate("(picture) => picture.complete && picture.naturalWidth > 0")
