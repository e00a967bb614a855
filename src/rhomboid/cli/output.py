"""What every verb prints: one JSON document, or lines for people, on standard output."""

import sys
from typing import Any

from rhomboid.lib.canonical import to_json
from rhomboid.lib.errors import bad_input
from rhomboid.prescription.program import Session
from rhomboid.prescription.words import item_words

REFUSED = 3
INFEASIBLE = 4
VIOLATIONS = 1


def print_json(document: Any) -> None:
    """Print one JSON document and nothing else."""
    sys.stdout.write(to_json(document) + "\n")


def print_lines(*lines: str) -> None:
    """Print lines for people."""
    sys.stdout.write("\n".join(lines) + "\n")


def triage_lines(triage: dict[str, Any]) -> list[str]:
    """Return a triage for people: the level first, then each hit, what is missing, and the advice."""
    lines = [f"Level: {triage['level'].replace('_', ' ')}"]
    for hit in triage["hits"]:
        facts = ", ".join(f"{name} = {value}" for name, value in hit["facts"].items())
        lines.append(f"  {hit['level'].replace('_', ' ')}: {hit['text']}  [{hit['rule']}: {facts}; {hit['source']}]")
    if triage["missing"]:
        lines.append("Still to answer: " + ", ".join(triage["missing"]))
    if triage["restrictions"]:
        lines.append("Limits kept in any program: " + ", ".join(triage["restrictions"]))
    lines.extend(f"- {row['text']}" for row in triage["advice"])
    return lines


def session_lines(session: Session, names: dict[str, str]) -> list[str]:
    """Return a session for people: its blocks and doses."""
    lines = [f"{session.date:%A %d %B %Y}, {session.kind}, about {round(session.minutes)} minutes ({session.id})"]
    for block in session.blocks:
        lines.append(f"  {block.name.replace('_', ' ')}")
        lines.extend(f"    {names.get(item.exercise, item.exercise)}: {item_words(item)}" for item in block.items)
    return lines


def parse_day(text: str, field: str) -> str:
    """Return `text` when it is a date like 2026-11-23; raises UserError otherwise."""
    from datetime import date

    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise bad_input("command line", field, text, "a date like 2026-11-23") from error
