"""The generated pages are what content and code give now."""

import importlib.util
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / "scripts" / "make_reference.py"


def load_script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_reference", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


REFERENCE = load_script()


def test_the_reference_pages_are_fresh():
    stale = [
        name
        for name, make in REFERENCE.PAGES.items()
        if not (REFERENCE.REFERENCE / name).is_file()
        or (REFERENCE.REFERENCE / name).read_text(encoding="utf-8") != make()
    ]
    if stale:
        pytest.fail(f"docs/reference is stale: {', '.join(stale)}; run `make docs` and commit it", pytrace=False)


def test_there_is_no_page_that_nothing_writes():
    assert sorted(path.name for path in REFERENCE.REFERENCE.iterdir()) == sorted(REFERENCE.PAGES)


def test_the_same_content_gives_the_same_bytes_under_another_hash_seed():
    lines = ["import hashlib, importlib.util", f"spec = importlib.util.spec_from_file_location('m', {str(SCRIPT)!r})"]
    lines += ["m = importlib.util.module_from_spec(spec)", "spec.loader.exec_module(m)"]
    lines += ["print(hashlib.sha256(''.join(make() for make in m.PAGES.values()).encode()).hexdigest())"]
    told = [
        subprocess.run(
            [sys.executable, "-c", "\n".join(lines)],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(filter(None, sys.path))},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert told[0] == told[1]


def test_a_bar_in_a_text_does_not_break_its_table():
    assert REFERENCE.table(("A",), [("x | y\nz",)]) == "| A |\n|---|\n| x \\| y z |\n"


def test_every_exercise_rule_source_and_entry_is_on_its_page():
    catalogue, rules = REFERENCE.exercises(), REFERENCE.rules()
    assert all(f"| `{one.id}` |" in catalogue for one in REFERENCE.load_catalogue().exercises)
    assert all(f"### {one}:" in rules for one in REFERENCE.load_rulebook())
    assert all(f"| `{one}` |" in REFERENCE.screening() for one in REFERENCE.load_rules())
    assert all(f"| `{one}` |" in REFERENCE.sources() for one in REFERENCE.load_sources())
    assert all(f"`{one}`." in REFERENCE.contradictions() for one in REFERENCE.load_contradictions())
    assert all(f"| `{one}` |" in REFERENCE.requirements() for one in REFERENCE.load_requirements())
