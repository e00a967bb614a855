"""What a professional lifted, and what that may lift."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Clearance:
    """`scope` holds rule ids; only `role`s that a rule names may lift it."""

    by: str
    role: str
    date: date
    scope: tuple[str, ...]
