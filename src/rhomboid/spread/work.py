"""The one seam between work and where it is done: this process, a pool of processes, or a Dask cluster.

The answer to a task depends on the task alone, so it is the same wherever it was found and in whatever order.
"""

from collections.abc import Callable, Generator, Iterable
from dataclasses import dataclass
from typing import TypeVar

Shared = TypeVar("Shared")
Task = TypeVar("Task")
Answer = TypeVar("Answer")


@dataclass(frozen=True)
class Where:
    """Where work is done. dask: address of a Dask scheduler, `local` to start one here, None for a pool."""

    workers: int
    dask: str | None = None


class Lost:
    """Stands for the answer of a task that ended its process: a crash, or no memory left."""


def spread(
    work: Callable[[Shared, Task], Answer], shared: Shared, tasks: Iterable[Task], where: Where
) -> Generator[tuple[int, Answer | Lost], None, None]:
    """Yield the place of each task and its answer, as they are found: not in the order of the tasks. Close to stop.

    work: a function of a module, so that another process finds it. shared: what all tasks need, sent once.
    """
    # Either is imported only when it is wanted: Dask is an extra, and one process needs no pool.
    if where.dask is not None:
        from rhomboid.spread.cluster import on_cluster

        return on_cluster(work, shared, tasks, where.dask, where.workers)
    if where.workers == 1:
        return ((place, work(shared, task)) for place, task in enumerate(tasks))
    from rhomboid.spread.pool import in_pool

    return in_pool(work, shared, tasks, where.workers)
