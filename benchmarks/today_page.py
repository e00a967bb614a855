"""How fast the Today page answers, and how long it takes to save a set and to show what comes next.

Run: .venv/bin/python benchmarks/today_page.py. Exit 1 when a limit is missed.

One gunicorn worker on loopback over SQLite, over HTTP, each request waited for. The Today page with the example
person's three weeks; then sets saved by someone with 14 weeks behind them, 3 days a week, 6 exercises, 3 sets: 756
sets, with a check-in each day and the end of each session. What comes next can be shown in three ways: by the player,
which holds the session and needs only the set to be kept; by the Today page, worked out anew with the set; by the
player's page, opened anew. The limits hold for the first two: nobody opens the player anew after a set.
"""

import http.client
import json
import os
import platform
import re
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

LIMIT_PAGE_P95_MS = 50.0
LIMIT_SAVE_P50_MS, LIMIT_SAVE_P95_MS = 15.0, 40.0
PLAYER_ALONE = "POST a set (the player shows the next step itself)"
TODAY, PLAYER_PAGE = "POST a set, GET /today/", "POST a set, GET the player's page"
WAYS = (PLAYER_ALONE, TODAY, PLAYER_PAGE)
PAGES, SAVES = 200, 60
WARM_UP = 10
START_S, IDLE_AFTER_S, IDLE_CPU_S = 60, 180, 0.05
SERVE = "import sys; from rhomboid.web.server import serve; serve(int(sys.argv[1]))"
# Run in the server's own surroundings, before it serves.
FILL = """
import uuid
from datetime import timedelta
from rhomboid.web.server import prepare
prepare()
from rhomboid.prescription.program_json import load_to_json
from rhomboid.service.example import profile_table
from rhomboid.service.household import load_owner
from rhomboid.service.log import append_events
from rhomboid.service.models import LogEvent
from rhomboid.service.people import add_person
from rhomboid.service.programs import make_program
from rhomboid.web import clock

WEEKS, EXERCISES, SETS = 14, 6, 3
today = clock.today()
start = today - timedelta(weeks=WEEKS)
person = add_person(load_owner("home"), name="Fourteen weeks")
table = profile_table(today)
person.profile = {**table, "schedule": {**table["schedule"], "start": start.isoformat()}}
person.save()
program = make_program(person, on=start).plan.program
rows = []


def write(day, at, **fields):
    rows.append({"id": str(uuid.uuid4()), "at": f"{day}T{at}+00:00", **fields})


for number in range(7 * WEEKS):
    write(start + timedelta(days=number), "07:00:00", type="check_in", average_24h=2 + number % 2)
for session in program.sessions:
    if session.kind != "strength" or session.date >= today:
        continue
    items = {item.exercise: item for item in reversed(session.items)}
    first = {item.exercise: item for item in (*session.block("strength"), *session.block("core"))}
    chosen = list({**first, **items}.values())[:EXERCISES]
    for place, item in enumerate(chosen):
        for number in range(1, SETS + 1):
            write(session.date, f"18:{place:02d}:{number:02d}", type="set", session=session.id, exercise=item.exercise,
                  set=number, side="both", reps=item.reps[1] if item.reps else None, hold_s=item.hold_s,
                  load=load_to_json(item.load), rir=None if item.rir is None else item.rir + 2, pain=1,
                  pain_kind="none", compensation=False)
    write(session.date, "19:00:00", type="session_end", session=session.id, felt="fine", effort=5, pain=1)
for first in range(0, len(rows), 500):
    assert not append_events(person, rows[first:first + 500]).refused
sets = LogEvent.objects.filter(type="set").count()
assert sets == 7 * WEEKS // 7 * 3 * EXERCISES * SETS, sets
print(f"{sets} sets among {LogEvent.objects.count()} events")
"""


class Browser:
    """One kept-alive connection with its cookies."""

    def __init__(self, port: int) -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        self.cookies: dict[str, str] = {}

    def ask(self, method: str, path: str, body: str = "", kind: str = "", token: str = "") -> tuple[int, str]:
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if kind:
            headers |= {"Content-Type": kind, "X-CSRFToken": token}
        self.connection.request(method, path, body or None, headers)
        response = self.connection.getresponse()
        for cookie in response.headers.get_all("Set-Cookie") or ():
            name, _, value = cookie.partition(";")[0].partition("=")
            self.cookies[name] = value
        return response.status, response.read().decode()

    def get(self, path: str) -> str:
        status, page = self.ask("GET", path)
        assert status == 200, (path, status)
        return page

    def token(self) -> str:
        return str(json.loads(self.get("/log/events"))["token"])


class Player:
    """Trains the session of today: saves sets as the player on the device does."""

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        found = re.search(r"/session/([a-z0-9-]+)/", browser.get("/today/"))
        assert found, "there is a strength session today"
        self.session = found[1]
        page = browser.get(f"/session/{self.session}/")
        data = re.search(r'<script id="session-data" type="application/json">(.*?)</script>', page, re.DOTALL)
        assert data
        self.data: dict[str, Any] = json.loads(data[1])
        self.item = next(item for item in self.data["items"] if item["asks"])
        self.token = browser.token()
        self.count = 0

    def save_set(self) -> None:
        self.count += 1
        item = self.item
        event = {
            "id": str(uuid.uuid4()), "at": datetime.now(UTC).isoformat(timespec="seconds"), "type": "set",
            "session": self.session, "exercise": item["exercise"], "set": self.count % 3 + 1, "side": "both",
            "reps": item["reps"], "hold_s": item["hold_s"], "load": item["load"], "rir": item["rir"],
            "pain": 0, "pain_kind": "none", "compensation": False,
        }  # fmt: skip
        body = json.dumps({"person": self.data["person"], "events": [event]})
        status, answer = self.browser.ask("POST", "/log/events", body, "application/json", self.token)
        assert status == 200, answer
        assert json.loads(answer)["refused"] == [], answer

    def save_and_see(self, path: str) -> None:
        self.save_set()
        self.browser.get(path)


