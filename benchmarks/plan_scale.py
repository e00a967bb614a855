"""What planning costs as it grows: many people, large catalogues, long horizons, many workers.

Run: .venv/bin/python benchmarks/plan_scale.py [WHAT] [--count N]. WHAT is one of people, memory, quality, week, curve,
workers, or all. Wall time is what people wait for on a quiet machine; processor time and the solver's deterministic
time also say something on a busy one.
"""

import argparse
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.curve import Curve, draw_curves  # noqa: E402 (the path above comes first)
from rhomboid.catalogue.exercise import Catalogue, Exercise  # noqa: E402
from rhomboid.catalogue.load import load_catalogue  # noqa: E402
from rhomboid.lib.weekdays import WEEKDAYS  # noqa: E402
from rhomboid.planning.plan import plan  # noqa: E402
from rhomboid.prescription.plan import Plan  # noqa: E402
from rhomboid.prescription.profile import Profile  # noqa: E402
from rhomboid.prescription.profile_toml import load_profile, profile_from_table  # noqa: E402
from rhomboid.prescription.program import Session  # noqa: E402
from rhomboid.training.calendar import read_calendar  # noqa: E402
from rhomboid.training.event_types import Moved  # noqa: E402
from rhomboid.training.events import read_log  # noqa: E402
from rhomboid.training.rescheduling import in_order, reschedule_week  # noqa: E402
from tests.property.profiles import random_table, to_toml  # noqa: E402

RUN = "from rhomboid.cli.main import run; run()"
EXAMPLES = ("band-at-home", "flare", "gym", "kettlebell")
SIZES = (40, 80, 160, 320)
HORIZONS = (4, 8, 15, 26, 39, 52)
GAP_GOAL, PEAK_GOAL_MB, WEEK_GOAL_MS = 0.01, 300, 100
FIGURE = ROOT / "docs" / "images" / "plan-scale.svg"


def people(count: int) -> None:
    """Plan random people one after the other on one core."""
    catalogue = load_catalogue()
    warm(catalogue)
    walls, owns, made = [], [], []
    for seed in range(count):
        person = profile_from_table(random_table(seed), "person", catalogue)
        wall, own = time.perf_counter(), time.process_time()
        made.append(plan(person, catalogue, seed=seed))
        walls.append(time.perf_counter() - wall)
        owns.append(time.process_time() - own)
    show(f"people: {count} random ones, 15 weeks, wall", walls, "s")
    show(f"people: {count} random ones, 15 weeks, processor", owns, "s")
    proofs = [one.proof for one in made if one.proof is not None]
    show("people: solver's deterministic time", [one.seconds for one in proofs], "s")
    gaps = [one.gap for one in proofs]
    small = sum(gap <= GAP_GOAL for gap in gaps) / max(len(gaps), 1)
    show("people: gap to the bound", [100 * gap for gap in gaps], "%")
    print(f"people: gap at most {GAP_GOAL:.0%} for {small:.1%} of {len(gaps)} programs")
    print("people:", dict(sorted(Counter(one.status for one in made).items())))


def memory(_: int) -> None:
    """Show the most memory of a process that makes one plan of 15 weeks; true on a busy machine, too."""
    code = (
        f"import resource, sys; sys.argv = ['rhomboid', 'plan', sys.argv[1], '--json']\ntry:\n    exec({RUN!r})\n"
        "finally:\n    sys.stderr.write(f'peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss}\\n')"
    )
    peaks = {}
    for name in EXAMPLES:
        command = [sys.executable, "-c", code, str(ROOT / "examples" / f"{name}.toml")]
        told = subprocess.run(command, check=True, capture_output=True, text=True).stderr
        peaks[name] = int(told.rsplit("peak ", 1)[1]) / 1024
    bare = f"{peaks[max(peaks, key=lambda one: peaks[one])] / PEAK_GOAL_MB:.2f} of the goal of {PEAK_GOAL_MB} MB"
    print(f"memory: one plan in a process of its own: worst {max(peaks.values()):.0f} MB, {bare};",
          ", ".join(f"{name} {peak:.0f}" for name, peak in peaks.items()))  # fmt: skip


