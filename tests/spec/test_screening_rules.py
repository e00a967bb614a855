"""The rule book of the screen: all eighty rules, each with people it speaks to and people it just misses.

A row reads: rule, level, who may lift it, what it adds; then people it hits; then people it does not.
A person is the well person (40 years old, 20 weeks of mild pain) with changes: `leg_weakness` is a yes,
`age=52` a figure, `sites=neck` a choice, `age=?` an answer that was not given.
"""

from typing import Any

import pytest

from rhomboid.screening.rules import load_rules
from tests.screening_people import person, rules_hit, screened

Row = tuple[str, str, str, str, list[str], list[str]]

EMERGENCY: list[Row] = [
    ("cardiac_symptoms", "emergency", "nobody", "", ["cardiac_symptoms_last_day"], ["exertional_pain"]),
    ("chest_pain", "emergency", "nobody", "", ["chest_pain", "sites=chest"], ["sites=interscapular,neck"]),
    ("unstable_effort_pain", "emergency", "nobody", "", ["exertional_pain_worsening", "exertional_pain fainting"], ["exertional_pain", "fainting"]),
    ("sudden_tearing_pain", "emergency", "nobody", "", ["sudden_tearing_pain"], ["pain_worsening_fast"]),
    ("aneurysm_with_alarm", "emergency", "nobody", "", ["aneurysm_or_connective_tissue pain_worsening_fast", "aneurysm_or_connective_tissue fainting", "aneurysm_or_connective_tissue duration_weeks=11.9 worst_24h=7", "aneurysm_or_connective_tissue duration_weeks=? at_rest_now=7", "aneurysm_or_connective_tissue duration_weeks=? worst_24h=?"], ["aneurysm_or_connective_tissue", "aneurysm_or_connective_tissue duration_weeks=12 worst_24h=10", "aneurysm_or_connective_tissue duration_weeks=2 worst_24h=6 at_rest_now=6", "pain_worsening_fast fainting"]),
    ("lung_clot_or_collapse", "emergency", "nobody", "", ["pleuritic_breathlessness", "coughing_blood", "swollen_painful_calf"], ["pain_on_breathing cough_over_3_weeks"]),
    ("pressure_emergency", "emergency", "nobody", "", ["systolic_mmhg=180 vision_change", "diastolic_mmhg=120 leg_weakness", "systolic_mmhg=200 new_arm_numbness", "systolic_mmhg=180 sites=chest", "systolic_mmhg=180 hand_weakness_droopy_lid"], ["systolic_mmhg=179 diastolic_mmhg=119 vision_change", "systolic_mmhg=200", "chest_pain"]),
    ("pregnancy_pressure_emergency", "emergency", "nobody", "", ["pregnant systolic_mmhg=160", "postpartum_under_12_weeks diastolic_mmhg=110", "pregnant systolic_mmhg=140 vision_change", "pregnant diastolic_mmhg=90 meal_related_or_belly_pain", "pregnant diastolic_mmhg=90 feels_very_unwell"], ["pregnant systolic_mmhg=159 diastolic_mmhg=109", "pregnant systolic_mmhg=139 diastolic_mmhg=89 vision_change", "systolic_mmhg=165", "pregnant vision_change"]),
    ("trauma_with_alarm", "emergency", "nobody", "", ["major_trauma duration_weeks=1 sites=neck", "major_trauma duration_weeks=1 recent_neck_trauma", "major_trauma duration_weeks=1 progressive_arm_weakness", "major_trauma duration_weeks=? sites=neck"], ["major_trauma duration_weeks=1", "major_trauma duration_weeks=12 sites=neck", "duration_weeks=1 sites=neck"]),
    ("cancer_with_cord_signs", "emergency", "nobody", "", ["cancer_history band_like_trunk_pain", "spinal_tumour clumsy_hands", "cancer_history new_arm_numbness"], ["cancer_history", "spinal_tumour night_pain_unrelieved", "band_like_trunk_pain clumsy_hands"]),
    ("infection_with_alarm", "emergency", "nobody", "", ["fever_or_sweats feels_very_unwell", "fever_or_sweats new_arm_numbness", "infection_risk feels_very_unwell", "spinal_infection leg_weakness"], ["fever_or_sweats infection_risk", "spinal_infection new_arm_numbness", "feels_very_unwell leg_weakness"]),
    ("bleed_with_cord_sign", "emergency", "nobody", "", ["anticoagulants leg_weakness sudden_after_minor_strain", "anticoagulants clumsy_hands pain_worsening_fast", "anticoagulants gait_disturbance worst_24h=7", "anticoagulants gait_disturbance at_rest_now=?"], ["anticoagulants leg_weakness", "anticoagulants pain_worsening_fast progressive_arm_weakness", "leg_weakness pain_worsening_fast"]),
    ("cauda_equina", "emergency", "nobody", "", ["saddle_numbness", "bladder_bowel_change", "bilateral_leg_symptoms"], ["leg_weakness"]),
    ("cord_compression", "emergency", "nobody", "", ["leg_weakness clumsy_hands", "gait_disturbance tingling_both_hands_or_feet", "electric_shock_on_neck_bend progressive_arm_weakness"], ["leg_weakness", "progressive_arm_weakness new_arm_numbness", "electric_shock_on_neck_bend new_arm_numbness"]),
    ("neck_artery_or_bleed", "emergency", "nobody", "", ["sudden_severe_neck_or_head_pain", "brainstem_symptoms"], ["new_headache_over_50 recent_neck_trauma"]),
    ("neck_trauma_with_alarm", "emergency", "nobody", "", ["recent_neck_trauma vision_change", "recent_neck_trauma new_headache_over_50", "recent_neck_trauma tingling_both_hands_or_feet"], ["recent_neck_trauma", "vision_change new_headache_over_50"]),
    ("sight_change_over_50", "emergency", "nobody", "", ["age=50 vision_change", "age=? vision_change"], ["age=49 vision_change", "age=50"]),
    ("organ_emergency", "emergency", "nobody", "", ["meal_related_or_belly_pain jaundice_or_black_stools", "meal_related_or_belly_pain pregnant", "jaundice_or_black_stools fainting", "flank_pain_blood_in_urine feels_very_unwell", "meal_related_or_belly_pain fever_or_sweats"], ["meal_related_or_belly_pain", "jaundice_or_black_stools pregnant", "flank_pain_blood_in_urine fever_or_sweats"]),
]  # fmt: skip

