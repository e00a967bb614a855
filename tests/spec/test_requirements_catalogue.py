"""The requirements on the catalogue, each with its acceptance made to run: on every record, on drawn people, on plans."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings

from rhomboid.catalogue.load import load_catalogue
from rhomboid.catalogue.sources import load_sources
from rhomboid.planning.plan import plan
from rhomboid.prescription.program import Item
from tests.planning_tasks import person
from tests.property.profiles import profiles, stopped_profiles
from tests.training_diary import Diary, moved_to
from tests.wishing_people import answering, ids, open_to, planned, wanting

CATALOGUE = load_catalogue()
PHASES = ("familiarise", "build", "strengthen", "maintain")
# Deadlifts, weighted squats, bending and turning under weight, Olympic lifts.
BLOCKED = (
    "barbell-deadlift", "single-arm-deadlift", "heavy-squat", "weighted-spinal-flexion", "weighted-spinal-rotation",
    "olympic-lifts",
)  # fmt: skip
OVERHEAD = ("shoulder-press", "kettlebell-overhead-lift", "turkish-get-up")
CRUNCHES = ("ab-crunch", "partial-crunch", "stability-ball-crunch")
LOCKED = tuple(one.id for one in CATALOGUE.exercises if one.tier == "locked")
HINGED = tuple(
    one.id
    for one in CATALOGUE.exercises
    if one.pattern in ("horizontal_pull", "scapular_retraction") and "hinge_unsupported" in one.provocations
)
JOLTING = tuple(one.id for one in CATALOGUE.exercises if "impact" in one.provocations)
ROLLING = tuple(one for one in CATALOGUE.exercises if "tissue_pressure" in one.provocations)
# Named in the documents without a step: these instructions are our own, and are marked so.
WITHOUT_STEPS = (
    "kettlebell-bent-over-row", "kettlebell-reverse-fly", "pilates-band-work", "towel-resisted-stretch",
    "neck-strengthening", "turkish-get-up", "single-arm-deadlift", "kettlebell-swing", "kettlebell-overhead-lift",
    "light-squat", "heavy-squat", "biceps-curl", "triceps-pushdown", "olympic-lifts", "weighted-spinal-flexion",
    "weighted-spinal-rotation", "leg-raise", "ab-crunch", "partial-crunch", "dead-bug", "stomach-vacuum",
    "standing-ab-work", "dolphin-stretch", "thoracic-rotation", "arm-circles", "neck-side-bend-rotation",
    "upper-trap-stretch", "supine-hamstring-towel-stretch", "pec-minor-release", "upper-back-trigger-point",
    "walking", "jogging-running", "jumping", "low-intensity-cardio", "cycling", "swimming", "light-cardio-warmup",
    "dynamic-stretch-warmup", "high-intensity-aerobics", "yoga-practice", "pilates-practice",
    "somatic-back-exercises", "deep-breathing",
)  # fmt: skip


BAND_OWNER = person("band-at-home")
IN_PAIN = answering(BAND_OWNER, average_24h=5, worst_24h=6)
AT_EASE = answering(BAND_OWNER, average_24h=1, worst_24h=2, sites=("interscapular",))


@pytest.fixture(scope="module")
def lifter_in_pain() -> tuple[tuple[int, Item], ...]:
    """Return the program of someone in pain who owns a gym, loves every locked lift and has confirmed form in it."""
    return planned(wanting(IN_PAIN, LOCKED, steady=True))


class TestComplete:
    """req-catalogue-complete: at least 80 items; those without steps in the documents are marked as our own."""

    def test_at_least_eighty_items_have_everything(self):
        whole = [
            one
            for one in CATALOGUE.exercises
            if one.steps and one.dose.note and one.cautions and one.sources and one.primary and one.position
        ]
        assert len(whole) == len(CATALOGUE.exercises)
        assert len(whole) >= 88 + 40

    @pytest.mark.parametrize("name", WITHOUT_STEPS)
    def test_instructions_the_documents_do_not_have_are_marked_as_ours(self, name):
        assert "ours" in CATALOGUE[name].sources


class TestTiers:
    """req-catalogue-tiers: the cobra is no entry move; the heavy lifts are locked, and each says why."""

    def test_the_cobra_is_no_entry_move(self):
        assert CATALOGUE["prone-cobra"].tier == "standard"

    @pytest.mark.parametrize("name", ["barbell-deadlift", "heavy-squat", "kettlebell-swing", "turkish-get-up"])
    def test_heavy_lifts_are_locked_and_say_why(self, name):
        assert CATALOGUE[name].tier == "locked"
        assert len(CATALOGUE[name].lock_reason.split()) >= 6

    def test_olympic_lifts_are_never_given(self):
        assert CATALOGUE["olympic-lifts"].tier == "never"


class TestBlockList:
    """req-block-list: no plan for people in pain, or not cleared, holds a blocked item."""

    @given(profile=profiles())
    @settings(max_examples=20, deadline=None)
    def test_nobody_in_pain_may_have_one_whatever_they_want_or_can(self, profile):
        eager = wanting(answering(profile, average_24h=4, worst_24h=7), LOCKED, steady=True)
        required = replace(eager, limits=replace(eager.limits, ban=frozenset(), require=BLOCKED))
        for phase in PHASES:
            assert not open_to(required, phase, BLOCKED)

    @given(profile=stopped_profiles())
    @settings(max_examples=20, deadline=None)
    def test_nobody_uncleared_has_a_program_at_all(self, profile):
        made = plan(wanting(profile, LOCKED, steady=True), CATALOGUE)
        assert (made.status, made.program) == ("refused", None)

    def test_a_program_of_a_skilled_lifter_in_pain_holds_none(self, lifter_in_pain):
        assert not ids(lifter_in_pain) & {*LOCKED, *BLOCKED}
        for _, item in lifter_in_pain:
            if CATALOGUE[item.exercise].pattern == "squat" and item.load is not None and item.load.kg is not None:
                assert item.load.kg <= 9


class TestAbruptRule:
    """req-abrupt-rule: the swing is in no plan of the first two stages."""

    def test_the_swing_waits_for_the_last_phase_even_when_a_clinician_asks_for_it(self):
        eager = wanting(AT_EASE, ("kettlebell-swing",), steady=True)
        asked = replace(eager, limits=replace(eager.limits, require=("kettlebell-swing",)))
        weeks = [week for week, item in planned(asked) if item.exercise == "kettlebell-swing"]
        assert weeks
        assert min(weeks) == 9

    def test_every_fast_move_carries_its_mark(self):
        for name in ("kettlebell-swing", "olympic-lifts", "high-intensity-aerobics"):
            assert "ballistic" in CATALOGUE[name].provocations


class TestOverheadGate:
    """req-overhead-gate: who fails the stability check never gets overhead lifts, and has floor and band moves."""

    def test_who_fails_the_check_gets_none_who_passes_may(self):
        unsteady = wanting(AT_EASE, OVERHEAD, steady=False)
        assert not ids(planned(unsteady)) & set(OVERHEAD)
        for phase in PHASES:
            assert not open_to(unsteady, phase, OVERHEAD)
        assert set(open_to(wanting(AT_EASE, OVERHEAD, steady=True), "strengthen", OVERHEAD)) == set(OVERHEAD)

    def test_they_have_floor_and_band_moves_instead(self):
        open_now = open_to(wanting(AT_EASE, OVERHEAD, steady=False), "build")
        assert {"floor-press", "band-chest-press", "overhead-reach-press"} <= set(open_now)


class TestImpactGate:
    """req-impact-gate: in pain only walking, cycling, swimming and their like."""

    @given(profile=profiles())
    @settings(max_examples=20, deadline=None)
    def test_pain_above_three_leaves_low_impact_alone(self, profile):
        sore = wanting(answering(profile, average_24h=4, worst_24h=7), LOCKED, steady=True)
        for phase in PHASES:
            assert not open_to(sore, phase, JOLTING)

    def test_what_a_program_offers_instead_is_walking_cycling_or_swimming(self, lifter_in_pain):
        aerobic = {name for name in ids(lifter_in_pain) if "aerobic" in CATALOGUE[name].blocks}
        assert aerobic
        assert aerobic <= {"walking", "cycling", "swimming"}


class TestFrontPulldown:
    """req-front-pulldown: no text tells anyone to pull down behind the neck."""

    def test_no_step_or_cue_leads_behind_the_neck(self):
        for one in CATALOGUE.exercises:
            if one.tier == "never" or one.pattern in ("neck", "neck_ease"):
                continue
            told = " ".join((one.summary, *one.steps, *one.cues, *(fault.fix for fault in one.faults))).lower()
            assert not re.search(r"behind (your|the) (neck|head)", told), one.id

    def test_no_program_holds_it(self):
        assert CATALOGUE["behind-the-neck-pulldown"].tier == "never"


class TestRollerSafety:
    """req-roller-safety: the warning stands on every rolling item; leaning over the roller is apart and still."""

    @pytest.mark.parametrize("exercise", ROLLING, ids=[one.id for one in ROLLING])
    def test_it_warns_on_every_item_that_presses(self, exercise):
        warnings = [caution.text for caution in exercise.cautions]
        assert any("never" in text.lower() and re.search(r"spine|neck", text) for text in warnings), warnings

    def test_rolling_stays_beside_the_spine(self):
        roll = CATALOGUE["foam-roll-upper-back"]
        assert any("off the bones of your spine" in step for step in roll.steps)
        assert any("never on your spine" in caution.text for caution in roll.cautions)

    def test_the_lean_is_an_item_of_its_own_and_stands_still(self):
        lean = CATALOGUE["foam-roll-thoracic-extension"]
        assert (lean.pattern, lean.dose.kind, lean.blocks) == ("thoracic_extension", "easy_reps", ("mobility",))
        assert "without rolling" in " ".join(lean.steps)


class TestCorePreference:
    """req-core-preference: a low-back history yields no crunch; for others planks and their like come first."""

    @given(profile=profiles())
    @settings(max_examples=20, deadline=None)
    def test_a_low_back_history_yields_no_crunch(self, profile):
        eager = wanting(answering(profile, low_back_history="yes", average_24h=1, worst_24h=3), CRUNCHES, steady=True)
        for phase in PHASES:
            assert not open_to(eager, phase, CRUNCHES)

    def test_nobody_starts_with_a_crunch_and_planks_and_bridges_are_open_to_all(self):
        eager = wanting(AT_EASE, CRUNCHES, steady=True)
        assert not open_to(eager, "familiarise", CRUNCHES)
        assert open_to(eager, "strengthen", CRUNCHES)
        assert {"knee-plank", "bird-dog", "glute-bridge", "dead-bug"} <= set(open_to(BAND_OWNER, "familiarise"))


class TestHingeRule:
    """req-hinge-rule: a rounded back replaces the hinge by a supported or band row in the next session."""

    def test_rows_and_reverse_flies_are_the_hinges_it_speaks_of(self):
        assert set(HINGED) == {
            "bent-over-dumbbell-row", "kettlebell-bent-over-row", "dumbbell-reverse-fly", "kettlebell-reverse-fly",
        }  # fmt: skip

    # The fourth opens in a later phase; the rule does not ask which of them it was.
    @pytest.mark.parametrize("hinged", [name for name in HINGED if CATALOGUE[name].tier == "standard"])
    def test_a_rounded_back_swaps_it_for_one_that_holds_the_trunk(self, hinged):
        decision = Diary(hinged).do(1, compensation=True).decision(hinged)
        assert (decision.kind, decision.rule) == ("swap", "B5")
        instead = CATALOGUE[moved_to(decision)]
        assert instead.pattern in ("horizontal_pull", "scapular_retraction")
        assert "hinge_unsupported" not in instead.provocations

    def test_a_hinge_is_no_bending_under_weight(self):
        for one in CATALOGUE.exercises:
            if "hinge_unsupported" in one.provocations:
                assert "trunk_flexion_loaded" not in one.provocations, one.id

    def test_weight_held_in_front_starts_with_the_lightest(self):
        for hinged in HINGED:
            start = CATALOGUE[hinged].start_load
            assert start is not None
            assert start.new == start.some == start.trained == min(1 if "dumbbell" in hinged else 4, start.new)


class TestRegionTags:
    """req-region-tags: every text on evidence says whom it studied."""

    def test_every_exercise_is_of_one_region_and_its_studies_of_a_population(self):
        sources = load_sources()
        for one in CATALOGUE.exercises:
            for row in one.activation:
                assert re.search(r"\d+ (healthy )?(people|women|men|studies)", sources[row.source].note), row.source
