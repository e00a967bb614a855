"""The lives of an order on a Dask cluster, for those who have one; Dask is an extra (requirements-dask.txt)."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from rhomboid.lib.errors import UserError, bad_input
from rhomboid.simulation.crowd import Lived, Order, Progress, live_batch, sort_out, work_of
from rhomboid.simulation.kinds import Planned

LOCAL = "local"


def simulate_on_dask(
    orders: Sequence[Order], planned: dict[int, Planned], address: str, workers: int, advanced: Progress
) -> list[list[Lived]]:
    """Return the lives of each order, by person, lived on the cluster at `address`, or on one started here."""
    with _client(address, workers) as client:
        plans = client.scatter(planned, broadcast=True, hash=False)
        waiting = [
            (place, client.submit(live_batch, orders[place], plans, people, pure=False))
            for place, people in work_of(orders)
        ]
        return sort_out(orders, ((place, one.result()) for place, one in waiting), advanced)


@contextmanager
def _client(address: str, workers: int) -> Iterator[Any]:
    connect, cluster_of = _load()
    if address != LOCAL:
        try:
            client = connect(address, timeout=10)
        except (OSError, ValueError) as error:
            allowed = "the address of a running Dask scheduler, or local"
            raise bad_input("command line", "--dask", address, allowed) from error
        with client:
            yield client
        return
    options = {"n_workers": workers, "threads_per_worker": 1, "host": "127.0.0.1", "dashboard_address": None}
    with cluster_of(**options) as cluster, connect(cluster) as client:
        yield client


def _load() -> tuple[Callable[..., Any], Callable[..., Any]]:
    try:
        from distributed import Client, LocalCluster
    except ImportError as error:
        raise UserError("command line: --dask: Dask is not installed; install requirements-dask.txt first") from error
    return Client, LocalCluster
