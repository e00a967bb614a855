"""`rhomboid plan-many` as people use it: a folder of profiles, stopped and gone on with, on a pool and on Dask."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from tests.functional.ctrl_c import start_listening

EXAMPLES = Path(__file__).parents[2] / "examples"
PEOPLE = ("band-at-home", "cancer-history", "gym")
# Minimal plans need no solver, so they are quick; what is told apart here is not the planning.
QUICK = ("--mode", "minimal", "--weeks", 2)
PATIENCE_S = 100
MANY = 14


def command(*arguments):
    return [sys.executable, "-c", "from rhomboid.cli.main import run; run()", *map(str, arguments)]


def plan_many(*arguments):
    return subprocess.run(
        command("plan-many", *arguments), capture_output=True, text=True, check=False, timeout=PATIENCE_S
    )


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "people"
    made.mkdir()
    for name in PEOPLE:
        shutil.copy(EXAMPLES / f"{name}.toml", made)
    return made


@pytest.fixture
def many(tmp_path):
    """Return a folder with more people than are planned in a moment."""
    made = tmp_path / "many"
    made.mkdir()
    for number in range(MANY):
        shutil.copy(EXAMPLES / "flare.toml", made / f"person-{number}.toml")
    return made


def one_line(result, *words):
    assert (result.returncode, result.stdout, result.stderr.count("\n")) == (2, "", 1), result.stderr
    for word in words:
        assert str(word) in result.stderr


def test_each_profile_gets_the_plan_that_plan_would_print_and_a_bad_one_stops_no_other(folder):
    (folder / "bad.toml").write_text("[person]\nage = 'old'\n", encoding="utf-8")
    result = plan_many(folder, *QUICK, "--workers", 2, "--json")
    assert result.returncode == 1
    for name in PEOPLE:
        alone = subprocess.run(
            command("plan", folder / f"{name}.toml", *QUICK, "--json"), capture_output=True, check=False
        )
        assert (folder / f"{name}.plan.json").read_bytes() == alone.stdout
    assert "bad.toml: person.age" in (folder / "bad.error.txt").read_text(encoding="utf-8")
    assert not (folder / "bad.plan.json").exists()
    summary = json.loads(result.stdout)
    assert (summary["profiles"], summary["made"], summary["failed"]) == (4, 3, 1)
    assert summary["statuses"]["refused"] == 1
    assert [row["profile"] for row in summary["files"]] == ["bad.toml", *(f"{name}.toml" for name in PEOPLE)]


def test_what_is_there_is_kept_and_only_what_changed_is_made_anew(folder, tmp_path):
    out = tmp_path / "out"
    plan_many(folder, "--out", out, *QUICK, "--workers", 1)
    first = contents(out)
    again = json.loads(plan_many(folder, "--out", out, *QUICK, "--workers", 1, "--json").stdout)
    assert (again["made"], again["kept"]) == (0, 3)
    gym, band = folder / "gym.toml", out / "band-at-home.plan.json"
    gym.write_text(gym.read_text(encoding="utf-8") + "\n# Changed.\n", encoding="utf-8")
    band.write_bytes(band.read_bytes()[:100])
    changed = json.loads(plan_many(folder, "--out", out, *QUICK, "--workers", 1, "--json").stdout)
    assert (changed["made"], changed["kept"]) == (2, 1)
    now = contents(out)
    assert {name: now[name] for name in now if name.endswith(".plan.json")} == {
        name: first[name] for name in first if name.endswith(".plan.json")
    }
    other = json.loads(plan_many(folder, "--out", out, "--mode", "minimal", "--weeks", 3, "--json").stdout)
    assert other["kept"] == 0


def test_a_profile_that_turned_bad_leaves_no_old_plan_and_one_that_was_mended_no_error(folder):
    gym = folder / "gym.toml"
    good = gym.read_text(encoding="utf-8")
    plan_many(folder, *QUICK, "--workers", 1)
    gym.write_bytes(b"\xff\xfe")
    result = plan_many(folder, *QUICK, "--workers", 1)
    assert result.returncode == 1
    assert "! gym.toml: cannot be read: not UTF-8 text" in result.stdout
    assert not (folder / "gym.plan.json").exists()
    gym.write_text(good, encoding="utf-8")
    assert plan_many(folder, *QUICK, "--workers", 1).returncode == 0
    assert not (folder / "gym.error.txt").exists()


def test_one_process_a_pool_and_a_dask_cluster_of_two_workers_write_the_same_bytes(folder, tmp_path):
    (folder / "gym.toml").write_text("x", encoding="utf-8")
    found = {}
    for name, where in {"one": (1,), "two": (2,), "dask": (2, "--dask", "local")}.items():
        result = plan_many(folder, "--out", tmp_path / name, "--weeks", 1, "--workers", *where, "--json")
        assert result.returncode == 1, result.stderr
        found[name] = (result.stdout, contents(tmp_path / name))
    assert found["one"] == found["two"] == found["dask"]


def cut_off(asked, journal, *, kill):
    """Start a run and end it after its first new plan, in the way of `kill` or of Ctrl-C; return exit code and words.

    A kill meets one process; Ctrl-C in a terminal meets the whole group.
    """
    size = journal.stat().st_size if journal.exists() else 0
    run = start_listening(command(*asked))
    until = time.monotonic() + PATIENCE_S
    while not (journal.exists() and journal.stat().st_size > size) and time.monotonic() < until:
        time.sleep(0.01)
    family = psutil.Process(run.pid).children(recursive=True)
    run.kill() if kill else os.killpg(run.pid, signal.SIGINT)
    answer, told = run.communicate(timeout=PATIENCE_S)
    assert answer == ""
    assert psutil.wait_procs(family, timeout=PATIENCE_S)[1] == [], "processes were left behind"
    return run.returncode, told


def test_a_run_that_was_stopped_and_one_that_was_killed_go_on_where_they_stood(many, tmp_path):
    out, journal = tmp_path / "out", tmp_path / "out" / "plan-many.jsonl"
    asked = ("plan-many", many, "--out", out, "--weeks", 1, "--workers", 2)
    code, told = cut_off(asked, journal, kill=False)
    assert (code, told.count("\n")) == (130, 1), told
    assert "goes on from there" in told
    kept = journal.read_text(encoding="utf-8").count("\n")
    cut_off(asked, journal, kill=True)
    again = json.loads(subprocess.run(command(*asked, "--json"), capture_output=True, check=True).stdout)
    assert again["kept"] > kept > 0
    assert again["made"] == MANY - again["kept"]
    assert sorted(contents(out)) == sorted([*(f"person-{number}.plan.json" for number in range(MANY)), journal.name])
    assert len({content for name, content in contents(out).items() if name != journal.name}) == 1


def test_a_folder_without_profiles_or_no_folder_at_all_is_one_line(tmp_path):
    empty = tmp_path / "empty"
    empty.mkdir()
    one_line(plan_many(empty), empty, "*.toml")
    one_line(plan_many(tmp_path / "nowhere"), tmp_path / "nowhere", "not a folder")
    one_line(plan_many(EXAMPLES / "gym.toml"), "gym.toml", "not a folder")


@pytest.mark.parametrize(("option", "value"), [("--weeks", 0), ("--mode", "x"), ("--workers", 0), ("--seed", -1)])
def test_a_wrong_option_is_one_line(folder, option, value):
    one_line(plan_many(folder, option, value), option, value, "allowed")


def test_an_output_folder_that_cannot_be_is_one_line(folder):
    one_line(plan_many(folder, "--out", folder / "gym.toml", *QUICK), "gym.toml", "cannot be written")