SAME_DAY: list[Row] = [
    ("exertional_pain", "same_day", "physician", "no_strain", ["exertional_pain"], ["exertional_pain_worsening"]),
    ("aneurysm_or_connective_tissue", "same_day", "physician", "no_strain joint_care", ["aneurysm_or_connective_tissue"], ["joint_instability"]),
    ("breathing_pain_with_clot_risk", "same_day", "physician", "no_strain", ["pain_on_breathing pregnant", "pain_on_breathing postpartum_under_12_weeks", "pain_on_breathing surgery_last_12_weeks"], ["pain_on_breathing", "pregnant surgery_last_12_weeks"]),
    ("lung_apex_signs", "same_day", "physician", "nerve_care", ["hand_weakness_droopy_lid", "cough_over_3_weeks smoker_40_plus"], ["cough_over_3_weeks", "smoker_40_plus"]),
    ("fainting_with_disease", "same_day", "physician", "no_strain steady_ground", ["fainting heart_lung_kidney_disease"], ["fainting", "heart_lung_kidney_disease"]),
    ("very_high_pressure", "same_day", "physician", "no_strain", ["systolic_mmhg=180", "diastolic_mmhg=110"], ["systolic_mmhg=179 diastolic_mmhg=109"]),
    ("pregnancy_high_pressure", "same_day", "physician", "pregnancy_care", ["pregnant systolic_mmhg=140", "postpartum_under_12_weeks diastolic_mmhg=90"], ["pregnant systolic_mmhg=139 diastolic_mmhg=89", "systolic_mmhg=140"]),
    ("major_trauma", "same_day", "physician", "no_strain", ["major_trauma duration_weeks=11"], ["major_trauma duration_weeks=12", "major_trauma duration_weeks=?"]),
    ("fragility_fracture", "same_day", "physician", "bone_care", ["sudden_after_minor_strain duration_weeks=1 age=65", "sudden_after_minor_strain duration_weeks=1 osteoporosis", "sudden_after_minor_strain duration_weeks=1 spinal_fracture", "sudden_after_minor_strain duration_weeks=1 height_loss", "sudden_after_minor_strain duration_weeks=1 long_term_steroids"], ["sudden_after_minor_strain duration_weeks=1 age=64", "sudden_after_minor_strain duration_weeks=12 osteoporosis", "sudden_after_minor_strain age=? duration_weeks=1"]),
    ("cancer_history", "same_day", "physician", "no_strain", ["cancer_history"], ["spinal_tumour"]),
    ("spinal_tumour", "same_day", "physician", "bone_care", ["spinal_tumour"], ["cancer_history"]),
    ("band_like_trunk_pain", "same_day", "physician", "", ["band_like_trunk_pain"], ["pain_on_breathing"]),
    ("fever_or_sweats", "same_day", "physician", "", ["fever_or_sweats"], ["infection_risk"]),
    ("infection_cluster", "same_day", "physician", "", ["infection_risk night_pain_unrelieved", "infection_risk progressive_pain", "infection_risk pain_worsening_fast", "infection_risk at_rest_now=7"], ["infection_risk worst_24h=6", "progressive_pain worst_24h=9", "infection_risk worst_24h=?"]),
    ("feels_very_unwell", "same_day", "physician", "", ["feels_very_unwell"], ["unexplained_weight_loss"]),
    ("cord_sign", "same_day", "physician", "nerve_care", ["leg_weakness", "gait_disturbance", "clumsy_hands", "electric_shock_on_neck_bend", "tingling_both_hands_or_feet"], ["new_arm_numbness progressive_arm_weakness"]),
    ("progressive_arm_weakness", "same_day", "physician", "nerve_care", ["progressive_arm_weakness"], ["new_arm_numbness"]),
    ("recent_neck_trauma", "same_day", "physician", "neck_care", ["recent_neck_trauma"], ["major_trauma duration_weeks=20"]),
    ("giant_cell", "same_day", "physician", "", ["age=50 new_headache_over_50 jaw_ache_on_chewing", "age=70 scalp_tenderness jaw_ache_on_chewing"], ["age=49 jaw_ache_on_chewing scalp_tenderness", "age=50 jaw_ache_on_chewing", "age=? jaw_ache_on_chewing scalp_tenderness"]),
    ("vision_change", "same_day", "physician", "", ["vision_change"], ["scalp_tenderness"]),
    ("shingles", "same_day", "physician", "no_pressure", ["one_sided_rash_or_burning_stripe"], ["quality=burning"]),
    ("abdominal_organ", "same_day", "physician", "", ["meal_related_or_belly_pain", "jaundice_or_black_stools"], ["flank_pain_blood_in_urine"]),
    ("kidney", "same_day", "physician", "", ["flank_pain_blood_in_urine"], ["meal_related_or_belly_pain"]),
    ("feels_unsafe", "same_day", "physician", "", ["feels_unsafe"], ["suspected_cause=stress"]),
]  # fmt: skip

