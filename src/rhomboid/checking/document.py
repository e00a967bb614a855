"""Part A and the document: who may have a program at all, and what the plan says of itself."""

from collections.abc import Iterator

from rhomboid.catalogue.exercise import Catalogue
from rhomboid.catalogue.rulebook import rules_version
from rhomboid.checking.violation import Violation
from rhomboid.lib.canonical import digest
from rhomboid.prescription.plan import Plan
from rhomboid.screening.triage import Triage
from rhomboid.screening.triage_json import triage_to_json

# A gap is written with four decimals.
GAP_ROUNDING = 0.0001


def check_document(catalogue: Catalogue, plan: Plan, triage: Triage) -> Iterator[Violation]:
    """A1, A3: the plan's triage is what the answers give today, and only someone who may train has a program."""
    if digest(plan.triage) != digest(triage_to_json(triage)):
        yield Violation("A1", "triage", "is not what the screen gives for these answers")
    if plan.program is not None and not triage.may_train:
        yield Violation("A1", "program", f"a program for someone whose screen says {triage.level}")
    if (plan.status == "refused") == triage.may_train:
        yield Violation("A1", "status", f"is {plan.status} with a screen that says {triage.level}")
    if (plan.program is not None) != (plan.status in ("optimal", "feasible")):
        yield Violation("shape", "status", f"is {plan.status}, with program: {plan.program is not None}")
    if plan.status == "infeasible" and not plan.conflict:
        yield Violation("shape", "conflict", "an infeasible plan names what collides")
    if plan.program is not None:
        yield from _check_proof(plan)
    if plan.versions.catalogue != catalogue.version:
        yield Violation("shape", "versions", f"is from the catalogue {plan.versions.catalogue}")
    if plan.versions.rules != rules_version():
        yield Violation("shape", "versions", f"is from the rules {plan.versions.rules}")


def _check_proof(plan: Plan) -> Iterator[Violation]:
    """The gap is what lies between objective and bound, as a share of the bound; an optimal program has none."""
    proof = plan.proof
    if proof is None:
        yield Violation("shape", "proof", "a program says what is proved of it")
        return
    gap = abs(proof.bound - proof.objective) / max(abs(proof.bound), 1.0)
    if abs(gap - proof.gap) > GAP_ROUNDING or (plan.status == "optimal") != (proof.gap == 0):
        yield Violation("shape", "proof", f"{plan.status} with a gap of {proof.gap}, worked out {gap:.4f}")
