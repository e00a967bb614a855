"""Part A and the document: who may have a program at all, and what the plan says of itself."""

from collections.abc import Iterator

from rhomboid.catalogue.exercise import Catalogue
from rhomboid.catalogue.rulebook import rules_version
from rhomboid.checking.violation import Violation
from rhomboid.lib.canonical import digest
from rhomboid.prescription.plan import Plan
from rhomboid.screening.triage import Triage
from rhomboid.screening.triage_json import triage_to_json


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
    if plan.versions.catalogue != catalogue.version:
        yield Violation("shape", "versions", f"is from the catalogue {plan.versions.catalogue}")
    if plan.versions.rules != rules_version():
        yield Violation("shape", "versions", f"is from the rules {plan.versions.rules}")
