"""Why there is no program, and the smallest changes with which there would be one."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from rhomboid.planning.conflict import Conflict
from rhomboid.planning.remedies import Remedy, smallest
from rhomboid.planning.task import Task
from rhomboid.planning.wish_fields import listed
from rhomboid.planning.wishes import colliding, is_solved_without, loosened, wishes_of
from rhomboid.prescription.plan import Wish
from rhomboid.prescription.profile import Profile

# Each change clears one group of wishes that collide; more groups than this are told as they are.
GROUPS = 4
CLINICIANS = "limits."


@dataclass(frozen=True)
class WhyNot:
    """names: rule ids, then profile fields that collide; wishes: those fields in full; advice: plain sentences."""

    names: tuple[str, ...]
    wishes: tuple[Wish, ...]
    advice: tuple[str, ...]


def why_not(profile: Profile, conflict: Conflict, task: Task) -> WhyNot:
    """Return the wishes that collide, proved to be as few as can be, and what was tried and works."""
    profile = _asked_for_what_can_be(profile, task)
    wishes = colliding(profile, task.catalogue, task.solves)
    if not wishes:
        return _by_rules_alone(profile, conflict, task)
    names = (*_rules(profile, wishes, conflict, task), *(wish.field for wish in wishes))
    told = f"These do not go together: {listed([wish.text for wish in wishes])}."
    if len(wishes) == 1:
        told = f"No program fits this: {wishes[0].text}."
    return WhyNot(names, wishes, (told, *_solutions(profile, wishes, task)))


def _asked_for_what_can_be(profile: Profile, task: Task) -> Profile:
    """Return the person without what is required but cannot be: it is told apart, and must not come in with new kit."""
    unmet = task.instance(profile).unmet
    required = tuple(one for one in profile.limits.require if one not in unmet)
    return replace(profile, limits=replace(profile.limits, require=required))


def _rules(profile: Profile, wishes: tuple[Wish, ...], conflict: Conflict, task: Task) -> tuple[str, ...]:
    """Return the rules that the wishes collide with, all other wishes let go."""
    others = _others(profile, wishes, task)
    alone = next(loosened(profile, others))
    found = task.solve(alone)
    rules = found.rules if isinstance(found, Conflict) else conflict.rules
    free = task.without_restrictions()
    is_restricted = bool(task.triage.restrictions) and is_solved_without(profile, others, free.solves)
    return (*dict.fromkeys((*(("A7",) if is_restricted else ()), *rules)),)


def _others(profile: Profile, wishes: tuple[Wish, ...], task: Task) -> list[str]:
    kept = {wish.field for wish in wishes}
    return [wish.field for wish in wishes_of(profile, task.catalogue) if wish.field not in kept]


def _by_rules_alone(profile: Profile, conflict: Conflict, task: Task) -> WhyNot:
    every = [wish.field for wish in wishes_of(profile, task.catalogue)]
    if task.triage.restrictions and is_solved_without(profile, every, task.without_restrictions().solves):
        told = "The limits that your safety answers set leave too little for a program. A clinician can help you."
        return WhyNot((*dict.fromkeys(("A7", *conflict.rules)),), (), (told,))
    told = "The rules leave no program, whatever you change here. A clinician can help you."
    return WhyNot(conflict.rules, (), (told,))


def _solutions(profile: Profile, wishes: tuple[Wish, ...], task: Task) -> Iterator[str]:
    """Yield the smallest change of each wish that solves it alone, and changes that do so together where none does.

    Where only a clinician could change something, what the person can change is told as well.
    """
    found = [(wish, smallest(profile, wish.field, task.catalogue, task.solves, task.proves)) for wish in wishes]
    working = [(wish, one) for wish, one in found if one]
    yield from (f"This works: {one.text}." for _, one in working)
    own = tuple(wish for wish in wishes if not wish.field.startswith(CLINICIANS))
    if not working:
        yield _together(profile, wishes, task) or "Several wishes collide at once. Change one of them and look again."
    elif own and not any(wish in own for wish, _ in working):
        together = _together(profile, own, task)
        yield from (together,) if together else ()


def _together(profile: Profile, wishes: tuple[Wish, ...], task: Task) -> str:
    """Return changes for one group after the other of wishes that collide, in one line; empty where none is found."""
    texts: list[str] = []
    while wishes and len(texts) < GROUPS:
        change = _first_change(profile, wishes, task)
        if change is None:
            break
        texts.append(change.text)
        profile = change.profile
        if task.proves(profile):
            return f"These work together: {listed(texts)}."
        wishes = colliding(profile, task.catalogue, task.solves)
    return ""


def _first_change(profile: Profile, wishes: tuple[Wish, ...], task: Task) -> Remedy | None:
    """Return the smallest change that lets one group of wishes go together, whatever else is in the way.

    A person's own wishes come before a clinician's.
    """
    others = _others(profile, wishes, task)

    def lets_go(changed: Profile) -> bool:
        return is_solved_without(changed, others, task.solves)

    found = (smallest(profile, wish.field, task.catalogue, lets_go) for wish in reversed(wishes))
    return next((one for one in found if one), None)
