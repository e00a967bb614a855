"""Work in a pool of processes of this machine."""

import os
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import cache
from itertools import islice
from multiprocessing import active_children, get_context, parent_process
from threading import Thread
from typing import Any

from rhomboid.spread.interrupt import spared
from rhomboid.spread.work import Answer, Lost, Shared, Task

AHEAD = 4  # tasks handed over for each process, so that none waits and little is lost when all stops


def in_pool(
    work: Callable[[Shared, Task], Answer], shared: Shared, tasks: Iterable[Task], workers: int
) -> Generator[tuple[int, Answer | Lost], None, None]:
    """Yield answers as `spread` does.

    A process that dies takes the pool down with it. What was under way is then done again, each task in a process of
    its own, so that only the task that ends its process is lost.
    """
    left = iter(enumerate(tasks))
    while True:
        interrupted = yield from _work_off(work, shared, left, workers)
        if not interrupted:
            return
        for place, task in interrupted:
            if (yield from _work_off(work, shared, iter([(place, task)]), 1)):
                yield place, Lost()


def _work_off(
    work: Callable[[Shared, Task], Answer], shared: Shared, left: Iterator[tuple[int, Task]], workers: int
) -> Generator[tuple[int, Answer], None, list[tuple[int, Task]]]:
    """Yield answers until no task is left; return those under way when a process died."""
    taken: dict[int, Task] = {}
    waiting: dict[Future[Answer], int] = {}
    with _pool(work, shared, workers) as pool:
        try:
            _hand_over(pool, left, workers * AHEAD, taken, waiting)
            while waiting:
                for future in wait(waiting, return_when=FIRST_COMPLETED).done:
                    answer = future.result()
                    place = waiting.pop(future)
                    del taken[place]
                    yield place, answer
                    _hand_over(pool, left, 1, taken, waiting)
        except BrokenProcessPool:
            return sorted(taken.items(), key=lambda one: one[0])
    return []


def _hand_over(
    pool: ProcessPoolExecutor, left: Iterator[tuple[int, Task]], count: int, taken: dict[int, Task],
    waiting: dict[Future[Any], int],
) -> None:  # fmt: skip
    for place, task in islice(left, count):
        taken[place] = task
        with spared():  # processes start here
            waiting[pool.submit(_do, task)] = place


@contextmanager
def _pool(work: Callable[[Shared, Task], Answer], shared: Shared, workers: int) -> Iterator[ProcessPoolExecutor]:
    others = active_children()
    pool = ProcessPoolExecutor(workers, get_context("spawn"), _prepare, (work, shared))
    try:
        yield pool
    except BaseException:
        # Nobody wants the answers any more, so nobody waits for them.
        for process in active_children():
            if process not in others:
                process.terminate()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


@cache
def _desk() -> dict[str, Any]:
    """Return what a process keeps for all its tasks."""
    return {}


def _prepare(work: Callable[..., Any], shared: object) -> None:
    _desk().update(work=work, shared=shared)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """Leave no process behind when the parent is killed."""
    parent = parent_process()
    assert parent is not None, "only a process of a pool is prepared"
    parent.join()
    os._exit(1)


def _do(task: object) -> Any:
    desk = _desk()
    return desk["work"](desk["shared"], task)
