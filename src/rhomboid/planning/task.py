"""One run of the planner, which may be tried with other wishes than the person's own."""

from dataclasses import dataclass, field, replace

from rhomboid.catalogue.exercise import Catalogue
from rhomboid.planning.conflict import POOL, Conflict, conflict_of, day_conflict
from rhomboid.planning.instance import Instance, build_instance
from rhomboid.planning.minimal import minimal_program
from rhomboid.planning.modes import cut, shaped
from rhomboid.planning.running import running
from rhomboid.prescription.past import Past
from rhomboid.prescription.profile import Profile
from rhomboid.prescription.program import Program, Proof
from rhomboid.screening.triage import Triage

# Neither needs the days of C1.
WITHOUT_STRENGTH_DAYS = ("daily", "minimal")
# One move is chosen by its worth among those that fit: nothing is left to prove.
NOTHING_TO_PROVE = Proof(0.0, 0.0, 0.0, 0.0)


@dataclass(frozen=True)
class Made:
    """A program with its proof. unmet: what a clinician requires and it cannot hold; gone: what was done and leaves."""

    program: Program
    proof: Proof
    unmet: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()


@dataclass(frozen=True)
class Task:
    """All that a run depends on but the person's wishes."""

    catalogue: Catalogue
    triage: Triage
    weeks: int
    seed: int
    past: Past | None
    mode: str
    _tried: dict[tuple[object, ...], bool] = field(default_factory=dict, compare=False)

    def solve(self, profile: Profile) -> Made | Conflict:
        """Return the program for a person, or what collides."""
        no_days = self._no_days(profile)
        if no_days is not None:
            return no_days
        instance = self.instance(profile)
        if self.mode == "minimal":
            program = minimal_program(instance)
            if program is None:
                return conflict_of(("C10",), POOL)
            return Made(program, NOTHING_TO_PROVE, _unmet(instance, program))
        return self._solve_phases(instance)

    def proves(self, profile: Profile) -> bool:
        """Return whether a program is found for a person."""
        return self.solves(profile) and not isinstance(self.solve(profile), Conflict)

    def solves(self, profile: Profile) -> bool:
        """Return whether there is room for a program for a person; each is tried once."""
        limits = profile.limits
        caps = tuple(sorted(limits.max_load_kg.items()))
        doses = tuple(sorted(limits.dose))
        key = (profile.setting, profile.schedule, profile.avoid, profile.kit, limits.ban, limits.require, caps, doses)
        if key not in self._tried:
            self._tried[key] = self._is_possible(profile)
        return self._tried[key]

    def instance(self, profile: Profile) -> Instance:
        """Return the planning task of a person."""
        shape = shaped(profile, self.mode)
        return build_instance(shape, self.triage, self.catalogue, self.weeks, self.past, self.mode)

    def without_restrictions(self) -> "Task":
        """Return the same run for a person whom no restriction holds back."""
        return replace(self, triage=replace(self.triage, hits=(), restrictions=()), _tried={})

    def _no_days(self, profile: Profile) -> Conflict | None:
        return None if self.mode in WITHOUT_STRENGTH_DAYS else day_conflict(shaped(profile, self.mode))

    def _is_possible(self, profile: Profile) -> bool:
        if self._no_days(profile) is not None:
            return False
        if self.mode == "minimal":
            return minimal_program(self.instance(profile)) is not None
        from rhomboid.planning.possible import is_possible

        return is_possible(self.instance(profile), self.seed)

    def _solve_phases(self, instance: Instance) -> Made | Conflict:
        # OR-Tools alone takes half a second to import: only here, when there is something to solve.
        from rhomboid.planning.assemble import assemble
        from rhomboid.planning.keeping import solve_keeping
        from rhomboid.planning.phases import solve_phases

        solved = solve_keeping(instance, lambda asked, now: solve_phases(asked, self.seed, now))
        if isinstance(solved, Conflict):
            return solved
        program = assemble(instance, solved.chosen)
        if self.mode == "split9":
            program = cut(program, instance.catalogue)
        return Made(program, solved.proof, _unmet(instance, program), _gone(instance, program))


def _unmet(instance: Instance, program: Program) -> tuple[str, ...]:
    """Return what a clinician requires and a program has nowhere: a short form may leave out what a full one holds."""
    present = _present(program)
    required = sorted(set(instance.profile.limits.require))
    return tuple(one for one in required if one in instance.unmet or one not in present)


def _gone(instance: Instance, program: Program) -> tuple[str, ...]:
    """Return the moves that were done lately, may still be done, and have no place any more."""
    now = running(instance)
    if now is None:
        return ()
    phase = next((one.name for one in instance.phases if one.has_strength), "")
    return tuple(sorted(now.moves - _present(program, phase)))


def _present(program: Program, phase: str | None = None) -> frozenset[str]:
    weeks = (week for week in program.weeks if phase in (None, week.phase))
    return frozenset(item.exercise for week in weeks for session in week.sessions for item in session.items)
