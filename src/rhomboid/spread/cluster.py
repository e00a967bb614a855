"""Work on a Dask cluster, for those who have one or outgrow one machine; an extra (requirements-dask.txt)."""

import logging
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from tempfile import TemporaryDirectory
from typing import Any

from rhomboid.lib.errors import UserError, bad_input
from rhomboid.spread.interrupt import spared
from rhomboid.spread.work import Answer, Lost, Shared, Task

LOCAL = "local"
LOOPBACK = "127.0.0.1"
AHEAD = 1000  # tasks the scheduler holds at once, so that a cluster may grow and a long list costs no memory
PATIENCE_S = 20
# A cluster started here shows no pages, and tries a task that ended a worker once more, not three times.
ALONE = {
    "distributed.scheduler.http.routes": [],
    "distributed.worker.http.routes": [],
    "distributed.scheduler.allowed-failures": 1,
}


def on_cluster(
    work: Callable[[Shared, Task], Answer], shared: Shared, tasks: Iterable[Task], address: str, workers: int
) -> Generator[tuple[int, Answer | Lost], None, None]:
    """Yield answers as `spread` does, found on the cluster at `address`, or on one of `workers` started here.

    A worker that dies takes other tasks with it, and Dask blames them too. Those are done again at the end, one at a
    time, so that only the task that ends its worker is lost.
    """
    distributed = _load()
    left = iter(enumerate(tasks))
    with _client(distributed, address, workers) as client:
        # A task of its own, so that it is found again when the worker that held it is gone.
        sent = client.submit(_keep, [shared], pure=False)
        waiting: dict[Any, tuple[int, Task]] = {}
        blamed: list[tuple[int, Task]] = []

        def hand_over(some: Iterable[tuple[int, Task]]) -> list[Any]:
            found = {client.submit(_do, work, sent, one[1], pure=False): one for one in some}
            waiting.update(found)
            return list(found)

        done = distributed.as_completed(hand_over(islice(left, AHEAD)))
        for future in done:
            one = waiting.pop(future)
            try:
                yield one[0], future.result()
            except distributed.KilledWorker:
                blamed.append(one)
            done.update(hand_over(islice(left, 1)))
        for place, task in sorted(blamed, key=lambda one: one[0]):
            (future,) = hand_over([(place, task)])
            try:
                yield place, future.result()
            except distributed.KilledWorker:
                yield place, Lost()


def _keep(shared: list[Any]) -> list[Any]:
    """Return what all tasks need; in a list, for Dask would take a mapping apart."""
    return shared


def _do(work: Callable[[Any, Any], Any], shared: list[Any], task: Any) -> Any:
    return work(shared[0], task)


@contextmanager
def _client(distributed: Any, address: str, workers: int) -> Iterator[Any]:
    if address == LOCAL:
        with _local_cluster(distributed, workers) as cluster, distributed.Client(cluster) as client:
            yield client
        return
    try:
        client = distributed.Client(address, timeout=PATIENCE_S)
    except (OSError, ValueError) as error:
        raise bad_input(
            "command line", "--dask", address, "the address of a running Dask scheduler, or local"
        ) from error
    with client:
        try:
            client.wait_for_workers(1, timeout=PATIENCE_S)
        except TimeoutError as error:
            raise bad_input("command line", "--dask", address, "a Dask scheduler with at least one worker") from error
        yield client


@contextmanager
def _local_cluster(distributed: Any, workers: int) -> Iterator[Any]:
    """Start a cluster that is open to this machine alone and leaves nothing on its disk."""
    import dask

    with TemporaryDirectory(prefix="rhomboid-dask-") as folder, dask.config.set(ALONE):
        with spared():
            cluster = distributed.LocalCluster(
                n_workers=workers,
                threads_per_worker=1,
                host=LOOPBACK,
                dashboard_address=f"{LOOPBACK}:0",  # left out, it would be a fixed port
                scheduler_kwargs={"dashboard": False},
                local_directory=folder,
            )
        with cluster:
            yield cluster


def _load() -> Any:
    try:
        import distributed
    except ImportError as error:
        raise UserError("command line: --dask: Dask is not installed; install requirements-dask.txt first") from error
    # Dask writes of every connection that closes, tracebacks and all; what people need to know is raised.
    logging.getLogger("distributed").setLevel(logging.ERROR)
    return distributed
