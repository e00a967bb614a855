"""Profiles from TOML. Every wrong thing is one line: file, field, value, what is allowed."""

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

import tomli

from rhomboid.catalogue.exercise import Catalogue
from rhomboid.catalogue.vocabulary import BANDS, EQUIPMENT, LEVELS
from rhomboid.lib.errors import UserError, bad_input
from rhomboid.lib.weekdays import WEEKDAYS
from rhomboid.prescription.prescribed import parse_prescribed
from rhomboid.prescription.profile import Experience, Goals, Limits, OwnKit, Profile, Schedule, Setting
from rhomboid.screening.clearance import Clearance, parse_clearance
from rhomboid.screening.facts import load_facts, parse_answers

PLACES = ("home", "office", "gym")
HIP_SHIFTS = ("none", "left", "right", "unsure")
AIMS = ("less_pain", "stronger", "looser", "back_to_sport", "sit_better")
MINUTES = (10, 90)
DAILY_MINUTES = (5, 30)
SITTING_HOURS = (0.0, 24.0)
KIT_KG = (0.5, 300.0)

KEYS: dict[str, frozenset[str]] = {
    "setting": frozenset({"place", "equipment", "can_get_to_floor"}),
    "schedule": frozenset({"start", "strength_days", "minutes", "daily_minutes"}),
    "goals": frozenset({"aims", "sport"}),
    "experience": frozenset({"level", "form_confirmed", "stability_check_passed", "hip_shift"}),
    "desk": frozenset({"sitting_hours_per_day"}),
    "preferences": frozenset({"like", "avoid"}),
    "kit": frozenset({"dumbbell_kg", "kettlebell_kg", "bands"}),
    "limits": frozenset({"ban", "require", "max_load_kg", "dose"}),
}


