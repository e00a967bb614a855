"""`rhomboid simulate` as people use it."""

import json
import os
import signal
import subprocess
import sys
import time

import pytest

from tests.functional.ctrl_c import start_listening

PATIENCE_S = 100


def command(*arguments):
    return [sys.executable, "-c", "from rhomboid.cli.main import run; run()", "simulate", *map(str, arguments)]


@pytest.fixture(scope="module")
def simulate():
    def run(*arguments):
        return subprocess.run(command(*arguments), capture_output=True, text=True, check=False, timeout=400)

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


def test_one_process_and_two_answer_the_same_bytes(simulate, tmp_path):
    found = []
    for workers in (1, 2):
        plot = tmp_path / f"{workers}.svg"
        result = simulate("--people", 4, "--weeks", 2, "--workers", workers, "--json", "--plot", plot)
        assert result.returncode == 0, result.stderr
        found.append((result.stdout, plot.read_bytes()))
    assert found[0] == found[1]


def test_people_without_a_program_have_no_words_about_sets(simulate):
    result = simulate("--people", 3, "--weeks", 1, "--policy", "none", "--workers", 1)
    assert result.returncode == 0, result.stderr
    assert "no evidence" in result.stdout
    assert "None" not in result.stdout


@pytest.mark.parametrize("asked", [("--plot", "no-such-folder/plot.svg"), ("--method", "arrays", "--dask", "local")])
def test_what_cannot_be_done_is_told_before_the_work_begins(simulate, asked):
    result = simulate("--people", 1_000_000, *asked)
    assert result.returncode == 2
    assert (result.stdout, result.stderr.count("\n")) == ("", 1)
    assert asked[-2] in result.stderr


@pytest.mark.parametrize("workers", [1, 2])
def test_ctrl_c_ends_it_without_a_traceback(workers):
    """Whenever it comes; in a terminal it meets the whole group of processes."""
    run = start_listening(
        command("--people", 9_000_000, "--method", "arrays", "--policy", "rhomboid", "--workers", workers)
    )
    time.sleep(3)
    os.killpg(run.pid, signal.SIGINT)
    answer, told = run.communicate(timeout=PATIENCE_S)
    assert (run.returncode, answer, told.strip()) == (130, "", "")


def test_other_verbs_never_load_compiled_code():
    code = (
        "import sys; import rhomboid.cli.today, rhomboid.cli.simulate, rhomboid.training.today; "
        "sys.exit(any(name in sys.modules for name in ('numba', 'numpy', 'rich')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
