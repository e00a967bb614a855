"""The SVG of a figure: whole, small, the same every time, and safe to put on a page."""

import gzip
import json
import re
import xml.etree.ElementTree as ET

import pytest

from rhomboid.body.anatomy import BUILDS
from rhomboid.body.figure import FRAMES, draw, film, frames, has_figure, moving, phase_count
from rhomboid.body.fit import EDGE, joints
from rhomboid.body.muscles import TALL, describe, inset_width
from rhomboid.body.scene import scene_ids
from rhomboid.body.stage import load_stage
from rhomboid.body.style import SKINS, TONES, dark_css, tone_css
from rhomboid.catalogue.load import load_catalogue
from rhomboid.lib.errors import UserError

SAMPLE = ("band-row", "bird-dog", "open-book", "wall-angel", "cycling", "seated-cable-row", "swimming", "prone-y")
NUMBERS = re.compile(r"-?\d*\.?\d+")
SVG = "{http://www.w3.org/2000/svg}"


def without_corner_and_names(text):
    return re.sub(r'<g class="rf-inset">.*?</g></g>|f[0-9a-f]{8}', "", text)


@pytest.fixture(params=SAMPLE)
def exercise_id(request):
    return request.param


@pytest.mark.parametrize("phase", [None, 1, 2])
def test_it_is_a_whole_document_with_title_and_description(exercise_id, phase):
    root = ET.fromstring(draw(exercise_id, phase))
    record = load_catalogue()[exercise_id]
    title, desc = root.findall(f"{SVG}title"), root.findall(f"{SVG}desc")
    assert root.tag == f"{SVG}svg"
    assert root.get("viewBox") == "0 0 480 360"
    assert [record.name in (node.text or "") for node in title] == [True]
    assert [node.text for node in desc] == [f"{record.summary} {describe(record)}"]
    assert root.get("aria-labelledby") == f"{title[0].get('id')} {desc[0].get('id')}"


def test_it_uses_nothing_that_a_strict_page_forbids(exercise_id):
    for text in (draw(exercise_id), moving(exercise_id), film(exercise_id)):
        assert not re.search(r"<filter|<script|currentColor|style=|https?://(?!www\.w3\.org/2000/svg)|onload", text)


def test_it_names_every_id_once_and_points_to_none_that_is_missing(exercise_id):
    for text in (draw(exercise_id), moving(exercise_id), film(exercise_id)):
        ids = re.findall(r' id="([^"]+)"', text)
        assert len(ids) == len(set(ids))
        assert set(re.findall(r'(?:url\(#|href="#)([^")]+)', text)) <= set(ids)


@pytest.mark.parametrize("body", BUILDS)
def test_it_stays_under_forty_kilobytes_and_one_decimal(body):
    for record in load_catalogue().exercises:
        text = draw(record, body=body)
        assert len(text.encode()) < 40_000, record.id
        assert not re.search(r"\.\d\d", "".join(re.findall(r' d="([^"]+)"', text))), record.id


def test_it_leaves_no_dot_where_something_is_turned_away(exercise_id):
    """An ear that is not seen shrinks to a point; a line with round ends would draw that point."""
    assert "linecap" not in draw(exercise_id) + moving(exercise_id)


def test_it_shows_the_ghost_and_arrow_only_in_the_still_of_both(exercise_id):
    assert 'class="rf-ghost"' in draw(exercise_id)
    for phase in (1, 2):
        assert 'class="rf-ghost"' not in draw(exercise_id, phase)
        assert 'class="rf-arrow"' not in draw(exercise_id, phase)


def test_it_draws_a_different_end_than_start(exercise_id):
    assert draw(exercise_id, 1) != draw(exercise_id, 2)


def test_it_turns_the_other_side_to_the_viewer_when_mirrored():
    plain, mirrored = (without_corner_and_names(draw("bird-dog", mirrored=side)) for side in (False, True))
    assert mirrored.replace(' transform="matrix(-1 0 0 1 480 0)"', "") == plain


def test_it_gives_frames_for_each_layer_of_the_moving_picture(exercise_id):
    film = frames(exercise_id)
    marks = re.findall(r'data-layer="(\d+)"', moving(exercise_id))
    assert sorted(map(int, marks)) == list(range(len(film["layers"])))
    assert all(len(layer["d"]) in (1, FRAMES) for layer in film["layers"])
    assert any(len(layer["d"]) == FRAMES for layer in film["layers"])


