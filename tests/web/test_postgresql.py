"""The same code on PostgreSQL: migrations, the example person, today, and a log that takes an event once."""

import os
import pwd
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

WORK = """
from rhomboid.web.server import prepare
prepare()
from django.db import connection
from rhomboid.service.example import make_example
from rhomboid.service.household import load_owner
from rhomboid.service.log import append_events, log_of
from rhomboid.service.models import LogEvent
from rhomboid.service.programs import current_plan_of
from rhomboid.service.sessions import today_for
from rhomboid.web import clock
assert connection.vendor == "postgresql", connection.vendor
person = make_example(load_owner("home"), now=clock.now())
answer = today_for(person, clock.today(), plan=current_plan_of(person), log=log_of(person))
assert answer.session is not None and answer.session.kind == "strength"
rows = list(LogEvent.objects.filter(person=person).values_list("body", flat=True))
before = len(rows)
appended = append_events(person, rows + rows)
assert LogEvent.objects.filter(person=person).count() == before
assert len(appended.stored) == 2 * before and not appended.refused
from django.test import Client
page = Client(HTTP_HOST="localhost").get("/today/")
assert page.status_code == 200, page.status_code
print("postgresql ok")
"""


def find_programs() -> Path:
    """Return the folder of PostgreSQL's programs. None is a failure, never a skip."""
    on_path = shutil.which("initdb")
    if on_path:
        return Path(on_path).parent
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if not found:
        pytest.fail("no PostgreSQL programs found: install the package postgresql", pytrace=False)
    return found[-1].parent


def run_unprivileged(*command: object, cwd: Path) -> None:
    """Run a program as somebody PostgreSQL agrees to run as (it refuses root); its output goes nowhere.

    The server outlives pg_ctl, so its output must not be a pipe that is waited for.
    """
    as_whom: dict[str, Any] = {}
    if os.geteuid() == 0:
        user = pwd.getpwnam("nobody")
        as_whom = {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
    words = [str(word) for word in command]
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=cwd, **as_whom)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def postgresql() -> Iterator[str]:
    """Start a PostgreSQL of our own on loopback; stop it afterwards."""
    programs, port = find_programs(), free_port()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o777)
        data = folder / "data"
        run_unprivileged(programs / "initdb", "-D", data, "-U", "rhomboid", "--auth=trust", "-E", "UTF8", cwd=folder)
        options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c fsync=off"
        control = (programs / "pg_ctl", "-D", data)
        run_unprivileged(*control, "-w", "-l", folder / "log", "-o", options, "start", cwd=folder)
        try:
            yield f"postgresql://rhomboid@127.0.0.1:{port}/postgres"
        finally:
            run_unprivileged(*control, "-m", "immediate", "stop", cwd=folder)


def test_the_app_works_on_postgresql(postgresql, tmp_path):
    environment = {**os.environ, "RHOMBOID_DATABASE": postgresql, "RHOMBOID_DATA": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", WORK], env=environment, capture_output=True, text=True, check=False, timeout=120
    )
    assert done.stdout.strip().endswith("postgresql ok"), done.stderr[-2000:]
