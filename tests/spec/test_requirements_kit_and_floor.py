"""The requirements on kit, supports and the floor, each with its acceptance made to run."""

from dataclasses import replace

from hypothesis import given, settings

from rhomboid.catalogue.load import load_catalogue
from rhomboid.prescription.profile import Profile
from tests.planning_tasks import person
from tests.property.profiles import profiles
from tests.wishing_people import answering, ids, in_setting, open_to, planned

CATALOGUE = load_catalogue()
BAND_OWNER = person("band-at-home")
# A target is a pattern the weekly balance asks for (C5), and the walks of C1.
TARGETS = {
    "pull": ("horizontal_pull", "vertical_pull"),
    "retraction": ("scapular_retraction", "lower_trapezius"),
    "push": ("horizontal_push", "vertical_push"),
    "core": ("core_front", "core_side", "core_back", "core_rotation"),
    "chest": ("chest_opening",),
    "upper back": ("thoracic_extension", "thoracic_rotation"),
    "walk": ("aerobic",),
}


class TestRowVariants:
    """req-row-variants: a row with a hand on a bench and one with a hand on the wall, by kit and by what one bears."""

    BENCH, WALL = "one-arm-dumbbell-row", "wall-braced-row"

    def owner(self, *kit: str, sites: tuple[str, ...] = ("interscapular",)) -> Profile:
        return answering(in_setting(BAND_OWNER, equipment=frozenset(kit)), sites=sites)

    def test_both_are_written(self):
        assert "bench" in " ".join(CATALOGUE[self.BENCH].steps)
        assert "wall" in " ".join(CATALOGUE[self.WALL].steps)
        assert "bench" not in CATALOGUE[self.WALL].equipment

    def test_without_a_bench_the_wall_is_chosen(self):
        chosen = ids(planned(self.owner("dumbbell"), 4))
        assert self.WALL in chosen
        assert self.BENCH not in chosen

    def test_with_a_bench_the_bench_is_chosen(self):
        chosen = ids(planned(self.owner("dumbbell", "bench"), 4))
        assert self.BENCH in chosen
        assert self.WALL not in chosen

    def test_a_sore_low_back_is_held_up_by_a_seat_instead(self):
        sore = self.owner("dumbbell", sites=("interscapular", "low_back"))
        assert self.WALL not in open_to(sore, "familiarise")
        assert self.BENCH in open_to(sore, "familiarise")
        assert self.WALL not in ids(planned(sore, 4))


class TestSeatedOption:
    """req-seated-option: with floor work excluded each target still has at least one item."""

    @given(profile=profiles())
    @settings(max_examples=20, deadline=None)
    def test_every_target_has_an_item_without_the_floor(self, profile):
        upright = replace(
            in_setting(profile, can_get_to_floor=False),
            avoid=frozenset(),
            limits=replace(profile.limits, ban=frozenset()),
        )
        here = open_to(upright, "familiarise")
        for target, patterns in TARGETS.items():
            assert [one for one in here.values() if one.pattern in patterns], target

    def test_a_program_without_the_floor_is_whole(self):
        chosen = [CATALOGUE[one] for one in ids(planned(person("seventy-one-no-floor")))]
        assert not [one.id for one in chosen if one.floor]
        patterns = {one.pattern for one in chosen}
        for target, wanted in TARGETS.items():
            assert target == "push" or patterns & set(wanted), target


class TestEquipmentFilter:
    """req-equipment-filter: with no equipment chosen no item needs any, and each target has an option."""

    @given(profile=profiles())
    @settings(max_examples=20, deadline=None)
    def test_without_kit_no_item_needs_any_and_every_target_has_one(self, profile):
        bare = in_setting(profile, equipment=frozenset())
        free = replace(bare, avoid=frozenset(), limits=replace(bare.limits, ban=frozenset()))
        here = open_to(free, "familiarise")
        assert not [one.id for one in here.values() if one.equipment or one.any_of]
        for target, patterns in TARGETS.items():
            assert [one for one in here.values() if one.pattern in patterns], target

    def test_a_program_without_kit_needs_none(self):
        chosen = [CATALOGUE[one] for one in ids(planned(in_setting(BAND_OWNER, equipment=frozenset())))]
        assert not [one.id for one in chosen if one.equipment or one.any_of or one.implements]
