"""A plan: the triage, the program if there is one, and what is proved of it."""

from dataclasses import dataclass
from typing import Any, Literal

from rhomboid.prescription.program import Program, Proof, Versions

Status = Literal["optimal", "feasible", "refused", "infeasible"]


@dataclass(frozen=True)
class Plan:
    """What `rhomboid plan --json` answers; `triage` is the object of `screen --json`.

    conflict: rule ids and profile fields that collide when infeasible; advice: plain sentences on what would solve it.
    """

    status: Status
    triage: dict[str, Any]
    program: Program | None
    proof: Proof | None
    conflict: tuple[str, ...]
    advice: tuple[str, ...]
    seed: int
    versions: Versions