SEE_CLINICIAN: list[Row] = [
    ("pain_on_breathing", "see_clinician", "physician", "", ["pain_on_breathing"], ["pleuritic_breathlessness"]),
    ("cough_over_3_weeks", "see_clinician", "physician", "", ["cough_over_3_weeks"], ["smoker_40_plus"]),
    ("heart_lung_kidney_disease", "see_clinician", "physician", "no_strain effort_by_feel", ["heart_lung_kidney_disease"], ["beta_blocker"]),
    ("fainting", "see_clinician", "physician", "no_strain steady_ground", ["fainting"], ["brainstem_symptoms"]),
    ("told_supervised_only", "see_clinician", "clinician", "no_strain", ["told_supervised_only"], ["arthritis"]),
    ("high_pressure", "see_clinician", "physician", "no_strain", ["systolic_mmhg=160", "diastolic_mmhg=100"], ["systolic_mmhg=159 diastolic_mmhg=99"]),
    ("trauma_history", "see_clinician", "clinician", "", ["suspected_cause=trauma", "major_trauma duration_weeks=12"], ["major_trauma duration_weeks=11", "suspected_cause=lifting,sport"]),
    ("fragility_fracture_possible", "see_clinician", "physician", "bone_care", ["sudden_after_minor_strain age=50", "sudden_after_minor_strain height_loss", "height_loss age=50", "osteoporosis duration_weeks=3 worst_24h=7", "long_term_steroids duration_weeks=3 at_rest_now=7"], ["sudden_after_minor_strain age=49", "height_loss age=49", "osteoporosis duration_weeks=3", "long_term_steroids worst_24h=9"]),
    ("spinal_fracture", "see_clinician", "physician", "bone_care", ["spinal_fracture"], ["spinal_surgery"]),
    ("spinal_surgery", "see_clinician", "physician", "nerve_care low_back_care", ["spinal_surgery"], ["surgery_last_12_weeks"]),
    ("spinal_infection", "see_clinician", "physician", "bone_care", ["spinal_infection"], ["infection_risk"]),
    ("nerve_root_compression", "see_clinician", "clinician", "nerve_care low_back_care", ["nerve_root_compression"], ["herniated_disc"]),
    ("surgery_last_12_weeks", "see_clinician", "physician", "no_strain no_pressure", ["surgery_last_12_weeks"], ["spinal_surgery"]),
    ("cancer_cluster", "see_clinician", "physician", "", ["unexplained_weight_loss progressive_pain", "night_pain_unrelieved age=52 onset_age=50", "progressive_pain age=52 onset_age=40 duration_weeks=11"], ["progressive_pain", "progressive_pain age=52 onset_age=40 duration_weeks=12", "age=52 onset_age=50 duration_weeks=2"]),
    ("unexplained_weight_loss", "see_clinician", "physician", "", ["unexplained_weight_loss"], ["progressive_pain"]),
    ("night_pain_unrelieved", "see_clinician", "physician", "", ["night_pain_unrelieved"], ["wakes_second_half_of_night"]),
    ("infection_risk_new_pain", "see_clinician", "physician", "", ["infection_risk duration_weeks=11"], ["infection_risk duration_weeks=12", "duration_weeks=2"]),
    ("new_arm_numbness", "see_clinician", "clinician", "nerve_care", ["new_arm_numbness"], ["stable_arm_tingling"]),
    ("head_sign_over_50", "see_clinician", "physician", "", ["age=50 new_headache_over_50", "age=50 jaw_ache_on_chewing", "age=50 scalp_tenderness"], ["age=49 new_headache_over_50 jaw_ache_on_chewing scalp_tenderness", "age=50"]),
    ("inflammatory_pattern", "see_clinician", "physician", "no_impact", ["onset_age=30 better_with_movement buttock_pain nsaid_helps_within_48h", "wakes_second_half_of_night better_with_movement buttock_pain", "psoriasis_uveitis_ibd past_arthritis_or_enthesitis relative_with_spondyloarthritis", "onset_age=34 morning_stiffness_over_30min buttock_pain"], ["better_with_movement buttock_pain nsaid_helps_within_48h", "onset_age=35 morning_stiffness_over_30min buttock_pain", "age=50 onset_age=45 wakes_second_half_of_night better_with_movement buttock_pain nsaid_helps_within_48h", "duration_weeks=11 wakes_second_half_of_night better_with_movement buttock_pain"]),
    ("polymyalgia_pattern", "see_clinician", "physician", "", ["age=55 onset_age=50 morning_stiffness_over_30min", "age=55 duration_weeks=4 morning_stiffness_over_30min"], ["age=55 morning_stiffness_over_30min", "morning_stiffness_over_30min duration_weeks=4"]),
    ("inflammatory_neck_disease", "see_clinician", "physician", "joint_care", ["inflammatory_neck_disease"], ["arthritis"]),
    ("joint_instability", "see_clinician", "clinician", "joint_care", ["joint_instability"], ["scoliosis"]),
    ("pregnant", "see_clinician", "physician", "pregnancy_care", ["pregnant"], ["postpartum_under_12_weeks"]),
    ("postpartum_under_12_weeks", "see_clinician", "clinician", "no_strain no_impact low_back_care", ["postpartum_under_12_weeks"], ["pregnant"]),
    ("severe_pain", "see_clinician", "clinician", "", ["at_rest_now=8", "average_24h=8"], ["at_rest_now=7 average_24h=7 worst_24h=10"]),
    ("pain_worsening_fast", "see_clinician", "clinician", "", ["pain_worsening_fast"], ["progressive_pain"]),
    ("no_change_after_6_weeks", "see_clinician", "clinician", "", ["no_change_after_6_weeks"], ["duration_weeks=52"]),
    ("under_18", "see_clinician", "nobody", "", ["age=17 onset_age=15", "age=0 onset_age=0"], ["age=18 onset_age=15", "age=?"]),
]  # fmt: skip

