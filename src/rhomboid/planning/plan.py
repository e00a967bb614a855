"""The planner's one function: from a person to a program, or to what forbids one."""

from dataclasses import replace
from functools import partial

from rhomboid.catalogue.exercise import Catalogue
from rhomboid.catalogue.rulebook import rules_version
from rhomboid.planning.conflict import Conflict
from rhomboid.planning.modes import ADVICE
from rhomboid.planning.task import Task
from rhomboid.prescription.past import Past
from rhomboid.prescription.plan import Plan
from rhomboid.prescription.profile import Profile
from rhomboid.prescription.program import Versions
from rhomboid.prescription.schedule_days import WEEK_DAYS
from rhomboid.screening.triage import screen
from rhomboid.screening.triage_json import triage_to_json

# A program made late in the calendar, or after its end, still has a few weeks.
WEEKS_AT_LEAST = 4
# Goes up when the same input may give another program.
ENGINE = "4"


def plan(
    profile: Profile,
    catalogue: Catalogue,
    *,
    weeks: int = 15,
    seed: int = 0,
    past: Past | None = None,
    mode: str = "full",
) -> Plan:
    """Return the plan of a person: a program, the refusal of the screen, or the rules and fields that collide.

    past: what was done so far; the plan is then for the days from `past.on`, in the calendar that began at the start.
    mode: one of MODES; every one obeys the same rules on what may be done and how it climbs.
    """
    if past is None:
        triage = screen(profile.answers, profile.clearances, profile.schedule.start)
    else:
        triage, profile = past.triage, _without(past.profile, past.left_out)
        weeks = max(weeks, _week_of(past) + WEEKS_AT_LEAST - 1)
    answer = partial(
        Plan,
        triage=triage_to_json(triage),
        seed=seed,
        versions=Versions(catalogue.version, rules_version(), ENGINE),
        mode=mode,
        basis=None if past is None else past.basis,
    )
    if not triage.may_train:
        return answer("refused", program=None, proof=None, conflict=(), advice=())
    task = Task(catalogue, triage, weeks, seed, past, mode)
    made = task.solve(profile)
    if isinstance(made, Conflict):
        from rhomboid.planning.why_not import why_not

        found = why_not(profile, made, task)
        return answer(
            "infeasible", program=None, proof=None, conflict=found.names, advice=found.advice, wishes=found.wishes
        )
    return answer(
        "optimal" if made.proof.gap == 0 else "feasible",
        program=made.program,
        proof=made.proof,
        conflict=(),
        advice=(
            *_about(mode),
            *(_unmet(one, catalogue) for one in made.unmet),
            *(_gone(one, catalogue) for one in made.gone),
        ),
    )


def _without(profile: Profile, left_out: frozenset[str]) -> Profile:
    return replace(profile, avoid=profile.avoid | left_out)


def _week_of(past: Past) -> int:
    return max((past.on - past.profile.schedule.start).days // WEEK_DAYS + 1, 1)


def _about(mode: str) -> tuple[str, ...]:
    return (ADVICE[mode],) if mode in ADVICE else ()


def _unmet(exercise_id: str, catalogue: Catalogue) -> str:
    return f"Your clinician asked for {catalogue[exercise_id].name}, which this program cannot hold; ask them."


def _gone(exercise_id: str, catalogue: Catalogue) -> str:
    return f"{catalogue[exercise_id].name} leaves the program: not everything you did fits from now on."
