"""How long the quick commands take from a cold start: medians of whole processes, with their ratio to bare Python."""

import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PROFILE = ROOT / "examples" / "band-at-home.toml"
RUN = "from rhomboid.cli.main import run; run()"
REPEATS = 15


def seconds(arguments: list[str], environment: dict[str, str], repeats: int = REPEATS) -> float:
    """Return the median wall time of a process."""
    took = []
    for _ in range(repeats):
        began = time.perf_counter()
        subprocess.run(arguments, check=True, capture_output=True, env=environment)
        took.append(time.perf_counter() - began)
    return statistics.median(took)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "XDG_CACHE_HOME": folder}
        plan = Path(folder) / "plan.json"
        command = [sys.executable, "-c", RUN]
        made = subprocess.run(
            [*command, "plan", str(PROFILE), "--json"], check=True, capture_output=True, env=environment
        )
        plan.write_bytes(made.stdout)
        bare = seconds([sys.executable, "-c", "pass"], environment)
        rows = {
            "screen": seconds([*command, "screen", str(PROFILE), "--json"], environment),
            "today --plan": seconds(
                [*command, "today", str(PROFILE), "--plan", str(plan), "--date", "2026-11-23", "--json"], environment
            ),
            "plan, 15 weeks": seconds([*command, "plan", str(PROFILE), "--json"], environment, repeats=5),
        }
        print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}; medians")
        print(f"bare python      {bare * 1000:7.0f} ms")
        for name, took in rows.items():
            print(f"{name:16} {took * 1000:7.0f} ms  {took / bare:5.1f} x bare python")


if __name__ == "__main__":
    main()
