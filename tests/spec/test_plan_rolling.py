"""B7: rolling goes over muscle beside the spine, for a minute or two an area, never over neck or low back."""

from dataclasses import replace
from functools import cache

from rhomboid.catalogue.load import load_catalogue
from rhomboid.checking.check import check
from rhomboid.planning.plan import plan
from rhomboid.prescription.plan import Plan
from rhomboid.prescription.profile import Limits, Profile
from tests.spoiled import person, with_item

MINUTE = 1.0


@cache
def roller() -> Profile:
    """Return the person with a roller, which a clinician wants used."""
    usual: Profile = person()
    setting = replace(usual.setting, equipment=usual.setting.equipment | {"foam_roller"})
    return replace(usual, setting=setting, limits=Limits(require=("foam-roll-upper-back",)))


@cache
def rolled() -> Plan:
    return plan(roller(), load_catalogue(), weeks=4)


def is_rolling(_session: object, block: str, _item: object) -> bool:
    return block == "roll"


def test_who_has_a_roller_gets_one_to_two_minutes_an_area_and_the_checker_agrees():
    made = rolled()
    assert made.program is not None
    lengths = {item.minutes for session in made.program.sessions for item in session.block("roll")}
    assert lengths
    assert all(minutes and MINUTE <= minutes <= 2 * MINUTE for minutes in lengths)
    assert check(roller(), load_catalogue(), made) == ()


def test_three_minutes_on_one_area_are_refused():
    longer = with_item(rolled(), is_rolling, minutes=3 * MINUTE)
    assert "B7" in {one.rule for one in check(roller(), load_catalogue(), longer)}


def test_half_a_minute_with_the_roller_is_refused_too():
    shorter = with_item(rolled(), is_rolling, minutes=0.25)
    assert "B7" in {one.rule for one in check(roller(), load_catalogue(), shorter)}


def test_nothing_rolls_over_neck_or_low_back():
    rolling = [one for one in load_catalogue().exercises if one.dose.kind == "roll"]
    assert rolling
    assert all(one.region not in ("neck", "low_back") for one in rolling)


def test_extension_over_the_roller_is_a_move_of_its_own_and_no_rolling():
    extension = load_catalogue()["foam-roll-thoracic-extension"]
    assert extension.dose.kind != "roll"
    assert "roll" not in extension.blocks
