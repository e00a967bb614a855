"""The one place that compiles: a typed door to Numba, whose own decorator has no types."""

from collections.abc import Callable
from typing import TypeVar, cast

from numba import njit

Function = TypeVar("Function", bound=Callable[..., object])


def compiled(function: Function) -> Function:
    """Return the function compiled to machine code, kept beside the module so that it is compiled once."""
    return cast("Function", njit(cache=True, nogil=True)(function))
