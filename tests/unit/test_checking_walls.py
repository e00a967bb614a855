"""The checker shares no reading with the planner: what it may not import it does not."""

import ast
from importlib.resources import files

import pytest

SHARED = ("eligibility", "course", "kit", "timing", "dose_table", "schedule_days")
BARRED = ("rhomboid.planning", "ortools", *(f"rhomboid.prescription.{name}" for name in SHARED))
CHECKING = files("rhomboid") / "checking"
MODULES = sorted(entry.name for entry in CHECKING.iterdir() if entry.name.endswith(".py"))


def imported(name):
    for node in ast.walk(ast.parse((CHECKING / name).read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


@pytest.mark.parametrize("name", MODULES)
def test_it_imports_nothing_that_the_planner_decides_with(name):
    assert [module for module in imported(name) if module.startswith(BARRED)] == []


def test_every_check_is_in_the_table():
    from rhomboid.checking.check import CHECKS

    named = {check.__name__ for check in CHECKS}
    written = set()
    for name in MODULES:
        tree = ast.parse((CHECKING / name).read_text(encoding="utf-8"))
        written |= {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
    assert {name for name in written if name.startswith("check_")} - {"check_document"} == named
