"""Starting a command that hears Ctrl-C, whatever started the tests."""

import signal
import subprocess
from collections.abc import Sequence


def start_listening(command: Sequence[str]) -> "subprocess.Popen[str]":
    """Start a command in a group of its own. What a shell runs in the background ignores Ctrl-C, and so would it."""
    return subprocess.Popen(  # a plain function of the standard library, before any thread is there
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509 - no threads before it
    )
