"""Many lives at once: who is of which kind, batches for the workers, results in order of person."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from multiprocessing import get_context

import numpy as np

from rhomboid.catalogue.load import load_catalogue
from rhomboid.simulation import chance, virtual
from rhomboid.simulation.kinds import Kind, Planned, load_kinds
from rhomboid.simulation.life import Course, Life
from rhomboid.simulation.model import load_model
from rhomboid.simulation.packing import pack
from rhomboid.simulation.watch import Broken

BATCH = 10
KIND_PLACE = 10  # of the draws that make a person
Progress = Callable[[int], None]


@dataclass(frozen=True)
class Order:
    """What to simulate. The same order gives the same lives, however they are spread."""

    people: int
    weeks: int
    seed: int
    policy: str


@dataclass(frozen=True)
class Lived:
    """One life: how it went and what was broken in it."""

    course: Course
    broken: tuple[Broken, ...]


def kinds_of(seed: int, people: int) -> tuple[int, ...]:
    """Return for each person the place of their kind among all kinds."""
    return tuple(_kind_of(seed, person) for person in range(people))


def _kind_of(seed: int, person: int) -> int:
    kinds = load_kinds()
    key = chance.person_key(seed, person)
    traits = np.zeros(virtual.TRAITS)
    virtual.fill_traits(pack(load_model()), key, traits)
    average = round(traits[virtual.BASE])
    fitting = [place for place, kind in enumerate(kinds) if kind.band[0] <= average <= kind.band[1]]
    point = chance.draw(key, chance.TRAIT, 0, KIND_PLACE) * sum(kinds[place].weight for place in fitting)
    for place in fitting:
        point -= kinds[place].weight
        if point < 0:
            return place
    return fitting[-1]


def plan_kinds(needed: Sequence[int], make: Callable[[Kind], Planned]) -> dict[int, Planned]:
    """Return the plans of the kinds that are needed."""
    return {place: make(load_kinds()[place]) for place in sorted(set(needed))}


def live_batch(order: Order, planned: dict[int, Planned], people: Sequence[int]) -> list[Lived]:
    """Live the lives of some people, in the order given."""
    catalogue, model = load_catalogue(), load_model()
    lived = []
    for person in people:
        life = Life(planned[_kind_of(order.seed, person)], catalogue, model, order.seed, person, order.policy)
        course = life.live(order.weeks)
        lived.append(Lived(course, tuple(life.broken)))
    return lived


def batches(people: int, size: int = BATCH) -> list[range]:
    """Return the people in batches."""
    return [range(first, min(first + size, people)) for first in range(0, people, size)]


def simulate(
    orders: Sequence[Order], planned: dict[int, Planned], workers: int, advanced: Progress
) -> list[list[Lived]]:
    """Return the lives of each order, by person; with one worker in this process, else in a pool."""
    if workers == 1:
        found = ((place, live_batch(orders[place], planned, people)) for place, people in work_of(orders))
        return sort_out(orders, found, advanced)
    with ProcessPoolExecutor(workers, get_context("spawn"), _prepare, (planned,)) as pool:
        waiting = [(place, pool.submit(_live_prepared, orders[place], people)) for place, people in work_of(orders)]
        return sort_out(orders, ((place, one.result()) for place, one in waiting), advanced)


def work_of(orders: Sequence[Order]) -> Iterator[tuple[int, range]]:
    """Return all batches of all orders, each with the place of its order."""
    return ((place, people) for place, order in enumerate(orders) for people in batches(order.people))


def sort_out(
    orders: Sequence[Order], found: Iterable[tuple[int, list[Lived]]], advanced: Progress
) -> list[list[Lived]]:
    """Return the lives of each order from batches that come in order."""
    lives: list[list[Lived]] = [[] for _ in orders]
    for place, batch in found:
        lives[place].extend(batch)
        advanced(len(batch))
    return lives


@cache
def _desk() -> dict[int, Planned]:
    """Return what a worker process keeps: the plans, sent once."""
    return {}


def _prepare(planned: dict[int, Planned]) -> None:
    _desk().update(planned)


def _live_prepared(order: Order, people: Sequence[int]) -> list[Lived]:
    return live_batch(order, _desk(), people)