MODIFY: list[Row] = [
    ("anticoagulants", "modify", "", "no_pressure", ["anticoagulants"], ["beta_blocker", "anticoagulants=?"]),
    ("beta_blocker", "modify", "", "effort_by_feel", ["beta_blocker", "beta_blocker=?"], ["anticoagulants"]),
    ("long_term_steroids", "modify", "", "bone_care", ["long_term_steroids"], ["osteoporosis", "long_term_steroids=?"]),
    ("osteoporosis", "modify", "", "bone_care", ["osteoporosis"], ["height_loss", "osteoporosis=?"]),
    ("arthritis", "modify", "", "no_impact no_end_range_loaded_flexion", ["arthritis", "arthritis=?"], ["suspected_cause=arthritis"]),
    ("stable_arm_tingling", "modify", "", "nerve_care", ["stable_arm_tingling", "stable_arm_tingling=?"], ["new_arm_numbness"]),
    ("herniated_disc", "modify", "", "nerve_care locked_by_name_only", ["herniated_disc", "herniated_disc=?"], ["suspected_cause=disc"]),
    ("low_back_history", "modify", "", "low_back_care", ["low_back_history", "sites=low_back", "low_back_history=?"], ["sites=mid_thoracic"]),
    ("neck_pain", "modify", "", "neck_care", ["sites=neck", "sites=neck,interscapular"], ["sites=shoulder_left,shoulder_right", "sites=?"]),
]  # fmt: skip

