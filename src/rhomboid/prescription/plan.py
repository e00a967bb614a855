"""A plan: the triage, the program if there is one, and what is proved of it."""

from dataclasses import dataclass
from typing import Any, Literal

from rhomboid.prescription.past import Basis
from rhomboid.prescription.program import Program, Proof, Versions

Status = Literal["optimal", "feasible", "refused", "infeasible"]


# The forms a plan can take (C1, C2, C10).
MODES = ("full", "minimal", "split3", "split9", "daily", "maintain")


@dataclass(frozen=True)
class Wish:
    """One field of a profile that narrows a program. value: what stands there; text: the same in a few plain words."""

    field: str
    value: Any
    text: str


@dataclass(frozen=True)
class Plan:
    """What `rhomboid plan --json` answers; `triage` is the object of `screen --json`.

    conflict: rule ids and profile fields that collide when infeasible; advice: plain sentences on what would solve it.
    wishes: those fields with what stands there: no program fits them together, and one would without any of them.
    mode: one of MODES. basis: what a program made anew from a log stands on, None for one from the start.
    """

    status: Status
    triage: dict[str, Any]
    program: Program | None
    proof: Proof | None
    conflict: tuple[str, ...]
    advice: tuple[str, ...]
    seed: int
    versions: Versions
    wishes: tuple[Wish, ...] = ()
    mode: str = "full"
    basis: Basis | None = None
