"""The page of one exercise: everything its record holds, in plain words, and what it means for the person in view."""

from collections.abc import Mapping
from typing import Any

from django.utils.safestring import mark_safe

from rhomboid.body.muscles import muscles
from rhomboid.catalogue.exercise import Catalogue, Exercise
from rhomboid.catalogue.sources import load_sources
from rhomboid.prescription.words import amount_words, load_words, reserve_words
from rhomboid.screening.restrictions import bars_of
from rhomboid.service.library import Fit
from rhomboid.web.figure_choice import frames_url, moving_url, still_url
from rhomboid.web.presenters.dose_words import dose_rows, first_loads, heavier_words, tempo_text
from rhomboid.web.presenters.library import card, kit_words
from rhomboid.web.presenters.library_words import (
    ACTIVATION_WORDS,
    FAMILIES,
    HOUSEHOLD_WORDS,
    LOAD_CLASS_WORDS,
    MUSCLE_WORDS,
    ORIGIN_WORDS,
    POSITION_WORDS,
    TIER_WORDS,
)


def page(exercise: Exercise, catalogue: Catalogue, fit: Fit | None) -> dict[str, Any]:
    """Return everything the page of one exercise shows."""
    return {
        "exercise": exercise,
        "family": next(one for one in FAMILIES if exercise.pattern in one.patterns),
        "tier": TIER_WORDS[exercise.tier],
        "position": POSITION_WORDS[exercise.position],
        "kit": kit_words(exercise),
        "household": " and ".join(HOUSEHOLD_WORDS[one] for one in exercise.household if one != "floor"),
        "easier": [card(catalogue[one], fit) for one in exercise.easier],
        "harder": [card(catalogue[one], fit) for one in exercise.harder],
        "leads_to": [card(catalogue[one], fit) for one in exercise.leads_to],
        "cautions": [(one.text, _source(one.source)) for one in exercise.cautions],
        "bars": bars_of(exercise) if exercise.tier != "never" else (),
        "sources": [load_sources()[one] for one in exercise.sources],
        **_pictures(exercise),
        **_muscles(exercise),
        **_dose(exercise, fit),
        **_for_person(exercise, fit),
    }


def _pictures(exercise: Exercise) -> dict[str, Any]:
    return {
        "picture": still_url(exercise.id),
        "moving": moving_url(exercise.id),
        "frames": frames_url(exercise.id),
        "seconds": max(3, exercise.dose.seconds_per_rep),
    }


def _muscles(exercise: Exercise) -> dict[str, Any]:
    """Return the worked muscles in words and as a picture, what studies measured, and what three regions bear."""
    borne = exercise.load_class
    return {
        "muscle_map": mark_safe(muscles(exercise, in_page=True)),  # noqa: S308 - drawn here, names escaped
        "primary": [MUSCLE_WORDS[one] for one in exercise.primary],
        "secondary": [MUSCLE_WORDS[one] for one in exercise.secondary],
        "measured": [
            (MUSCLE_WORDS[one.muscle], ACTIVATION_WORDS[one.level], load_sources()[one.source], one.confidence)
            for one in exercise.activation
        ],
        "strain": [
            ("Low back", LOAD_CLASS_WORDS[borne.low_back]),
            ("Neck", LOAD_CLASS_WORDS[borne.neck]),
            ("Shoulders", LOAD_CLASS_WORDS[borne.shoulder]),
        ],
    }


def _dose(exercise: Exercise, fit: Fit | None) -> dict[str, Any]:
    level = fit.level if fit is not None else "new"
    return {
        "dose_rows": dose_rows(exercise, level),
        "first_loads": first_loads(exercise),
        "heavier": heavier_words(exercise),
        "tempo": tempo_text(exercise),
        "origin": ORIGIN_WORDS[exercise.dose.origin],
        "dose_source": "" if exercise.dose.origin == "ours" else _source(exercise.dose.source),
    }


def _for_person(exercise: Exercise, fit: Fit | None) -> Mapping[str, Any]:
    if fit is None:
        return {"fit": None, "reasons": (), "item": None}
    item = fit.items.get(exercise.id)
    doses = () if item is None else (amount_words(item), load_words(item.load), reserve_words(item))
    return {
        "fit": fit,
        # A move that nobody is given says why above; the rest would only repeat it.
        "reasons": () if exercise.tier == "never" else fit.left_out.get(exercise.id, ()),
        "item": item,
        "dose": " · ".join(part for part in doses if part),
        "whys": [(why.text, _source(why.source)) for why in item.why] if item is not None else [],
    }


def _source(key: str) -> str:
    """Return a source in words; a rule id stays as it is."""
    found = load_sources().get(key)
    return found.title if found is not None else f"rule {key}"
