"""Each rule of adapting has a module of its own and spec tests, and the rules page says which."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
RULES = ["C2", "C8", *[f"D{number}" for number in range(13)], "E1", "E4"]
PAGE, ADAPTING = (
    (ROOT / "docs" / "reference" / "rules.md").read_text(encoding="utf-8").split("## Where the rules of adapting")
)
PLANNING = PAGE.split("## Where the rules of planning")[1]


def row_of(rule):
    """Return the modules and the files of tests that the rules page names."""
    found = re.search(rf"^\| {rule} \| (.*) \| (.*) \|$", ADAPTING, re.MULTILINE)
    assert found, rule
    return [re.findall(r"`([^`]+)`", part) for part in found.groups()]


@pytest.mark.parametrize("rule", RULES)
def test_each_rule_has_a_module_and_spec_tests_that_exist(rule):
    modules, tests = row_of(rule)
    assert modules
    assert tests
    assert all((ROOT / "src" / "rhomboid" / one).is_file() for one in modules)
    assert all((ROOT / "tests" / "spec" / one).is_file() for one in tests)


@pytest.mark.parametrize("rule", [f"C{number}" for number in range(1, 9)])
def test_each_rule_of_the_shape_of_a_program_has_a_module_a_check_and_spec_tests_that_exist(rule):
    found = re.search(rf"^\| {rule} \| (.*) \| (.*) \| (.*) \|$", PLANNING, re.MULTILINE)
    assert found
    modules, checks, tests = (re.findall(r"`([^`]+)`", part) for part in found.groups())
    assert modules
    assert checks
    assert tests
    assert all((ROOT / "src" / "rhomboid" / one).is_file() for one in modules)
    assert all((ROOT / "tests" / "spec" / one).is_file() for one in tests)


def test_no_module_of_the_rules_holds_more_than_two():
    for path in (ROOT / "src" / "rhomboid" / "training" / "rules").glob("*.py"):
        head = re.match(r'"""((?:[A-E]\d+(?:, )?)+)\.', path.read_text(encoding="utf-8"))
        assert head is None or len(head.group(1).split(", ")) <= 2, path.name
