"""What people can read about: every study has its size, its people and its limits; nobody is shamed."""

import re

import pytest

from rhomboid.catalogue import learn, reader
from rhomboid.catalogue.learn import load_calm, load_evidence, load_helpers
from rhomboid.catalogue.sources import load_sources
from rhomboid.lib.errors import UserError

GOOD = 'question = "Q?"\npeople = "P"\nsize = 10\nfound = "F"\nlimits = ["L"]\n'


def test_each_evidence_card_has_a_size_a_population_and_limits():
    assert len(load_evidence()) >= 8
    for card in load_evidence():
        assert card.size > 0
        assert card.people
        assert card.limits
        assert card.source.key in load_sources()


def test_every_trial_that_the_rules_lean_on_has_a_card():
    trials = {key for key, one in load_sources().items() if one.year and re.fullmatch(r"[A-Z]\d\d[a-z]?", key)}
    assert trials == {card.source.key for card in load_evidence()}


def test_the_trial_of_27_people_says_low_back_and_that_its_endurance_figure_is_no_effect():
    (card,) = [one for one in load_evidence() if one.source.key == "K09"]
    assert card.size == 27
    assert "low-back" in card.people
    assert any("upper back is a guess" in limit for limit in card.limits)
    assert any("endurance" in limit and "no effect" in limit for limit in card.limits)


@pytest.mark.parametrize("left_out", ["people", "size", "limits"])
def test_a_card_without_size_people_or_limits_is_refused(tmp_path, monkeypatch, left_out):
    text = "\n".join(line for line in GOOD.splitlines() if not line.startswith(left_out))
    with pytest.raises(UserError, match=left_out):
        load_from(tmp_path, monkeypatch, f"[A11]\n{text}\n")


def test_a_claim_without_a_known_source_is_refused(tmp_path, monkeypatch):
    with pytest.raises(UserError, match="hearsay"):
        load_from(tmp_path, monkeypatch, f"[hearsay]\n{GOOD}")


def load_from(tmp_path, monkeypatch, text):
    load_sources()
    (tmp_path / "learn").mkdir()
    (tmp_path / "learn" / "evidence.toml").write_text(text, encoding="utf-8")
    monkeypatch.setattr(reader, "CONTENT", tmp_path)
    reader.read_text.cache_clear()
    try:
        return learn.load_evidence.__wrapped__()
    finally:
        reader.read_text.cache_clear()


def test_massage_therapy_class_and_clinic_each_have_a_purpose_and_a_when():
    found = {one.id: one for one in load_helpers()}
    assert {"doctor", "physiotherapist", "massage_therapist", "class_instructor", "clinic"} <= set(found)
    for one in found.values():
        assert one.does
        assert one.when
        assert one.not_for


def test_breathing_meditation_activity_and_weight_are_there_in_a_neutral_tone():
    texts = {one.id: one.text for one in load_calm()}
    assert {"breathing", "meditation", "movement", "stress", "weight"} <= set(texts)
    assert "at any weight" in texts["weight"]
    for text in texts.values():
        assert not re.search(
            r"\b(must|should|fat|overweight|obese|lazy|excuse|ideal|blame|fault)\b", text, re.IGNORECASE
        )
