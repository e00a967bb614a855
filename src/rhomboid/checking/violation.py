"""One finding of the checker."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Violation:
    """A rule that a plan breaks. rule: its id; where: week, session, exercise; text: what is wrong, in plain words."""

    rule: str
    where: str
    text: str