BOOK = [*EMERGENCY, *SAME_DAY, *SEE_CLINICIAN, *MODIFY]
ROWS = pytest.mark.parametrize("row", BOOK, ids=lambda row: row[0])


def changes(told: str, *, yes: str = "yes") -> dict[str, Any]:
    """Return the changes a row writes in short."""
    found: dict[str, Any] = {}
    for word in told.split():
        fact, _, value = word.partition("=")
        if not value:
            found[fact] = yes
        elif value == "?":
            found[fact] = None
        elif value[0].isdigit():
            found[fact] = float(value) if "." in value else int(value)
        else:
            found[fact] = value.split(",")
    return found


def test_it_has_the_eighty_rules_in_order():
    assert list(load_rules()) == [row[0] for row in BOOK]
    assert len(BOOK) == 80


@ROWS
def test_it_gives_each_rule_its_level_clearing_and_restrictions(row):
    rule_id, level, cleared_by, adds, _, _ = row
    rule = load_rules()[rule_id]
    assert (rule.level, rule.cleared_by, rule.adds) == (level, cleared_by, tuple(adds.split()))
    assert (rule.version, rule.review_status) == (1, "not clinician-reviewed")


@ROWS
def test_it_hits_these_people(row):
    rule, _, _, _, hits, _ = row
    assert [told for told in hits if rule not in rules_hit(screened(**changes(told)))] == []


@ROWS
def test_it_hits_the_unsure_as_it_hits_the_sure(row):
    rule, _, _, _, hits, _ = row
    assert [told for told in hits if rule not in rules_hit(screened(**changes(told, yes="unsure")))] == []


@ROWS
def test_it_does_not_hit_who_just_misses(row):
    rule, _, _, _, _, misses = row
    assert [told for told in misses if rule in rules_hit(screened(**changes(told)))] == []


@ROWS
def test_it_names_only_facts_that_are_true_or_unknown(row):
    rule, _, _, _, hits, _ = row
    for told in hits:
        (hit,) = [hit for hit in screened(**changes(told)).hits if hit.rule.id == rule]
        answers = person(**changes(told))
        assert hit.facts
        assert "no" not in [value for _, value in hit.facts]
        told_or_unknown = {fact: "unknown" if (value := answers.get(fact)) is None else value for fact, _ in hit.facts}
        assert dict(hit.facts) == told_or_unknown


def test_it_decides_by_the_most_cautious_hit_and_lists_every_one():
    triage = screened(cancer_history="yes", spinal_fracture="yes", anticoagulants="yes")
    assert triage.level == "same_day"
    assert [hit.rule.id for hit in triage.hits] == ["cancer_history", "spinal_fracture", "anticoagulants"]


def test_it_lets_the_well_person_proceed():
    triage = screened()
    assert (triage.level, triage.hits, triage.restrictions, triage.missing) == ("proceed", (), (), ())
    assert triage.may_train


@pytest.mark.parametrize(
    "told",
    [
        "sex=female", "quality=spasm,sharp", "scoliosis", "scoliosis=?", "smoker_40_plus", "progressive_pain",
        "better_with_movement", "buttock_pain", "relative_with_spondyloarthritis", "new_headache_over_50",
        "jaw_ache_on_chewing", "scalp_tenderness", "sudden_after_minor_strain", "infection_risk",
        "sites=shoulder_left,shoulder_right", "age=90", "duration_weeks=520", "average_24h=7", "sex=?", "quality=?",
        "pattern=?", "systolic_mmhg=159 diastolic_mmhg=99",
    ],
)  # fmt: skip
def test_it_sets_no_level_for_answers_that_mean_nothing_by_themselves(told):
    told_changes = {fact: value[0] if fact == "sex" and value else value for fact, value in changes(told).items()}
    assert screened(**told_changes).level == "proceed"


def test_it_counts_pain_in_the_chest_as_a_yes_to_chest_pain_everywhere():
    triage = screened(sites=["chest"], chest_pain=None, systolic_mmhg=185)
    assert {"chest_pain", "pressure_emergency"} <= rules_hit(triage)
    assert "chest_pain" not in triage.missing
