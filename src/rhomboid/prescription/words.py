"""Doses, loads and days in plain words: the same on the web, in the terminal and on paper."""

from datetime import date

from rhomboid.catalogue.exercise import Exercise
from rhomboid.prescription.program import Item, Load

BLOCK_NAMES = {
    "warm_up": "Warm-up",
    "strength": "Strength",
    "core": "Core",
    "mobility": "Mobility",
    "stretch": "Stretch",
    "roll": "Rolling",
    "aerobic": "Walk",
    "cool_down": "Cool-down",
}
PHASE_NAMES = {
    "familiarise": "Get to know the moves",
    "build": "Build",
    "strengthen": "Strengthen",
    "maintain": "Keep it up",
}
KIND_NAMES = {"strength": "Strength", "daily": "Mobility", "walk": "Walk"}
IMPLEMENT_WORDS = {
    "dumbbell": "in each hand",
    "kettlebell": "kettlebell",
    "barbell": "bar",
    "cable_machine": "on the stack",
    "leg_press": "on the stack",
    "leg_extension": "on the stack",
    "leg_curl": "on the stack",
}


def day_words(day: date) -> str:
    """Return e.g. "Monday 23 November"."""
    return f"{day:%A} {day.day} {day:%B}"


def load_words(load: Load | None) -> str:
    """Return a load in words; empty for the body's own weight and where nothing resists."""
    if load is None or load.is_bodyweight:
        return ""
    return f"{load.kg:g} kg" if load.kg is not None else f"{load.band} band".replace("_", " ")


def amount_words(item: Item) -> str:
    """Return sets and repetitions or seconds, e.g. "2 × 8 a side" or, of one set, "8 times"."""
    if item.minutes is not None:
        return "1 minute" if item.minutes == 1 else f"{item.minutes:g} minutes"
    side = " a side" if item.per_side else ""
    if item.reps and item.hold_s:
        return f"{item.sets} × {item.reps[1]} holds of {item.hold_s} s{side}"
    if item.reps:
        return f"{item.sets} × {item.reps[1]}{side}" if item.sets > 1 else f"{item.reps[1]} times{side}"
    held = f"{item.hold_s} s" if (item.hold_s or 0) < 120 else f"{(item.hold_s or 0) / 60:g} min"
    return f"{held}{side}" if item.sets == 1 else f"{item.sets} × {held}{side}"


def item_words(item: Item) -> str:
    """Return a whole dose in one line, e.g. "2 × 8 a side, 6 kg, stop with 3 more in you"."""
    return ", ".join(part for part in (amount_words(item), load_words(item.load), reserve_words(item)) if part)


def reserve_words(item: Item) -> str:
    """Return what must be left, e.g. "stop with 3 more in you"; empty where none is asked."""
    return f"stop with {item.rir} more in you" if item.rir is not None else ""


def tempo_words(item: Item, exercise: Exercise) -> str:
    """Return the tempo with this exercise's own words, e.g. "2 up · 1 · 3 down"."""
    if item.tempo is None:
        return ""
    up, pause, down = item.tempo.split("-")
    out, back = move_words(exercise)
    return f"{up} {out} · {pause} · {down} {back}"


def move_words(exercise: Exercise) -> tuple[str, str]:
    """Return what the two ways of a movement are called: pull and back, push and back, up and down."""
    if exercise.is_pull or exercise.is_retraction:
        return ("pull", "back")
    return ("push", "back") if exercise.is_push else ("up", "down")
