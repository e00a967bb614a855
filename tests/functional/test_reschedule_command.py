"""`rhomboid reschedule` as people use it: the moves go into the log, and `today` follows them."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

BAND = Path(__file__).parents[2] / "examples" / "band-at-home.toml"


def rhomboid(*arguments):
    command = [sys.executable, "-c", "from rhomboid.cli.main import run; run()", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)


@pytest.fixture(scope="module")
def plan(tmp_path_factory):
    path = tmp_path_factory.mktemp("plan") / "plan.json"
    path.write_text(rhomboid("plan", BAND, "--weeks", 2, "--json").stdout, encoding="utf-8")
    return path


def test_it_moves_the_week_and_today_follows(plan, tmp_path):
    log = tmp_path / "log.jsonl"
    log.write_text('{"id": "half', encoding="utf-8")  # a line cut in half does not swallow the next
    asked = ("reschedule", BAND, "--plan", plan, "--log", log, "--date", "2026-11-23", "--days", "tue,thu,sat")
    answer = json.loads(rhomboid(*asked, "--add", "--json").stdout)
    assert [one["date"] for one in answer["sessions"]] == ["2026-11-24", "2026-11-26", "2026-11-28"]
    assert answer["left_out"] == []
    for day, kind in (("2026-11-23", "walk"), ("2026-11-24", "strength")):
        today = json.loads(rhomboid("today", BAND, "--plan", plan, "--log", log, "--date", day, "--json").stdout)
        assert (today["session"] or {"kind": "walk"})["kind"] == kind
    assert "moved from" not in rhomboid(*asked).stdout, "asked again, nothing moves"


@pytest.mark.parametrize(
    ("option", "value", "allowed"),
    [("--days", "someday", "mon, tue"), ("--date", "2027-11-23", "a day of the program"), ("--date", "soon", "date")],
)
def test_a_wrong_option_is_one_line(plan, option, value, allowed):
    asked = {"--days": "tue", "--date": "2026-11-23", option: value}
    result = rhomboid("reschedule", BAND, "--plan", plan, *(word for pair in asked.items() for word in pair))
    assert (result.returncode, result.stdout, result.stderr.count("\n")) == (2, "", 1)
    assert option in result.stderr
    assert allowed in result.stderr