def test_it_starts_the_film_where_the_moving_picture_stands(exercise_id):
    text = moving(exercise_id)
    assert all(f'd="{layer["d"][0]}"' in text for layer in frames(exercise_id)["layers"])


def test_it_keeps_the_commands_of_a_layer_alike_in_all_frames(exercise_id):
    for layer in frames(exercise_id)["layers"]:
        shapes = {(re.sub(NUMBERS, "#", path).replace(" ", ""), len(NUMBERS.findall(path))) for path in layer["d"]}
        assert len(shapes) == 1


def test_it_packs_films_small():
    """Every fourth exercise, the bodies in turn, to save time: `make figures` measures all films of both."""
    for index, record in enumerate(load_catalogue().exercises[::4]):
        body = tuple(BUILDS)[index % len(BUILDS)]
        assert len(gzip.compress(json.dumps(frames(record, body=body)).encode())) < 120_000, record.id


def test_it_packs_the_largest_film_that_moves_by_itself():
    for exercise_id in ("turkish-get-up", "dead-bug", "plank"):
        for body in BUILDS:
            assert len(gzip.compress(film(exercise_id, body=body).encode())) < 120_000


def test_it_gives_frames_enough_for_a_path_of_many_poses():
    record = frames("turkish-get-up")
    assert phase_count("turkish-get-up") == 7
    assert record["poses"] == [0, 3, 6, 9, 12, 15, 18]
    assert record["frames"] == 19


def test_it_moves_by_itself_and_stands_still_where_no_motion_is_wanted():
    text = film("band-row")
    root = ET.fromstring(text)
    moving_group, still_group = (root.find(f".//{SVG}g[@class='{name}']") for name in ("rf-move", "rf-rest"))
    assert moving_group is not None
    assert still_group is not None
    assert "(prefers-reduced-motion:reduce){.rf-move{display:none}.rf-rest{display:inline}}" in text
    assert still_group.get("display") == "none"
    animations = list(moving_group.iter(f"{SVG}animate"))
    assert animations
    assert not list(still_group.iter(f"{SVG}animate"))
    for one in animations:
        times = [float(t) for t in one.attrib["keyTimes"].split(";")]
        values = one.attrib["values"].split(";")
        assert (times[0], times[-1], len(times)) == (0, 1, len(values))
        assert times == sorted(times)
        assert values[0] == values[-1]


def test_it_shows_the_worked_muscles_in_a_corner_that_no_limb_crosses():
    for record in load_catalogue().exercises:
        text = draw(record)
        if not (record.primary or record.secondary):
            assert "data-muscle" not in text
            continue
        inset = text.split('<g class="rf-inset">')[1].split("</g></g>")[0]
        assert set(re.findall(r'data-muscle="(\w+)"', inset)) >= set(record.primary)
        stage = load_stage(record.id, record.primary, "woman", record.secondary)
        left, right = stage.corner, stage.corner + inset_width(record.primary, record.secondary)
        for skeleton in stage.solved:
            for place in joints(skeleton):
                x, y = stage.camera.point(place)
                assert not (left < x < right and y < EDGE + TALL), record.id


def test_it_has_one_layer_count_for_every_exercise_at_both_ends():
    for scene_id in scene_ids():
        stage = load_stage(scene_id)
        start, *others = (stage.layers(skeleton) for skeleton in stage.solved)
        for other in others:
            assert [layer.name for layer in start] == [layer.name for layer in other]
        assert len({layer.name for layer in start}) == len(start), scene_id


def test_it_keeps_every_figure_inside_the_page():
    for scene_id in scene_ids():
        stage = load_stage(scene_id)
        for skeleton in stage.solved:
            for name in ("head", "hips", "hand_r", "hand_l", "foot_r", "foot_l"):
                x, y = stage.camera.point(skeleton.joint(name))
                assert 10 <= x <= 470, (scene_id, name)
                assert 10 <= y <= 350, (scene_id, name)


