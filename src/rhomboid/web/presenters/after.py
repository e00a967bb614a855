"""What the page after a session shows: what was done, how it felt, what changes next time."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from rhomboid.catalogue.exercise import Catalogue
from rhomboid.catalogue.rulebook import rule
from rhomboid.prescription.program import Session
from rhomboid.prescription.words import KIND_NAMES, day_words
from rhomboid.training.event_types import SessionEnd, SetDone, Stopped
from rhomboid.training.events import Log
from rhomboid.training.today import Today
from rhomboid.web.figure_choice import still_url
from rhomboid.web.presenters.today import SIGNS, Change, show_change

FELT_WORDS = {"strong": "Strong", "fine": "Fine", "weak_achy": "Weak and achy"}
FELT_LINES = {
    "strong": "That is what it is for.",
    "fine": "Steady is how it grows.",
    "weak_achy": "That happens. If it is so twice running, the next session gets lighter.",
}
HOLD = SIGNS["hold"][0]
STOPPING = ("sharp", "worsening")


@dataclass(frozen=True)
class DoneMove:
    """One exercise of the session as it was done."""

    name: str
    picture: str
    words: str
    stopped: bool


def after_page(session: Session, log: Log, coming: Today | None, catalogue: Catalogue) -> dict[str, Any]:
    """Return everything the page shows. coming: the next strength session, None when none comes or all is locked."""
    sets = [event for event in log.events if isinstance(event, SetDone) and event.session == session.id]
    stops = [event for event in log.events if isinstance(event, Stopped) and event.session == session.id]
    ends = [event for event in log.events if isinstance(event, SessionEnd) and event.session == session.id]
    end = ends[-1] if ends else None
    changes = [show_change(decision, catalogue) for decision in coming.decisions] if coming else []
    return {
        "title": KIND_NAMES[session.kind],
        "kind": session.kind,
        "end": end,
        "felt": FELT_WORDS[end.felt] if end else "",
        "felt_line": FELT_LINES[end.felt] if end else "",
        "moves": _moves(sets, stops, catalogue),
        "set_count": len({(one.exercise, one.number) for one in sets}),
        "consult": any(one.why in STOPPING for one in stops) or any(one.pain_kind == "sharp" for one in sets),
        "much_pain": end is not None and end.pain >= rule("D0").numbers["stop_pain"],
        "next_day": day_words(coming.date) if coming else "",
        "changes": _without(changes, HOLD),
        "kept": [change for change in changes if change.sign == HOLD],
    }


def _without(changes: Sequence[Change], sign: str) -> list[Change]:
    return [change for change in changes if change.sign != sign]


def _moves(sets: Sequence[SetDone], stops: Sequence[Stopped], catalogue: Catalogue) -> list[DoneMove]:
    told: list[SetDone | Stopped] = sorted([*sets, *stops], key=lambda event: (event.at, event.id))
    order = dict.fromkeys(one.exercise for one in told)
    known = (exercise for exercise in order if exercise in catalogue.by_id)
    return [_move(exercise, sets, stops, catalogue) for exercise in known]


def _move(exercise: str, sets: Sequence[SetDone], stops: Sequence[Stopped], catalogue: Catalogue) -> DoneMove:
    done = {one.number: one for one in sets if one.exercise == exercise}
    amounts = [str(one.reps) if one.reps is not None else f"{one.hold_s} s" for one in done.values()]
    why = [one.why for one in stops if one.exercise == exercise]
    repeated = any(one.reps is not None for one in done.values())
    words = [", ".join(amounts) + (" times" if repeated else "")] if amounts else []
    pains = [one.pain for one in sets if one.exercise == exercise and one.pain]
    words += [f"pain {max(pains)}"] if pains else []
    words += ["stopped" if why[-1] != "time" or amounts else "left out"] if why else []
    picture = still_url(exercise)
    return DoneMove(catalogue[exercise].name, picture, " · ".join(words), stopped=bool(why))
