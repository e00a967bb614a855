"""How fast the day is worked out: the command from a cold start, three weeks of log, ten thousand events.

Run: .venv/bin/python benchmarks/today_speed.py. Exit 1 when a limit is missed.
"""

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from rhomboid.catalogue.load import load_catalogue
from rhomboid.planning.plan import plan
from rhomboid.prescription.profile import Profile
from rhomboid.prescription.profile_toml import load_profile
from rhomboid.prescription.program import Item, Program, Session
from rhomboid.prescription.program_json import load_to_json, plan_to_json
from rhomboid.training.events import read_log
from rhomboid.training.today import due_on

ROOT = Path(__file__).resolve().parent.parent
PROFILE = ROOT / "examples" / "kettlebell.toml"
COLD_S, THREE_WEEKS_S, TEN_THOUSAND_S = 0.5, 0.05, 0.25
REPEATS = 5
START = "import sys; from rhomboid.cli.main import run; sys.exit(run())"


def main() -> int:
    """Measure, print, and return 0 when every limit is kept."""
    catalogue = load_catalogue()
    person = load_profile(PROFILE, catalogue)
    made = plan(person, catalogue)
    assert made.program is not None
    program = made.program
    weeks = write_log(program, program.start + timedelta(days=21))
    long = (weeks + write_check_ins(program.start, 10_000))[:10_000]
    kept = [
        report("today, three weeks of log, warm", THREE_WEEKS_S, lambda: work_out(person, program, weeks, 21)),
        report("today, ten thousand events, warm", TEN_THOUSAND_S, lambda: work_out(person, program, long, 104)),
    ]
    with tempfile.TemporaryDirectory() as folder:
        stored, log = Path(folder) / "plan.json", Path(folder) / "log.jsonl"
        stored.write_text(json.dumps(plan_to_json(made)), encoding="utf-8")
        log.write_text("\n".join(weeks), encoding="utf-8")
        day = (program.start + timedelta(days=21)).isoformat()
        command = [str(PROFILE), "--plan", str(stored), "--log", str(log), "--date", day, "--json"]
        kept.append(report("rhomboid today, cold", COLD_S, lambda: run_cold(command)))
    return 0 if all(kept) else 1


def report(name: str, limit: float, call: Callable[[], object]) -> bool:
    """Print the best of some runs; other work on the machine only ever makes a run slower."""
    best = min(timed(call) for _ in range(REPEATS))
    print(f"{name}: {best * 1000:.0f} ms (limit {limit * 1000:.0f})")
    return best <= limit


def timed(call: Callable[[], object]) -> float:
    before = time.perf_counter()
    call()
    return time.perf_counter() - before


def work_out(person: Profile, program: Program, lines: list[str], days: int) -> object:
    log = read_log("\n".join(lines))
    return due_on(person, load_catalogue(), program, log, program.start + timedelta(days=days))


def run_cold(arguments: list[str]) -> object:
    return subprocess.run([sys.executable, "-c", START, "today", *arguments], check=True, capture_output=True, cwd=ROOT)


def write_log(program: Program, until: date) -> list[str]:
    """Return the lines of a log in which everything was done as planned."""
    sessions = (one for one in program.sessions if one.kind == "strength" and one.date < until)
    return [line for session in sessions for line in write_session(session)]


def write_session(session: Session) -> list[str]:
    items = [item for block in session.blocks if block.name in ("strength", "core") for item in block.items]
    return [line for item in items for line in write_item(session, item)]


def write_item(session: Session, item: Item) -> list[str]:
    sides = ("left", "right") if item.per_side else ("both",)
    return [
        to_line(
            session.date,
            f"{session.id}-{item.exercise}-{number}-{side}",
            {
                "type": "set",
                "session": session.id,
                "exercise": item.exercise,
                "set": number,
                "side": side,
                "reps": item.reps[1] if item.reps else None,
                "hold_s": item.hold_s,
                "load": load_to_json(item.load),
                "rir": item.rir,
                "pain": 1,
                "pain_kind": "none",
                "compensation": False,
            },
        )
        for number in range(1, item.sets + 1)
        for side in sides
    ]


def write_check_ins(start: date, count: int) -> list[str]:
    """Return many small events, spread over a hundred days."""
    bodies = [{"type": "check_in", "average_24h": 2}, {"type": "walk", "minutes": 10}]
    return [to_line(start + timedelta(days=n % 100), f"x{n}", bodies[n % 2]) for n in range(count)]


def to_line(day: date, name: str, body: dict[str, Any]) -> str:
    return json.dumps({"id": name, "at": f"{day.isoformat()}T08:00:00+01:00", **body})


if __name__ == "__main__":
    sys.exit(main())
