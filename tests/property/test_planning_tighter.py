"""A tighter limit never gives a better program: what it allows, the looser one allowed as well.

Both may have been searched for less than ever; so the points of the tighter are held against what is proved that the
looser cannot pass, which is exact.
"""

from dataclasses import replace
from functools import cache

import pytest

from rhomboid.catalogue.load import load_catalogue
from rhomboid.planning.conflict import Conflict
from rhomboid.planning.instance import build_instance
from rhomboid.planning.phases import SolvedPhases, solve_phases
from rhomboid.prescription.profile import Profile
from rhomboid.screening.triage import screen
from tests.property.profiles import random_profile

WEEKS = 8
SEEDS = (4, 16, 17)


def solved(profile: Profile) -> SolvedPhases | Conflict:
    triage = screen(profile.answers, profile.clearances, profile.schedule.start)
    return solve_phases(build_instance(profile, triage, load_catalogue(), WEEKS), 0)


@cache
def as_it_is(seed: int) -> tuple[Profile, SolvedPhases]:
    profile = random_profile(seed)
    found = solved(profile)
    assert isinstance(found, SolvedPhases)
    return profile, found


def without_a_move(profile, chosen):
    """A clinician rules out a move that was chosen."""
    gone = min(chosen.strength["familiarise"].moves - set(profile.limits.require))
    return replace(profile, limits=replace(profile.limits, ban=profile.limits.ban | {gone}))


def without_a_daily_item(profile, chosen):
    """The person avoids a daily item that was chosen."""
    gone = min(set(chosen.daily["build"].usual[0]) - set(profile.limits.require))
    return replace(profile, avoid=profile.avoid | {gone})


def without_kit(profile, _chosen):
    """All kit is gone, and with it its weights."""
    kit = replace(profile.setting, equipment=frozenset())
    return replace(profile, setting=kit)


def with_a_minute_less(profile, _chosen):
    """A session is a minute shorter, in the same row of the table of C3."""
    return replace(profile, schedule=replace(profile.schedule, minutes=profile.schedule.minutes - 1))


def with_less_each_day(profile, _chosen):
    """Daily sessions are at most five minutes."""
    return replace(profile, schedule=replace(profile.schedule, daily_minutes=5))


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize(
    "tighten", [without_a_move, without_a_daily_item, without_kit, with_a_minute_less, with_less_each_day]
)
def test_a_tighter_limit_never_gives_more_points(seed, tighten):
    profile, loose = as_it_is(seed)
    tight = solved(tighten(profile, loose.chosen))
    assert isinstance(tight, Conflict) or tight.proof.objective <= loose.proof.bound
