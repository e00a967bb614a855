"""Many lives at once: who is of which kind, batches for the workers, results in order of person."""

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import numpy as np

from rhomboid.catalogue.load import load_catalogue
from rhomboid.lib.errors import UserError
from rhomboid.simulation import chance, virtual
from rhomboid.simulation.kinds import Kind, Planned, load_kinds
from rhomboid.simulation.life import Course, Life
from rhomboid.simulation.model import load_model
from rhomboid.simulation.packing import pack
from rhomboid.simulation.watch import Broken
from rhomboid.spread.work import Lost, Where, spread

BATCH = 10
GARBAGE_THRESHOLD = 200_000
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
    with _seldom_garbage():
        for person in people:
            life = Life(planned[_kind_of(order.seed, person)], catalogue, model, order.seed, person, order.policy)
            course = life.live(order.weeks)
            lived.append(Lived(course, tuple(life.broken)))
    return lived


@contextmanager
def _seldom_garbage() -> Iterator[None]:
    """Look for garbage seldom: a life leaves hardly any rings of values, and the search takes a tenth of its time."""
    before = gc.get_threshold()
    gc.set_threshold(GARBAGE_THRESHOLD)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def batches(people: int, size: int = BATCH) -> list[range]:
    """Return the people in batches."""
    return [range(first, min(first + size, people)) for first in range(0, people, size)]


def simulate(
    orders: Sequence[Order], planned: dict[int, Planned], where: Where, advanced: Progress
) -> list[list[Lived]]:
    """Return the lives of each order, by person, however they are spread."""
    tasks = [(order, people) for order in orders for people in batches(order.people)]
    found: dict[int, list[Lived]] = {}
    for place, lived in spread(_live, planned, tasks, where):
        if isinstance(lived, Lost):
            raise UserError("rhomboid simulate: a process that lived the lives was ended; try fewer --workers")
        found[place] = lived
        advanced(len(lived))
    lives: dict[Order, list[Lived]] = {order: [] for order in orders}
    for place, (order, _) in enumerate(tasks):
        lives[order].extend(found[place])
    return list(lives.values())


def _live(planned: dict[int, Planned], task: tuple[Order, range]) -> list[Lived]:
    order, people = task
    return live_batch(order, planned, people)
