"""The checker's own ladders of loads (B9)."""

from dataclasses import replace

import pytest

from rhomboid.catalogue.exercise import StartLoad
from rhomboid.catalogue.load import load_catalogue
from rhomboid.checking.kit import implement_of, loads_of, smallest_step, start_of
from rhomboid.prescription.profile import Limits, OwnKit
from rhomboid.prescription.program import Load
from tests.property.profiles import random_profile

BAND_ROW = load_catalogue()["band-row"]
IMPLEMENTS = ("dumbbell", "kettlebell", "barbell")
ROW = replace(BAND_ROW, id="row", loading="free_weight", implements=IMPLEMENTS, start_load=None)


def person(*equipment, kit=OwnKit(), level="new", caps=None):  # noqa: B008 (a frozen value)
    profile = random_profile(1)
    return replace(
        profile,
        setting=replace(profile.setting, equipment=frozenset(equipment)),
        kit=kit,
        experience=replace(profile.experience, level=level),
        limits=Limits(max_load_kg=caps or {}),
    )


def weights(*equipment, upto=20, **more):
    return [load.kg for load in loads_of(ROW, person(*equipment, **more)) if load.kg <= upto]


@pytest.mark.parametrize(
    ("implement", "ladder"),
    [
        ("dumbbell", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 16, 18, 20]),
        ("kettlebell", [4, 6, 8, 10, 12, 16, 20]),
        ("barbell", [10, 12.5, 15, 17.5, 20]),
    ],
)
def test_it_climbs_the_usual_ladder_of_an_implement(implement, ladder):
    assert weights(implement) == ladder


def test_it_starts_a_stack_at_5_kg():
    stack = replace(ROW, loading="machine", implements=("cable_machine",))
    assert [load.kg for load in loads_of(stack, person("cable_machine"))[:3]] == [5, 7.5, 10]


def test_it_takes_what_the_person_lists_over_the_usual_ladder():
    assert weights("dumbbell", kit=OwnKit(dumbbell_kg=(2, 4, 12))) == [2, 4, 12]


def test_it_stops_at_a_clinicians_cap():
    assert weights("dumbbell", caps={"row": 3}) == [1, 2, 3]


def test_it_reads_the_first_implement_the_person_owns():
    assert implement_of(ROW, person("barbell", "kettlebell")) == "kettlebell"


def test_it_knows_no_load_without_kit():
    assert loads_of(ROW, person()) == ()


def test_it_orders_bands_from_easy_to_hard():
    loads = loads_of(BAND_ROW, person("resistance_band", kit=OwnKit(bands=("medium", "light"))))
    assert loads == (Load(band="light"), Load(band="medium"))


@pytest.mark.parametrize(("owned", "start"), [((2, 4, 6), 4.0), ((2, 3), 3.0), ((6, 8), None)])
def test_it_starts_at_the_heaviest_weight_not_above_the_contents(owned, start):
    row = replace(ROW, start_load=StartLoad(new=4.0, some=6.0, trained=8.0))
    found = start_of(row, person("dumbbell", kit=OwnKit(dumbbell_kg=owned)))
    assert (found.kg if found else None) == start


def test_it_starts_a_band_at_the_contents_or_an_easier_one():
    kit = OwnKit(bands=("extra_light", "heavy"))
    assert start_of(BAND_ROW, person("resistance_band", kit=kit)) == Load(band="extra_light")


def test_it_calls_1_kg_in_the_hand_and_2_and_a_half_elsewhere_the_smallest_step():
    assert (smallest_step("dumbbell"), smallest_step("barbell")) == (1, 2.5)


def test_it_starts_a_hinge_at_the_lightest_there_is():
    hinge = replace(ROW, pattern="hip_hinge", start_load=StartLoad(new=4.0, some=6.0, trained=8.0))
    assert start_of(hinge, person("dumbbell", kit=OwnKit(dumbbell_kg=(2, 4)))) == Load(kg=2.0)


def test_it_passes_by_an_implement_too_heavy_to_start_with():
    row = replace(ROW, start_load=StartLoad(new=8.0, some=8.0, trained=8.0))
    own = OwnKit(dumbbell_kg=(16,), kettlebell_kg=(8,))
    assert implement_of(row, person("dumbbell", "kettlebell", kit=own)) == "kettlebell"
