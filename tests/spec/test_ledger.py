"""The ledger is whole: every contradiction has a decision, rules and tests that exist; no requirement claims too much."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from rhomboid.catalogue import ledger, reader
from rhomboid.catalogue.ledger import known_rules, load_contradictions, load_requirements
from rhomboid.lib.errors import UserError

ROOT = Path(__file__).parents[2]
CONTRADICTIONS = load_contradictions().values()
REQUIREMENTS = load_requirements().values()

GOOD_SIDES = 'sides = [{ says = "Do.", sources = ["seed-000"] }, { says = "Do not.", sources = ["seed-001"] }]'
GOOD = f'title = "T"\nwhy = "W"\n{GOOD_SIDES}\ndecision = "D"\nrules = ["B2"]\nheld_by = ["tests/spec"]\n'


@cache
def names_in(path: str) -> frozenset[str]:
    """Return what pytest can be asked for in a file, e.g. "test_a", "TestB", "TestB::test_c"; no helper beside it."""
    return frozenset(_names(ast.parse((ROOT / path).read_text(encoding="utf-8")).body, ""))


def _names(body: list[ast.stmt], inside: str) -> Iterator[str]:
    for node in body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name.startswith("test_"):
            yield inside + node.name
        elif isinstance(node, ast.ClassDef) and node.name.startswith("Test"):
            yield inside + node.name
            yield from _names(node.body, f"{inside}{node.name}::")


def exists(reference: str) -> bool:
    path, _, name = reference.partition("::")
    if not path.startswith("tests/") or not Path(path).name.startswith("test_") or not (ROOT / path).is_file():
        return False
    return not name or name in names_in(path)


def test_there_are_51_contradictions_and_80_requirements():
    assert len(CONTRADICTIONS) == 51
    assert len(REQUIREMENTS) == 80


def test_every_contradiction_names_tests_that_exist():
    wrong = {one.id: [ref for ref in one.held_by if not exists(ref)] for one in CONTRADICTIONS}
    assert {key: refs for key, refs in wrong.items() if refs} == {}


def test_every_contradiction_is_held_by_a_named_test_and_a_known_rule():
    for one in CONTRADICTIONS:
        assert all("::" in ref for ref in one.held_by), one.id
        assert set(one.rules) <= set(known_rules()), one.id


def test_every_requirement_names_proofs_that_exist():
    wrong = {one.id: [ref for ref in one.proof if not exists(ref)] for one in REQUIREMENTS}
    assert {key: refs for key, refs in wrong.items() if refs} == {}


def test_what_is_not_met_says_so_and_why():
    for one in REQUIREMENTS:
        assert bool(one.missing) == (one.status != "proved"), one.id
        assert bool(one.proof) == (one.status != "not_yet"), one.id


def test_a_reference_to_a_test_that_is_not_there_is_noticed():
    assert exists("tests/spec/test_ledger.py::test_there_are_51_contradictions_and_80_requirements")
    assert not exists("tests/spec/test_ledger.py::test_nobody_wrote")
    assert not exists("tests/spec/test_nowhere.py")
    assert not exists("tests/spec/test_ledger.py::names_in")
    assert exists("tests/spec/test_ledger_advice.py::TestRelief")
    assert not exists("tests/spec/test_ledger_advice.py::test_a_fresh_spasm_is_cooled_for_three_days")
    assert not exists("src/rhomboid/catalogue/ledger.py")


@pytest.fixture
def content(tmp_path, monkeypatch):
    """Return a function that puts one file of the ledger in the content folder's place."""

    def put(folder: str, text: str, other: str = "") -> None:
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.toml").write_text(text, encoding="utf-8")
        (tmp_path / folder / "b.toml").write_text(other, encoding="utf-8")
        for real in ("rules", "screening", "sources"):
            (tmp_path / real).symlink_to(reader.CONTENT / real)
        monkeypatch.setattr(reader, "CONTENT", tmp_path)
        reader.read_text.cache_clear()
        ledger.load_contradictions.cache_clear()
        ledger.load_requirements.cache_clear()

    yield put
    reader.read_text.cache_clear()
    ledger.load_contradictions.cache_clear()
    ledger.load_requirements.cache_clear()


@pytest.mark.parametrize(
    ("before", "after", "named"),
    [
        ('rules = ["B2"]', 'rules = ["Z9"]', "x-a.rules: 'Z9'"),
        ('sources = ["seed-000"]', 'sources = ["hearsay"]', "sources: 'hearsay'"),
        ('held_by = ["tests/spec"]', "held_by = []", "x-a.held_by: []"),
        ('decision = "D"\n', "", "x-a.decision: is missing"),
    ],
)
def test_a_wrong_contradiction_is_one_line_that_names_file_and_field(content, before, after, named):
    assert before in GOOD
    content("contradictions", "[x-a]\n" + GOOD.replace(before, after))
    with pytest.raises(UserError) as error:
        load_contradictions()
    assert str(error.value).startswith("content/contradictions/a.toml: ")
    assert named in str(error.value)
    assert "\n" not in str(error.value)


def test_an_id_that_stands_twice_is_refused(content):
    content("contradictions", "[x-a]\n" + GOOD, "[x-a]\n" + GOOD)
    with pytest.raises(UserError, match=r"b\.toml: id: 'x-a'"):
        load_contradictions()


@pytest.mark.parametrize(
    "text",
    [
        'status = "proved"\nproof = []',
        'status = "proved"\nproof = ["tests/a.py"]\nmissing = "much"',
        'status = "partly"\nproof = ["tests/a.py"]',
        'status = "not_yet"\nproof = []',
        'status = "not_yet"\nproof = ["tests/a.py"]\nmissing = "much"',
    ],
)
def test_a_requirement_that_claims_too_much_or_hides_a_gap_is_refused(content, text):
    content("requirements", f'[req-a]\narea = "plan"\ntext = "T"\n{text}\n')
    with pytest.raises(UserError, match=r"req-a\.status: "):
        load_requirements()
