"""What the checker says of one kind of person, read once for all of them."""

from dataclasses import replace

from rhomboid.catalogue.exercise import Catalogue, Exercise
from rhomboid.checking.case import Case
from rhomboid.checking.kit import loads_of, start_of
from rhomboid.checking.permission import reasons_against
from rhomboid.prescription.profile import Profile
from rhomboid.prescription.program import Load, Program
from rhomboid.screening.facts import Answers
from rhomboid.screening.triage import Triage


def with_average(profile: Profile, average: int) -> Profile:
    """Return the profile with another average pain."""
    told = {**dict(profile.answers.items), "average_24h": average, "worst_24h": min(average + 2, 10)}
    return replace(profile, answers=Answers(tuple(sorted(told.items()))))


class Readings:
    """People of one kind differ in nothing the checker asks for but their average pain, which is low or is not."""

    def __init__(self, profile: Profile, catalogue: Catalogue, program: Program) -> None:
        self.profile, self.catalogue, self.program = profile, catalogue, program
        self._low, self._high = with_average(profile, 0), with_average(profile, 10)
        self._starts: dict[str, Load | None] = {}
        self._loads: dict[str, tuple[Load, ...]] = {}
        self._forbidden: dict[tuple[object, ...], str | None] = {}
        self._triages: dict[int, Triage] = {}

    def start_of(self, exercise: Exercise) -> Load | None:
        """Return the start load."""
        if exercise.id not in self._starts:
            self._starts[exercise.id] = start_of(exercise, self.profile)
        return self._starts[exercise.id]

    def loads_of(self, exercise: Exercise) -> tuple[Load, ...]:
        """Return the loads of the kit, lightest first."""
        if exercise.id not in self._loads:
            self._loads[exercise.id] = loads_of(exercise, self.profile)
        return self._loads[exercise.id]

    def why_forbidden(
        self, exercise: Exercise, phase: str, triage: Triage, confirmed: frozenset[str], *, low: bool
    ) -> str | None:
        """Return the rule that leaves an exercise out; None when it may be done. low: average pain is 3 or less."""
        key = (exercise.id, phase, low, confirmed, id(triage))
        if key not in self._forbidden:
            # Kept, so that its identity is not given to another one.
            self._triages[id(triage)] = triage
            experience = replace(self.profile.experience, form_confirmed=confirmed)
            person = replace(self._low if low else self._high, experience=experience)
            reasons = reasons_against(Case(person, self.catalogue, self.program, triage), exercise, phase)
            self._forbidden[key] = reasons[0][0] if reasons else None
        return self._forbidden[key]
