"""The array copy over any number of people: fixed batches on threads, added up in order."""

from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import numpy as np

from rhomboid.simulation import arrays
from rhomboid.simulation.arrays import Floats, Ints
from rhomboid.simulation.figures import load_figures
from rhomboid.simulation.model import load_model
from rhomboid.simulation.packing import pack
from rhomboid.simulation.policies import POLICIES, TELLS
from rhomboid.simulation.report import DIGITS, NOTICE, share
from rhomboid.simulation.stage import DAYS_OF_WEEK, course_of, set_stage

# Fixed, so that sums are added in the same order on any number of workers.
BATCH = 1000


@dataclass(frozen=True)
class Multitude:
    """What a multitude adds up to. counts: as in `arrays`; pain_by_week: mean of each week; change: by person."""

    people: int
    counts: Ints
    pain_by_week: Floats
    change: Floats

    @property
    def violations(self) -> int:
        """Return how often something happened that must not."""
        return int(self.counts[list(arrays.VIOLATIONS)].sum())


def live_multitude(
    people: int, weeks: int, seed: int, policy: str, workers: int, advanced: Callable[[int], None]
) -> Multitude:
    """Return what the lives of so many people add up to under a policy."""
    model, rules, course = pack(load_model()), pack(load_figures()), course_of(set_stage())

    def live(first: int) -> tuple[int, Ints, Floats, Floats]:
        last = min(first + BATCH, people)
        counts, pain = np.zeros(arrays.COUNTS, dtype=np.int64), np.zeros(weeks)
        change = np.zeros(last - first)
        # Own copies: threads that count the users of one array wait for each other.
        own = course._replace(**{name: part.copy() for name, part in course._asdict().items()})
        arrays.live_people(
            model, rules, own, seed, first, last, weeks * DAYS_OF_WEEK, POLICIES.index(policy), counts, pain, change
        )
        return last - first, counts, pain, change

    with ThreadPoolExecutor(workers) as pool:
        return _added_up(people, weeks, pool.map(live, range(0, people, BATCH)), advanced)


def _added_up(
    people: int, weeks: int, batches: Iterable[tuple[int, Ints, Floats, Floats]], advanced: Callable[[int], None]
) -> Multitude:
    counts, pain, changes = np.zeros(arrays.COUNTS, dtype=np.int64), np.zeros(weeks), []
    for lived, batch_counts, batch_pain, change in batches:
        counts += batch_counts
        pain += batch_pain
        changes.append(change)
        advanced(lived)
    return Multitude(people, counts, pain / people, np.concatenate(changes))


def multitude_to_json(weeks: int, seed: int, found: Mapping[str, Multitude]) -> dict[str, Any]:
    """Return the whole answer as plain values in a fixed order."""
    first = next(iter(found.values()))
    return {
        "notice": NOTICE,
        "people": first.people,
        "weeks": weeks,
        "seed": seed,
        "decisions": sum(int(one.counts[arrays.DECISIONS]) for one in found.values()),
        "violations": sum(one.violations for one in found.values()),
        "policies": {policy: _summary(policy, one) for policy, one in found.items()},
        "broken": [],
    }


def _summary(policy: str, found: Multitude) -> dict[str, Any]:
    counts = [int(value) for value in found.counts]
    many = found.people > 1
    return {
        "means": TELLS[policy],
        "person_days": counts[arrays.DAYS],
        "decisions": counts[arrays.DECISIONS],
        "violations": found.violations,
        "sessions_done_share": share(counts[arrays.DONE], counts[arrays.DUE]),
        "check_ins_share": share(counts[arrays.CHECK_INS], counts[arrays.DAYS]),
        "sets": counts[arrays.SETS],
        "stops_per_1000_sets": share(1000 * counts[arrays.STOPS], counts[arrays.SETS]),
        "too_hard_per_1000_sets": share(1000 * counts[arrays.TOO_HARD], counts[arrays.SETS]),
        "load_rises_per_person": share(counts[arrays.LOAD_RISES], found.people),
        "flare_days_share": share(counts[arrays.FLARE_DAYS], counts[arrays.DAYS]),
        "pain_change_mean": round(float(found.change.mean()), DIGITS),
        "pain_change_sd": round(float(found.change.std(ddof=1)), DIGITS) if many else None,
        "pain_by_week": [round(float(value), DIGITS) for value in found.pain_by_week],
    }
