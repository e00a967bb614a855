"""The planner's one function: from a person to a program, or to what forbids one."""

from dataclasses import dataclass, replace

from rhomboid.catalogue.exercise import Catalogue
from rhomboid.catalogue.rulebook import rules_version
from rhomboid.planning.conflict import POOL, Conflict, conflict_of, day_conflict
from rhomboid.planning.instance import Instance, build_instance
from rhomboid.planning.minimal import minimal_program
from rhomboid.planning.modes import ADVICE, cut, shaped
from rhomboid.planning.remedies import remedies
from rhomboid.planning.running import running
from rhomboid.prescription.past import Past
from rhomboid.prescription.plan import Plan, Status
from rhomboid.prescription.profile import Profile
from rhomboid.prescription.program import Program, Proof, Versions
from rhomboid.prescription.schedule_days import WEEK_DAYS
from rhomboid.screening.triage import Triage, screen
from rhomboid.screening.triage_json import triage_to_json

# A program made late in the calendar, or after its end, still has a few weeks.
WEEKS_AT_LEAST = 4
# Neither needs the days of C1.
WITHOUT_STRENGTH_DAYS = ("daily", "minimal")
# Goes up when the same input may give another program.
ENGINE = "2"


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
    frame = _Frame(triage, seed, Versions(catalogue.version, rules_version(), ENGINE))
    if not triage.may_train:
        return frame.answer("refused")
    profile = shaped(profile, mode)
    no_days = day_conflict(profile)
    if no_days is not None and mode not in WITHOUT_STRENGTH_DAYS:
        return frame.answer("infeasible", conflict=no_days.names, advice=no_days.advice)
    return _solve(build_instance(profile, triage, catalogue, weeks, past, mode), frame, mode)


def _without(profile: Profile, left_out: frozenset[str]) -> Profile:
    return replace(profile, avoid=profile.avoid | left_out)


def _week_of(past: Past) -> int:
    return max((past.on - past.profile.schedule.start).days // WEEK_DAYS + 1, 1)


def _solve(instance: Instance, frame: "_Frame", mode: str) -> Plan:
    if mode == "minimal":
        return _minimal(instance, frame)
    # OR-Tools alone takes half a second to import: only here, when there is something to solve.
    from rhomboid.planning.assemble import assemble
    from rhomboid.planning.phases import solve_phases

    now = running(instance)
    solved = solve_phases(instance, frame.seed, now)
    if isinstance(solved, Conflict) and now is not None:
        # What is done now does not fit any more (fewer days or minutes, lost kit): rules go before staying the same.
        now = replace(now, is_running=False) if now.is_running else None
        solved = solve_phases(instance, frame.seed, now)
        if isinstance(solved, Conflict) and now is not None:
            solved = solve_phases(instance, frame.seed)
    if isinstance(solved, Conflict):
        return frame.answer("infeasible", conflict=solved.names, advice=_tried(solved, instance, frame.seed, mode))
    program = assemble(instance, solved.chosen)
    return frame.answer(
        "optimal" if solved.proof.gap == 0 else "feasible",
        program=cut(program, instance.catalogue) if mode == "split9" else program,
        proof=solved.proof,
        advice=(*_about(mode), *(_unmet(one, instance) for one in instance.unmet)),
    )


def _tried(conflict: Conflict, instance: Instance, seed: int, mode: str) -> tuple[str, ...]:
    """Return the changes that were tried and work; where none does, all that could help."""
    from rhomboid.planning.phases import solve_phases

    def solves(changed: Profile) -> bool:
        weeks = instance.weeks[-1].number
        task = build_instance(changed, instance.triage, instance.catalogue, weeks, instance.past, mode)
        return not isinstance(solve_phases(task, seed), Conflict)

    return remedies(instance.profile, conflict.names, instance.catalogue, solves) or conflict.advice


def _minimal(instance: Instance, frame: "_Frame") -> Plan:
    program = minimal_program(instance)
    if program is None:
        found = conflict_of(("C10",), POOL, instance.profile)
        return frame.answer("infeasible", conflict=found.names, advice=found.advice)
    # One move is chosen by its worth among those that fit: nothing is left to prove.
    return frame.answer("optimal", program=program, proof=Proof(0.0, 0.0, 0.0, 0.0), advice=_about("minimal"))


def _about(mode: str) -> tuple[str, ...]:
    return (ADVICE[mode],) if mode in ADVICE else ()


def _unmet(exercise_id: str, instance: Instance) -> str:
    return f"Your clinician asked for {instance.catalogue[exercise_id].name}, which this program cannot hold; ask them."


@dataclass(frozen=True)
class _Frame:
    """What every plan of one run carries."""

    triage: Triage
    seed: int
    versions: Versions

    def answer(
        self,
        status: Status,
        *,
        program: Program | None = None,
        proof: Proof | None = None,
        conflict: tuple[str, ...] = (),
        advice: tuple[str, ...] = (),
    ) -> Plan:
        return Plan(status, triage_to_json(self.triage), program, proof, conflict, advice, self.seed, self.versions)
