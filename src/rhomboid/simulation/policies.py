"""Whose rules say what is done: Rhomboid's, or one of three plain policies they are compared with."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from rhomboid.prescription.course_standing import Dosage
from rhomboid.prescription.program import Program, Session
from rhomboid.simulation.running import sessions_by_day
from rhomboid.training.rules.climbing import planned_dose

POLICIES = ("rhomboid", "fixed", "regardless", "none")
TELLS = {
    "rhomboid": "the engine decides each dose from what was done and felt",
    "fixed": "each move keeps its first dose for good",
    "regardless": "the plan's fastest course is done whatever it feels like",
    "none": "no program",
}


@dataclass(frozen=True)
class Dosed:
    """One exercise as it is to be done. seconds: its time in the plan."""

    exercise: str
    dose: Dosage
    seconds: int


@dataclass(frozen=True)
class PlainCourse:
    """What a policy that does not listen asks on each day."""

    program: Program
    policy: str

    @cached_property
    def by_day(self) -> Mapping[date, tuple[tuple[Session, tuple[Dosed, ...]], ...]]:
        """Return the strength sessions of each day with their doses."""
        if self.policy == "none":
            return {}
        first: dict[str, Dosage] = {}
        found = {}
        for day, sessions in sorted(sessions_by_day(self.program).items()):
            found[day] = tuple((one, self._doses(one, first)) for one in sessions if one.kind == "strength")
        return found

    def _doses(self, session: Session, first: dict[str, Dosage]) -> tuple[Dosed, ...]:
        doses = []
        for item in (*session.block("strength"), *session.block("core")):
            dose = planned_dose(item)
            kept = first.setdefault(item.exercise, dose)
            doses.append(Dosed(item.exercise, kept if self.policy == "fixed" else dose, item.seconds))
        return tuple(doses)
