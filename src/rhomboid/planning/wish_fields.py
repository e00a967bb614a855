"""The fields of a profile that narrow a program, each with what it would be without that wish."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from typing import Any

from rhomboid.catalogue.exercise import Catalogue
from rhomboid.catalogue.vocabulary import EQUIPMENT
from rhomboid.lib.weekdays import WEEKDAYS
from rhomboid.planning.worth import points
from rhomboid.prescription.profile import Profile

LONGEST_LIST = 4
DAY_NAMES = {
    "mon": "Monday",
    "tue": "Tuesday",
    "wed": "Wednesday",
    "thu": "Thursday",
    "fri": "Friday",
    "sat": "Saturday",
    "sun": "Sunday",
}


@dataclass(frozen=True)
class WishField:
    """One field of a profile that may narrow a program.

    value: what the person wishes, None where it narrows nothing. loosest: the profile with that wish let go; more than
    one where more is not simply looser. words: the wish in a few plain words.
    """

    value: Callable[[Profile], Any]
    loosest: Callable[[Profile], tuple[Profile, ...]]
    words: Callable[[Any, Catalogue], str]


def listed(names: Collection[str]) -> str:
    """Return a list as people write it."""
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last


def _exercises(lead: str) -> Callable[[Any, Catalogue], str]:
    def words(value: Any, catalogue: Catalogue) -> str:
        if len(value) > LONGEST_LIST:
            return f"{lead} {len(value)} moves"
        return f"{lead} {listed([catalogue[one].name if one in catalogue.by_id else one for one in value])}"

    return words


def _with_setting(profile: Profile, **changed: Any) -> tuple[Profile, ...]:
    return (replace(profile, setting=replace(profile.setting, **changed)),)


def _with_kit(profile: Profile, **changed: Any) -> tuple[Profile, ...]:
    return (replace(profile, kit=replace(profile.kit, **changed)),)


def _with_limits(profile: Profile, **changed: Any) -> tuple[Profile, ...]:
    return (replace(profile, limits=replace(profile.limits, **changed)),)


def _with_minutes(profile: Profile, field: str) -> tuple[Profile, ...]:
    """Return the profile with more minutes: the most there are, and a middling session, which asks less around it."""
    now = getattr(profile.schedule, field)
    return tuple(
        replace(profile, schedule=replace(profile.schedule, **{field: minutes}))
        for minutes in points("remedies")["loosest"][field]
        if minutes > now
    )


def _fewer_minutes_than_most(field: str) -> Callable[[Profile], int | None]:
    def value(profile: Profile) -> int | None:
        now: int = getattr(profile.schedule, field)
        return now if now < max(points("remedies")["loosest"][field]) else None

    return value


def _missing_kit(profile: Profile) -> tuple[str, ...] | None:
    owned = tuple(sorted(profile.setting.equipment))
    return None if len(owned) == len(EQUIPMENT) else owned


def _kit_words(value: Any, _catalogue: Catalogue) -> str:
    if not value:
        return "no kit"
    return f"no other kit than {listed([one.replace('_', ' ') for one in value])}"


def _days_words(value: Any, _catalogue: Catalogue) -> str:
    if not value:
        return "no strength days"
    return f"{listed([DAY_NAMES[one] for one in value])} as the only strength days"


def _kg_words(name: str) -> Callable[[Any, Catalogue], str]:
    return lambda value, _catalogue: f"{name} of {listed([f'{kg:g}' for kg in value]) if value else 'no'} kg alone"


# In the order in which they are let go for good where the others collide without them: a clinician's and what cannot
# be changed at will first, so that what is named at last is what a person can change.
FIELDS: dict[str, WishField] = {
    "limits.max_load_kg": WishField(
        lambda one: tuple(sorted(one.limits.max_load_kg)) or None,
        lambda one: _with_limits(one, max_load_kg={}),
        _exercises("a clinician's cap on the weight of"),
    ),
    "limits.ban": WishField(
        lambda one: tuple(sorted(one.limits.ban)) or None,
        lambda one: _with_limits(one, ban=frozenset()),
        _exercises("a clinician's ban on"),
    ),
    "setting.can_get_to_floor": WishField(
        lambda one: None if one.setting.can_get_to_floor else False,
        lambda one: _with_setting(one, can_get_to_floor=True),
        lambda _value, _catalogue: "nothing on the floor",
    ),
    "kit.bands": WishField(
        lambda one: one.kit.bands if "resistance_band" in one.setting.equipment else None,
        lambda one: _with_kit(one, bands=None),
        lambda value, _catalogue: f"no other band than {listed([name.replace('_', ' ') for name in value])}",
    ),
    "kit.dumbbell_kg": WishField(
        lambda one: one.kit.dumbbell_kg if "dumbbell" in one.setting.equipment else None,
        lambda one: _with_kit(one, dumbbell_kg=None),
        _kg_words("dumbbells"),
    ),
    "kit.kettlebell_kg": WishField(
        lambda one: one.kit.kettlebell_kg if "kettlebell" in one.setting.equipment else None,
        lambda one: _with_kit(one, kettlebell_kg=None),
        _kg_words("kettlebells"),
    ),
    "setting.equipment": WishField(
        _missing_kit, lambda one: _with_setting(one, equipment=frozenset(EQUIPMENT)), _kit_words
    ),
    "setting.place": WishField(
        lambda one: one.setting.place if one.setting.place == "office" else None,
        lambda one: _with_setting(one, place="home"),
        lambda _value, _catalogue: "training in an office",
    ),
    "limits.require": WishField(
        lambda one: tuple(sorted(one.limits.require)) or None,
        lambda one: _with_limits(one, require=()),
        _exercises("a clinician's wish for"),
    ),
    "preferences.avoid": WishField(
        lambda one: tuple(sorted(one.avoid)) or None,
        lambda one: (replace(one, avoid=frozenset()),),
        _exercises("leaving out"),
    ),
    "schedule.daily_minutes": WishField(
        _fewer_minutes_than_most("daily_minutes"),
        lambda one: _with_minutes(one, "daily_minutes"),
        lambda value, _catalogue: f"{value} minutes for a daily session",
    ),
    "schedule.minutes": WishField(
        _fewer_minutes_than_most("minutes"),
        lambda one: _with_minutes(one, "minutes"),
        lambda value, _catalogue: f"{value} minutes for a strength session",
    ),
    "schedule.strength_days": WishField(
        lambda one: None if len(one.schedule.strength_days) == len(WEEKDAYS) else one.schedule.strength_days,
        lambda one: (replace(one, schedule=replace(one.schedule, strength_days=WEEKDAYS)),),
        _days_words,
    ),
}
