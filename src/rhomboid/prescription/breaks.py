"""Short breaks from sitting (C9): light doses of what stands in the person's own program, fit for a desk."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from rhomboid.catalogue.exercise import Catalogue, Exercise
from rhomboid.catalogue.rulebook import rule
from rhomboid.catalogue.vocabulary import FLOOR_POSITIONS
from rhomboid.prescription.profile import Profile
from rhomboid.prescription.program import Item, Program
from rhomboid.prescription.timing import item_seconds

EASING = ("warm_up", "mobility", "stretch", "cool_down")


@dataclass(frozen=True)
class Break:
    """One thing to do beside the desk. It is light and earns nothing; the pain rule of every item holds.

    reps, hold_s, minutes: as in an item of a program; seconds: how long it takes.
    """

    exercise: str
    reps: int | None
    hold_s: int | None
    minutes: float | None
    per_side: bool
    seconds: int


@dataclass(frozen=True)
class Breaks:
    """every_minutes: least and most between two breaks; choices: to be taken in turn; why: in plain words."""

    every_minutes: tuple[int, int]
    choices: tuple[Break, ...]
    why: str


def desk_breaks(profile: Profile, catalogue: Catalogue, program: Program, day: date) -> Breaks | None:
    """Return the breaks of a day, or None for who sits little or outside the program."""
    numbers = rule("C9").numbers
    week = program.week_on(day)
    if week is None or profile.sitting_hours_per_day <= numbers["sitting_hours_over"]:
        return None
    items = {
        item.exercise: item
        for session in week.sessions
        for block in session.blocks
        if block.name in EASING
        for item in block.items
        if item.exercise in catalogue.by_id
    }
    choices = tuple(_choices(items, catalogue))
    least, most = numbers["every_minutes"]
    return Breaks((least, most), choices, rule("C9").reason) if choices else None


def _choices(items: dict[str, Item], catalogue: Catalogue) -> Iterator[Break]:
    shortest, longest = rule("C9").numbers["seconds"]
    for one in sorted(items, key=lambda one: (catalogue[one].pattern, one)):
        exercise, item = catalogue[one], items[one]
        if not _suits_a_desk(exercise):
            continue
        light = _light(exercise, item)
        if shortest <= light.seconds <= longest:
            yield light


def _suits_a_desk(exercise: Exercise) -> bool:
    on_floor = exercise.floor or exercise.position in FLOOR_POSITIONS
    return exercise.tier == "entry" and not on_floor and not exercise.equipment and not exercise.any_of


def _light(exercise: Exercise, item: Item) -> Break:
    """Return one set of an item, at most as long as a break by the clock."""
    reps = item.reps[1] if item.reps else None
    longest_s = rule("C9").numbers["seconds"][1] - rule("C3").numbers["set_up_elsewhere_s"]
    minutes = None if item.minutes is None else min(item.minutes, longest_s / 60)
    seconds = item_seconds(exercise, "mobility", sets=1, reps=reps, hold_s=item.hold_s, minutes=minutes, rest_s=0)
    return Break(exercise.id, reps, item.hold_s, minutes, item.per_side, seconds)
