"""What the player needs of a session: everything in one document, so that it works offline after the first load."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from rhomboid.catalogue.exercise import Catalogue, Exercise
from rhomboid.catalogue.rulebook import rule
from rhomboid.prescription.load_json import load_to_json
from rhomboid.prescription.program import Item, Session
from rhomboid.prescription.words import (
    BLOCK_NAMES,
    amount_words,
    load_words,
    move_words,
    reserve_words,
    tempo_words,
)
from rhomboid.web.figure_choice import frames_url, moving_url, still_url

ASKING_BLOCKS = ("strength", "core")
TISSUE = ("foam-roll", "trigger-point")


@dataclass(frozen=True)
class ShownBlock:
    name: str
    items: tuple[dict[str, Any], ...]


def player_data(session: Session, catalogue: Catalogue, easier: dict[str, Item], *, person: str) -> dict[str, Any]:
    """Return the session as the player's script reads it.

    easier: the dose after a twist (D4) by exercise. person: whose log the events belong to.
    """
    return {
        "session": session.id,
        "kind": session.kind,
        "person": person,
        "items": [
            _item(item, block.name, catalogue, easier.get(item.exercise))
            for block in session.blocks
            for item in block.items
        ],
        "limits": {"rise": rule("D0").numbers["stop_rise"]},
        "urls": {
            "events": reverse("log-events"),
            "after": reverse("session-after", args=[session.id]),
            "today": reverse("today"),
            "something_new": reverse("something-new"),
            "worker": reverse("worker"),
        },
    }


def blocks_of(session: Session, catalogue: Catalogue) -> tuple[ShownBlock, ...]:
    """Return the session's blocks for reading."""
    return tuple(
        ShownBlock(BLOCK_NAMES[block.name], tuple(_item(item, block.name, catalogue, None) for item in block.items))
        for block in session.blocks
    )


def _item(item: Item, block: str, catalogue: Catalogue, easier: Item | None) -> dict[str, Any]:
    exercise = catalogue[item.exercise]
    return {
        **_dose(item),
        "exercise": item.exercise,
        "name": exercise.name,
        "block_name": BLOCK_NAMES[block],
        "per_side": item.per_side,
        "rest_s": item.rest_s // 2 if item.per_side else item.rest_s,  # the other side rests meanwhile (C3)
        "tempo": [int(part) for part in item.tempo.split("-")] if item.tempo else None,
        "seconds_per_rep": exercise.dose.seconds_per_rep,
        "tempo_text": tempo_words(item, exercise),
        "reserve_text": reserve_words(item),
        "rir": item.rir,
        "asks": block in ASKING_BLOCKS,
        "stop_pain": _stop_pain(exercise),
        "is_walk": block == "aerobic",
        "moves": exercise.dose.kind in ("timed", "minutes", "roll"),
        "words": list(move_words(exercise)),
        "summary": exercise.summary,
        "breathing": exercise.breathing,
        "steps": list(exercise.steps),
        "cues": list(exercise.cues),
        "cautions": [caution.text for caution in exercise.cautions],
        "warning": exercise.cautions[0].text if "tissue_pressure" in exercise.provocations else "",
        "why": [{"text": why.text, "source": why.source} for why in item.why],
        "still_url": still_url(exercise.id),
        "picture_url": moving_url(exercise.id),
        "frames_url": frames_url(exercise.id),
        "easier": _dose(easier) if easier else None,
    }


def _stop_pain(exercise: Exercise) -> int:
    """Return the pain from which a move is over for the day; less on tender points and in rolling (D3)."""
    least: int = rule("D0").numbers["stop_pain"]
    return min(least, rule("D3").numbers["tissue_stop_above"] + 1) if exercise.category in TISSUE else least


def _dose(item: Item) -> dict[str, Any]:
    return {
        "sets": item.sets,
        "reps": item.reps[1] if item.reps else None,
        "hold_s": item.hold_s,
        "minutes": item.minutes,
        "load": load_to_json(item.load),
        "load_text": load_words(item.load),
        "dose": amount_words(item),
    }
