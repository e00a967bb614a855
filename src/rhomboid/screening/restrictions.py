"""Restrictions: which exercises they leave out, and what they ask of a dose."""

from collections.abc import Collection
from dataclasses import dataclass

from rhomboid.catalogue.exercise import Exercise
from rhomboid.screening.restriction_table import Restriction, load_restrictions
from rhomboid.screening.rules import load_rules
from rhomboid.screening.triage import Triage


@dataclass(frozen=True)
class Exclusion:
    """Why one exercise is left out: the restriction or screening rule, in plain words."""

    rule: str
    text: str


@dataclass(frozen=True)
class Bar:
    """Whom an exercise is left out for. id: of the restriction or rule; whom: the answers behind it, in plain words.

    at_first: only until a person's form in it is confirmed.
    """

    id: str
    text: str
    whom: tuple[str, ...]
    at_first: bool


@dataclass(frozen=True)
class DoseLimits:
    """What the restrictions in force ask of every dose.

    least_reserve: repetitions to leave in reserve, 0 when nothing is asked. longest_hold_s: None for no limit.
    breathing_cue: to be said on every item, empty for none. effort_by_feel: no pulse target anywhere.
    stop_list: signs to stop at that are shown beside the usual ones.
    """

    least_reserve: int
    longest_hold_s: int | None
    breathing_cue: str
    effort_by_feel: bool
    stop_list: tuple[str, ...]


def excluding(
    exercise: Exercise,
    triage: Triage,
    *,
    phase: str,
    form_confirmed: Collection[str],
    required: Collection[str],
) -> tuple[Exclusion, ...]:
    """Return what leaves an exercise out, in the order of the restrictions, then the rules; empty when nothing does.

    form_confirmed, required: exercise ids whose form is confirmed; that a clinician requires.
    """
    known = load_restrictions()
    reasons = []
    for name in triage.restrictions:
        restriction = known[name]
        passes = restriction.unless_required and exercise.id in required
        confirmed = phase != "familiarise" and exercise.id in form_confirmed
        if not passes and _leaves_out(restriction, exercise, form_confirmed=confirmed):
            reasons.append(Exclusion(name, restriction.text))
    rules = [Exclusion(hit.rule.id, hit.rule.title) for hit in triage.hits if hit.rule.id in exercise.contraindications]
    return (*reasons, *rules)


def bars_of(exercise: Exercise) -> tuple[Bar, ...]:
    """Return whose answers leave an exercise out, whatever else is true of them: restrictions first, then rules."""
    adding = load_rules().values()
    bars = []
    for restriction in load_restrictions().values():
        if _leaves_out(restriction, exercise, form_confirmed=False):
            whom = tuple(rule.title for rule in adding if restriction.id in rule.adds)
            at_first = not _leaves_out(restriction, exercise, form_confirmed=True)
            bars.append(Bar(restriction.id, restriction.text, whom, at_first=at_first))
    named = (load_rules()[one] for one in exercise.contraindications if one in load_rules())
    return (*bars, *(Bar(rule.id, rule.text, (rule.title,), at_first=False) for rule in named))


def dose_limits(triage: Triage) -> DoseLimits:
    """Return what the restrictions in force ask of every dose."""
    known = load_restrictions()
    in_force = [known[name] for name in triage.restrictions]
    holds = [one.longest_hold_s for one in in_force if one.longest_hold_s is not None]
    return DoseLimits(
        least_reserve=max((one.least_reserve for one in in_force), default=0),
        longest_hold_s=min(holds, default=None),
        breathing_cue=next((one.breathing_cue for one in in_force if one.breathing_cue), ""),
        effort_by_feel=any(one.effort_by_feel for one in in_force),
        stop_list=tuple(sign for one in in_force for sign in one.stop_list),
    )


def _leaves_out(restriction: Restriction, exercise: Exercise, *, form_confirmed: bool) -> bool:
    tags = frozenset(exercise.provocations)
    return (
        not tags.isdisjoint(restriction.provocations)
        or (bool(restriction.together) and restriction.together <= tags)
        or exercise.category in restriction.categories
        or exercise.tier in restriction.tiers
        or _needs(exercise, restriction.equipment)
        or restriction.id in exercise.contraindications
        or (not form_confirmed and not tags.isdisjoint(restriction.until_form_confirmed))
    )


def _needs(exercise: Exercise, equipment: frozenset[str]) -> bool:
    """Return whether the exercise cannot be done without one of `equipment`."""
    groups = [frozenset((one,)) for one in exercise.equipment] + [frozenset(group) for group in exercise.any_of]
    return any(group and group <= equipment for group in groups)
