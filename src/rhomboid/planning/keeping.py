"""Solving anew for someone in the middle of a program: what works stays, and nothing comes for a week only (C7)."""

from collections.abc import Callable
from dataclasses import replace

from rhomboid.catalogue.rulebook import rule
from rhomboid.planning.conflict import Conflict
from rhomboid.planning.instance import Instance
from rhomboid.planning.phases import SolvedPhases
from rhomboid.planning.running import running
from rhomboid.planning.template import Template

Solve = Callable[[Instance, Template | None], SolvedPhases | Conflict]


def solve_keeping(instance: Instance, solve: Solve) -> SolvedPhases | Conflict:
    """Return the choice for every phase, near to what the person does now; without a past it is simply solved."""
    now = running(instance)
    found = _near(instance, now, solve)
    if isinstance(found, Conflict):
        return found
    passing = _passing(instance, found)
    for changed in (_staying(instance, passing), _not_coming(instance, passing)) if passing else ():
        again = _near(changed, now, solve)
        if not isinstance(again, Conflict) and not _passing(instance, again):
            return again
    return found


def _staying(instance: Instance, passing: frozenset[str]) -> Instance:
    """Return the task with moves to stay from the second phase on."""
    first, *later = instance.phases
    stays = (replace(phase, required=tuple(sorted({*phase.required, *passing}))) for phase in later)
    return replace(instance, phases=(first, *stays))


def _not_coming(instance: Instance, passing: frozenset[str]) -> Instance:
    """Return the task without moves in the rest of the first phase."""
    first, *later = instance.phases
    loaded = tuple(move for move in first.loaded if move.exercise.id not in passing)
    core = tuple(move for move in first.core if move.exercise.id not in passing)
    return replace(instance, phases=(replace(first, loaded=loaded, core=core), *later))


def _near(instance: Instance, now: Template | None, solve: Solve) -> SolvedPhases | Conflict:
    """Solve with what is done now as the phase before; fewer days or minutes or lost kit may not let all of it stay."""
    found = solve(instance, now)
    if isinstance(found, Conflict) and now is not None and now.is_running:
        found = solve(instance, replace(now, is_running=False))
    if isinstance(found, Conflict) and now is not None:
        found = solve(instance, None)
    return found


def _passing(instance: Instance, found: SolvedPhases) -> frozenset[str]:
    """Return what is new in the rest of a phase and would leave again within three weeks."""
    working = [phase for phase in instance.phases if phase.has_strength][:2]
    if instance.past is None or len(working) < 2:
        return frozenset()
    first, second = (phase.weeks[0].number for phase in working)
    # A move may first stand in the week after the phase begins anew.
    if second - first > rule("C7").numbers["stays_weeks"]:
        return frozenset()
    chosen = [_chosen(found.chosen.strength[phase.name]) for phase in working]
    return chosen[0] - chosen[1] - frozenset(instance.past.standings)


def _chosen(template: Template) -> frozenset[str]:
    return template.moves | frozenset(one for session in template.core for one in session)
