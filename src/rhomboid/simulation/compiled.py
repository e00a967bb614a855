"""The one place that compiles: a typed door to Numba, and where it keeps what it compiled."""

import hashlib
import os
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar, cast

from numba import config, njit

Function = TypeVar("Function", bound=Callable[..., object])


def _stamp() -> str:
    """Return a name for the sources of this room as they stand.

    Numba sees only the file a function stands in; a change in a function that it calls would leave old code in use.
    """
    digest = hashlib.sha256()
    for path in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


_CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
setattr(config, "CACHE_DIR", str(_CACHE / "rhomboid" / "compiled" / _stamp()))  # noqa: B010 (its types name no such setting, its manual does)


def compiled(function: Function) -> Function:
    """Return the function compiled to machine code, kept so that it is compiled once."""
    return cast("Function", njit(cache=True, nogil=True)(function))
