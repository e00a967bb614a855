"""Photos of posture: never required, without what a camera writes into them, seen by their owner, gone when deleted."""

import io
import zipfile
from pathlib import Path
from uuid import uuid4

import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db.models import ForeignKey
from PIL import Image

from rhomboid.service.example import make_example
from rhomboid.service.export import export_zip
from rhomboid.service.household import load_owner
from rhomboid.service.models import LogEvent, Person, Photo
from rhomboid.service.people import add_person, remove_example
from rhomboid.service.photos import keep_photo
from rhomboid.service.self_checks import keep_reach
from rhomboid.web import clock
from tests.web.conftest import DESKTOP
from tests.web.short_program import give_program

GPS, MAKER = 0x8825, 0x010F


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.PHOTOS = tmp_path / "photos"
    return settings.PHOTOS


@pytest.fixture
def person(db, settings):
    person = add_person(load_owner(settings.HOUSEHOLD), name="asha")
    give_program(person)
    return person


def a_photo(colour="teal", size=(300, 400), kind="JPEG"):
    """Return a picture with the notes of a camera in it: place and maker."""
    notes = Image.Exif()
    notes[MAKER] = "A camera"
    notes[GPS] = {1: "N", 2: (47.0, 22.0, 0.0)}
    written = io.BytesIO()
    Image.new("RGB", size, colour).save(written, kind, exif=notes)
    return written.getvalue()


def send(client, content=None, **changed):
    sent = {"view": "side", "day": clock.today().isoformat(), **changed}
    return client.post("/photos/keep", {**sent, "photo": SimpleUploadedFile("me.jpg", content or a_photo())})


def files_in(folder):
    return sorted(path for path in Path(folder).rglob("*") if path.is_file())


def test_a_photo_is_kept_without_what_the_camera_wrote_into_it(person, client, folder):
    assert send(client).url == "/photos/"
    (path,) = files_in(folder)
    assert path.parent.name == str(person.id)
    assert path.stat().st_mode & 0o077 == 0
    with Image.open(path) as picture:
        assert not picture.getexif()
        assert b"A camera" not in path.read_bytes()


def test_a_large_photo_is_made_smaller_and_a_png_becomes_a_jpeg(person, client, folder):
    send(client, a_photo(size=(4000, 3000), kind="PNG"))
    with Image.open(files_in(folder)[0]) as picture:
        assert picture.format == "JPEG"
        assert max(picture.size) == 1600


@pytest.mark.parametrize(
    "changed",
    [
        {"content": b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"},
        {"content": b"GIF89a" + b"0" * 40},
        {"content": a_photo()[:200]},
        {"view": "above"},
        {"day": "2999-01-01"},
        {"day": "yesterday"},
    ],
)
def test_what_is_no_photo_is_refused_with_one_line_and_nothing_is_kept(person, client, folder, changed):
    response = send(client, **changed)
    assert response.status_code == 422
    assert "Nothing was saved" in response.content.decode()
    assert files_in(folder) == []
    assert not Photo.objects.exists()


def test_a_file_that_is_too_large_is_not_even_read(person, client, monkeypatch):
    monkeypatch.setattr("rhomboid.web.views.photos.MOST_BYTES", 10)
    assert send(client).status_code == 422


def test_two_photos_stand_side_by_side_and_any_two_can_be_chosen(person, client):
    for _ in range(3):
        send(client)
    first, second, third = Photo.objects.all()
    context = client.get("/photos/").context
    assert (context["left"]["id"], context["right"]["id"]) == (first.id, third.id)
    context = client.get("/photos/", {"left": str(second.id), "right": str(third.id)}).context
    assert (context["left"]["id"], context["right"]["id"]) == (second.id, third.id)


def test_each_photo_can_be_deleted_by_itself(person, client, folder):
    send(client)
    send(client)
    gone = Photo.objects.all()[0]
    client.post(f"/photos/{gone.id}/delete")
    assert [path.stem for path in files_in(folder)] == [str(one.id) for one in Photo.objects.all()]
    assert len(files_in(folder)) == 1


def test_only_its_owner_sees_a_photo_and_nobody_keeps_it(person, client, client_of, cora, folder):
    send(client)
    photo = Photo.objects.get()
    shown = client.get(f"/photos/{photo.id}.jpg")
    assert shown.headers["Content-Type"] == "image/jpeg"
    assert shown.headers["Cache-Control"] == "private, no-store"
    assert client.get(f"/photos/{uuid4()}.jpg").status_code == 404
    stranger = client_of(cora)
    assert stranger.get(f"/photos/{photo.id}.jpg").status_code == 404
    stranger.post(f"/photos/{photo.id}/delete")
    assert len(files_in(folder)) == 1


def test_photos_are_never_required_no_page_on_the_way_to_a_session_asks_for_one(person, client):
    for path in ("/today/", "/program/", "/progress/", f"/session/{first_session(person)}/"):
        assert 'type="file"' not in client.get(path).content.decode()


def first_session(person):
    return person.programs.get().plan["program"]["weeks"][0]["sessions"][0]["id"]


def test_deleting_everything_removes_photos_log_and_answers_from_database_and_folder(person, client, folder):
    other = add_person(load_owner("elsewhere"))
    keep_photo(other, a_photo(), view="front", on=clock.today(), today=clock.today())
    send(client)
    keep_reach(person, left_cm=1, right_cm=2, on=clock.today())
    client.post("/today/check-in", {"average_24h": 3, "worst_24h": 4, "sleep": 5, "stress": 5, "confidence": 5})
    assert LogEvent.objects.filter(person=person).exists()
    client.post("/you/delete", {"typed": "delete everything"})
    assert not Person.objects.filter(id=person.id).exists()
    for model in apps.get_app_config("service").get_models():
        for field in model._meta.get_fields():
            if isinstance(field, ForeignKey) and field.related_model is Person:
                assert not model._default_manager.filter(**{f"{field.name}_id": person.id}).exists(), model
    assert [path.parent.name for path in files_in(folder)] == [str(other.id)]
    assert not (Path(folder) / str(person.id)).exists()


def test_throwing_the_example_away_removes_its_photos_too(db, folder):
    owner = load_owner("home")
    example = make_example(owner, now=clock.now())
    keep_photo(example, a_photo(), view="back", on=clock.today(), today=clock.today())
    remove_example(owner)
    assert files_in(folder) == []


def test_the_file_of_all_data_holds_photos_and_self_checks(person):
    keep_photo(person, a_photo(), view="back", on=clock.today(), today=clock.today())
    keep_reach(person, left_cm=1, right_cm=2, on=clock.today())
    with zipfile.ZipFile(io.BytesIO(export_zip(person))) as archive:
        assert [name for name in archive.namelist() if name.startswith(f"photos/{clock.today()}-back-")]
        assert '"left_cm"' in archive.read("record.json").decode()


@pytest.mark.django_db(transaction=True)
def test_axe_finds_nothing_serious_and_a_photo_is_kept_by_hand(open_visitor, tmp_path):
    add_person(load_owner("home"), name="asha")
    (tmp_path / "me.jpg").write_bytes(a_photo())
    window = open_visitor(size=DESKTOP, dark=True)
    for _ in range(2):
        window.goto("/photos/")
        window.check_axe()
        window.page.set_input_files("#photo", tmp_path / "me.jpg")
        window.page.get_by_role("radio", name="From the side").check()
        window.page.get_by_role("button", name="Keep it").click()
    window.page.get_by_role("heading", name="Side by side").wait_for()
    window.check_axe()
    assert window.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert window.problems == []
