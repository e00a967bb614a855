"""What collides when no program can be made: rules, profile fields, and what would solve it."""

from collections.abc import Iterable
from dataclasses import dataclass

from rhomboid.catalogue.exercise import Catalogue
from rhomboid.lib.weekdays import WEEKDAYS
from rhomboid.planning.instance import PhaseInput
from rhomboid.prescription.profile import Profile
from rhomboid.prescription.schedule_days import choose_strength_days

DAY_NAMES = {
    "mon": "Monday",
    "tue": "Tuesday",
    "wed": "Wednesday",
    "thu": "Thursday",
    "fri": "Friday",
    "sat": "Saturday",
    "sun": "Sunday",
}
# The fields that decide which exercises a person has.
POOL = (
    "setting.equipment",
    "setting.can_get_to_floor",
    "setting.place",
    "preferences.avoid",
    "limits.ban",
)
SOLVED_BY = {
    "schedule.minutes": "Give the strength session a few minutes more.",
    "schedule.daily_minutes": "Give the daily session a few minutes more.",
    "setting.equipment": "Add kit you can get: a resistance band opens many moves.",
    "setting.can_get_to_floor": "If you can get to the floor and up again, say so: it opens many moves.",
    "setting.place": "Train at home or in a gym: an office leaves out all floor work.",
    "preferences.avoid": "Take something off the list of moves you want to avoid.",
    "limits.ban": "Ask your clinician whether something they ruled out may come back.",
    "limits.require": "Ask your clinician whether everything they asked for is needed at once.",
}


@dataclass(frozen=True)
class Conflict:
    """names: rule ids, then profile fields that collide; advice: plain sentences on what would solve it."""

    names: tuple[str, ...]
    advice: tuple[str, ...]


def day_conflict(profile: Profile) -> Conflict | None:
    """Return what is wrong with the strength days (C1), or None where two or three of them fit."""
    wanted = profile.schedule.strength_days
    if choose_strength_days(wanted):
        return None
    one_more = [day for day in WEEKDAYS if choose_strength_days((*wanted, day))]
    added = " or ".join(DAY_NAMES[day] for day in one_more) if one_more else "Monday and Thursday"
    sentence = f"Strength needs two days that are not next to each other (Sunday and Monday are). Add {added}."
    return Conflict(("C1", "schedule.strength_days"), (sentence,))


def walk_conflict(phase: PhaseInput, catalogue: Catalogue) -> Conflict:
    """Return what leaves nothing to walk with (C1): only a list that names such a thing can."""
    aerobic = {one.id for one in catalogue.exercises if "aerobic" in one.blocks}
    lists = {"preferences.avoid": phase.profile.avoid, "limits.ban": phase.profile.limits.ban}
    fields = [field for field, named in lists.items() if aerobic & named]
    return conflict_of(("B1", "C1"), fields, phase.profile)


def conflict_of(rules: Iterable[str], fields: Iterable[str], profile: Profile) -> Conflict:
    """Return a conflict of rules with those of the fields that leave something out for this person."""
    named = tuple(field for field in dict.fromkeys(fields) if _bites(field, profile))
    return Conflict((*dict.fromkeys(rules), *named), tuple(SOLVED_BY[field] for field in named))


def _bites(field: str, profile: Profile) -> bool:
    setting = profile.setting
    return {
        "setting.can_get_to_floor": not setting.can_get_to_floor,
        "setting.place": setting.place == "office",
        "preferences.avoid": bool(profile.avoid),
        "limits.ban": bool(profile.limits.ban),
        "limits.require": bool(profile.limits.require),
    }.get(field, True)
