"""What a goal is: a name and how its points enter a model."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

Model = TypeVar("Model")


@dataclass(frozen=True)
class Goal(Generic[Model]):
    """`add` appends points to the model; the weights are in P1."""

    name: str
    add: Callable[[Model], None]
