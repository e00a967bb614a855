"""The catalogue as a whole: order, version, sources and the JSON of the contract."""

import json

import pytest

from rhomboid.catalogue import load, reader, sources
from rhomboid.catalogue.catalogue_json import catalogue_to_json
from rhomboid.catalogue.load import load_catalogue
from rhomboid.catalogue.sources import load_sources
from rhomboid.lib.errors import UserError

# In this order, as the contract lists them.
CONTRACT_KEYS = [
    "id", "name", "aliases", "category", "region", "pattern", "plane", "position", "equipment", "any_of", "floor",
    "unilateral", "muscles", "loading", "tier", "lock_reason", "provocations", "load_class", "steps", "cues",
    "faults", "easier", "harder", "cautions", "contraindications", "sources",
]  # fmt: skip


@pytest.fixture
def content(tmp_path, monkeypatch):
    """A content folder of one exercise; nothing cached before or after."""
    text = reader.read_text("exercises/scapular-squeeze.toml").replace('harder = ["', 'harder = []  # ["')
    caches = (reader.read_text, load_catalogue, load_sources)
    for cached in caches:
        cached.cache_clear()
    (tmp_path / "exercises").mkdir()
    (tmp_path / "exercises/scapular-squeeze.toml").write_text(text)
    (tmp_path / "sources").mkdir()
    monkeypatch.setattr(reader, "CONTENT", tmp_path)
    yield tmp_path
    for cached in caches:
        cached.cache_clear()


def test_it_sorts_by_id_and_finds_by_id():
    ids = [exercise.id for exercise in load_catalogue().exercises]
    assert ids == sorted(ids)
    assert len(ids) >= 45
    assert "band-row" in load_catalogue()
    assert "no-such-row" not in load_catalogue()
    assert load_catalogue()["band-row"].name == "Band row"


def test_it_changes_version_with_any_word(content):
    before = load_catalogue().version
    path = content / "exercises/scapular-squeeze.toml"
    path.write_text("# a comment changes nothing\n" + path.read_text())
    reader.read_text.cache_clear()
    load_catalogue.cache_clear()
    assert load_catalogue().version == before
    path.write_text(path.read_text().replace("Let go slowly.", "Let go slow."))
    reader.read_text.cache_clear()
    load_catalogue.cache_clear()
    assert load_catalogue().version != before


def test_it_wants_the_id_to_be_the_file_name(content):
    path = content / "exercises/scapular-squeeze.toml"
    path.rename(content / "exercises/squeeze.toml")
    with pytest.raises(UserError, match=r"content/exercises/squeeze.toml: id: 'scapular-squeeze'"):
        load_catalogue()


def test_it_names_a_file_that_is_no_toml(content):
    (content / "exercises/broken.toml").write_text("id = \n")
    with pytest.raises(UserError, match=r"content/exercises/broken.toml: not valid TOML"):
        load_catalogue()


def test_it_names_what_is_wrong_with_a_source(content):
    (content / "sources/sources.toml").write_text('[x]\ntitle = "X"\nnote = "n"\nconfidence = "total"\n')
    with pytest.raises(UserError, match=r"content/sources/sources.toml: x.confidence: 'total'"):
        load_sources()
    reader.read_text.cache_clear()
    (content / "sources/sources.toml").write_text("x = 3\n")
    with pytest.raises(UserError, match=r"content/sources/sources.toml: x: 3"):
        load_sources()


def test_it_says_that_ours_is_our_own_choice():
    assert "own choice" in load_sources()["ours"].title.lower()
    assert load_sources()["A11"].year == 2011
    assert set(sources.FIELDS[3].allowed) == {source.confidence for source in load_sources().values()}


def test_it_shows_the_keys_of_the_contract_first_and_in_order():
    shown = catalogue_to_json(load_catalogue())
    assert list(shown) == ["version", "exercises"]
    for exercise in shown["exercises"]:
        assert list(exercise)[: len(CONTRACT_KEYS)] == CONTRACT_KEYS
        assert list(exercise["muscles"]) == ["primary", "secondary"]
        assert list(exercise["load_class"]) == ["low_back", "neck", "shoulder"]
        assert all(list(fault) == ["fault", "fix"] for fault in exercise["faults"])
        assert all(list(caution) == ["text", "source"] for caution in exercise["cautions"])


def test_it_shows_what_json_can_hold():
    shown = catalogue_to_json(load_catalogue())
    assert json.loads(json.dumps(shown)) == shown


def test_it_never_counts_household_things_as_equipment():
    household = {"floor", "wall", "chair", "doorway", "towel"}
    for exercise in catalogue_to_json(load_catalogue())["exercises"]:
        needed = {*exercise["equipment"], *(part for group in exercise["any_of"] for part in group)}
        assert not needed & household


def test_it_reads_from_the_folder_it_is_told(content):
    assert [exercise.id for exercise in load_catalogue().exercises] == ["scapular-squeeze"]
    assert load.FOLDER == "exercises"
