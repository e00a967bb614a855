"""The small picture of the worked muscles: every muscle has its place, main ones strong, helping ones light."""

import re
import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest

from rhomboid.body.muscle_chart import BACK, BODY, CHART, FRONT
from rhomboid.body.muscles import describe, muscles, views_of
from rhomboid.body.style import dark_css
from rhomboid.catalogue.load import load_catalogue

SVG = "{http://www.w3.org/2000/svg}"
ALL = load_catalogue().exercises


def named(text: str, css: str) -> list[str]:
    return re.findall(rf'class="rf-{css}"[^>]* data-muscle="([a-z_]+)"', text)


def test_it_knows_every_muscle_of_the_catalogue():
    used = {muscle for exercise in ALL for muscle in (*exercise.primary, *exercise.secondary)}
    assert used <= set(CHART)


@pytest.mark.parametrize("muscle", CHART)
def test_it_draws_a_muscle_inside_the_body(muscle):
    view, outlines = CHART[muscle]
    assert view in (BACK, FRONT)
    for outline in outlines:
        for x, y in outline:
            assert x >= 0
            assert inside(x, y) or near_edge(x, y), (x, y)


def inside(x: float, y: float) -> bool:
    """Return whether a place is inside the right half of the body, by counting crossings."""
    half = [*BODY, (-1.0, 105.0), (-1.0, 0.0)]
    crossings = 0
    for (x0, y0), (x1, y1) in zip(half, [*half[1:], half[0]], strict=True):
        if (y0 > y) != (y1 > y) and x < x0 + (y - y0) * (x1 - x0) / (y1 - y0):
            crossings += 1
    return crossings % 2 == 1


def near_edge(x: float, y: float) -> bool:
    return any(inside(x + dx, y + dy) for dx in (-1.2, 0, 1.2) for dy in (-1.2, 0, 1.2))


@pytest.mark.parametrize("exercise", ALL, ids=lambda e: e.id)
def test_it_shows_the_main_muscles_strong_and_the_helping_ones_light(exercise):
    text = muscles(exercise)
    views = views_of(exercise.primary, exercise.secondary)
    assert named(text, "muscle-main") == [m for view in views for m in exercise.primary if CHART[m][0] == view]
    assert named(text, "muscle-second") == [m for view in views for m in exercise.secondary if CHART[m][0] == view]
    assert set(named(text, "muscle-main")) == set(exercise.primary)
    assert len(text.encode()) < 20_000


def test_it_is_a_whole_document_that_says_in_words_what_it_shows():
    exercise = load_catalogue()["band-row"]
    root = ET.fromstring(muscles(exercise))
    title, desc = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title is not None
    assert title.text == f"{exercise.name}: worked muscles"
    assert desc is not None
    assert desc.text == describe(exercise)
    assert "rhomboids" in describe(exercise)
    assert root.get("aria-labelledby") == f"{title.get('id')} {desc.get('id')}"


def test_it_shows_both_sides_when_main_muscles_lie_on_both():
    exercise = replace(load_catalogue()["band-row"], primary=("rhomboids", "pectoralis_major"))
    assert views_of(exercise.primary, exercise.secondary) == (BACK, FRONT)
    assert 'viewBox="0 0 200' in muscles(exercise)


def test_it_shows_a_plain_body_where_no_muscle_is_trained():
    exercise = replace(load_catalogue()["band-row"], primary=(), secondary=())
    assert views_of(exercise.primary, exercise.secondary) == (BACK,)
    assert describe(exercise) == "No single muscle is trained."


def test_it_gives_other_ids_to_a_second_copy():
    exercise = load_catalogue()["band-row"]
    one, two = (set(re.findall(r' id="([^"]+)"', text)) for text in (muscles(exercise), muscles(exercise, label="b-")))
    assert not one & two


def test_it_has_dark_colours():
    assert ".rf-muscle-main{fill:" in dark_css()
    assert ".rf-muscle-main{fill:" in muscles(load_catalogue()["band-row"])


def test_it_draws_a_line_round_the_body_alone():
    """A line round a small muscle would hide it."""
    text = muscles(load_catalogue()["band-row"])
    lined = re.findall(r'class="rf-([\w-]+)"[^>]*stroke=', text)
    assert lined == ["muscle-body"]
    assert re.findall(r"\.rf-([\w-]+)\{stroke", text) == ["muscle-body"]
