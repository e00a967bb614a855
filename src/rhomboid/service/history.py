"""The history of single moves: the first load, and each change with its day, rule and reason."""

from dataclasses import dataclass, replace
from datetime import date

from rhomboid.catalogue.load import load_catalogue
from rhomboid.service.log import log_of
from rhomboid.service.models import Person
from rhomboid.service.programs import plans_of, profile_of, profiles_of
from rhomboid.service.sessions import program_in
from rhomboid.training.corrections import read_as_of
from rhomboid.training.event_types import SetDone
from rhomboid.training.story import Step, Story, tell_story


@dataclass(frozen=True)
class Outing:
    """One day on which a move was done: its sets in the order they were done."""

    day: date
    sets: tuple[SetDone, ...]


@dataclass(frozen=True)
class MoveHistory:
    """outings: each day the move was done, oldest first; the first one is the baseline. story: how its dose came to be.

    story is None where the program does not hold the move and never did.
    """

    exercise: str
    outings: tuple[Outing, ...]
    story: Story | None


def moves_done(person: Person, day: date) -> tuple[MoveHistory, ...]:
    """Return every move done up to `day` with its outings, in the order of their first day, without the stories."""
    found: dict[str, dict[date, list[SetDone]]] = {}
    for event in read_as_of(log_of(person), day).events:
        if isinstance(event, SetDone) and event.exercise in load_catalogue().by_id:
            found.setdefault(event.exercise, {}).setdefault(event.day, []).append(event)
    return tuple(
        MoveHistory(name, tuple(Outing(one, tuple(sets)) for one, sets in days.items()), None)
        for name, days in found.items()
    )


def history_of(person: Person, exercise: str, day: date) -> MoveHistory:
    """Return the history of one move up to `day`, with each change of its dose and why."""
    done = next((one for one in moves_done(person, day) if one.exercise == exercise), None)
    return MoveHistory(exercise, done.outings if done else (), _story_of(person, exercise, day))


def _story_of(person: Person, exercise: str, day: date) -> Story:
    """Return how the dose came to be, each step told by the program that held on its day."""
    profile, log, catalogue = profile_of(person), log_of(person), load_catalogue()
    plans = [plan for plan in plans_of(person) if plan.program is not None]
    begins = [program_in(plan).made_on or date.min for plan in plans]
    now = tell_story(profile, catalogue, program_in(plans[-1] if plans else None), log, exercise, day)
    steps: list[Step] = []
    for plan, made_from, first, end in zip(plans, profiles_of(person), begins, begins[1:], strict=False):
        told = tell_story(made_from or profile, catalogue, program_in(plan), log, exercise, min(end, day))
        steps += [step for step in told.steps if first <= step.day < end]
    return replace(now, steps=(*steps, *(step for step in now.steps if step.day >= begins[-1])))
