"""The figures of C4: targets, sets and reserve of each phase, by the kind of dose an exercise has."""

from functools import cache
from typing import Any

from rhomboid.catalogue.rulebook import rule

LOADED_KINDS = ("reps", "scapular_hold")
CORE_KINDS = ("core_reps", "core_hold")
CLIMBING_KINDS = LOADED_KINDS + CORE_KINDS
PHASES = ("familiarise", "build", "strengthen", "maintain")


@cache
def targets(kind: str, phase: str) -> tuple[int, ...]:
    """Return the targets of repetitions in a phase, lowest first; empty for a plain hold."""
    numbers = _numbers()
    if kind == "reps":
        return tuple(numbers["targets"][phase])
    return tuple(numbers[kind]["targets"]) if kind in ("scapular_hold", "core_reps") else ()


@cache
def most_sets(kind: str, phase: str) -> int:
    """Return the most sets the phase allows; a plan may give fewer."""
    numbers = _numbers()
    return int(numbers["most_sets"][phase] if kind in LOADED_KINDS else numbers[kind]["most_sets"])


@cache
def entry_sets(kind: str) -> int:
    """Return the sets of a first outing."""
    numbers = _numbers()
    return int(numbers["entry_sets"] if kind == "reps" else numbers[kind]["sets"])


@cache
def entry_reps(kind: str, phase: str) -> int | None:
    """Return the repetitions of a first outing in a phase: its lowest target, five in the first phase."""
    listed = targets(kind, phase)
    return listed[0] if listed else None


def entry_hold(kind: str) -> int | None:
    """Return the seconds held in a first outing, or None where nothing is held."""
    numbers = _numbers()
    if kind == "core_hold":
        return int(numbers["core_hold"]["shortest_s"])
    return int(numbers["scapular_hold"]["hold_s"]) if kind == "scapular_hold" else None


def longest_hold(kind: str) -> int | None:
    """Return the seconds a hold may grow to, or None where nothing is held."""
    return int(_numbers()["core_hold"]["longest_s"]) if kind == "core_hold" else entry_hold(kind)


def shortest_hold(kind: str) -> int:
    """Return the seconds a hold never goes below: one step for holds of the shoulder blades."""
    numbers = _numbers()
    return int(numbers["core_hold"]["shortest_s" if kind == "core_hold" else "step_s"])


@cache
def reserve(kind: str, phase: str, least: int = 0) -> int | None:
    """Return what must be left in reserve in a phase; None for trunk moves, where none is asked."""
    return max(int(_numbers()["reserve"][phase]), least) if kind in LOADED_KINDS else None


@cache
def entry_reserve(kind: str, least: int = 0) -> int | None:
    """Return what a move keeps in reserve in its first outings."""
    return max(int(_numbers()["entry_reserve"]), least) if kind in LOADED_KINDS else None


def entry_outings() -> int:
    """Return for how many outings a new move keeps the entry reserve."""
    return int(_numbers()["entry_outings"])


@cache
def _numbers() -> dict[str, Any]:
    return dict(rule("C4").numbers)