@contextmanager
def serving(fill: str = "") -> Iterator[tuple[Browser, int]]:
    """Serve a fresh database and give a browser and the server's process id. fill: a program to run on it before."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "RHOMBOID_DATA": folder}
        if fill:
            subprocess.run([sys.executable, "-c", fill], env=environment, cwd=folder, check=True)
        port = free_port()
        server = subprocess.Popen([sys.executable, "-c", SERVE, str(port)], env=environment, cwd=folder)
        try:
            open_when_ready(port)
            wait_until_idle(server.pid)
            yield open_when_ready(port), server.pid
        finally:
            server.terminate()
            server.wait(timeout=20)


def spread(name: str, times: int, call: Callable[[], object]) -> tuple[float, float]:
    """Print and return the median and the 95th percentile in milliseconds."""
    for _ in range(WARM_UP):
        call()
    taken = sorted(timed(call) * 1000 for _ in range(times))
    p50, p95 = statistics.median(taken), taken[int(len(taken) * 0.95) - 1]
    print(f"{name}: p50 {p50:.1f} ms, p95 {p95:.1f} ms ({times} times)")
    return p50, p95


def timed(call: Callable[[], object]) -> float:
    before = time.perf_counter()
    call()
    return time.perf_counter() - before


def wait_until_idle(server: int) -> None:
    """Wait until the pictures are drawn that a new server draws ahead."""
    until = time.monotonic() + IDLE_AFTER_S
    while time.monotonic() < until:
        before = cpu_seconds(server)
        time.sleep(2)
        if cpu_seconds(server) - before < IDLE_CPU_S:
            return


def cpu_seconds(parent: int) -> float:
    """Return the processor seconds of a process's children, where the system tells them; else 0."""
    ticks = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 1
    total = 0.0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == parent:
            total += (int(fields[11]) + int(fields[12])) / ticks
    return total


def machine() -> str:
    """Return what the figures were measured on, as far as the system tells."""
    python = platform.python_version()
    return f"{platform.machine()}, {os.cpu_count()} cores, Python {python}, load {os.getloadavg()[0]:.1f}"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def open_when_ready(port: int) -> Browser:
    until = time.monotonic() + START_S
    while time.monotonic() < until:
        try:
            browser = Browser(port)
            browser.get("/")
        except OSError:
            time.sleep(0.2)
        else:
            return browser
    raise SystemExit("the server did not start")


def main() -> int:
    """Measure, print, and return 0 when the limits are kept."""
    with serving() as (browser, server):
        kept = measure_page(browser, server)
    # Each way begins with the same sets logged, and none that another way saved.
    for way in WAYS:
        with serving(FILL) as (browser, server):
            kept = measure_saving(browser, server, way) and kept
    print(f"   limits of the first two: p50 {LIMIT_SAVE_P50_MS:.0f} ms, p95 {LIMIT_SAVE_P95_MS:.0f} ms")
    return 0 if kept else 1


def measure_page(browser: Browser, server: int) -> bool:
    """Measure the Today page of the example person."""
    status, _ = browser.ask("POST", "/example/start", "", "application/x-www-form-urlencoded", browser.token())
    assert status == 302, status
    print(machine())
    bare = spread("a bare Django response (GET /log/events)", PAGES, lambda: browser.get("/log/events"))
    _, p95 = measure_way("GET /today/", PAGES, lambda: browser.get("/today/"), server, bare[0])
    print(f"   limit of p95: {LIMIT_PAGE_P95_MS:.0f} ms")
    return p95 <= LIMIT_PAGE_P95_MS


def measure_saving(browser: Browser, server: int, way: str) -> bool:
    """Measure one way of saving a set and showing what comes next; return whether it keeps its limit, if it has one."""
    print(machine())
    player = Player(browser)
    bare = spread("a bare Django response (GET /log/events)", PAGES, lambda: browser.get("/log/events"))[0]
    path = {PLAYER_ALONE: "", TODAY: "/today/", PLAYER_PAGE: f"/session/{player.session}/"}[way]
    save = partial(player.save_and_see, path) if path else player.save_set
    p50, p95 = measure_way(way, SAVES, save, server, bare)
    print(f"load at the end {os.getloadavg()[0]:.1f}")
    return way == PLAYER_PAGE or (p50 < LIMIT_SAVE_P50_MS and p95 < LIMIT_SAVE_P95_MS)


def measure_way(name: str, times: int, call: Callable[[], object], server: int, bare: float) -> tuple[float, float]:
    """Print and return the spread of one way, with the worker's processor time and the ratio to a bare response."""
    before = cpu_seconds(server)
    found = spread(name, times, call)
    used = (cpu_seconds(server) - before) / (times + WARM_UP) * 1000
    print(f"   CPU of the worker {used:.1f} ms; p50 is {found[0] / bare:.1f} times a bare response")
    return found


if __name__ == "__main__":
    sys.exit(main())
