"""The lists of a profile are sets in meaning: writing them in another order gives the same plan."""

from dataclasses import replace
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from rhomboid.catalogue.load import load_catalogue
from rhomboid.planning.plan import plan
from rhomboid.prescription.profile_toml import profile_from_table
from tests.property.profiles import random_table


@settings(max_examples=4, deadline=None)
@given(seed=st.integers(0, 400))
def test_it_gives_the_same_plan_whatever_the_order_of_days_and_demands_and_exercises(seed):
    catalogue = load_catalogue()
    table = random_table(seed)
    one = profile_from_table(table, "person", catalogue)
    require = tuple(sorted({*one.limits.require, "wall-slide", "wall-plank"} - one.limits.ban - one.avoid))
    one = replace(one, limits=replace(one.limits, require=require))
    other = replace(
        one,
        schedule=replace(one.schedule, strength_days=tuple(reversed(one.schedule.strength_days))),
        limits=replace(one.limits, require=tuple(reversed(require))),
    )
    shuffled = list(catalogue.exercises)
    Random(seed).shuffle(shuffled)
    assert plan(one, catalogue, weeks=9) == plan(other, replace(catalogue, exercises=tuple(shuffled)), weeks=9)


@settings(max_examples=3, deadline=None)
@given(seed=st.integers(0, 400))
def test_it_gives_the_same_plan_whatever_the_order_of_kit_and_likes_in_the_file(seed):
    catalogue = load_catalogue()
    table = random_table(seed)
    turned = random_table(seed)
    turned["setting"]["equipment"].reverse()
    turned["schedule"]["strength_days"].reverse()
    turned["pain"]["sites"].reverse()
    for name in ("like", "avoid"):
        turned["preferences"][name].reverse()
    for name in ("ban", "require"):
        turned["limits"][name].reverse()
    one, other = (profile_from_table(each, "person", catalogue) for each in (table, turned))
    assert plan(one, catalogue, weeks=6) == plan(other, catalogue, weeks=6)
