"""Every program for every random person passes the checker, which knows no solver."""

import pytest

from rhomboid.catalogue.load import load_catalogue
from rhomboid.checking.calendar import most_days
from rhomboid.checking.check import check
from rhomboid.planning.plan import plan
from tests.property.effort import PROVE
from tests.property.profiles import random_profile

CHUNK = 10
# A plan takes a second or two; the proof asks for more people: LIVES=2000 makes it 500 (`make prove`).
PEOPLE = max(60, PROVE // 4)
WEEKS = 15
OTHER_WEEKS = (4, 6, 9, 12, 13, 20)


@pytest.mark.parametrize("chunk", range(PEOPLE // CHUNK))
def test_it_passes_the_check_for_random_people(chunk):
    broken = {}
    for seed in range(chunk * CHUNK, (chunk + 1) * CHUNK):
        person = random_profile(seed)
        made = plan(person, load_catalogue(), weeks=weeks_of(seed))
        found = check(person, load_catalogue(), made)
        if found:
            broken[seed] = found[:3]
        elif made.program is None:
            broken |= _unexplained(seed, person, made)
    assert broken == {}


def weeks_of(seed):
    """Return the usual 15 weeks, or another horizon for two people of five."""
    return OTHER_WEEKS[seed // 5 % len(OTHER_WEEKS)] if seed % 5 in (2, 4) else WEEKS


def _unexplained(seed, person, made):
    """Return the seed when no plain reason stands behind a missing program."""
    assert (made.status, bool(made.advice)) == ("infeasible", True), seed
    if most_days(person.schedule.strength_days) < 2:
        return {} if "C1" in made.conflict else {seed: made.conflict}
    return {} if _has_no_walk(person) and "C1" in made.conflict else {seed: made.conflict}


def _has_no_walk(person):
    """Return whether all for walking days is avoided, banned, locked at first, or needs kit that is not there."""
    aerobic = [each for each in load_catalogue().exercises if "aerobic" in each.blocks and each.dose.kind == "minutes"]
    left_out = person.avoid | person.limits.ban
    return all(
        each.id in left_out or each.tier == "locked" or not person.setting.equipment.issuperset(each.equipment)
        for each in aerobic
    )
