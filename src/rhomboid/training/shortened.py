"""C3. A session cut short to the minutes there are: warm-up, a pull and a stretch stay; the rest is no outing."""

import math
from collections.abc import Iterable
from dataclasses import replace

from rhomboid.catalogue.exercise import Catalogue
from rhomboid.catalogue.rulebook import rule
from rhomboid.prescription.program import Block, Item, Session

ORDER = ("strength", "core", "cool_down", "warm_up", "mobility", "stretch", "roll", "aerobic")


def shorten(session: Session, catalogue: Catalogue, minutes: int) -> Session:
    """Return `session` within `minutes`, or as near as what must stay allows; the same session when it fits already."""
    if session.minutes <= minutes:
        return session
    budget = minutes * 60
    kept = _must_stay(session, catalogue, minutes)
    for item in _by_importance(session):
        if not _holds(kept, item) and _seconds([*kept, item]) <= budget:
            kept.append(item)
    by_id = {item.exercise: item for item in kept}
    blocks = tuple(
        Block(block.name, tuple(by_id[item.exercise] for item in block.items if item.exercise in by_id))
        for block in session.blocks
        if any(item.exercise in by_id for item in block.items)
    )
    return replace(session, blocks=blocks, minutes=_seconds(kept) / 60)


def _holds(kept: Iterable[Item], item: Item) -> bool:
    return any(one.exercise == item.exercise for one in kept)


def _must_stay(session: Session, catalogue: Catalogue, minutes: int) -> list[Item]:
    """Return a warm-up of the length such a session asks for, the first pull and the shortest stretch.

    Under the shortest session there is (C3) only the pull is left: the two minutes of C10.
    """
    pull = next((item for item in session.block("strength") if catalogue[item.exercise].is_pull), None)
    rows = rule("C3").numbers["budget"]
    row = next((row for row in reversed(rows) if row["minutes"][0] <= minutes), None)
    if row is None:
        return [pull or session.items[0]]
    stretches = sorted(session.block("cool_down"), key=lambda item: (item.seconds, item.exercise))
    return [*_warm_up(session, row["warm_up_s"]), *([pull] if pull else []), *stretches[:1]]


def _warm_up(session: Session, least_s: int) -> list[Item]:
    """Return the fewest warm-up items, in their order, that last as long as a session of this length asks."""
    kept: list[Item] = []
    for item in session.block("warm_up"):
        missing = least_s - _seconds(kept)
        if missing <= 0:
            break
        kept.append(_trimmed(item, missing))
    return kept


def _trimmed(item: Item, least_s: int) -> Item:
    """Return an item timed in minutes cut to the half minute that still gives `least_s`; others as they are."""
    if item.minutes is None or item.seconds <= least_s:
        return item
    spare = math.floor((item.seconds - least_s) / 30) * 30
    return replace(item, minutes=item.minutes - spare / 60, seconds=item.seconds - spare)


def _by_importance(session: Session) -> list[Item]:
    return [item for name in ORDER for item in session.block(name)]


def _seconds(items: Iterable[Item]) -> int:
    return sum(item.seconds for item in items)
