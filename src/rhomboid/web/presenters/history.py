"""The history of single moves in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from rhomboid.catalogue.exercise import Catalogue
from rhomboid.prescription.words import day_words, load_words
from rhomboid.service.history import MoveHistory, Outing
from rhomboid.training.event_types import SetDone
from rhomboid.training.story import Step, Story
from rhomboid.web.figure_choice import still_url
from rhomboid.web.presenters.today import dose_words, show_change

ASKED = ("strength", "core")
VERDICTS = {
    "stop": "Then pain stopped it.",
    "twist": "Then you twisted or wobbled.",
    "sore": "Then it was sore.",
    "miss": "Then not all of it was done or told.",
    "clean": "Then it went well.",
}


@dataclass(frozen=True)
class MoveRow:
    """A move in the list: what it began with and what was done last."""

    name: str
    id: str
    picture: str
    first: str
    last: str
    times: int


@dataclass(frozen=True)
class Entry:
    """One step of the story. sign and tone never stand alone: the title says it too."""

    day: str
    title: str
    sign: str
    tone: str
    reason: str
    rule: str
    verdict: str


def move_rows(moves: Sequence[MoveHistory], catalogue: Catalogue) -> list[MoveRow]:
    """Return the moves of strength and core, those done most first."""
    asked = [one for one in moves if catalogue[one.exercise].category in ASKED]
    return [
        MoveRow(
            name=catalogue[one.exercise].name,
            id=one.exercise,
            picture=still_url(one.exercise),
            first=f"{_short(one.outings[0].day)}: {_done_words(one.outings[0])}",
            last=f"{_short(one.outings[-1].day)}: {_done_words(one.outings[-1])}",
            times=len(one.outings),
        )
        for one in sorted(asked, key=lambda each: (-len(each.outings), catalogue[each.exercise].name))
    ]


def history_page(history: MoveHistory, catalogue: Catalogue) -> dict[str, Any]:
    """Return everything the page of one move shows."""
    exercise = catalogue[history.exercise]
    story = history.story
    return {
        "exercise": exercise,
        "picture": still_url(exercise.id),
        "baseline": _done_words(history.outings[0]) if history.outings else "",
        "baseline_day": day_words(history.outings[0].day) if history.outings else "",
        "changes": _changes(story, catalogue) if story else [],
        "now": _now(story, catalogue) if story else None,
        "outings": [_row(one) for one in reversed(history.outings)],
    }


def _changes(story: Story, catalogue: Catalogue) -> list[Entry]:
    """Return the steps that changed something, newest first; a dose that only stays is in the table of days."""
    return [_entry(step, catalogue) for step in reversed(story.steps) if step.decision and step.decision.kind != "hold"]


def _entry(step: Step, catalogue: Catalogue) -> Entry:
    decision = step.decision
    assert decision is not None
    change = show_change(decision, catalogue)
    was = f", before {dose_words(decision.was)}" if decision.was and decision.was != decision.now else ""
    return Entry(
        day=day_words(step.day),
        title=f"{change.title}{was}",
        sign=change.sign,
        tone=change.tone,
        reason=change.reason,
        rule=change.rule,
        verdict=VERDICTS.get(step.verdict, "It was not done that day." if step.due else ""),
    )


def _now(story: Story, catalogue: Catalogue) -> Entry | None:
    if story.now is None:
        return None
    change = show_change(story.now, catalogue)
    return Entry(day_words(story.day), change.title, change.sign, change.tone, change.reason, change.rule, "")


def _row(outing: Outing) -> dict[str, str]:
    pains = [one.pain for one in outing.sets if one.pain is not None]
    return {"day": _short(outing.day), "done": _done_words(outing), "pain": str(max(pains)) if pains else "–"}


def _done_words(outing: Outing) -> str:
    """Return what was done on a day, e.g. "2 × 8, light band" or "5 and 4 times"."""
    by_set = {one.number: _amount(one) for one in outing.sets}
    amounts = list(by_set.values())
    same = len(set(amounts)) == 1
    words = f"{len(amounts)} × {amounts[0]}" if same else ", ".join(amounts)
    load = load_words(outing.sets[-1].load)
    return f"{words}, {load}" if load else words


def _amount(one: SetDone) -> str:
    if one.reps is not None and one.hold_s:
        return f"{one.reps} holds of {one.hold_s} s"
    return str(one.reps) if one.reps is not None else f"{one.hold_s or 0} s"


def _short(day: date) -> str:
    return f"{day.day} {day:%b}"
