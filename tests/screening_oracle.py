"""A second reading of every screening condition, written by hand as plain Python, to hold the first one against.

It shares nothing with the expressions of content but the ids of facts.
"""

from collections.abc import Callable
from typing import Any

PRESSURE = ("systolic_mmhg", "diastolic_mmhg")
# Read by `modify` rules alone: unknown, they count as a yes there.
ASSUMED = ("beta_blocker", "stable_arm_tingling", "herniated_disc", "arthritis", "low_back_history")
NOT_REQUIRED = ("sex", "height_cm", "mass_kg", "quality", "pattern", "scoliosis", *ASSUMED, *PRESSURE)


class Figure:
    """A figure, or none: then every comparison gives `unknown`."""

    def __init__(self, value: float | None, *, unknown: bool) -> None:
        self.value = value
        self.unknown = unknown

    def __ge__(self, limit: float) -> bool:
        return self.unknown if self.value is None else self.value >= limit

    def __lt__(self, limit: float) -> bool:
        return self.unknown if self.value is None else self.value < limit


class Told:
    """What one person told, as one level of rule reads it."""

    FIGURES = ("age", "onset_age", "duration_weeks", "worst_24h", "average_24h", "at_rest_now")

    def __init__(self, answers: dict[str, Any], level: str) -> None:
        self.answers = answers
        self.level = level

    def __getattr__(self, fact: str) -> Any:
        value = self.answers.get(fact)
        if fact in PRESSURE:
            return Figure(value, unknown=False)
        if fact in self.FIGURES:
            return Figure(value, unknown=self.level == "emergency")
        if fact in ("sites", "suspected_cause"):
            return value or ()
        if fact == "chest_pain" and "chest" in self.sites:
            return True
        if value is None:
            return self.level == "modify" and fact in ASSUMED
        return value != "no"

    @property
    def new_pain(self):
        return self.duration_weeks < 12

    @property
    def severe(self):
        return self.worst_24h >= 7 or self.at_rest_now >= 7

    @property
    def new_over_50(self):
        return self.onset_age >= 50 or (self.age >= 50 and self.duration_weeks < 12)

    @property
    def cord(self):
        return sum(
            [
                self.leg_weakness,
                self.gait_disturbance,
                self.clumsy_hands,
                self.electric_shock_on_neck_bend,
                self.tingling_both_hands_or_feet,
            ]
        )

    @property
    def nerve(self):
        return self.cord >= 1 or self.progressive_arm_weakness or self.new_arm_numbness or self.hand_weakness_droopy_lid

    @property
    def telling(self):
        return sum(
            [
                self.morning_stiffness_over_30min,
                self.wakes_second_half_of_night,
                self.psoriasis_uveitis_ibd,
                self.relative_with_spondyloarthritis,
                self.past_arthritis_or_enthesitis,
            ]
        )

    @property
    def inflammatory(self):
        return self.telling + sum(
            [self.onset_age < 35, self.better_with_movement, self.buttock_pain, self.nsaid_helps_within_48h]
        )

    @property
    def birth(self):
        return self.pregnant or self.postpartum_under_12_weeks

    @property
    def pressure_symptom(self):
        return any([
            self.chest_pain, self.cardiac_symptoms_last_day, self.exertional_pain, self.pleuritic_breathlessness,
            self.fainting, self.feels_very_unwell, self.vision_change, self.new_headache_over_50,
            self.sudden_severe_neck_or_head_pain, self.brainstem_symptoms, self.nerve,
        ])  # fmt: skip


Book = dict[str, Callable[[Told], Any]]

