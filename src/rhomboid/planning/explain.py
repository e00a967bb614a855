"""Why an exercise is in a program and what would replace it; what keeps it out, or what putting it in would cost."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from rhomboid.catalogue.exercise import Catalogue, Exercise
from rhomboid.planning.instance import Instance, PhaseInput, build_instance
from rhomboid.planning.modes import shaped
from rhomboid.planning.wish_fields import listed
from rhomboid.prescription.eligibility import exclusions
from rhomboid.prescription.past import Basis
from rhomboid.prescription.profile import Profile
from rhomboid.prescription.program import Program
from rhomboid.prescription.schedule_days import opened_as
from rhomboid.screening.triage import screen

BLOCK_NAMES = {
    "warm_up": "the warm-up",
    "strength": "the strength work",
    "core": "the trunk work",
    "cool_down": "the cool-down",
    "mobility": "daily mobility",
    "stretch": "daily stretching",
    "roll": "daily rolling",
    "aerobic": "walks",
}
# What a short form leaves out whatever the rules allow.
FORMS = {
    "minimal": "Your plan is the smallest form: one pull and nothing besides. (C10)",
    "daily": "Your plan has daily easing and walks alone, no strength work. (C1)",
}
WORK = ("strength", "core", "warm_up", "cool_down")


def why(
    profile: Profile,
    catalogue: Catalogue,
    program: Program,
    exercise_id: str,
    *,
    mode: str = "full",
    basis: Basis | None = None,
) -> tuple[str, ...]:
    """Return lines of text on one exercise of the catalogue in one person's program.

    mode, basis: as in the plan that the program stands in.
    """
    asked = _Asked(_instance(profile, catalogue, program, mode, basis), program, catalogue[exercise_id], mode)
    return tuple(asked.presence()) or tuple(asked.absence())


def _instance(profile: Profile, catalogue: Catalogue, program: Program, mode: str, basis: Basis | None) -> Instance:
    weeks = program.weeks[-1].number
    if basis is None:
        triage = screen(profile.answers, profile.clearances, profile.schedule.start)
        return build_instance(shaped(profile, mode), triage, catalogue, weeks, mode=mode)
    past = basis.past_of(profile)
    told = replace(past.profile, avoid=past.profile.avoid | past.left_out)
    return build_instance(shaped(told, mode), past.triage, catalogue, weeks, past, mode)


@dataclass(frozen=True)
class _Asked:
    """One question about one exercise."""

    instance: Instance
    program: Program
    exercise: Exercise
    mode: str

    def presence(self) -> Iterator[str]:
        """Yield where the exercise stands, every reason for it, and what would come in its place."""
        weeks: dict[str, list[int]] = {}
        reasons: dict[tuple[str, str], None] = {}
        for week in self.program.weeks:
            for session in week.sessions:
                for block in session.blocks:
                    for item in block.items:
                        if item.exercise == self.exercise.id:
                            weeks.setdefault(block.name, []).append(week.number)
                            reasons.update({(one.text, one.source): None for one in item.why})
        for name, numbers in weeks.items():
            yield f"{self.exercise.name} is in {BLOCK_NAMES[name]}, from week {min(numbers)} to week {max(numbers)}."
        for text, source in reasons:
            yield f"{text} ({source})"
        if weeks:
            yield self._replacement(min(number for numbers in weeks.values() for number in numbers))

    def absence(self) -> Iterator[str]:
        """Yield what exactly keeps the exercise out, and where it may be done, what putting it in would cost."""
        name = self.exercise.name
        barred = tuple(self._left_out())
        open_phases = [phase for phase in self.instance.phases if not self._reasons(phase.name)]
        if not open_phases:
            yield f"{name} is not in your program."
            yield from barred
            return
        phases = _phases([phase.name for phase in open_phases])
        yield f"{name} is not in your program, though you may do it in {phases}."
        yield from barred
        form = FORMS.get(self.mode)
        if form and (self.mode == "minimal" or self.exercise.blocks[0] in WORK):
            yield form
        else:
            yield self._cost(open_phases[0])

    def _left_out(self) -> Iterator[str]:
        """Yield each reason once, with the phases it holds in where it does not hold in all."""
        names = [phase.name for phase in self.instance.phases]
        found: dict[tuple[str, str], list[str]] = {}
        for phase in names:
            for one in self._reasons(phase):
                found.setdefault(one, []).append(phase)
        for (rule, text), held_in in found.items():
            when = "" if len(held_in) == len(names) else f" This holds in {_phases(held_in)}."
            yield f"{text}{when} ({rule})"

    def _reasons(self, phase: str) -> tuple[tuple[str, str], ...]:
        profile = self.instance.profile
        pain = profile.answers.number("average_24h") or 0
        opened = opened_as(phase, self.program.weeks[0].number)
        left_out = exclusions(self.exercise, profile, self.instance.triage, phase=opened, average_pain=pain)
        return tuple((one.rule, one.text) for one in left_out)

    def _replacement(self, week: int) -> str:
        """Return what would stand there instead, with its cost in the points of P1."""
        first = next(one.phase for one in self.program.weeks if one.number == week)
        phase = next(one for one in self.instance.phases if one.name == first)
        if self.exercise in phase.walks:
            others = [one.name for one in phase.walks if one != self.exercise]
            return f"Instead you could have: {listed(others)}. (C1)" if others else "Nothing else is open to you. (C1)"
        if self.mode == "minimal":
            return "Another pull would come in its place: put it on the list of moves to avoid to see which. (C10)"
        # OR-Tools is imported only when there is something to solve.
        from rhomboid.planning.cost import replacement_of

        found = replacement_of(self.exercise, phase)
        assert found is not None, "it stands in a block of this phase"
        if found.conflict:
            return f"Nothing can take its place: without it these rules cannot be met: {', '.join(found.conflict)}."
        names = [self.instance.catalogue[one].name for one in found.instead]
        comes = f"{listed(names)} would come instead" if names else "What is there would do more of the work"
        if found.lost <= 0:
            return f"Without it: {comes}, and the phase {first} would lose no points. (P1)"
        return f"Without it: {comes}, and the phase {first} would lose {found.lost} points. (P1)"

    def _cost(self, phase: PhaseInput) -> str:
        """Return what putting the exercise into a phase would cost, in the points of P1."""
        from rhomboid.planning.cost import cost_of

        if self.exercise in phase.walks:
            return (
                "Another way to move was chosen for your walks; put it on your list of likes to have it instead. (C1)"
            )
        cost = cost_of(self.exercise, phase)
        if cost is None:
            return self._stands_nowhere(phase)
        if cost.conflict:
            return f"It does not fit beside what the rules ask for: {', '.join(cost.conflict)}."
        if cost.lost <= 0:
            return "The plan can do as well with it: put it on your list of likes to have it. (P1)"
        return f"Other moves suit you better: with it the phase would lose {cost.lost} of {cost.best} points. (P1)"

    def _stands_nowhere(self, phase: PhaseInput) -> str:
        """Return why an exercise that is allowed has no place in any session."""
        if self.exercise.dose.kind == "minutes":
            most = self.instance.profile.schedule.daily_minutes
            return (
                f"It is done for many minutes in one piece, and a daily session of {most} minutes is made of short "
                "items. You may do it besides. (C1)"
            )
        return f"The phase {phase.name} has no session for it. (C1)"


def _phases(names: list[str]) -> str:
    return f"the phase {names[0]}" if len(names) == 1 else f"the phases {listed(names)}"
