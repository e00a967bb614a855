"""Whether one rule speaks on a day: now, or earlier in the program without having been cleared since."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache

from rhomboid.screening.clearance import Clearance, names
from rhomboid.screening.expressions import Reading, facts_making_true
from rhomboid.screening.facts import UNKNOWN, Answers, FactValue, facts_by_id
from rhomboid.screening.reports import Report, is_after
from rhomboid.screening.rules import Rule, facts_assumed_yes

KEPT_ANSWERS = 64
Facts = tuple[tuple[str, FactValue], ...]


@dataclass(frozen=True)
class Hit:
    """A rule that speaks. level: `modify` once lifted, else the rule's own; facts: what made it true.

    lifted_by: the clearance that lifted it, or None.
    raised_on: the day it was last raised, where the answer is `no` again; None while the condition holds.
    """

    rule: Rule
    level: str
    facts: Facts
    lifted_by: Clearance | None = None
    raised_on: date | None = None


@dataclass(frozen=True)
class Standing:
    """One report with the answers as they stood after it."""

    report: Report
    answers: Answers

    @cached_property
    def _known(self) -> dict[str, Facts | None]:
        return _known_of(self.answers)

    def facts_of(self, rule: Rule) -> Facts | None:
        """Return the facts that make a rule true, None where it is not."""
        if rule.id not in self._known:
            self._known[rule.id] = _facts(rule, self.answers)
        return self._known[rule.id]


def hit_of(rule: Rule, history: Sequence[Standing], clearances: Sequence[Clearance], on: date) -> Hit | None:
    """Return the hit of a rule on a day, or None. `history` begins with the intake and ends with the answers now."""
    if not rule.stops:
        facts = history[-1].facts_of(rule)
        return None if facts is None else Hit(rule, rule.level, facts)
    found = [standing.facts_of(rule) for standing in history]
    raised = [index for index, facts in enumerate(found) if facts is not None]
    if not raised:
        return None
    speaking = [clearance for clearance in clearances if names(clearance, rule, on)]
    last = raised[-1]
    facts = found[last]
    assert facts is not None
    if last == len(history) - 1:
        return _while_it_holds(rule, facts, _last_report_of(found, history), speaking)
    return _after_it_ended(rule, found, history, speaking)


def _while_it_holds(rule: Rule, facts: Facts, reported: Report | None, speaking: Sequence[Clearance]) -> Hit:
    lifting = None if rule.level == "emergency" else _latest(speaking, not_before=reported)
    return Hit(rule, rule.level if lifting is None else "modify", facts, lifting)


def _after_it_ended(
    rule: Rule, found: Sequence[Facts | None], history: Sequence[Standing], speaking: Sequence[Clearance]
) -> Hit | None:
    """Return the hit of a rule whose condition held once and holds no longer.

    1. A clearance on or after the change of the answer lifts it.
    2. One that had lifted it while it held goes on doing so; what the intake knew and nobody reported again ends.
    3. Otherwise it stays at its level.
    """
    last = max(index for index, facts in enumerate(found) if facts is not None)
    facts, ended = found[last], history[last + 1].report
    assert facts is not None
    raised_on = history[last].report.day
    since = _latest(speaking, not_before=ended)
    if since is not None:
        return Hit(rule, "modify", facts, since, raised_on)
    reported = _last_report_of(found, history)
    before = _latest(speaking, not_before=reported)
    if before is None or rule.level == "emergency":
        return Hit(rule, rule.level, facts, None, raised_on)
    return None if reported is None else Hit(rule, "modify", facts, before, raised_on)


def facts_told(rule: Rule, reading: Reading) -> Facts | None:
    """Return the facts that make the rule true as `reading` has it, with their answers; None when it is not."""
    found = facts_making_true(rule.condition, reading)
    if found is None:
        return None
    told = ((fact, reading.answers.get(fact)) for fact in facts_by_id() if fact in found)
    return tuple((fact, UNKNOWN if value is None else value) for fact, value in told)


@lru_cache(maxsize=KEPT_ANSWERS)
def _known_of(answers: Answers) -> dict[str, Facts | None]:  # noqa: ARG001 - each answers have their own
    """Return where the facts of each rule are kept: most reports change nothing, so answers come up again and again."""
    return {}


def _facts(rule: Rule, answers: Answers) -> Facts | None:
    reading = Reading(
        answers,
        unknown_figure_counts=rule.level == "emergency",
        assumed_yes=() if rule.stops else facts_assumed_yes(),
    )
    return facts_told(rule, reading)


def _last_report_of(found: Sequence[Facts | None], history: Sequence[Standing]) -> Report | None:
    """Return the last report after the intake that gave a fact which made the rule true; None when none did."""
    again: Report | None = None
    for facts, standing in zip(found[1:], history[1:], strict=True):
        told = {fact for fact, _ in facts or ()}
        if any(fact in told for fact, _ in standing.report.answers.items):
            again = standing.report
    return again


def _latest(clearances: Sequence[Clearance], *, not_before: Report | None) -> Clearance | None:
    """Return the latest of the clearances that `not_before` does not come after, or None."""
    valid = [one for one in clearances if not_before is None or not is_after(not_before, one)]
    return max(valid, key=lambda one: (one.date, one.by, one.role), default=None)