EMERGENCY: Book = {
    "cardiac_symptoms": lambda p: p.cardiac_symptoms_last_day,
    "chest_pain": lambda p: p.chest_pain or "chest" in p.sites,
    "unstable_effort_pain": lambda p: p.exertional_pain_worsening or (p.exertional_pain and p.fainting),
    "sudden_tearing_pain": lambda p: p.sudden_tearing_pain,
    "aneurysm_with_alarm": lambda p: p.aneurysm_or_connective_tissue and (p.pain_worsening_fast or p.fainting or (p.new_pain and p.severe)),
    "lung_clot_or_collapse": lambda p: p.pleuritic_breathlessness or p.coughing_blood or p.swollen_painful_calf,
    "pressure_emergency": lambda p: (p.systolic_mmhg >= 180 or p.diastolic_mmhg >= 120) and p.pressure_symptom,
    "pregnancy_pressure_emergency": lambda p: p.birth and (
        p.systolic_mmhg >= 160 or p.diastolic_mmhg >= 110
        or ((p.systolic_mmhg >= 140 or p.diastolic_mmhg >= 90) and (p.vision_change or p.feels_very_unwell or p.meal_related_or_belly_pain))
    ),
    "trauma_with_alarm": lambda p: p.major_trauma and p.new_pain and (p.nerve or "neck" in p.sites or p.recent_neck_trauma),
    "cancer_with_cord_signs": lambda p: (p.cancer_history or p.spinal_tumour) and (p.band_like_trunk_pain or p.nerve),
    "infection_with_alarm": lambda p: (p.fever_or_sweats and (p.feels_very_unwell or p.nerve)) or ((p.infection_risk or p.spinal_infection) and (p.feels_very_unwell or p.cord >= 1)),
    "bleed_with_cord_sign": lambda p: p.anticoagulants and p.cord >= 1 and (p.sudden_after_minor_strain or p.pain_worsening_fast or p.severe),
    "cauda_equina": lambda p: p.saddle_numbness or p.bladder_bowel_change or p.bilateral_leg_symptoms,
    "cord_compression": lambda p: p.cord >= 2 or (p.cord >= 1 and p.progressive_arm_weakness),
    "neck_artery_or_bleed": lambda p: p.sudden_severe_neck_or_head_pain or p.brainstem_symptoms,
    "neck_trauma_with_alarm": lambda p: p.recent_neck_trauma and (p.nerve or p.vision_change or p.new_headache_over_50),
    "sight_change_over_50": lambda p: p.age >= 50 and p.vision_change,
    "organ_emergency": lambda p: (
        (p.meal_related_or_belly_pain and (p.jaundice_or_black_stools or p.fever_or_sweats or p.fainting or p.feels_very_unwell or p.pregnant))
        or (p.jaundice_or_black_stools and (p.fever_or_sweats or p.fainting or p.feels_very_unwell))
        or (p.flank_pain_blood_in_urine and (p.fainting or p.feels_very_unwell))
    ),
}  # fmt: skip

SAME_DAY: Book = {
    "exertional_pain": lambda p: p.exertional_pain,
    "aneurysm_or_connective_tissue": lambda p: p.aneurysm_or_connective_tissue,
    "breathing_pain_with_clot_risk": lambda p: p.pain_on_breathing and (p.birth or p.surgery_last_12_weeks),
    "lung_apex_signs": lambda p: p.hand_weakness_droopy_lid or (p.cough_over_3_weeks and p.smoker_40_plus),
    "fainting_with_disease": lambda p: p.fainting and p.heart_lung_kidney_disease,
    "very_high_pressure": lambda p: p.systolic_mmhg >= 180 or p.diastolic_mmhg >= 110,
    "pregnancy_high_pressure": lambda p: p.birth and (p.systolic_mmhg >= 140 or p.diastolic_mmhg >= 90),
    "major_trauma": lambda p: p.major_trauma and p.new_pain,
    "fragility_fracture": lambda p: (
        p.sudden_after_minor_strain
        and p.new_pain
        and (p.age >= 65 or p.osteoporosis or p.long_term_steroids or p.height_loss or p.spinal_fracture)
    ),
    "cancer_history": lambda p: p.cancer_history,
    "spinal_tumour": lambda p: p.spinal_tumour,
    "band_like_trunk_pain": lambda p: p.band_like_trunk_pain,
    "fever_or_sweats": lambda p: p.fever_or_sweats,
    "infection_cluster": lambda p: (
        p.infection_risk and (p.night_pain_unrelieved or p.progressive_pain or p.pain_worsening_fast or p.severe)
    ),
    "feels_very_unwell": lambda p: p.feels_very_unwell,
    "cord_sign": lambda p: p.cord >= 1,
    "progressive_arm_weakness": lambda p: p.progressive_arm_weakness,
    "recent_neck_trauma": lambda p: p.recent_neck_trauma,
    "giant_cell": lambda p: (
        p.age >= 50 and sum([p.new_headache_over_50, p.jaw_ache_on_chewing, p.scalp_tenderness]) >= 2
    ),
    "vision_change": lambda p: p.vision_change,
    "shingles": lambda p: p.one_sided_rash_or_burning_stripe,
    "abdominal_organ": lambda p: p.meal_related_or_belly_pain or p.jaundice_or_black_stools,
    "kidney": lambda p: p.flank_pain_blood_in_urine,
    "feels_unsafe": lambda p: p.feels_unsafe,
}

