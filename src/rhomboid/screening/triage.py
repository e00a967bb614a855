"""The screen: which answers mean which level, what the person is told, and what is left out of a program."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rhomboid.screening.advice import Advice, choose_advice
from rhomboid.screening.clearance import Clearance, check_clearances
from rhomboid.screening.expressions import Reading
from rhomboid.screening.facts import Answers, facts_by_id
from rhomboid.screening.hits import Hit, Standing, facts_told, hit_of
from rhomboid.screening.reports import Report, answers_after
from rhomboid.screening.restriction_table import load_restrictions
from rhomboid.screening.rules import facts_assumed_yes, load_rules, required_facts

# Most cautious first. An unfinished screen gives no program, but a rule that already stops says more.
LEVELS = ("emergency", "same_day", "see_clinician", "incomplete", "modify", "proceed")
MAY_TRAIN = ("modify", "proceed")


@dataclass(frozen=True)
class Triage:
    """hits: most cautious first; restrictions: ids in force; missing: facts to ask; advice: said beside the level."""

    level: str
    hits: tuple[Hit, ...]
    restrictions: tuple[str, ...]
    missing: tuple[str, ...]
    advice: tuple[Advice, ...]

    @property
    def may_train(self) -> bool:
        """Return whether there may be a program at all."""
        return self.level in MAY_TRAIN


def screen(answers: Answers, clearances: Sequence[Clearance], on: date, *, earlier: Sequence[Report] = ()) -> Triage:
    """Return the triage of `answers` as they stand on a day.

    earlier: what was reported before, oldest first, the intake first of all, each later report with only what was
    answered then. It keeps a red flag up until it is cleared, though its answer is `no` again.
    """
    check_clearances("clearances", clearances)
    hits = _all_hits(_history(answers, on, earlier), clearances, on)
    missing = [fact for fact in facts_by_id() if _is_unknown(fact, answers)]
    unfinished = any(fact in required_facts() for fact in missing)
    level = _level(hits, unfinished=unfinished)
    adds = {name for hit in hits if hit.level == "modify" for name in _adds(hit)}
    return Triage(
        level=level,
        hits=tuple(hits),
        restrictions=tuple(name for name in load_restrictions() if name in adds),
        missing=tuple(missing),
        advice=choose_advice(answers, clear=level in MAY_TRAIN and all(hit.lifted_by is None for hit in hits)),
    )


def screen_reports(reports: Sequence[Report], clearances: Sequence[Clearance], on: date) -> Triage:
    """Return the triage on a day after all that was reported by then, the intake first."""
    by_then = [report for report in reports if report.day <= on]
    return screen(answers_after(by_then), clearances, on, earlier=by_then)


def emergencies_so_far(answers: Answers) -> tuple[Hit, ...]:
    """Return the emergencies that are certain whatever the answers still to come; for an unfinished intake.

    Unlike `screen`, which must decide, it reads nothing into a figure that has not been asked for yet.
    """
    emergencies = (rule for rule in load_rules().values() if rule.level == "emergency")
    found = ((rule, facts_told(rule, Reading(answers))) for rule in emergencies)
    return tuple(Hit(rule, rule.level, facts) for rule, facts in found if facts is not None)


def _history(answers: Answers, on: date, earlier: Sequence[Report]) -> list[Standing]:
    history: list[Standing] = []
    standing = Answers(())
    for report in earlier:
        standing = standing.merged(report.answers)
        history.append(Standing(report, standing))
    changed = tuple((fact, value) for fact, value in answers.items if standing.get(fact) != value)
    if changed or not history:
        history.append(Standing(Report(on, Answers(changed)), answers))
    return history


def _all_hits(history: Sequence[Standing], clearances: Sequence[Clearance], on: date) -> list[Hit]:
    # Most screens repeat what was told before, and most rules never spoke.
    different = tuple({standing.answers: standing for standing in history}.values())
    spoke = [rule for rule in load_rules().values() if any(one.facts_of(rule) is not None for one in different)]
    found = [hit_of(rule, history, clearances, on) for rule in spoke]
    # Sorting keeps the table order within a level.
    return sorted((hit for hit in found if hit is not None), key=lambda hit: LEVELS.index(hit.level))


def _level(hits: Sequence[Hit], *, unfinished: bool) -> str:
    decided = hits[0].level if hits else "proceed"
    return "incomplete" if unfinished and decided != "emergency" else decided


def _adds(hit: Hit) -> tuple[str, ...]:
    return hit.rule.adds if hit.lifted_by is None else (*hit.rule.adds, "locked_by_name_only")


def _is_unknown(fact: str, answers: Answers) -> bool:
    if fact not in required_facts() and fact not in facts_assumed_yes():
        return False
    implied = facts_by_id()[fact].implied_by
    return answers.get(fact) is None and not (implied is not None and answers.contains(*implied))
