"""Random people for property tests: every budget, kit, level and age, in the layout of a profile file.

One drawing of a person serves two callers: `random_table(seed)` with plain randomness for loops, and the hypothesis
strategies, which hand in a source of randomness that they can shrink.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from random import Random
from typing import Any

from hypothesis import strategies as st

from rhomboid.catalogue.load import load_catalogue
from rhomboid.catalogue.vocabulary import BANDS
from rhomboid.lib.weekdays import WEEKDAYS
from rhomboid.prescription.profile import Profile
from rhomboid.prescription.profile_toml import profile_from_table
from rhomboid.screening.facts import load_facts

START = date(2026, 11, 23)
BUDGETS = tuple(range(10, 91))
BUDGET_EDGES = (10, 14, 15, 19, 20, 29, 30, 44, 45, 59, 60, 90)
SITES = ("interscapular", "upper_thoracic", "mid_thoracic", "shoulder_left", "shoulder_right", "neck", "low_back")
GYM = (
    "dumbbell", "kettlebell", "resistance_band", "band_anchor", "barbell", "rack", "bench", "cable_machine",
    "leg_press", "leg_extension", "leg_curl", "exercise_ball", "foam_roller", "massage_ball", "pull_up_bar",
    "suspension_trainer", "stationary_bike", "pool",
)  # fmt: skip
KITS = (
    (),
    ("resistance_band",),
    ("resistance_band", "band_anchor", "foam_roller"),
    ("dumbbell",),
    ("dumbbell", "bench", "massage_ball"),
    ("kettlebell",),
    ("dumbbell", "resistance_band", "exercise_ball"),
    ("kettlebell", "pull_up_bar", "foam_roller"),
    ("suspension_trainer", "stationary_bike"),
    GYM,
)
# Answers that restrict without a clearance (level modify).
RESTRICTING = (
    "anticoagulants", "beta_blocker", "osteoporosis", "long_term_steroids", "arthritis", "stable_arm_tingling",
    "herniated_disc", "low_back_history",
)  # fmt: skip
# Answers that need a clearance, and the rules a physician then names.
CLEARABLE = (
    ("pregnant", ("pregnant",)),
    ("postpartum_under_12_weeks", ("postpartum_under_12_weeks",)),
    ("heart_lung_kidney_disease", ("heart_lung_kidney_disease",)),
    ("fainting", ("fainting",)),
    ("spinal_surgery", ("spinal_surgery",)),
    ("spinal_fracture", ("spinal_fracture",)),
    ("nerve_root_compression", ("nerve_root_compression",)),
    ("cancer_history", ("cancer_history",)),
    ("inflammatory_neck_disease", ("inflammatory_neck_disease",)),
    ("joint_instability", ("joint_instability",)),
    ("surgery_last_12_weeks", ("surgery_last_12_weeks",)),
    ("exertional_pain", ("exertional_pain",)),
    ("told_supervised_only", ("told_supervised_only",)),
    ("new_arm_numbness", ("new_arm_numbness",)),
)
# Each of these alone sends a person to somebody; the last two are answers that are not a plain yes.
STOPPING = (
    "chest_pain", "cardiac_symptoms_last_day", "exertional_pain_worsening", "sudden_tearing_pain", "coughing_blood",
    "swollen_painful_calf", "saddle_numbness", "bladder_bowel_change", "bilateral_leg_symptoms",
    "sudden_severe_neck_or_head_pain", "brainstem_symptoms", "exertional_pain", "aneurysm_or_connective_tissue",
    "cancer_history", "spinal_tumour", "band_like_trunk_pain", "fever_or_sweats", "feels_very_unwell", "leg_weakness",
    "gait_disturbance", "clumsy_hands", "electric_shock_on_neck_bend", "tingling_both_hands_or_feet",
    "progressive_arm_weakness", "recent_neck_trauma", "vision_change", "one_sided_rash_or_burning_stripe",
    "meal_related_or_belly_pain", "jaundice_or_black_stools", "flank_pain_blood_in_urine", "feels_unsafe",
    "pain_on_breathing", "cough_over_3_weeks", "heart_lung_kidney_disease", "fainting", "told_supervised_only",
    "spinal_fracture", "spinal_surgery", "spinal_infection", "nerve_root_compression", "surgery_last_12_weeks",
    "unexplained_weight_loss", "night_pain_unrelieved", "new_arm_numbness", "inflammatory_neck_disease",
    "joint_instability", "pregnant", "postpartum_under_12_weeks", "pain_worsening_fast", "no_change_after_6_weeks",
    "hand_weakness_droopy_lid", "pleuritic_breathlessness",
)  # fmt: skip
CLEARED_ON = date(2026, 11, 1)


def random_table(seed: int) -> dict[str, Any]:
    """Return a person who may train, as the table of a profile file; the seed alone decides.

    Seeds running take the budgets in turn, so that 81 of them in a row meet every one.
    """
    table = draw_table(Random(seed))
    table["schedule"]["minutes"] = BUDGETS[seed % len(BUDGETS)]
    return table


def random_profile(seed: int) -> Profile:
    """Return a person who may train."""
    return to_profile(random_table(seed))


def random_stopped_table(seed: int) -> dict[str, Any]:
    """Return a person whom the screen stops, as the table of a profile file."""
    return draw_stopped_table(Random(seed))


def to_profile(table: Mapping[str, Any]) -> Profile:
    """Return the profile in a table, through the same reader as a profile file."""
    return profile_from_table(table, "random profile", load_catalogue())


def profiles() -> st.SearchStrategy[Profile]:
    """Return people who may train, limits and clearances included."""
    return st.randoms(use_true_random=False).map(lambda random: to_profile(draw_table(random)))


def stopped_profiles() -> st.SearchStrategy[Profile]:
    """Return people whom the screen stops: an emergency, a same-day or see-a-clinician hit, or a missing answer."""
    return st.randoms(use_true_random=False).map(lambda random: to_profile(draw_stopped_table(random)))


def draw_table(random: Random) -> dict[str, Any]:
    """Draw a person who may train."""
    table = _draw_well_person(random)
    _restrict(random, table)
    return table


def draw_stopped_table(random: Random) -> dict[str, Any]:
    """Draw a person who may train, then add one thing that the screen must stop."""
    table = _draw_well_person(random)
    kind = random.choice(("fact", "fact", "fact", "unsure", "missing", "severe", "young"))
    if kind in ("fact", "unsure"):
        _answer(table, random.choice(STOPPING), "yes" if kind == "fact" else "unsure")
    elif kind == "missing":
        fact = random.choice(STOPPING)
        del table[_group_of(fact)][fact]
    elif kind == "severe":
        table["pain"] |= {"average_24h": random.choice((8, 9, 10)), "worst_24h": 10}
    else:
        table["person"]["age"] = random.choice((12, 17))
        table["pain"]["onset_age"] = 12
    return table


def to_toml(table: Mapping[str, Any]) -> str:
    """Return the text of a profile file."""
    lines: list[str] = []
    for name, group in table.items():
        rows = group if isinstance(group, list) else [group]
        for row in rows:
            lines += [f"[[{name}]]" if isinstance(group, list) else f"[{name}]"]
            lines += [f"{key} = {_toml_value(value)}" for key, value in row.items()] + [""]
    return "\n".join(lines)


def _toml_value(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f'"{value}"'
    if isinstance(value, list):
        return "[" + ", ".join(_toml_value(part) for part in value) + "]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key} = {_toml_value(part)}" for key, part in value.items()) + "}"
    return value.isoformat() if isinstance(value, date) else str(value)


def _draw_well_person(random: Random) -> dict[str, Any]:
    table: dict[str, Any] = {"person": {}, "pain": {}}
    for fact in load_facts():
        group = table.setdefault(fact.group, {})
        if fact.kind == "yesno":
            group[fact.id] = "no"
    table["person"] = _draw_body(random)
    table["pain"] = _draw_pain(random, table["person"]["age"])
    table["setting"] = {
        "place": random.choice(("home", "home", "office", "gym")),
        "equipment": list(random.choice(KITS)),
        "can_get_to_floor": random.random() < 0.7,
    }
    table["schedule"] = _draw_schedule(random)
    table["experience"] = _draw_experience(random)
    table["desk"] = {"sitting_hours_per_day": random.choice((0, 3, 4, 6, 9, 12))}
    table["goals"] = {"aims": random.choice((["less_pain"], ["stronger", "looser"], [])), "sport": ""}
    table["preferences"] = {"like": _some_exercises(random, 2), "avoid": _some_exercises(random, 3)}
    table["kit"] = _draw_kit(random, table["setting"]["equipment"])
    table["limits"] = {"ban": _some_exercises(random, 2), "require": [], "max_load_kg": {}}
    return table


def _draw_body(random: Random) -> dict[str, Any]:
    age = random.choice((18, 22, 29, 34, 38, 42, 49, 50, 57, 64, 65, 71, 83))
    return {
        "age": age,
        "sex": random.choice(("female", "male", "unstated")),
        "height_cm": random.randint(145, 200),
        "mass_kg": random.randint(45, 130),
    }


def _draw_pain(random: Random, age: int) -> dict[str, Any]:
    average = random.choice((0, 1, 2, 3, 3, 4, 5, 6, 7))
    return {
        "sites": sorted(set(random.choices(SITES, k=random.randint(1, 3)))),
        "quality": sorted(set(random.choices(("ache", "sharp", "stiff", "burning", "spasm"), k=2))),
        "pattern": random.choice(("constant", "intermittent")),
        "worst_24h": random.randint(average, 10),
        "average_24h": average,
        "at_rest_now": random.randint(0, min(average, 7)),
        "onset_age": random.randint(min(18, age), age),
        "duration_weeks": random.choice((0.5, 1, 2, 3, 6, 11, 12, 20, 52, 260)),
        "suspected_cause": [random.choice(("posture", "overuse", "lifting", "stress", "unknown"))],
    }


def _draw_schedule(random: Random) -> dict[str, Any]:
    days = random.choice(
        (
            ["mon", "wed", "fri"],
            ["tue", "thu", "sat"],
            ["mon", "thu"],
            ["wed", "sun"],
            list(WEEKDAYS),
            ["mon", "tue", "wed", "thu", "fri"],
            sorted(random.sample(WEEKDAYS, random.randint(1, 5)), key=WEEKDAYS.index),
        )
    )
    return {
        "start": START + timedelta(days=random.choice((0, 0, 0, 1, 3, 6, 37))),
        "strength_days": days,
        "minutes": random.choice((random.choice(BUDGETS), random.choice(BUDGET_EDGES))),
        "daily_minutes": random.randint(5, 30),
    }


def _draw_experience(random: Random) -> dict[str, Any]:
    confirmed = _some_exercises(random, 5) if random.random() < 0.6 else _locked_exercises()
    return {
        "level": random.choice(("new", "some", "trained")),
        "form_confirmed": confirmed,
        "stability_check_passed": random.random() < 0.4,
    }


def _draw_kit(random: Random, equipment: list[str]) -> dict[str, Any]:
    kit: dict[str, Any] = {}
    if "dumbbell" in equipment and random.random() < 0.5:
        kit["dumbbell_kg"] = sorted(random.sample((1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10, 12, 16), random.randint(1, 6)))
    if "kettlebell" in equipment and random.random() < 0.5:
        kit["kettlebell_kg"] = sorted(random.sample((4, 6, 8, 12, 16, 20, 24), random.randint(1, 4)))
    if "resistance_band" in equipment and random.random() < 0.5:
        kit["bands"] = sorted(random.sample(BANDS, random.randint(1, 4)), key=BANDS.index)
    return kit


def _restrict(random: Random, table: dict[str, Any]) -> None:
    for fact in random.sample(RESTRICTING, random.choice((0, 0, 0, 1, 1, 2))):
        _answer(table, fact, random.choice(("yes", "yes", "unsure")))
    scope: list[str] = []
    for fact, rules in random.sample(CLEARABLE, random.choice((0, 0, 0, 1))):
        _answer(table, fact, "yes")
        scope += rules
    scope += ["fragility_fracture_possible"]  # worn bone with a severe new pain
    table["clearance"] = [{"by": "Dr A. Example", "role": "physician", "date": CLEARED_ON, "scope": sorted(set(scope))}]
    banned = set(table["limits"]["ban"])
    table["limits"]["require"] = [name for name in _some_exercises(random, 1) if name not in banned]
    if random.random() < 0.3:
        table["limits"]["max_load_kg"] = {random.choice(_loaded_exercises()): random.choice((4, 6, 9, 20))}


def _answer(table: dict[str, Any], fact: str, value: str) -> None:
    table[_group_of(fact)][fact] = value


def _group_of(fact_id: str) -> str:
    return next(fact.group for fact in load_facts() if fact.id == fact_id)


def _some_exercises(random: Random, most: int) -> list[str]:
    ids = [exercise.id for exercise in load_catalogue().exercises]
    return sorted(random.sample(ids, min(random.randint(0, most), len(ids))))


def _locked_exercises() -> list[str]:
    return [exercise.id for exercise in load_catalogue().exercises if exercise.tier == "locked"]


def _loaded_exercises() -> list[str]:
    return [exercise.id for exercise in load_catalogue().exercises if exercise.loading in ("free_weight", "machine")]
