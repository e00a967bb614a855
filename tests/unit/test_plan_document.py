"""A plan document: every key of the contract is always there, and what is no plan is refused in one line."""

import json
from functools import cache
from pathlib import Path

import pytest

from rhomboid.catalogue.load import load_catalogue
from rhomboid.lib.errors import UserError
from rhomboid.planning.plan import plan
from rhomboid.prescription.profile_toml import load_profile
from rhomboid.prescription.program_json import parse_plan, plan_to_json

REFUSED = Path(__file__).parents[2] / "examples" / "cancer-history.toml"


@cache
def refused():
    return plan(load_profile(REFUSED, load_catalogue()), load_catalogue())


def document(**changes) -> str:
    return json.dumps({**plan_to_json(refused()), **changes})


def test_it_has_every_figure_of_the_proof_even_where_nothing_is_proved():
    assert plan_to_json(refused())["proof"] == {"objective": None, "bound": None, "gap": None, "seconds": None}


def test_it_reads_back_what_it_wrote():
    assert parse_plan(document(), "plan.json") == refused()


PROOF = {"objective": 1, "bound": 2, "gap": 0.5, "seconds": 0.1}
WRONG = {
    "no number": document(proof={**PROOF, "gap": float("nan")}),
    "a figure without end": document(proof={**PROOF, "bound": float("inf")}),
    "a figure no computer holds": document(proof={**PROOF, "objective": 10**400}),
    "half a proof": document(proof={**PROOF, "gap": None}),
    "no list of conflicts": document(conflict=None),
    "a status that is none": document(status="perhaps"),
    "half a document": document()[:200],
    "lists without end": "[" * 100_000,
    "a number of thousands of digits": "9" * 5000,
    "a list": "[]",
}


@pytest.mark.parametrize("name", sorted(WRONG))
def test_it_refuses_what_is_no_plan_in_one_line_that_names_the_file(name):
    with pytest.raises(UserError) as caught:
        parse_plan(WRONG[name], "plan.json")
    assert str(caught.value).startswith("plan.json: ")
    assert "\n" not in str(caught.value)
