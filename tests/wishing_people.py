"""People with wishes, and what is open or planned for them: for the requirements on the catalogue."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from rhomboid.catalogue.exercise import Exercise
from rhomboid.catalogue.load import load_catalogue
from rhomboid.planning.plan import plan
from rhomboid.prescription.eligibility import exclusions
from rhomboid.prescription.profile import Profile
from rhomboid.prescription.program import Item
from rhomboid.screening.facts import Answers
from rhomboid.screening.triage import screen
from tests.property.profiles import GYM

CATALOGUE = load_catalogue()


def answering(profile: Profile, **facts: Any) -> Profile:
    return replace(profile, answers=profile.answers.merged(Answers(tuple(facts.items()))))


def in_setting(profile: Profile, **changed: Any) -> Profile:
    return replace(profile, setting=replace(profile.setting, **changed))


def wanting(profile: Profile, wanted: tuple[str, ...], *, steady: bool) -> Profile:
    """Return someone who asks for moves, owns all kit and has their form in them confirmed."""
    skilled = replace(
        profile.experience, level="trained", form_confirmed=frozenset(wanted), stability_check_passed=steady
    )
    return replace(
        in_setting(profile, place="gym", equipment=frozenset(GYM), can_get_to_floor=True),
        experience=skilled, like=frozenset(wanted), avoid=frozenset(),
    )  # fmt: skip


def open_to(profile: Profile, phase: str, among: Iterable[str] = CATALOGUE.by_id) -> dict[str, Exercise]:
    """Return those of some exercises, or of all, that nothing leaves out in a phase."""
    triage = screen(profile.answers, profile.clearances, profile.schedule.start)
    pain = profile.answers.number("average_24h") or 0
    return {
        name: CATALOGUE[name]
        for name in among
        if triage.may_train and not exclusions(CATALOGUE[name], profile, triage, phase=phase, average_pain=pain)
    }


def planned(profile: Profile, weeks: int = 9) -> tuple[tuple[int, Item], ...]:
    """Return the items of a person's program with the number of their week."""
    made = plan(profile, CATALOGUE, weeks=weeks)
    assert made.program is not None, made.conflict
    return tuple(
        (week.number, item) for week in made.program.weeks for session in week.sessions for item in session.items
    )


def ids(items: tuple[tuple[int, Item], ...]) -> set[str]:
    return {item.exercise for _, item in items}
