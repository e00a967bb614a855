"""The seam between work and where it is done."""

import sys

import pytest

from rhomboid.lib.errors import UserError
from rhomboid.spread import cluster
from rhomboid.spread.work import Lost, Where, spread
from tests.spread_work import DEADLY, double, double_or_die, fail


def found(work, where, tasks=range(10)):
    return dict(spread(work, {0: 100}, tasks, where))


@pytest.fixture(scope="module")
def dask():
    with cluster._local_cluster(cluster._load(), 2) as local:
        yield local.scheduler_address


@pytest.mark.parametrize("workers", [1, 2])
def test_it_finds_the_same_answers_in_one_process_and_in_a_pool(workers):
    assert found(double, Where(workers)) == {place: 100 + 2 * place for place in range(10)}


def test_it_finds_the_same_answers_on_a_cluster_that_holds_few_at_once(dask, monkeypatch):
    monkeypatch.setattr(cluster, "AHEAD", 3)
    assert found(double, Where(1, dask)) == found(double, Where(1))


def test_virtual_people_live_the_same_lives_on_a_cluster(dask):
    from rhomboid.simulation.crowd import Order, kinds_of, simulate
    from tests.simulation_people import WEIGHTS, planned

    orders = [Order(12, 1, 2, policy) for policy in ("rhomboid", "none")]
    plans = {place: planned(WEIGHTS) for place in set(kinds_of(2, 12))}
    on_dask = simulate(orders, plans, Where(1, dask), lambda _: None)
    assert on_dask == simulate(orders, plans, Where(1), lambda _: None)


@pytest.mark.parametrize("workers", [1, 2])
def test_a_mistake_in_the_work_is_not_hidden(workers):
    with pytest.raises(ValueError, match="0"):
        found(fail, Where(workers), [0])


def test_a_mistake_in_the_work_is_not_hidden_on_a_cluster(dask):
    with pytest.raises(ValueError, match="0"):
        found(fail, Where(1, dask), [0])


def test_a_process_that_dies_loses_its_own_task_alone():
    answers = found(double_or_die, Where(2), range(5))
    assert isinstance(answers.pop(DEADLY), Lost)
    assert answers == {place: 100 + 2 * place for place in range(5) if place != DEADLY}


def test_a_worker_of_a_cluster_that_dies_loses_its_own_task_alone(dask):
    answers = found(double_or_die, Where(1, dask), range(5))
    assert isinstance(answers.pop(DEADLY), Lost)
    assert answers == {place: 100 + 2 * place for place in range(5) if place != DEADLY}


def test_it_may_be_stopped_before_the_end():
    answers = spread(double, {0: 1}, range(100), Where(2))
    next(answers)
    answers.close()
    assert list(answers) == []


def test_an_address_without_a_scheduler_is_one_line(monkeypatch):
    monkeypatch.setattr(cluster, "PATIENCE_S", 0.5)
    with pytest.raises(UserError, match=r"--dask.*running Dask scheduler"):
        found(double, Where(1, "tcp://127.0.0.1:1"))


def test_without_dask_the_option_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(UserError, match=r"requirements-dask\.txt"):
        found(double, Where(1, "local"))