def week(count: int) -> None:
    """Put one week on other days, after ten weeks of log, `count` times: from the log as text to the new week."""
    catalogue = load_catalogue()
    person = load_profile(ROOT / "examples" / "gym.toml", catalogue)
    program = plan(person, catalogue).program
    assert program is not None
    text = _log_of(program.sessions[: len(program.sessions) * 2 // 3])
    on = program.start + timedelta(days=70)
    walls = []
    for number in range(max(count, 20)):
        days = [day for place, day in enumerate(WEEKDAYS) if (number >> place % 5) % 2 == 0 or place > 4]
        began = time.perf_counter()
        events = read_log(text, "log").events
        calendar = read_calendar(program, events)
        found = reschedule_week(program, calendar, events, on, days, program.start)
        at = events[-1].at
        moves = [
            Moved(f"m{place}", at + timedelta(seconds=place + 1), session.id, day)
            for place, (session, day) in enumerate(in_order(found, calendar))
        ]
        read_calendar(program, [*events, *moves])
        walls.append(1000 * (time.perf_counter() - began))
    show(f"week: put on other days, log of {len(text.splitlines())} events, wall", walls, "ms")
    print(f"week: p50 is {statistics.median(walls) / WEEK_GOAL_MS:.2f} of the goal of {WEEK_GOAL_MS} ms")


def _log_of(sessions: Sequence[Session]) -> str:
    """Return a log in which every set of these sessions was done."""
    usual = {"type": "set", "side": "both", "reps": 8, "hold_s": None, "load": {"bodyweight": True}, "rir": 4,
             "pain": 1, "pain_kind": "none", "compensation": False}  # fmt: skip
    rows = [
        {
            **usual,
            "id": f"{session.id}-{item.exercise}-{number}",
            "at": f"{session.date}T18:00:00+01:00",
            "session": session.id,
            "exercise": item.exercise,
            "set": number,
        }
        for session in sessions
        for item in session.items
        for number in range(1, item.sets + 1)
    ]
    return "".join(json.dumps(row) + "\n" for row in rows)


def curve(count: int) -> None:
    """Plan with catalogues of growing size and over growing horizons, and draw both.

    The figure shows the solver's deterministic time: it is the same on every machine, busy or not.
    """
    catalogue = load_catalogue()
    warm(catalogue)
    profiles = [load_profile(ROOT / "examples" / f"{name}.toml", catalogue) for name in EXAMPLES[: max(count // 10, 1)]]
    used = [_used(plan(person, catalogue)) for person in profiles]
    by_size = [
        (size, _cost([(person, sized(catalogue, size, ids)) for person, ids in zip(profiles, used, strict=True)], 15))
        for size in SIZES
    ]
    by_horizon = [(weeks, _cost([(person, catalogue) for person in profiles], weeks)) for weeks in HORIZONS]
    for name, points in (("exercises", by_size), ("weeks", by_horizon)):
        for amount, (seconds, wall, gap) in points:
            first = points[0][1][0]
            print(f"curve: {amount} {name}: deterministic {seconds:.3f} s ({seconds / max(first, 1e-9):.1f} times the "
                  f"first), wall {wall:.2f} s, gap {gap:.2%}")  # fmt: skip
    FIGURE.write_text(
        draw_curves(
            "Solver's deterministic time for one plan, median",
            (
                Curve("Exercises in the catalogue", "s", [(size, seconds) for size, (seconds, _, _) in by_size]),
                Curve("Weeks of the program", "s", [(weeks, seconds) for weeks, (seconds, _, _) in by_horizon]),
            ),
        ),
        encoding="utf-8",
    )
    print(f"curve: drawn into {FIGURE.relative_to(ROOT)}")


def _used(made: Plan) -> frozenset[str]:
    assert made.program is not None, "the examples get programs"
    return frozenset(item.exercise for session in made.program.sessions for item in session.items)


def _cost(tasks: Sequence[tuple[Profile, Catalogue]], weeks: int) -> tuple[float, float, float]:
    """Return the medians of deterministic time, wall time and gap."""
    seconds, walls, gaps = [], [], []
    for person, catalogue in tasks:
        began = time.perf_counter()
        made = plan(person, catalogue, weeks=weeks)
        walls.append(time.perf_counter() - began)
        if made.proof is not None:
            seconds.append(made.proof.seconds)
            gaps.append(made.proof.gap)
    if not seconds:
        return float("nan"), statistics.median(walls), float("nan")
    return statistics.median(seconds), statistics.median(walls), statistics.median(gaps)


def sized(catalogue: Catalogue, size: int, used: frozenset[str]) -> Catalogue:
    """Return a catalogue of so many exercises: those a program uses and more of each pattern, or all with clones."""
    by_pattern: dict[str, list[Exercise]] = {}
    for one in sorted(catalogue.exercises, key=lambda one: (len(one.equipment) + one.floor, one.id)):
        if one.id not in used:
            by_pattern.setdefault(one.pattern, []).append(one)
    ordered = [one for one in catalogue.exercises if one.id in used]
    while any(by_pattern.values()):
        ordered += [rows.pop(0) for _, rows in sorted(by_pattern.items()) if rows]
    chosen = ordered[:size]
    while len(chosen) < size:
        room = size - len(chosen)
        chosen += [_clone(one, len(chosen) // len(ordered)) for one in ordered if one.tier != "never"][:room]
    known = {one.id for one in chosen}
    whole = tuple(sorted((_among(one, known) for one in chosen), key=lambda one: one.id))
    return Catalogue(f"{catalogue.version}-{size}", whole)


def _clone(one: Exercise, number: int) -> Exercise:
    """Return the same exercise under another id, a second slower in each repetition."""
    dose = replace(one.dose, seconds_per_rep=one.dose.seconds_per_rep + number)
    return replace(one, id=f"{one.id}-{number + 1}", name=f"{one.name} {number + 1}", dose=dose)


def _among(one: Exercise, known: set[str]) -> Exercise:
    def there(names: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(name for name in names if name in known)

    return replace(one, easier=there(one.easier), harder=there(one.harder), leads_to=there(one.leads_to))


def workers(count: int) -> None:
    """Plan a folder with one worker and with two, on a pool and on Dask; efficiency is the gain for each worker."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "people"
        folder.mkdir()
        for seed in range(count):
            (folder / f"person-{seed:04d}.toml").write_text(to_toml(random_table(seed)), encoding="utf-8")
        alone = 0.0
        for name, options in {
            "1 worker": ("--workers", "1"),
            "2 workers, pool": ("--workers", "2"),
            "1 worker, Dask": ("--workers", "1", "--dask", "local"),
            "2 workers, Dask": ("--workers", "2", "--dask", "local"),
        }.items():
            out = Path(place) / "out"
            began = time.perf_counter()
            command = [sys.executable, "-c", RUN, "plan-many", str(folder), "--out", str(out), *options]
            subprocess.run(command, check=True, capture_output=True)
            wall = time.perf_counter() - began
            alone = alone or wall
            times = alone / wall
            print(f"workers: {count} people, {name}: {wall:.1f} s, {count / wall:.2f} a second, {times:.2f} times one, "
                  f"efficiency {times / int(options[1]):.0%}")  # fmt: skip
            shutil.rmtree(out)


def quality(count: int) -> None:
    """Hold programs against a greedy planner and against the whole model given a minute."""
    from benchmarks.greedy import hold_against

    hold_against(count)


def warm(catalogue: Catalogue) -> Plan:
    """Import the solver once."""
    return plan(load_profile(ROOT / "examples" / "flare.toml", catalogue), catalogue, weeks=4)


def show(name: str, values: Sequence[float], unit: str) -> None:
    """Print the median, the 95th percentile and the worst, and how far the tail is from the middle."""
    ordered = sorted(values)
    middle, late = statistics.median(ordered), ordered[min(int(0.95 * len(ordered)), len(ordered) - 1)]
    print(f"{name}: p50 {middle:.3f} {unit}, p95 {late:.3f} {unit} ({late / max(middle, 1e-9):.1f} times p50), "
          f"worst {ordered[-1]:.3f} {unit}")  # fmt: skip


WHAT: dict[str, tuple[Callable[[int], None], int]] = {
    "people": (people, 500),
    "memory": (memory, 0),
    "quality": (quality, 12),
    "week": (week, 200),
    "curve": (curve, 40),
    "workers": (workers, 40),
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", nargs="?", default="all", choices=("all", *WHAT))
    parser.add_argument("--count", type=int, help="How many people, plans or repetitions.")
    asked = parser.parse_args()
    python = platform.python_version()
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {python}, load {os.getloadavg()[0]:.1f}")
    for name, (measure, usual) in WHAT.items():
        if asked.what in ("all", name):
            measure(asked.count or usual)


if __name__ == "__main__":
    main()
