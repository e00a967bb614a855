"""A profile that is wrong says what, where, and what is allowed, in one line."""

from pathlib import Path

import pytest

from rhomboid.catalogue.load import load_catalogue
from rhomboid.lib.errors import UserError
from rhomboid.prescription.profile_toml import load_profile, parse_profile

EXAMPLE = (Path(__file__).parents[2] / "examples" / "band-at-home.toml").read_text(encoding="utf-8")


def parse(text: str):
    return parse_profile(text, "me.toml", load_catalogue())


def changed(old: str, new: str) -> str:
    assert old in EXAMPLE, old
    return EXAMPLE.replace(old, new, 1)


def test_it_reads_every_example():
    for path in sorted((Path(__file__).parents[2] / "examples").glob("*.toml")):
        assert load_profile(path, load_catalogue()).schedule.minutes >= 10


def test_it_reads_days_in_the_order_of_the_week_whatever_the_order_written():
    text = changed('strength_days = ["mon", "wed", "fri"]', 'strength_days = ["fri", "mon", "wed"]')
    assert parse(text) == parse(EXAMPLE)


WRONG = {
    "unknown fact": ("[heart_and_lungs]", '[heart_and_lungs]\nhart_pain = "no"', "heart_and_lungs.hart_pain"),
    "fact in the wrong group": ("[heart_and_lungs]", "[heart_and_lungs]\nage = 3", "heart_and_lungs.age"),
    "yesno that is neither": ('chest_pain = "no"', 'chest_pain = "maybe"', "chest_pain"),
    "unknown group": ("[setting]", "[seting]\nx = 1\n[setting]", "seting"),
    "minutes too few": ("minutes = 30", "minutes = 9", "schedule.minutes"),
    "minutes too many": ("minutes = 30", "minutes = 91", "schedule.minutes"),
    "a day that is none": ('strength_days = ["mon"', 'strength_days = ["mondy"', "schedule.strength_days"),
    "unknown kit": ('equipment = ["resistance_band"]', 'equipment = ["rubber"]', "setting.equipment"),
    "a place that is none": ('place = "home"', 'place = "moon"', "setting.place"),
    "unknown field": ('place = "home"', 'place = "home"\nplaces = "gym"', "setting.places"),
    "unknown exercise": ("avoid = []", 'avoid = ["no-such-move"]', "preferences.avoid"),
    "a date that is not one": ("start = 2026-11-23", 'start = "23rd of November"', "schedule.start"),
}


@pytest.mark.parametrize("name", sorted(WRONG))
def test_it_names_file_field_value_and_what_is_allowed(name):
    old, new, field = WRONG[name]
    with pytest.raises(UserError) as caught:
        parse(changed(old, new))
    message = str(caught.value)
    assert message.startswith("me.toml: ")
    assert field in message
    assert "allowed" in message
    assert "\n" not in message


@pytest.mark.parametrize("field", ["place", "equipment", "minutes", "daily_minutes", "strength_days", "start", "level"])
def test_it_names_a_mandatory_field_that_is_missing(field):
    lines = [line for line in EXAMPLE.splitlines() if not line.startswith(f"{field} =")]
    with pytest.raises(UserError, match=rf"{field}.* is missing; allowed"):
        parse("\n".join(lines))


def test_it_refuses_broken_toml_with_one_line():
    with pytest.raises(UserError, match=r"me\.toml: not valid TOML"):
        parse("[person\nage = 3")


def test_it_refuses_an_impossible_age():
    with pytest.raises(UserError, match=r"age.*-3.*allowed"):
        parse(changed("age = ", "age = -3 #"))


def test_it_refuses_pain_eleven():
    with pytest.raises(UserError, match=r"worst_24h.*11.*0 to 10"):
        parse(changed("worst_24h = ", "worst_24h = 11 #"))


def test_it_refuses_a_list_where_a_table_belongs():
    with pytest.raises(UserError, match="setting"):
        parse("setting = [1]\n")


def test_it_refuses_kit_that_is_listed_but_empty():
    with pytest.raises(UserError, match=r"kit\.bands"):
        parse(
            EXAMPLE + "\n[kit]\nbands = []\n"
            if "[kit]" not in EXAMPLE
            else EXAMPLE.replace("bands = [", "bands = [] # [", 1)
        )


def test_it_refuses_an_exercise_both_banned_and_required():
    text = EXAMPLE.replace("[limits]", "[limits]\n", 1)
    lines = [line for line in text.splitlines() if not line.startswith(("ban =", "require ="))]
    body = "\n".join(lines)
    both = 'ban = ["band-row"]\nrequire = ["band-row"]'
    body = body.replace("[limits]", f"[limits]\n{both}", 1) if "[limits]" in body else f"{body}\n[limits]\n{both}\n"
    with pytest.raises(UserError, match=r"limits\.require.*band-row"):
        parse(body)


def test_a_file_that_is_not_there_is_one_line(tmp_path):
    with pytest.raises(UserError, match="cannot be read"):
        load_profile(tmp_path / "nobody.toml", load_catalogue())


def test_a_file_that_is_no_text_is_one_line(tmp_path):
    path = tmp_path / "me.toml"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(UserError, match="not UTF-8"):
        load_profile(path, load_catalogue())


ENDLESS = {
    "a number of thousands of digits": "age = " + "9" * 5000,
    "lists without end": "age = " + "[" * 3000 + "]" * 3000,
}


@pytest.mark.parametrize("name", sorted(ENDLESS))
def test_it_refuses_what_no_reader_can_hold_in_one_line(name):
    with pytest.raises(UserError, match=r"^me\.toml: ") as caught:
        parse(changed("age = ", ENDLESS[name] + "\nonce = "))
    assert "\n" not in str(caught.value)


def test_it_does_not_repeat_a_list_of_thousands():
    with pytest.raises(UserError, match=r"suspected_cause") as caught:
        parse(changed("suspected_cause = [", "suspected_cause = [" + '"nonsense", ' * 5000))
    assert len(str(caught.value)) < 1000