SEE_CLINICIAN: Book = {
    "pain_on_breathing": lambda p: p.pain_on_breathing,
    "cough_over_3_weeks": lambda p: p.cough_over_3_weeks,
    "heart_lung_kidney_disease": lambda p: p.heart_lung_kidney_disease,
    "fainting": lambda p: p.fainting,
    "told_supervised_only": lambda p: p.told_supervised_only,
    "high_pressure": lambda p: p.systolic_mmhg >= 160 or p.diastolic_mmhg >= 100,
    "trauma_history": lambda p: "trauma" in p.suspected_cause or (p.major_trauma and p.duration_weeks >= 12),
    "fragility_fracture_possible": lambda p: (
        (p.sudden_after_minor_strain and (p.age >= 50 or p.osteoporosis or p.long_term_steroids or p.height_loss))
        or (p.height_loss and p.age >= 50)
        or ((p.osteoporosis or p.long_term_steroids) and p.new_pain and p.severe)
    ),
    "spinal_fracture": lambda p: p.spinal_fracture,
    "spinal_surgery": lambda p: p.spinal_surgery,
    "spinal_infection": lambda p: p.spinal_infection,
    "nerve_root_compression": lambda p: p.nerve_root_compression,
    "surgery_last_12_weeks": lambda p: p.surgery_last_12_weeks,
    "cancer_cluster": lambda p: (
        sum([p.unexplained_weight_loss, p.night_pain_unrelieved, p.progressive_pain, p.new_over_50]) >= 2
    ),
    "unexplained_weight_loss": lambda p: p.unexplained_weight_loss,
    "night_pain_unrelieved": lambda p: p.night_pain_unrelieved,
    "infection_risk_new_pain": lambda p: p.infection_risk and p.new_pain,
    "new_arm_numbness": lambda p: p.new_arm_numbness,
    "head_sign_over_50": lambda p: (
        p.age >= 50 and (p.new_headache_over_50 or p.jaw_ache_on_chewing or p.scalp_tenderness)
    ),
    "inflammatory_pattern": lambda p: (
        p.onset_age < 45
        and p.duration_weeks >= 12
        and (p.inflammatory >= 4 or (p.inflammatory >= 3 and p.telling >= 1))
    ),
    "polymyalgia_pattern": lambda p: p.new_over_50 and p.morning_stiffness_over_30min,
    "inflammatory_neck_disease": lambda p: p.inflammatory_neck_disease,
    "joint_instability": lambda p: p.joint_instability,
    "pregnant": lambda p: p.pregnant,
    "postpartum_under_12_weeks": lambda p: p.postpartum_under_12_weeks,
    "severe_pain": lambda p: p.at_rest_now >= 8 or p.average_24h >= 8,
    "pain_worsening_fast": lambda p: p.pain_worsening_fast,
    "no_change_after_6_weeks": lambda p: p.no_change_after_6_weeks,
    "under_18": lambda p: p.age < 18,
}

MODIFY: Book = {
    "anticoagulants": lambda p: p.anticoagulants,
    "beta_blocker": lambda p: p.beta_blocker,
    "long_term_steroids": lambda p: p.long_term_steroids,
    "osteoporosis": lambda p: p.osteoporosis,
    "arthritis": lambda p: p.arthritis,
    "stable_arm_tingling": lambda p: p.stable_arm_tingling,
    "herniated_disc": lambda p: p.herniated_disc,
    "low_back_history": lambda p: p.low_back_history or "low_back" in p.sites,
    "neck_pain": lambda p: "neck" in p.sites,
}

BOOK: dict[str, Book] = {"emergency": EMERGENCY, "same_day": SAME_DAY, "see_clinician": SEE_CLINICIAN, "modify": MODIFY}


def true_rules(answers: dict[str, Any]) -> dict[str, str]:
    """Return the ids of the rules whose condition is true, in order, with their level."""
    return {
        rule: level
        for level, book in BOOK.items()
        for rule, condition in book.items()
        if condition(Told(answers, level))
    }


def level_of(answers: dict[str, Any], facts: list[str]) -> str:
    """Return the level without any clearance; `facts` are all the fact ids there are."""
    levels = list(true_rules(answers).values())
    missing = [fact for fact in facts if fact not in NOT_REQUIRED and answers.get(fact) is None]
    if "chest" in (answers.get("sites") or ()):
        missing = [fact for fact in missing if fact != "chest_pain"]
    if "emergency" in levels:
        return "emergency"
    if missing:
        return "incomplete"
    return levels[0] if levels else "proceed"
