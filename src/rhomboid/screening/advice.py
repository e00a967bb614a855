"""What is said beside the level."""

from dataclasses import dataclass
from functools import cache

from rhomboid.catalogue.reader import read_table
from rhomboid.screening.expressions import Condition, Reading, facts_making_true
from rhomboid.screening.facts import Answers, facts_by_id
from rhomboid.screening.grammar import parse_condition
from rhomboid.screening.rules import load_terms


@dataclass(frozen=True)
class Advice:
    """condition: None means always. after_clear_screen: only when nothing stops and nothing was lifted."""

    id: str
    condition: Condition | None
    text: str
    source: str
    after_clear_screen: bool = False


@cache
def load_advice() -> tuple[Advice, ...]:
    """Return all advice in the order in which it is shown."""
    return tuple(
        Advice(
            id=name,
            condition=parse_condition(entry["when"], facts_by_id(), load_terms()) if "when" in entry else None,
            text=entry["text"],
            source=entry["source"],
            after_clear_screen=entry.get("after_clear_screen", False),
        )
        for name, entry in read_table("screening/advice.toml").items()
    )


def choose_advice(answers: Answers, *, clear: bool) -> tuple[Advice, ...]:
    """Return what is said to someone; `clear`: the screen lets them train and nothing was lifted."""
    return tuple(advice for advice in load_advice() if _fits(advice, answers, clear=clear))


def _fits(advice: Advice, answers: Answers, *, clear: bool) -> bool:
    if advice.after_clear_screen and not clear:
        return False
    return advice.condition is None or facts_making_true(advice.condition, Reading(answers)) is not None
