"""Why an exercise is in a program, what exactly keeps it out, or what it would cost to put it in."""

from collections.abc import Iterator

from rhomboid.catalogue.exercise import Catalogue, Exercise
from rhomboid.planning.instance import PhaseInput, build_instance
from rhomboid.prescription.eligibility import exclusions
from rhomboid.prescription.profile import Profile
from rhomboid.prescription.program import Program
from rhomboid.prescription.schedule_days import PHASES
from rhomboid.screening.triage import Triage, screen

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


def why(profile: Profile, catalogue: Catalogue, program: Program, exercise_id: str) -> tuple[str, ...]:
    """Return lines of text on one exercise of the catalogue in one person's program."""
    exercise = catalogue[exercise_id]
    present = tuple(_presence(exercise, program))
    if present:
        return present
    left_out = tuple(_left_out(exercise, profile, program))
    open_phases = [phase for phase in _phases(program) if not _reasons(exercise, profile, phase)]
    if not open_phases:
        return (f"{exercise.name} is not in your program.", *left_out)
    instance = build_instance(profile, _triage(profile), catalogue, len(program.weeks))
    phase = next(one for one in instance.phases if one.name == open_phases[0])
    return (
        f"{exercise.name} is not in your program, though you may do it in {_listed(open_phases)}.",
        *left_out,
        _cost(exercise, phase),
    )


def _presence(exercise: Exercise, program: Program) -> Iterator[str]:
    weeks: dict[str, list[int]] = {}
    reasons: dict[tuple[str, str], None] = {}
    for week in program.weeks:
        for session in week.sessions:
            for block in session.blocks:
                for item in block.items:
                    if item.exercise == exercise.id:
                        weeks.setdefault(block.name, []).append(week.number)
                        reasons.update({(one.text, one.source): None for one in item.why})
    for name, numbers in weeks.items():
        yield f"{exercise.name} is in {BLOCK_NAMES[name]}, from week {min(numbers)} to week {max(numbers)}."
    for text, source in reasons:
        yield f"{text} ({source})"


def _left_out(exercise: Exercise, profile: Profile, program: Program) -> Iterator[str]:
    """Yield each reason once, with the phases it holds in where it does not hold in all."""
    phases = _phases(program)
    found: dict[tuple[str, str], list[str]] = {}
    for phase in phases:
        for one in _reasons(exercise, profile, phase):
            found.setdefault(one, []).append(phase)
    for (rule, text), held_in in found.items():
        when = "" if len(held_in) == len(phases) else f" This holds in {_listed(held_in)}."
        yield f"{text}{when} ({rule})"


def _reasons(exercise: Exercise, profile: Profile, phase: str) -> tuple[tuple[str, str], ...]:
    pain = profile.answers.number("average_24h") or 0
    left_out = exclusions(exercise, profile, _triage(profile), phase=phase, average_pain=pain)
    return tuple((one.rule, one.text) for one in left_out)


def _triage(profile: Profile) -> Triage:
    return screen(profile.answers, profile.clearances, profile.schedule.start)


def _phases(program: Program) -> list[str]:
    return [phase for phase in PHASES if any(week.phase == phase for week in program.weeks)]


def _listed(phases: list[str]) -> str:
    return "the phase " + " and ".join(phases) if len(phases) == 1 else "the phases " + " and ".join(phases)


def _cost(exercise: Exercise, phase: PhaseInput) -> str:
    """Return what putting the exercise into a phase would cost, in the points of P1."""
    # OR-Tools is imported only when there is something to solve.
    from rhomboid.planning.cost import cost_of

    if exercise in phase.walks:
        return "Another way to move was chosen for your walks; put it on your list of likes to have it instead."
    cost = cost_of(exercise, phase)
    if cost is None:
        return "It is there to read about: it stands in no block of a session."
    if cost.conflict:
        return f"It does not fit beside what the rules ask for: {', '.join(cost.conflict)}."
    if cost.lost <= 0:
        return "The plan can do as well with it: put it on your list of likes to have it."
    return f"Other moves suit you better: with it the phase would lose {cost.lost} of {cost.best} points. (P1)"
