"""The safety questions asked again during a program (A6): what changed becomes an event of the log."""

import uuid
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from rhomboid.lib.errors import UserError
from rhomboid.screening.facts import Answers
from rhomboid.service.intake import drafted_answers, save_page
from rhomboid.service.log import append_events, log_of
from rhomboid.service.models import Person
from rhomboid.service.programs import profile_of
from rhomboid.training.corrections import read_as_of
from rhomboid.training.event_types import NewSymptom, Rescreen


def start_rescreen(person: Person) -> None:
    """Open the questions afresh; kit, place and week stay as they are."""
    person.draft = {page: kept for page, kept in person.draft.items() if kept["setup"]}
    person.save(update_fields=["draft"])


def save_page_again(
    person: Person, page: str, *, shown: Mapping[str, Any], facts: Mapping[str, Any], now: datetime
) -> None:
    """Keep one page. A new sign on it is an event at once, even if the rest is never answered.

    1. What this page had reported before is withdrawn: it is being put right.
    2. The page is kept.
    3. Signs that did not stand before are reported.
    """
    before = person.draft.get(page, {}).get("reported")
    if before:
        _append(person, "correction", now, of=before, event=None)
    save_page(person, page, shown=shown, facts=facts, setup={})
    new = _new_signs(facts, standing_answers(person, now.date()))
    if new:
        reported = _append(person, "new_symptom", now, facts=dict.fromkeys(new, "yes"))
        person.draft = {**person.draft, page: {**person.draft[page], "reported": reported}}
        person.save(update_fields=["draft"])


def finish_rescreen(person: Person, *, now: datetime) -> None:
    """Keep the finished screen as one event holding what changed; the rest stands as it was answered before.

    An answer that only repeats itself is left out, so that it does not undo a clearance of that very answer.
    """
    standing = standing_answers(person, now.date())
    answered = drafted_answers(person).items
    changed = {
        fact: list(value) if isinstance(value, tuple) else value
        for fact, value in answered
        if standing.get(fact) != value
    }
    _append(person, "rescreen", now, facts=changed)


def standing_answers(person: Person, day: date) -> Answers:
    """Return the answers as they stand on a day after everything the log tells."""
    standing = profile_of(person).answers
    for event in read_as_of(log_of(person), day).events:
        if isinstance(event, Rescreen | NewSymptom):
            standing = standing.merged(event.facts)
    return standing


def _new_signs(facts: Mapping[str, Any], standing: Answers) -> list[str]:
    signs = [fact for fact, value in facts.items() if value in ("yes", "unsure")]
    if "chest" in facts.get("sites", ()):
        signs.append("chest_pain")
    return sorted({fact for fact in signs if not standing.says_yes(fact)})


def _append(person: Person, event_type: str, now: datetime, **fields: Any) -> str:
    event = str(uuid.uuid4())
    refused = append_events(person, [{"id": event, "at": now.isoformat(), "type": event_type, **fields}]).refused
    if refused:
        raise UserError(refused[0].reason)
    return event