def test_it_moves_through_the_poses_between():
    assert (phase_count("band-row"), phase_count("walking"), phase_count("arm-circles")) == (2, 3, 4)
    assert "start</title>" in draw("walking", 1)
    assert "on the way</title>" in draw("walking", 2)
    assert "on the way, 2 of 2</title>" in draw("arm-circles", 3)
    assert "end</title>" in draw("walking", 3)
    film = frames("walking")
    assert film["poses"] == [0, 6, 12]
    paths = re.findall(r' d="([^"]+)"', draw("walking", 2))
    assert all(layer["d"][6 if len(layer["d"]) > 1 else 0] in paths for layer in film["layers"] if layer["d"][0])


def test_it_refuses_a_phase_beyond_the_last_pose():
    with pytest.raises(UserError, match="3"):
        draw("walking", 4)


@pytest.mark.parametrize("other", [{"body": "man"}, {"tone": 4}, {"mirrored": True}, {"label": "b-"}, {"phase": 1}])
def test_it_shares_no_id_with_another_picture_of_the_same_exercise(other):
    one, two = draw("band-row"), draw("band-row", **other)
    assert not set(re.findall(r' id="([^"]+)"', one)) & set(re.findall(r' id="([^"]+)"', two))


def test_it_shares_no_id_between_the_still_and_the_moving_picture_nor_between_exercises():
    texts = [draw("band-row"), moving("band-row"), moving("band-row", label="b-"), draw("walking"), moving("walking")]
    found = [name for text in texts for name in re.findall(r' id="([^"]+)"', text)]
    assert len(found) == len(set(found))


def test_it_draws_two_bodies_on_the_same_bones():
    woman, man = (load_stage("band-row", (), body).solved[0] for body in ("woman", "man"))
    assert draw("band-row", body="woman") != draw("band-row", body="man")
    assert woman.joint("knee_r")[1] == pytest.approx(man.joint("knee_r")[1], abs=0.02)
    assert woman.build.shoulder_half < man.build.shoulder_half


def test_it_has_the_same_layers_for_both_bodies():
    for exercise_id in SAMPLE:
        woman, man = (frames(exercise_id, body=body)["layers"] for body in ("woman", "man"))
        assert sorted(layer["class"] for layer in woman) == sorted(layer["class"] for layer in man)


def test_it_changes_only_colours_and_names_with_the_tone():
    """A tone is a class and colours on the same paths, so that a page may switch it by style alone."""
    shapes = [re.findall(r' d="([^"]+)"', draw("band-row", tone=tone)) for tone in range(1, len(SKINS) + 1)]
    assert len(SKINS) >= 4
    assert all(shape == shapes[0] for shape in shapes)
    for tone in range(1, len(SKINS) + 1):
        assert f'class="rf-tone-{tone}"' in draw("band-row", tone=tone)
        assert f".rf-tone-{tone} .rf-skin{{fill:{SKINS[tone - 1]['skin'][0]}}}" in tone_css()


def test_it_colours_no_other_figure_of_the_page_with_its_skin():
    """Style sheets of pictures that stand inside one page all reach all of it."""
    for tone in range(1, len(SKINS) + 1):
        css = "".join(re.findall(r"<style>(.*?)</style>", draw("band-row", tone=tone)))
        for rule in re.findall(r"[^{}]*\.rf-(?:skin|hair)[^{}]*\{", css):
            assert rule.strip().startswith(f".rf-tone-{tone} "), rule


@pytest.mark.parametrize("wish", [{"body": "child"}, {"tone": 0}, {"tone": 5}])
def test_it_refuses_a_body_or_tone_that_is_not_there(wish):
    with pytest.raises(UserError, match=next(iter(wish))):
        draw("band-row", **wish)


def test_it_refuses_an_exercise_it_does_not_know():
    assert not has_figure("moon-walk")
    with pytest.raises(UserError, match="moon-walk"):
        draw("moon-walk")


@pytest.mark.parametrize("phase", [0, 3, -1])
def test_it_refuses_a_phase_that_is_not_there(phase):
    with pytest.raises(UserError, match="phase"):
        draw("band-row", phase)


def test_it_has_a_dark_colour_for_every_tone():
    css = dark_css()
    assert all(f".rf-{tone}{{fill:" in css for tone in TONES)
    assert css.startswith("@media (prefers-color-scheme:dark)")
