"""What is committed for people to read: links lead somewhere, commands and settings are told, no machine is named."""

import re
import subprocess
from pathlib import Path

import pytest

from rhomboid.cli.main import VERBS

ROOT = Path(__file__).parents[2]
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
# Namespaces of SVG and XML are names; loopback is where the app answers; example addresses lead nowhere.
HARMLESS = re.compile(
    r"http://www\.w3\.org/|http://(127\.0\.0\.1|localhost|\[::1\])|https?://(\w+\.)*example(\.\w+)?\b"
    r"|postgresql://|\b(https?|file)://(\s|$|[\"'`)*|])"
)
ADDRESS = re.compile(r"\b[a-z][a-z0-9+.-]*://|\bfile:[./]|--(extra-)?index-url|--find-links", re.IGNORECASE)
HERE = re.compile(r"(?<![\w.])/(work|root|tmp|home)/\w|\bshared/(design|clinical|contracts|mission|peers|hooks)")


def committed() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]


def texts() -> list[tuple[str, str]]:
    found = []
    for path in committed():
        try:
            found.append((path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")))
        except UnicodeDecodeError:
            continue
    return found


TEXTS = texts()
MARKDOWN = [name for name, _ in TEXTS if name.endswith(".md")]


@pytest.mark.parametrize("name", MARKDOWN)
def test_every_link_leads_somewhere(name):
    broken = []
    for target in LINK.findall((ROOT / name).read_text(encoding="utf-8")):
        path = target.partition("#")[0]
        if path and "://" not in path and not (ROOT / name).parent.joinpath(path).exists():
            broken.append(target)
    assert broken == []


def test_the_readme_is_short():
    assert len((ROOT / "README.md").read_text(encoding="utf-8").splitlines()) < 80


def test_every_command_is_told():
    page = (ROOT / "docs" / "reference" / "commands.md").read_text(encoding="utf-8")
    for verb in VERBS:
        assert f"## rhomboid {verb}" in page
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    told = "".join((ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "DEVELOPERS.md"))
    targets = re.search(r"^\.PHONY: (.+)$", makefile, re.MULTILINE)
    assert targets is not None
    for target in set(targets[1].split()) - {"clean"}:
        assert f"make {target}" in told, target


def test_every_setting_of_the_environment_is_told():
    used = {
        name
        for path, text in TEXTS
        if path.startswith(("src/", "scripts/", "tests/", "benchmarks/")) and path.endswith((".py", ".sh"))
        for name in re.findall(r"\bRHOMBOID_[A-Z_]+", text)
    }
    page = (ROOT / "docs" / "reference" / "commands.md").read_text(encoding="utf-8")
    assert used
    assert {name for name in used if f"`{name}`" not in page} == set()


def test_nothing_names_a_host_or_loads_from_one():
    found = [
        f"{name}: {line.strip()[:160]}"
        for name, text in TEXTS
        if not name.startswith("tests/") and name != "LICENSE"
        for line in text.splitlines()
        if ADDRESS.search(line) and not HARMLESS.search(line)
    ]
    assert found == []


def test_no_lock_file_names_a_registry():
    for name in ("requirements.txt", "requirements-dev.txt"):
        text = (ROOT / name).read_text(encoding="utf-8")
        assert not re.search(r"://|file:|index-url|find-links", text), name


def test_nothing_names_a_path_of_one_machine():
    found = [
        f"{name}: {line.strip()[:160]}"
        for name, text in TEXTS
        if name != "tests/docs/test_pages.py"
        for line in text.splitlines()
        if HERE.search(line)
    ]
    assert found == []
