"""What the lives of one policy add up to: behaviour of rules, never evidence of benefit."""

from collections.abc import Sequence
from dataclasses import asdict
from statistics import fmean, stdev
from typing import Any

from rhomboid.simulation.crowd import Lived, Order
from rhomboid.simulation.policies import TELLS

NOTICE = (
    "Virtual people, not patients: what this shows is how the rules behave in a model whose numbers are partly "
    "our own. "
    "It is no evidence that any policy helps anyone."
)
DIGITS = 3


def report(orders: Sequence[Order], lives: Sequence[Sequence[Lived]]) -> dict[str, Any]:
    """Return the whole answer as plain values in a fixed order."""
    first = orders[0]
    return {
        "notice": NOTICE,
        "people": first.people,
        "weeks": first.weeks,
        "seed": first.seed,
        "decisions": sum(one.course.decisions for some in lives for one in some),
        "violations": sum(one.course.violations for some in lives for one in some),
        "policies": {order.policy: summary(order.policy, some) for order, some in zip(orders, lives, strict=True)},
        "broken": [broken_to_json(person, one) for some in lives for person, one in _broken(some)],
    }


def summary(policy: str, lives: Sequence[Lived]) -> dict[str, Any]:
    """Return what the lives under one policy add up to."""
    courses = [one.course for one in lives]
    days = sum(one.days for one in courses)
    due, done = sum(one.sessions_due for one in courses), sum(one.sessions_done for one in courses)
    sets = sum(one.sets for one in courses)
    changes = [one.pain_by_week[-1] - one.pain_by_week[0] for one in courses]
    return {
        "means": TELLS[policy],
        "person_days": days,
        "decisions": sum(one.decisions for one in courses),
        "violations": sum(one.violations for one in courses),
        "sessions_done_share": share(done, due),
        "check_ins_share": share(sum(one.check_ins for one in courses), days),
        "sets": sets,
        "stops_per_1000_sets": share(1000 * sum(one.stops for one in courses), sets),
        "too_hard_per_1000_sets": share(1000 * sum(one.too_hard for one in courses), sets),
        "load_rises_per_person": share(sum(one.load_rises for one in courses), len(courses)),
        "work_per_session": share(sum(one.work for one in courses), done),
        "flare_days_share": share(sum(one.flare_days for one in courses), days),
        "locked_days": sum(one.locked_days for one in courses),
        "pain_change_mean": round(fmean(changes), DIGITS),
        "pain_change_sd": round(stdev(changes), DIGITS) if len(changes) > 1 else None,
        "pain_by_week": [
            round(fmean(one.pain_by_week[week] for one in courses), DIGITS)
            for week in range(len(courses[0].pain_by_week))
        ],
    }


def broken_to_json(person: int, broken: Any) -> dict[str, Any]:
    """Return one violation as plain values."""
    return {"person": person, **asdict(broken), "day": broken.day.isoformat()}


def _broken(lives: Sequence[Lived]) -> list[tuple[int, Any]]:
    return [(person, one) for person, lived in enumerate(lives) for one in lived.broken]


def share(part: float, whole: float) -> float | None:
    """Return a share, or None where there is nothing to share."""
    return round(part / whole, DIGITS) if whole else None
