"""No one whom the screen stops ever gets a session."""

import pytest
from hypothesis import given, settings

from rhomboid.catalogue.load import load_catalogue
from rhomboid.checking.check import check
from rhomboid.planning.plan import plan
from tests.property.profiles import random_stopped_table, stopped_profiles, to_profile


@pytest.mark.parametrize("chunk", range(6))
def test_it_gives_stopped_people_no_session(chunk):
    for seed in range(chunk * 50, (chunk + 1) * 50):
        person = to_profile(random_stopped_table(seed))
        made = plan(person, load_catalogue())
        assert (made.status, made.program) == ("refused", None), seed
        assert made.triage["level"] in ("emergency", "same_day", "see_clinician", "incomplete"), seed
        assert check(person, load_catalogue(), made) == (), seed


@settings(max_examples=50, deadline=None)
@given(stopped_profiles())
def test_it_gives_no_session_to_stopped_people_drawn_by_hypothesis(person):
    assert plan(person, load_catalogue()).program is None
