"""How fast virtual people live, and the proof that nothing that must never happen does.

Run: .venv/bin/python benchmarks/simulation_speed.py [LIVES] [PEOPLE]. Lives with the engine in the loop, people on
arrays. Exit 1 on any violation or any difference between the engine and its array copy. Both clocks are
shown: on a busy machine only processor time says something, on a quiet one the wall says what people wait for.
"""

import os
import platform
import sys
import time

from rhomboid.catalogue.load import load_catalogue
from rhomboid.simulation import arrays
from rhomboid.simulation.anchors import measure
from rhomboid.simulation.compare import compare
from rhomboid.simulation.crowd import Order, kinds_of, live_batch, plan_kinds, simulate
from rhomboid.simulation.kinds import make_program, plan_kind
from rhomboid.simulation.multitude import live_multitude
from rhomboid.spread.work import Where

WEEKS, DAYS = 15, 105
COMPARED, SEED = 60, 1
ENGINE_GOAL, ARRAY_GOAL = 3_000, 1_000_000  # person-days a second on two cores


def main() -> int:
    """Measure, print, and return 0 when nothing was broken."""
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    lives = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    people = int(sys.argv[2]) if len(sys.argv) > 2 else 20_000
    faults = with_engine(lives) + on_arrays(people) + both()
    for anchor in measure():
        word = "met" if anchor.met else "MISSED"
        fitted = ", fitted" if anchor.fitted else ""
        interval = f"{anchor.low:g} to {anchor.high:g}"
        print(f"anchor: {anchor.name} ({anchor.source}): {interval}: {anchor.found:.3f}: {word}{fitted}")
    return 1 if faults else 0


def with_engine(lives: int) -> int:
    catalogue = load_catalogue()
    kinds = kinds_of(SEED, lives)
    plans = plan_kinds(kinds, lambda kind: plan_kind(kind, lambda profile: make_program(profile, catalogue)))
    live_batch(Order(lives, 1, SEED, "rhomboid"), plans, range(lives))  # warm
    before = time.process_time()
    courses = [one.course for one in live_batch(Order(lives, WEEKS, SEED, "rhomboid"), plans, range(lives))]
    speed = lives * DAYS / (time.process_time() - before)
    decisions, violations = sum(one.decisions for one in courses), sum(one.violations for one in courses)
    print(f"engine in the loop: {speed:.0f} person-days a second of processor time")
    wall = time.perf_counter()
    simulate([Order(lives, WEEKS, SEED, "rhomboid")], plans, Where(2), lambda _: None)
    by_clock = lives * DAYS / (time.perf_counter() - wall)
    print(
        f"engine in the loop, 2 processes, their start included: {by_clock:.0f} a second by the clock, "
        f"{by_clock / speed:.2f} times one (goal {ENGINE_GOAL})"
    )
    print(f"engine in the loop: {decisions} decisions, {violations} violations")
    return violations


def on_arrays(people: int) -> int:
    live_multitude(10, 1, SEED, "rhomboid", 1, lambda _: None)  # compiles
    alone = 0.0
    for threads in (1, 2):
        wall, own = time.perf_counter(), time.process_time()
        found = live_multitude(people, WEEKS, SEED, "rhomboid", threads, lambda _: None)
        by_clock, by_processor = (
            people * DAYS / (time.perf_counter() - wall),
            people * DAYS / (time.process_time() - own),
        )
        alone = alone or by_clock
        print(
            f"arrays, ten moves, {threads} threads: {by_clock:.0f} person-days a second by the clock "
            f"({by_clock / alone:.2f} times one thread, goal {ARRAY_GOAL} on two cores), "
            f"{by_processor:.0f} a second of processor time"
        )
    print(f"arrays: {found.counts[arrays.DECISIONS]} decisions, {found.violations} violations")
    return found.violations


def both() -> int:
    found = [compare(seed, ("some", "trained")[seed % 2]) for seed in range(COMPARED)]
    differences = sum(len(one.differences) for one in found)
    print(f"engine against its array copy: {sum(one.decisions for one in found)} doses, {differences} differences")
    return differences


if __name__ == "__main__":
    sys.exit(main())
