"""How fast the Today page answers over one gunicorn worker on loopback, with the example person's three weeks.

Run: .venv/bin/python benchmarks/today_page.py. Exit 1 when the limit of GET /today/ is missed.
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
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

LIMIT_P95_MS = 50.0
PAGES, SAVES, WARM_UP = 200, 40, 10
START_S = 60
SERVE = "import sys; from rhomboid.web.server import serve; serve(int(sys.argv[1]))"


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

    def token(self) -> str:
        return str(json.loads(self.ask("GET", "/log/events")[1])["token"])


def main() -> int:
    """Measure, print, and return 0 when the limit is kept."""
    with tempfile.TemporaryDirectory() as folder:
        port = free_port()
        environment = {**os.environ, "RHOMBOID_DATA": folder}
        server = subprocess.Popen([sys.executable, "-c", SERVE, str(port)], env=environment, cwd=folder)
        try:
            browser = open_when_ready(port)
            return measure(browser, server.pid)
        finally:
            server.terminate()
            server.wait(timeout=20)


def measure(browser: Browser, server: int) -> int:
    status, _ = browser.ask("POST", "/example/start", "", "application/x-www-form-urlencoded", browser.token())
    assert status == 302, status
    print(
        f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}, "
        f"load {os.getloadavg()[0]:.1f}"
    )
    bare = spread("a bare Django response (GET /log/events)", PAGES, lambda: get(browser, "/log/events"))
    before = cpu_seconds(server)
    today = spread("GET /today/", PAGES, lambda: get(browser, "/today/"))
    used = (cpu_seconds(server) - before) / (PAGES + WARM_UP) * 1000
    save = Saving(browser)
    saved = spread("POST log/events with one set, then GET /today/", SAVES, save.once)
    print(f"CPU of the worker for one GET /today/: {used:.1f} ms")
    print(
        f"ratio of p50 to a bare response: {today[0] / bare[0]:.1f}; with a set saved before: {saved[0] / bare[0]:.1f}"
    )
    print(f"load at the end {os.getloadavg()[0]:.1f}; limit of p95: {LIMIT_P95_MS:.0f} ms")
    return 0 if today[1] <= LIMIT_P95_MS else 1


class Saving:
    """Saves one set of the session of today, as the player does, and asks for the page again."""

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        found = re.search(r"/session/([a-z0-9-]+)/", browser.ask("GET", "/today/")[1])
        assert found, "the example person has a strength session today"
        self.session = found[1]
        page = browser.ask("GET", f"/session/{self.session}/")[1]
        data = re.search(r'<script id="session-data" type="application/json">(.*?)</script>', page, re.DOTALL)
        assert data
        self.data = json.loads(data[1])
        self.item = next(item for item in self.data["items"] if item["asks"])
        self.token = browser.token()
        self.count = 0

    def once(self) -> None:
        self.count += 1
        item = self.item
        event = {
            "id": str(uuid.uuid4()), "at": datetime.now(UTC).isoformat(timespec="seconds"), "type": "set",
            "session": self.session, "exercise": item["exercise"], "set": self.count, "side": "both",
            "reps": item["reps"], "hold_s": item["hold_s"], "load": item["load"], "rir": item["rir"],
            "pain": 0, "pain_kind": "none", "compensation": False,
        }  # fmt: skip
        body = json.dumps({"person": self.data["person"], "events": [event]})
        status, answer = self.browser.ask("POST", "/log/events", body, "application/json", self.token)
        assert status == 200, answer
        assert json.loads(answer)["refused"] == [], answer
        get(self.browser, "/today/")


def get(browser: Browser, path: str) -> None:
    status, _ = browser.ask("GET", path)
    assert status == 200, (path, status)


def spread(name: str, times: int, call: Callable[[], None]) -> tuple[float, float]:
    """Print and return the median and the 95th percentile in milliseconds."""
    for _ in range(WARM_UP):
        call()
    taken = sorted(timed(call) * 1000 for _ in range(times))
    p50, p95 = statistics.median(taken), taken[int(len(taken) * 0.95) - 1]
    print(f"{name}: p50 {p50:.1f} ms, p95 {p95:.1f} ms ({times} times)")
    return p50, p95


def timed(call: Callable[[], None]) -> float:
    before = time.perf_counter()
    call()
    return time.perf_counter() - before


def cpu_seconds(parent: int) -> float:
    """Return the CPU seconds of a process's children, where the system tells them; else 0."""
    ticks = os.sysconf("SC_CLK_TCK")
    total = 0.0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == parent:
            total += (int(fields[11]) + int(fields[12])) / ticks
    return total


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def open_when_ready(port: int) -> Browser:
    until = time.monotonic() + START_S
    while time.monotonic() < until:
        try:
            browser = Browser(port)
            get(browser, "/")
        except OSError:
            time.sleep(0.2)
        else:
            return browser
    raise SystemExit("the server did not start")


if __name__ == "__main__":
    sys.exit(main())
