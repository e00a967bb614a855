"""Virtual people for the tests: two kinds, planned once."""

from functools import cache

from rhomboid.catalogue.load import load_catalogue
from rhomboid.simulation.kinds import Planned, load_kinds, make_program, plan_kind
from rhomboid.simulation.life import Life
from rhomboid.simulation.model import load_model

CATALOGUE = load_catalogue()
WEIGHTS, LIMITED = (
    4,
    10,
)  # places among the kinds: weights at home; with a clinician's limits; both with pain of 4 and 5


@cache
def planned(place=WEIGHTS):
    return plan_kind(load_kinds()[place], lambda profile: make_program(profile, CATALOGUE))


def life(person, *, place=WEIGHTS, seed=3, policy="rhomboid", keep=False, **numbers):
    """Return one virtual person; `numbers` are changed in the model."""
    return Life(planned(place), CATALOGUE, load_model()._replace(**numbers), seed, person, policy, keep=keep)


def fresh(place=WEIGHTS):
    """Return the same plan with nothing remembered yet."""
    return Planned(planned(place).kind, planned(place).program)
