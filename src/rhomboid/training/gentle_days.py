"""C8. What is left of a day while pain is high: short walks and easy movement, no strength, no rolling."""

from collections.abc import Sequence
from dataclasses import replace

from rhomboid.catalogue.exercise import Catalogue
from rhomboid.catalogue.rulebook import rule
from rhomboid.prescription.program import Block, Item, Session


def go_gently(sessions: Sequence[Session], catalogue: Catalogue) -> tuple[Session, ...]:
    """Return the sessions without strength work, rolling and all but entry moves; walks at their shortest."""
    eased = (_ease(session, catalogue) for session in sessions if session.kind != "strength")
    return tuple(session for session in eased if session.blocks)


def _ease(session: Session, catalogue: Catalogue) -> Session:
    blocks = (
        Block(block.name, tuple(_shorten(item, block.name) for item in block.items if _is_easy(item, block, catalogue)))
        for block in session.blocks
    )
    return replace(session, blocks=tuple(block for block in blocks if block.items))


def _is_easy(item: Item, block: Block, catalogue: Catalogue) -> bool:
    return block.name != "roll" and catalogue[item.exercise].tier == "entry"


def _shorten(item: Item, block: str) -> Item:
    if block != "aerobic" or item.minutes is None:
        return item
    return replace(item, minutes=min(item.minutes, float(rule("C1").numbers["walk"]["minutes"])))
