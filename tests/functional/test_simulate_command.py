"""`rhomboid simulate` as people use it."""

import json
import os
import subprocess
import sys

import pytest


@pytest.fixture(scope="module")
def simulate():
    def run(*arguments):
        command = [sys.executable, "-c", "from rhomboid.cli.main import run; run()", "simulate", *map(str, arguments)]
        return subprocess.run(command, capture_output=True, text=True, env={**os.environ}, check=False, timeout=400)

    return run


def test_arrays_print_one_json_document_and_write_a_plot(simulate, tmp_path):
    plot = tmp_path / "plot.svg"
    result = simulate("--people", 50, "--weeks", 4, "--method", "arrays", "--workers", 1, "--json", "--plot", plot)
    assert result.returncode == 0, result.stderr
    answer = json.loads(result.stdout)
    assert answer["violations"] == 0
    assert set(answer["policies"]) == {"rhomboid", "fixed", "regardless", "none"}
    assert plot.read_text(encoding="utf-8").startswith("<svg")


@pytest.mark.parametrize(
    ("option", "value"), [("--people", 0), ("--weeks", 16), ("--policy", "luck"), ("--workers", 0), ("--method", "x")]
)
def test_a_wrong_option_is_one_line_naming_it_and_what_is_allowed(simulate, option, value):
    result = simulate(option, value)
    assert result.returncode == 2
    assert result.stdout == ""
    assert result.stderr.count("\n") == 1
    assert option in result.stderr
    assert "allowed" in result.stderr


def test_other_verbs_never_load_compiled_code():
    code = (
        "import sys; import rhomboid.cli.today, rhomboid.cli.simulate, rhomboid.training.today; "
        "sys.exit(any(name in sys.modules for name in ('numba', 'numpy', 'rich')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
