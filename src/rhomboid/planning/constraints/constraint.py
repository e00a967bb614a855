"""What a constraint is: a rule, the profile fields it can collide with, and how it enters a model."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

Model = TypeVar("Model")

# The fields that decide which exercises a person has.
POOL = (
    "setting.equipment",
    "setting.can_get_to_floor",
    "setting.place",
    "preferences.avoid",
    "limits.ban",
)


@dataclass(frozen=True)
class Constraint(Generic[Model]):
    """`add` puts the rule into a model. name: which part of the rule; fields: what in a profile may collide with it."""

    name: str
    rule: str
    fields: tuple[str, ...]
    add: Callable[[Model], None]