def load_profile(path: Path, catalogue: Catalogue) -> Profile:
    """Return the profile in a TOML file. Raises UserError naming the file, field, value and what is allowed."""
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise UserError(f"{path}: cannot be read: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise UserError(f"{path}: cannot be read: not UTF-8 text") from error
    return parse_profile(text, str(path), catalogue)


def parse_profile(text: str, where: str, catalogue: Catalogue) -> Profile:
    """Return the profile in TOML `text`; raises UserError like `load_profile`."""
    try:
        table = tomli.loads(text)
    except (ValueError, RecursionError) as error:  # a number of thousands of digits, tables without end
        raise UserError(f"{where}: not valid TOML: {error}") from error
    return profile_from_table(table, where, catalogue)


def profile_from_table(table: Mapping[str, Any], where: str, catalogue: Catalogue) -> Profile:
    """Return the profile in a table of the contract's shape; raises UserError like `load_profile`."""
    fact_groups = _fact_groups()
    _refuse_unknown_groups(table, where, fact_groups)
    read = _Reader(where, catalogue)
    facts: dict[str, Any] = {}
    for group, known in fact_groups.items():
        values = read.table(table, group)
        for fact, value in values.items():
            if fact not in known:
                raise bad_input(where, f"{group}.{fact}", value, f"the facts of [{group}]: {', '.join(sorted(known))}")
            facts[fact] = value
    profile = Profile(
        answers=parse_answers(where, facts),
        setting=_setting(read, table),
        schedule=_schedule(read, table),
        goals=_goals(read, table),
        experience=_experience(read, table),
        sitting_hours_per_day=read.number(read.group(table, "desk"), "desk.sitting_hours_per_day", SITTING_HOURS, 0.0),
        like=frozenset(read.exercises(read.group(table, "preferences"), "preferences.like")),
        avoid=frozenset(read.exercises(read.group(table, "preferences"), "preferences.avoid")),
        kit=_kit(read, table),
        clearances=_clearances(where, table),
        limits=_limits(read, table),
    )
    _refuse_kit_without_equipment(profile, where)
    return profile


def _fact_groups() -> dict[str, frozenset[str]]:
    groups: dict[str, set[str]] = {}
    for fact in load_facts():
        groups.setdefault(fact.group, set()).add(fact.id)
    return {group: frozenset(facts) for group, facts in groups.items()}


def _refuse_unknown_groups(table: Mapping[str, Any], where: str, fact_groups: Mapping[str, frozenset[str]]) -> None:
    allowed = [*fact_groups, *KEYS, "clearance"]
    for name, value in table.items():
        if name not in allowed:
            shown = value if not isinstance(value, Mapping | list) else "..."
            raise bad_input(where, name, shown, f"the groups {', '.join(allowed)}")


def _setting(read: "_Reader", table: Mapping[str, Any]) -> Setting:
    group = read.group(table, "setting")
    return Setting(
        place=read.one_of(group, "setting.place", PLACES),
        equipment=frozenset(read.several_of(group, "setting.equipment", EQUIPMENT)),
        can_get_to_floor=read.flag(group, "setting.can_get_to_floor", None),
    )


def _schedule(read: "_Reader", table: Mapping[str, Any]) -> Schedule:
    group = read.group(table, "schedule")
    days = read.several_of(group, "schedule.strength_days", WEEKDAYS)
    return Schedule(
        start=read.day(group, "schedule.start"),
        strength_days=tuple(sorted(days, key=WEEKDAYS.index)),
        minutes=read.whole(group, "schedule.minutes", MINUTES),
        daily_minutes=read.whole(group, "schedule.daily_minutes", DAILY_MINUTES),
    )


def _goals(read: "_Reader", table: Mapping[str, Any]) -> Goals:
    group = read.group(table, "goals")
    return Goals(
        aims=tuple(sorted(read.several_of(group, "goals.aims", AIMS, default=()))),
        sport=read.text(group, "goals.sport", ""),
    )


def _experience(read: "_Reader", table: Mapping[str, Any]) -> Experience:
    group = read.group(table, "experience")
    return Experience(
        level=read.one_of(group, "experience.level", LEVELS),
        form_confirmed=frozenset(read.exercises(group, "experience.form_confirmed")),
        stability_check_passed=read.flag(group, "experience.stability_check_passed", False),
        hip_shift=read.one_of({"hip_shift": "none", **group}, "experience.hip_shift", HIP_SHIFTS),
    )


def _kit(read: "_Reader", table: Mapping[str, Any]) -> OwnKit:
    group = read.group(table, "kit")
    bands = read.several_of(group, "kit.bands", BANDS) if "bands" in group else None
    return OwnKit(
        dumbbell_kg=read.weights(group, "kit.dumbbell_kg"),
        kettlebell_kg=read.weights(group, "kit.kettlebell_kg"),
        bands=None if bands is None else tuple(sorted(bands, key=BANDS.index)),
    )


def _refuse_kit_without_equipment(profile: Profile, where: str) -> None:
    owned = {
        "dumbbell": ("kit.dumbbell_kg", profile.kit.dumbbell_kg),
        "kettlebell": ("kit.kettlebell_kg", profile.kit.kettlebell_kg),
        "resistance_band": ("kit.bands", profile.kit.bands),
    }
    for equipment, (field, ladder) in owned.items():
        if ladder == () and equipment in profile.setting.equipment:
            raise bad_input(where, field, [], f"at least one, because setting.equipment lists {equipment}")


def _clearances(where: str, table: Mapping[str, Any]) -> tuple[Clearance, ...]:
    rows = table.get("clearance", [])
    if not isinstance(rows, list):
        raise bad_input(where, "clearance", "...", "[[clearance]] tables")
    return tuple(parse_clearance(where, f"clearance[{index + 1}]", row) for index, row in enumerate(rows))


def _limits(read: "_Reader", table: Mapping[str, Any]) -> Limits:
    group = read.group(table, "limits")
    caps = group.get("max_load_kg", {})
    if not isinstance(caps, Mapping):
        raise bad_input(read.where, "limits.max_load_kg", caps, "a table of exercise id = kg")
    checked: dict[str, float] = {}
    for exercise in sorted(caps):
        read.known_exercise("limits.max_load_kg", exercise)
        checked[exercise] = read.number(caps, f"limits.max_load_kg.{exercise}", (0.0, KIT_KG[1]), None)
    limits = Limits(
        ban=frozenset(read.exercises(group, "limits.ban")),
        require=tuple(sorted(read.exercises(group, "limits.require"))),
        max_load_kg=checked,
        dose=parse_prescribed(read.where, group.get("dose", []), read.catalogue),
    )
    both = sorted(limits.ban.intersection(limits.require))
    if both:
        raise bad_input(read.where, "limits.require", both[0], "an exercise that limits.ban does not name")
    return limits


class _Reader:
    """Typed access to the profile's tables; every refusal names file, field, value and what is allowed."""

    def __init__(self, where: str, catalogue: Catalogue) -> None:
        self.where = where
        self.catalogue = catalogue

    def table(self, table: Mapping[str, Any], name: str) -> Mapping[str, Any]:
        value = table.get(name, {})
        if not isinstance(value, Mapping):
            raise bad_input(self.where, name, value, f"a table [{name}]")
        return value

    def group(self, table: Mapping[str, Any], name: str) -> Mapping[str, Any]:
        group = self.table(table, name)
        for key, value in group.items():
            if key not in KEYS[name]:
                allowed = ", ".join(sorted(KEYS[name]))
                raise bad_input(self.where, f"{name}.{key}", value, f"the fields of [{name}]: {allowed}")
        return group

    def required(self, group: Mapping[str, Any], field: str, allowed: str) -> Any:
        key = field.rpartition(".")[2]
        if key not in group:
            raise UserError(f"{self.where}: {field}: is missing; allowed: {allowed}")
        return group[key]

    def one_of(self, group: Mapping[str, Any], field: str, allowed: tuple[str, ...]) -> str:
        value = self.required(group, field, ", ".join(allowed))
        if value not in allowed:
            raise bad_input(self.where, field, value, ", ".join(allowed))
        return str(value)

    def several_of(
        self, group: Mapping[str, Any], field: str, allowed: tuple[str, ...], default: tuple[str, ...] | None = None
    ) -> tuple[str, ...]:
        if default is not None and field.rpartition(".")[2] not in group:
            return default
        names = ", ".join(allowed)
        value = self.required(group, field, f"a list of {names}")
        if not isinstance(value, list):
            raise bad_input(self.where, field, value, f"a list of {names}")
        for name in value:
            if name not in allowed:
                raise bad_input(self.where, field, name, names)
        return tuple(sorted(set(value)))

    def exercises(self, group: Mapping[str, Any], field: str) -> tuple[str, ...]:
        value = group.get(field.rpartition(".")[2], [])
        if not isinstance(value, list):
            raise bad_input(self.where, field, value, "a list of exercise ids")
        for name in value:
            self.known_exercise(field, name)
        return tuple(sorted(set(value)))

    def known_exercise(self, field: str, name: object) -> None:
        if not isinstance(name, str) or name not in self.catalogue.by_id:
            raise bad_input(self.where, field, name, "exercise ids of `rhomboid catalogue`")

    def flag(self, group: Mapping[str, Any], field: str, default: bool | None) -> bool:
        key = field.rpartition(".")[2]
        value = group.get(key, default)
        if value is None:
            value = self.required(group, field, "true, false")
        if not isinstance(value, bool):
            raise bad_input(self.where, field, value, "true, false")
        return value

    def text(self, group: Mapping[str, Any], field: str, default: str) -> str:
        value = group.get(field.rpartition(".")[2], default)
        if not isinstance(value, str):
            raise bad_input(self.where, field, value, "text")
        return value

    def whole(self, group: Mapping[str, Any], field: str, limits: tuple[int, int]) -> int:
        allowed = f"a whole number from {limits[0]} to {limits[1]}"
        value = self.required(group, field, allowed)
        if type(value) is not int or not limits[0] <= value <= limits[1]:
            raise bad_input(self.where, field, value, allowed)
        return value

    def number(self, group: Mapping[str, Any], field: str, limits: tuple[float, float], default: float | None) -> float:
        value = group.get(field.rpartition(".")[2], default)
        if isinstance(value, bool) or not isinstance(value, int | float) or not limits[0] <= value <= limits[1]:
            raise bad_input(self.where, field, value, f"a number from {limits[0]:g} to {limits[1]:g}")
        return float(value)

    def weights(self, group: Mapping[str, Any], field: str) -> tuple[float, ...] | None:
        key = field.rpartition(".")[2]
        if key not in group:
            return None
        value = group[key]
        if not isinstance(value, list):
            raise bad_input(self.where, field, value, "a list of kg")
        return tuple(sorted({self.number({key: kg}, field, KIT_KG, None) for kg in value}))

    def day(self, group: Mapping[str, Any], field: str) -> date:
        allowed = "a date like 2026-11-23"
        value = self.required(group, field, allowed)
        if isinstance(value, datetime) or not isinstance(value, date):
            raise bad_input(self.where, field, value, allowed)
        return value
