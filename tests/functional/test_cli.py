"""The command as people and scripts use it: a real process, its output and its exit code."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
BAND = EXAMPLES / "band-at-home.toml"


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def rhomboid(home):
    def run(*arguments: object, hash_seed: str = "0") -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, "XDG_CACHE_HOME": str(home), "PYTHONHASHSEED": hash_seed}
        command = [sys.executable, "-c", "from rhomboid.cli.main import run; run()", *map(str, arguments)]
        return subprocess.run(command, capture_output=True, text=True, env=environment, check=False, timeout=60)

    return run


@pytest.fixture(scope="module")
def plan_file(rhomboid, tmp_path_factory):
    path = tmp_path_factory.mktemp("plan") / "plan.json"
    path.write_text(rhomboid("plan", BAND, "--json").stdout, encoding="utf-8")
    return path


def one_line(result, *words: str) -> None:
    assert result.returncode == 2, result.stderr
    assert result.stdout == ""
    assert result.stderr.count("\n") == 1, result.stderr
    assert "Traceback" not in result.stderr
    for word in words:
        assert word in result.stderr


@pytest.mark.parametrize(
    ("example", "level"),
    [
        ("band-at-home", "modify"),
        ("blood-thinners", "modify"),
        ("cancer-history", "same_day"),
        ("chest-pain", "emergency"),
    ],
)
def test_screen_prints_one_json_document_and_exits_0_whatever_the_level(rhomboid, example, level):
    result = rhomboid("screen", EXAMPLES / f"{example}.toml", "--json")
    assert result.returncode == 0
    assert json.loads(result.stdout)["level"] == level


def test_screen_in_words_names_the_level_the_rule_and_what_to_do(rhomboid):
    result = rhomboid("screen", EXAMPLES / "chest-pain.toml")
    assert "Level: emergency" in result.stdout
    assert "chest_pain" in result.stdout


def test_plan_exits_0_with_all_the_keys_of_the_contract(plan_file):
    plan = json.loads(plan_file.read_text(encoding="utf-8"))
    assert {"status", "triage", "program", "proof", "conflict", "seed", "versions"} <= set(plan)
    assert [week["number"] for week in plan["program"]["weeks"]] == list(range(1, 16))
    assert "No clinician" in plan["notice"]


def test_plan_exits_3_when_triage_refuses_and_has_no_program(rhomboid):
    result = rhomboid("plan", EXAMPLES / "cancer-history.toml", "--json")
    assert result.returncode == 3
    plan = json.loads(result.stdout)
    assert (plan["status"], plan["program"]) == ("refused", None)


def test_plan_writes_a_calendar_and_a_hand_out(rhomboid, tmp_path):
    calendar, paper = tmp_path / "weeks.ics", tmp_path / "weeks.pdf"
    result = rhomboid("plan", BAND, "--weeks", "4", "--json", "--ics", calendar, "--pdf", paper)
    assert json.loads(result.stdout)["program"]
    assert calendar.read_bytes().startswith(b"BEGIN:VCALENDAR")
    assert paper.read_bytes().startswith(b"%PDF")


def test_plan_writes_no_file_without_a_program_and_says_so(rhomboid, tmp_path):
    calendar = tmp_path / "weeks.ics"
    result = rhomboid("plan", EXAMPLES / "cancer-history.toml", "--ics", calendar)
    assert result.returncode == 3
    assert not calendar.exists()
    assert f"{calendar}: not written" in result.stderr


def test_plan_still_answers_when_a_file_cannot_be_written(rhomboid, tmp_path):
    nowhere = tmp_path / "no-folder" / "weeks.ics"
    result = rhomboid("plan", BAND, "--weeks", "4", "--json", "--ics", nowhere)
    assert result.returncode == 2
    assert json.loads(result.stdout)["program"]
    assert f"{nowhere}: cannot be written" in result.stderr


def test_plan_exits_4_when_wishes_collide_and_names_them(rhomboid, tmp_path):
    text = BAND.read_text(encoding="utf-8").replace('["mon", "wed", "fri"]', '["mon", "tue"]')
    path = tmp_path / "me.toml"
    path.write_text(text, encoding="utf-8")
    result = rhomboid("plan", path, "--json")
    assert result.returncode == 4
    plan = json.loads(result.stdout)
    assert plan["status"] == "infeasible"
    assert "C1" in plan["conflict"]
    assert "schedule.strength_days" in plan["conflict"]


def test_today_says_what_would_solve_it_where_no_program_fits_and_exits_0(rhomboid, tmp_path):
    """Colliding wishes are no refusal: 3 is for the screen alone."""
    text = BAND.read_text(encoding="utf-8").replace('["mon", "wed", "fri"]', '["mon", "tue"]')
    path = tmp_path / "me.toml"
    path.write_text(text, encoding="utf-8")
    result = rhomboid("today", path, "--date", "2026-11-23", "--json")
    answer = json.loads(result.stdout)
    assert (result.returncode, answer["session"]) == (0, None)
    assert any(line["text"].startswith("This works:") and line["source"] == "C1" for line in answer["advice"])


def test_plan_gives_the_same_bytes_under_two_hash_seeds(rhomboid, plan_file):
    again = rhomboid("plan", BAND, "--json", hash_seed="77")
    assert again.stdout == plan_file.read_text(encoding="utf-8")


def test_check_exits_0_on_the_planners_own_plan(rhomboid, plan_file):
    result = rhomboid("check", BAND, plan_file, "--json")
    assert (result.returncode, json.loads(result.stdout)["violations"]) == (0, [])


def test_check_exits_1_and_names_each_violation(rhomboid, plan_file, tmp_path):
    plan = json.loads(plan_file.read_text(encoding="utf-8"))
    strength = next(s for s in plan["program"]["weeks"][0]["sessions"] if s["kind"] == "strength")
    item = next(b for b in strength["blocks"] if b["name"] == "strength")["items"][0]
    item["sets"] = 9
    path = tmp_path / "plan.json"
    path.write_text(json.dumps(plan), encoding="utf-8")
    result = rhomboid("check", BAND, path)
    assert result.returncode == 1
    assert strength["id"] in result.stdout


def test_today_answers_the_first_session(rhomboid, plan_file):
    result = rhomboid("today", BAND, "--plan", plan_file, "--date", "2026-11-23", "--json")
    assert result.returncode == 0
    answer = json.loads(result.stdout)
    assert answer["session"]["kind"] == "strength"
    assert set(answer) >= {"date", "triage", "session", "also", "decisions", "advice"}


def test_today_without_a_plan_answers_the_same_as_with_it(rhomboid, plan_file):
    asked = ("today", BAND, "--date", "2026-11-25", "--json")
    assert rhomboid(*asked).stdout == rhomboid(*asked, "--plan", plan_file).stdout


def test_today_exits_3_when_triage_refuses(rhomboid):
    result = rhomboid("today", EXAMPLES / "chest-pain.toml", "--date", "2026-11-23", "--json")
    assert result.returncode == 3
    assert json.loads(result.stdout)["session"] is None


def test_today_reports_a_log_line_cut_in_half_and_goes_on(rhomboid, plan_file, tmp_path):
    log = tmp_path / "log.jsonl"
    log.write_text('{"id": "7d5c', encoding="utf-8")
    result = rhomboid("today", BAND, "--plan", plan_file, "--log", log, "--date", "2026-11-23", "--json")
    assert result.returncode == 0
    assert json.loads(result.stdout)["session"] is not None
    assert "line 1" in result.stderr


def test_why_explains_what_is_in_and_what_is_out(rhomboid, plan_file):
    inside = json.loads(plan_file.read_text(encoding="utf-8"))["program"]["weeks"][0]["sessions"][0]
    exercise = inside["blocks"][0]["items"][0]["exercise"]
    assert rhomboid("why", BAND, exercise, "--plan", plan_file).stdout
    out = rhomboid("why", BAND, "olympic-lifts", "--plan", plan_file)
    assert out.returncode == 0
    assert "B2" in out.stdout


def test_catalogue_lists_all_and_shows_one(rhomboid):
    everything = json.loads(rhomboid("catalogue", "--json").stdout)
    assert len(everything["exercises"]) >= 45
    one = json.loads(rhomboid("catalogue", "band-row", "--json").stdout)
    assert [each["id"] for each in one["exercises"]] == ["band-row"]


def test_figure_writes_an_svg(rhomboid, tmp_path):
    path = tmp_path / "row.svg"
    assert rhomboid("figure", "band-row", "--phase", 2, "--out", path).returncode == 0
    assert path.read_text(encoding="utf-8").startswith("<svg")


def test_figure_draws_the_body_and_skin_that_are_asked_for(rhomboid):
    pictures = [
        rhomboid("figure", "band-row", *options).stdout
        for options in ((), ("--body", "man"), ("--tone", 4), ("--mirrored",), ("--moving",))
    ]
    assert len(set(pictures)) == 5
    assert 'class="rf-tone-4"' in pictures[2]
    assert "<animate" in pictures[4]
    assert not any("<animate" in picture for picture in pictures[:4])


def test_a_plan_of_another_catalogue_version_is_one_line(rhomboid, plan_file, tmp_path):
    plan = json.loads(plan_file.read_text(encoding="utf-8"))
    plan["versions"]["catalogue"] = "older"
    path = tmp_path / "plan.json"
    path.write_text(json.dumps(plan), encoding="utf-8")
    for verb in (("check", BAND, path), ("today", BAND, "--plan", path, "--date", "2026-11-23")):
        one_line(rhomboid(*verb), str(path), "versions.catalogue", "older", "allowed")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("screen", "nobody.toml"), ("nobody.toml", "cannot be read")),
        (("plan", BAND, "--weeks", "0"), ("--weeks", "0", "1 to 52")),
        (("plan", BAND, "--weeks", "many"), ("weeks", "many")),
        (("today", BAND, "--date", "2026-02-30"), ("--date", "2026-02-30", "2026-11-23")),
        (("why", BAND, "no-such-move"), ("no-such-move", "allowed")),
        (("catalogue", "no-such-move"), ("no-such-move", "allowed")),
        (("figure", "band-row", "--phase", "9"), ("--phase", "9")),
        (("figure", "band-row", "--phase", "1", "--moving"), ("--phase", "--moving")),
        (("figure", "band-row", "--body", "child"), ("--body", "child", "woman", "man")),
        (("figure", "band-row", "--tone", "5"), ("--tone", "5", "1 to 4")),
        (("figure", "moon-walk"), ("moon-walk",)),
        (("serve", "--port", "0"), ("--port", "0")),
        (("frobnicate",), ("frobnicate",)),
        (("screen",), ("PROFILE",)),
    ],
)
def test_wrong_input_is_one_line_on_standard_error_and_exit_2(rhomboid, arguments, words):
    one_line(rhomboid(*arguments), *words)
