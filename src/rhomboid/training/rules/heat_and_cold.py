"""E1. Warmth or cold by the state of the day: never a medicine, cold wrapped and for twenty minutes at most."""

from collections.abc import Iterator
from datetime import date

from rhomboid.catalogue.rulebook import rule

COLD_FOR_SPASM = "For a fresh spasm try cold: wrapped, {minutes} minutes at most."
WARMTH = "Stiff today? A warm shower or heat pack before you start may help."
COLD_AFTER = "Sore after it? Cold may help: wrapped, {minutes} minutes at most."


def is_stiff(stiffness: int | None) -> bool:
    """Return whether a morning's stiffness asks for warmth."""
    return bool((stiffness or 0) >= rule("E1").numbers["stiff_from"])


def choose_heat_or_cold(
    day: date, *, spasm_on: date | None, stiff_on: date | None, sore_on: date | None
) -> Iterator[str]:
    """Return what may soothe today, in words; nothing where nothing asks for it."""
    numbers = rule("E1").numbers
    if spasm_on is not None and (day - spasm_on).days < numbers["spasm_days"]:
        yield COLD_FOR_SPASM.format(minutes=numbers["cold_minutes"])
    if stiff_on == day:
        yield WARMTH
    if sore_on == day:
        yield COLD_AFTER.format(minutes=numbers["cold_minutes"])
