"""How fast the day is worked out: the command from a cold start, three weeks of log, two years of it, more and less.

Run: .venv/bin/python benchmarks/today_speed.py. Exit 1 when a limit is missed.
"""

import gc
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

from rhomboid.catalogue.load import load_catalogue
from rhomboid.cli.main import GARBAGE_THRESHOLD
from rhomboid.planning.plan import plan
from rhomboid.prescription.load_json import load_to_json
from rhomboid.prescription.profile import Profile
from rhomboid.prescription.profile_toml import load_profile
from rhomboid.prescription.program import Item, Program, Session
from rhomboid.prescription.program_json import plan_to_json
from rhomboid.training.checkpoint import Checkpoints
from rhomboid.training.events import join_logs, read_log
from rhomboid.training.today import due_on

ROOT = Path(__file__).resolve().parent.parent
PROFILE = ROOT / "examples" / "kettlebell.toml"
COLD_S, THREE_WEEKS_S, TWO_YEARS_S, CHECKPOINT_S = 0.5, 0.05, 0.25, 0.03
EVENTS, TWO_YEARS, YEARS = (2_500, 5_000, 10_000, 20_000), 10_000, 5
REPEATS = 5
BREAKS = 6  # from the desk, a day: so that ten thousand events are two years
START = "import sys; from rhomboid.cli.main import run; sys.exit(run())"


def main() -> int:
    """Measure, print, and return 0 when every limit is kept."""
    gc.set_threshold(GARBAGE_THRESHOLD)  # as the command does
    catalogue = load_catalogue()
    person = load_profile(PROFILE, catalogue)
    made = plan(person, catalogue)
    assert made.program is not None
    program = made.program
    weeks = write_log(program, program.start + timedelta(days=21))
    kept = [report("today, three weeks of log, warm", THREE_WEEKS_S, lambda: work_out(person, program, weeks, 21))]
    kept += long_logs(person, program)
    with tempfile.TemporaryDirectory() as folder:
        stored, log = Path(folder) / "plan.json", Path(folder) / "log.jsonl"
        stored.write_text(json.dumps(plan_to_json(made)), encoding="utf-8")
        log.write_text("\n".join(weeks), encoding="utf-8")
        day = (program.start + timedelta(days=21)).isoformat()
        command = [str(PROFILE), "--plan", str(stored), "--log", str(log), "--date", day, "--json"]
        kept.append(report("rhomboid today, cold", COLD_S, lambda: run_cold(command)))
    return 0 if all(kept) else 1


def long_logs(person: Profile, program: Program) -> list[bool]:
    """Measure logs of half a year to four years, every session done, every day told."""
    lines = write_years(go_on(program, YEARS * 52 + 1))
    kept, first = [], 0.0
    for events in EVENTS:
        some = lines[:events]
        days = (date.fromisoformat(json.loads(some[-1])["at"][:10]) - program.start).days + 1
        long = go_on(program, days // 7 + 1)  # a program ends with its log
        took = best_of(partial(work_out, person, long, some, days))
        first = first or took / events
        limit = f" (limit {TWO_YEARS_S * 1000:.0f})" if events == TWO_YEARS else ""
        print(
            f"today, {events} events in {days // 7} weeks, from the text: {took * 1000:.0f} ms{limit}, "
            f"{took / events * 1e6:.1f} us an event, {took / events / first:.2f} times the first"
        )
        if events == TWO_YEARS:
            kept += [took <= TWO_YEARS_S, from_checkpoint(person, long, some, days)]
    return kept


def from_checkpoint(person: Profile, program: Program, lines: list[str], days: int) -> bool:
    """Measure the answer where the log was folded before, and one set was saved since."""
    catalogue, day = load_catalogue(), program.start + timedelta(days=days)
    log, checkpoints = read_log("\n".join(lines)), Checkpoints()
    due = due_on(person, catalogue, program, log, day, checkpoints=checkpoints)
    kept = report(
        "   the same day again, from a checkpoint",
        CHECKPOINT_S,
        lambda: due_on(person, catalogue, program, log, day, checkpoints=checkpoints),
    )
    session = next((one for one in (due.session, *due.also) if one is not None), program.sessions[0])
    item = session.items[0]
    number = count(1)

    def save_and_see() -> None:
        line = to_line(day, f"new-{next(number)}", set_of(session, item, 1, "both"))
        grown = join_logs(log, read_log(line))
        assert grown is not None
        due_on(person, catalogue, program, grown, day, checkpoints=checkpoints)

    return report("   with one set more, from a checkpoint", CHECKPOINT_S, save_and_see) and kept


def go_on(program: Program, weeks: int) -> Program:
    """Return a program that goes on as long: the phases after each other, as often as it takes."""
    found = []
    for number in range(weeks):
        week = program.weeks[number % len(program.weeks)]
        gap = timedelta(weeks=number + 1 - week.number)
        sessions = tuple(replace(one, id=f"y{number + 1:03d}-{one.id}", date=one.date + gap) for one in week.sessions)
        found.append(replace(week, number=number + 1, sessions=sessions))
    return replace(program, weeks=tuple(found), end=program.start + timedelta(weeks=weeks))


def write_years(program: Program) -> list[str]:
    """Return the lines of a log, day by day: a check-in, the sessions as planned, the morning after."""
    by_day: dict[date, list[Session]] = {}
    for session in program.sessions:
        by_day.setdefault(session.date, []).append(session)
    lines, trained = [], False
    for n in range(len(program.weeks) * 7):
        day = program.start + timedelta(days=n)
        lines.append(to_line(day, f"c{n}", {"type": "check_in", "average_24h": 1 + n % 2}))
        if trained:
            lines.append(to_line(day, f"m{n}", {"type": "morning_after", "pain": 1 + n % 2, "stiffness": 0}))
        rest = {"type": "break", "exercise": "wall-angel", "seconds": 60}
        lines += [to_line(day, f"b{n}-{number}", rest) for number in range(BREAKS)]
        if n % 28 == 27:
            lines.append(to_line(day, f"r{n}", {"type": "rescreen", "facts": {}}))
        trained = False
        for session in by_day.get(day, []):
            if session.kind == "walk":
                lines.append(to_line(day, f"w{session.id}", {"type": "walk", "minutes": 20}))
            if session.kind == "strength":
                end = {"type": "session_end", "session": session.id, "felt": "fine", "effort": 5, "pain": 1}
                lines += [*write_session(session), to_line(day, f"e{session.id}", end)]
                trained = True
    return lines


def report(name: str, limit: float, call: Callable[[], object]) -> bool:
    """Print the best of some runs."""
    best = best_of(call)
    print(f"{name}: {best * 1000:.0f} ms (limit {limit * 1000:.0f})")
    return best <= limit


def best_of(call: Callable[[], object]) -> float:
    """Return the shortest of some runs; other work on the machine only ever makes a run slower."""
    return min(timed(call) for _ in range(REPEATS))


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
        to_line(session.date, f"{session.id}-{item.exercise}-{number}-{side}", set_of(session, item, number, side))
        for number in range(1, item.sets + 1)
        for side in sides
    ]


def set_of(session: Session, item: Item, number: int, side: str) -> dict[str, Any]:
    return {
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
    }


def to_line(day: date, name: str, body: dict[str, Any]) -> str:
    return json.dumps({"id": name, "at": f"{day.isoformat()}T08:00:00+01:00", **body})


if __name__ == "__main__":
    sys.exit(main())
