"""C3: cut short, a session keeps warm-up, a pull and a stretch; nothing in it grows."""

from pathlib import Path

import pytest

from rhomboid.catalogue.load import load_catalogue
from rhomboid.planning.plan import plan
from rhomboid.prescription.profile_toml import load_profile
from rhomboid.training.shortened import shorten

EXAMPLE = Path(__file__).parents[2] / "examples" / "band-at-home.toml"


@pytest.fixture(scope="module")
def sessions():
    catalogue = load_catalogue()
    made = plan(load_profile(EXAMPLE, catalogue), catalogue, weeks=8)
    assert made.program
    return [session for session in made.program.sessions if session.kind == "strength"]


@pytest.mark.parametrize("minutes", [10, 15, 20])
def test_it_fits_the_minutes_and_keeps_warm_up_a_pull_and_a_stretch(sessions, minutes):
    catalogue = load_catalogue()
    for session in sessions:
        short = shorten(session, catalogue, minutes)
        assert short.minutes <= minutes
        assert short.minutes == pytest.approx(sum(item.seconds for item in short.items) / 60)
        assert short.block("warm_up")
        assert short.block("cool_down")
        pulls = [item for item in session.block("strength") if catalogue[item.exercise].is_pull]
        assert not pulls or any(catalogue[item.exercise].is_pull for item in short.block("strength"))


def test_two_minutes_are_one_pull(sessions):
    catalogue = load_catalogue()
    session = next(s for s in sessions if any(catalogue[i.exercise].is_pull for i in s.block("strength")))
    short = shorten(session, catalogue, 2)
    assert catalogue[short.items[0].exercise].is_pull


def test_nothing_in_it_grows_and_order_stays(sessions):
    catalogue = load_catalogue()
    for session in sessions:
        short = shorten(session, catalogue, 12)
        full = {item.exercise: item for item in session.items}
        assert all(item.seconds <= full[item.exercise].seconds for item in short.items)
        assert all(item.sets == full[item.exercise].sets for item in short.items)
        order = [item.exercise for item in session.items]
        assert [item.exercise for item in short.items] == sorted((i.exercise for i in short.items), key=order.index)


def test_a_session_that_fits_stays_as_it_is(sessions):
    assert shorten(sessions[0], load_catalogue(), 90) == sessions[0]
