"""What would solve a conflict: the smallest changes of what a person wishes, each tried before it is told."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from rhomboid.catalogue.exercise import Catalogue
from rhomboid.planning.worth import points
from rhomboid.prescription.profile import Profile

# The least kit that opens most moves.
KIT = (("resistance_band", "a resistance band"), ("dumbbell", "dumbbells"))


@dataclass(frozen=True)
class Remedy:
    """A profile with one wish changed, and the change in words."""

    profile: Profile
    text: str


def remedies(
    profile: Profile, fields: tuple[str, ...], catalogue: Catalogue, solves: Callable[[Profile], bool]
) -> tuple[str, ...]:
    """Return the changes that solve it, the smallest of each wish that collides; `solves` tries one."""
    offers: dict[str, Callable[[Profile], Iterator[Remedy]]] = {
        "schedule.minutes": _minutes,
        "schedule.daily_minutes": _daily_minutes,
        "setting.equipment": _kit,
        "preferences.avoid": lambda person: _one_back(person, catalogue),
    }
    found = []
    for field in fields:
        if field in offers:
            working = next((one for one in offers[field](profile) if solves(one.profile)), None)
            found += [working.text] if working else []
    return tuple(found)


def _minutes(profile: Profile) -> Iterator[Remedy]:
    now = profile.schedule.minutes
    for minutes in points("remedies")["minutes"]:
        if minutes > now:
            changed = replace(profile, schedule=replace(profile.schedule, minutes=minutes))
            yield Remedy(changed, f"This works: {minutes} minutes for a strength session instead of {now}.")


def _daily_minutes(profile: Profile) -> Iterator[Remedy]:
    now = profile.schedule.daily_minutes
    for minutes in points("remedies")["daily_minutes"]:
        if minutes > now:
            changed = replace(profile, schedule=replace(profile.schedule, daily_minutes=minutes))
            yield Remedy(changed, f"This works: {minutes} minutes for a daily session instead of {now}.")


def _kit(profile: Profile) -> Iterator[Remedy]:
    for one, name in KIT:
        if one not in profile.setting.equipment:
            owned = replace(profile.setting, equipment=profile.setting.equipment | {one})
            yield Remedy(replace(profile, setting=owned), f"This works: {name} besides what you have.")


def _one_back(profile: Profile, catalogue: Catalogue) -> Iterator[Remedy]:
    """Yield taking one exercise off the list to avoid; pulls first, because they are missed most."""
    avoided = sorted(profile.avoid & catalogue.by_id.keys(), key=lambda one: (not catalogue[one].is_pull, one))
    for one in avoided[: points("remedies")["avoided"]]:
        changed = replace(profile, avoid=profile.avoid - {one})
        yield Remedy(changed, f"This works: {catalogue[one].name} taken off the moves to avoid.")
