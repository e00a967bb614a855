"""Ctrl-C reaches every process of a terminal; only the first one should answer."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def spared() -> Iterator[None]:
    """Start processes and threads that are spared Ctrl-C: what is blocked here stays so, and their parent ends them."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
