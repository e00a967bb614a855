"""Days of the week by their three-letter names."""

from datetime import date

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def weekday(day: date) -> str:
    """Return "mon" to "sun"."""
    return WEEKDAYS[day.weekday()]


def are_neighbours(one: str, other: str) -> bool:
    """Return whether two weekdays follow each other; Sunday and Monday do."""
    gap = abs(WEEKDAYS.index(one) - WEEKDAYS.index(other))
    return gap in (1, 6)
