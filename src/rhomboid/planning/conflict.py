"""What collides in one phase when no program can be made: rules, and the profile fields they have to do with."""

from collections.abc import Iterable
from dataclasses import dataclass

from rhomboid.catalogue.exercise import Catalogue
from rhomboid.planning.instance import PhaseInput
from rhomboid.prescription.profile import Profile
from rhomboid.prescription.schedule_days import choose_strength_days

# The fields that decide which exercises a person has.
POOL = (
    "setting.equipment",
    "setting.can_get_to_floor",
    "setting.place",
    "preferences.avoid",
    "limits.ban",
)


@dataclass(frozen=True)
class Conflict:
    """names: rule ids, then profile fields that may have to do with it."""

    names: tuple[str, ...]

    @property
    def rules(self) -> tuple[str, ...]:
        """Return the rules alone: fields have a group before a dot."""
        return tuple(name for name in self.names if "." not in name)


def day_conflict(profile: Profile) -> Conflict | None:
    """Return what is wrong with the strength days (C1), or None where two or three of them fit."""
    if choose_strength_days(profile.schedule.strength_days):
        return None
    return Conflict(("C1", "schedule.strength_days"))


def walk_conflict(phase: PhaseInput, catalogue: Catalogue) -> Conflict:
    """Return what leaves nothing to walk with (C1): only a list that names such a thing can."""
    aerobic = {one.id for one in catalogue.exercises if "aerobic" in one.blocks}
    lists = {"preferences.avoid": phase.profile.avoid, "limits.ban": phase.profile.limits.ban}
    fields = [field for field, named in lists.items() if aerobic & named]
    return conflict_of(("B1", "C1"), fields)


def conflict_of(rules: Iterable[str], fields: Iterable[str]) -> Conflict:
    """Return a conflict of rules and fields, each named once."""
    return Conflict((*dict.fromkeys(rules), *dict.fromkeys(fields)))
