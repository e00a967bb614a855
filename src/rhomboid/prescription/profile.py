"""A person as the planner and the fold see them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from rhomboid.prescription.prescribed import PrescribedDose
from rhomboid.screening.clearance import Clearance
from rhomboid.screening.facts import Answers


@dataclass(frozen=True)
class Setting:
    place: str
    equipment: frozenset[str]
    can_get_to_floor: bool


@dataclass(frozen=True)
class Schedule:
    start: date
    strength_days: tuple[str, ...]
    minutes: int
    daily_minutes: int


@dataclass(frozen=True)
class Goals:
    aims: tuple[str, ...] = ()
    sport: str = ""


@dataclass(frozen=True)
class Experience:
    """hip_shift: to which side the hips go in a squat without weight: none, left, right, or unsure."""

    level: str = "new"
    form_confirmed: frozenset[str] = frozenset()
    stability_check_passed: bool = False
    hip_shift: str = "none"

    @property
    def shifts_in_a_squat(self) -> bool:
        """Whether the hips go to a side in a squat without weight, or that is not sure (B4)."""
        return self.hip_shift != "none"


@dataclass(frozen=True)
class OwnKit:
    """What the person really owns; None means not listed, so the usual ladder of B9 holds."""

    dumbbell_kg: tuple[float, ...] | None = None
    kettlebell_kg: tuple[float, ...] | None = None
    bands: tuple[str, ...] | None = None


@dataclass(frozen=True)
class Limits:
    """A clinician's: never crossed by the engine."""

    ban: frozenset[str] = frozenset()
    require: tuple[str, ...] = ()
    max_load_kg: Mapping[str, float] = field(default_factory=dict)
    dose: Mapping[str, PrescribedDose] = field(default_factory=dict)


@dataclass(frozen=True)
class Profile:
    """Everything a program depends on. `answers` are the screening facts, pain scores included."""

    answers: Answers
    setting: Setting
    schedule: Schedule
    goals: Goals
    experience: Experience
    sitting_hours_per_day: float
    like: frozenset[str]
    avoid: frozenset[str]
    kit: OwnKit
    clearances: tuple[Clearance, ...]
    limits: Limits
