"""Something new during a program: which signs are asked for, and keeping what was told."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from uuid import UUID

from rhomboid.lib.errors import bad_input
from rhomboid.screening.questions import Question, question_for
from rhomboid.service.log import append_events
from rhomboid.service.models import Person

# What can turn up from one day to the next and ends training until someone has looked, by topic.
TOPICS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "Heart and breath",
        (
            "cardiac_symptoms_last_day",
            "chest_pain",
            "sudden_tearing_pain",
            "pleuritic_breathlessness",
            "fainting",
            "exertional_pain",
            "exertional_pain_worsening",
            "swollen_painful_calf",
            "coughing_blood",
        ),
    ),
    (
        "Legs, arms and bladder",
        (
            "saddle_numbness",
            "bladder_bowel_change",
            "bilateral_leg_symptoms",
            "leg_weakness",
            "gait_disturbance",
            "tingling_both_hands_or_feet",
            "band_like_trunk_pain",
            "clumsy_hands",
            "electric_shock_on_neck_bend",
            "progressive_arm_weakness",
            "hand_weakness_droopy_lid",
            "new_arm_numbness",
        ),
    ),
    (
        "Head, neck and eyes",
        ("sudden_severe_neck_or_head_pain", "brainstem_symptoms", "vision_change", "new_headache_over_50"),
    ),
    (
        "Injury and illness",
        (
            "major_trauma",
            "sudden_after_minor_strain",
            "recent_neck_trauma",
            "fever_or_sweats",
            "feels_very_unwell",
            "night_pain_unrelieved",
            "pain_worsening_fast",
            "unexplained_weight_loss",
            "flank_pain_blood_in_urine",
            "jaundice_or_black_stools",
            "meal_related_or_belly_pain",
            "one_sided_rash_or_burning_stripe",
        ),
    ),
    (
        "Your health",
        (
            "cancer_history",
            "spinal_fracture",
            "spinal_infection",
            "surgery_last_12_weeks",
            "anticoagulants",
            "pregnant",
            "feels_unsafe",
        ),
    ),
)


@dataclass(frozen=True)
class Topic:
    title: str
    questions: tuple[Question, ...]


@cache
def load_topics() -> tuple[Topic, ...]:
    """Return the signs that are asked for, each with the words of the intake."""
    return tuple(Topic(title, tuple(question_for(fact) for fact in facts)) for title, facts in TOPICS)


def tell_symptoms(person: Person, facts: Iterable[str], *, event: UUID, at: datetime) -> None:
    """Keep new symptoms as one event of the log. Raises UserError on a sign that is not asked for."""
    asked = {question.fact.id for topic in load_topics() for question in topic.questions}
    told = sorted(set(facts))
    for fact in told:
        if fact not in asked:
            raise bad_input("something new", "fact", fact, "the signs of the page")
    row = {"id": str(event), "at": at.isoformat(), "type": "new_symptom", "facts": dict.fromkeys(told, "yes")}
    for refused in append_events(person, [row]).refused:
        raise bad_input("something new", "event", refused.id, refused.reason)
