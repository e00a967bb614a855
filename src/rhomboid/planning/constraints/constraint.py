"""What a constraint is: a rule, the profile fields it can collide with, and how it enters a model."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

Model = TypeVar("Model")


@dataclass(frozen=True)
class Constraint(Generic[Model]):
    """`add` puts the rule into a model. name: which part of the rule; fields: what in a profile may collide with it."""

    name: str
    rule: str
    fields: tuple[str, ...]
    add: Callable[[Model], None]
