"""The library: all exercises as pictures, filtered, and one exercise in full."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString

from rhomboid.body.figure import Wish
from rhomboid.catalogue.exercise import Catalogue, Exercise
from rhomboid.catalogue.vocabulary import FLOOR_POSITIONS
from rhomboid.service.library import Fit
from rhomboid.web.figure_choice import chosen, still_url
from rhomboid.web.presenters.library_words import (
    FAMILIES,
    GYM_KIT,
    KIT_WORDS,
    MUSCLE_GROUPS,
    NOT_AT_WORK,
    PLACES,
    POSITION_GROUPS,
    POSITION_WORDS,
    TIER_WORDS,
    Family,
)

NO_KIT = "none"
LONGEST_SEARCH = 60
FIRST_PICTURES = 6  # on a phone the first screen; the others load as they come into view


@dataclass(frozen=True)
class Filter:
    """What was asked for; empty means any. kit: what the person has, `none` for household things alone."""

    words: str = ""
    target: str = ""
    kit: tuple[str, ...] = ()
    position: str = ""
    place: str = ""

    @property
    def has_more(self) -> bool:
        """Return whether the folded part of the form holds a wish."""
        return bool(self.kit or self.position or self.place)

    @property
    def is_set(self) -> bool:
        return bool(self.words or self.target) or self.has_more


@dataclass(frozen=True)
class Card:
    """One exercise in the list. note: why it is not for this person now, or empty."""

    id: str
    name: str
    summary: str
    picture: str
    url: str
    kit: str
    position: str
    mark: str
    note: str
    lazy: bool

    @property
    def html(self) -> SafeString:
        """Return the card as it stands on a page; the same cards come again and again, so they are kept."""
        return _html_of(self)


@lru_cache(maxsize=4096)
def _html_of(card: Card) -> SafeString:
    return render_to_string("library/card.html", {"card": card})


@lru_cache(maxsize=4096)
def _addresses(exercise_id: str, wish: Wish) -> tuple[str, str]:
    """Return the addresses of an exercise's picture and page."""
    return still_url(exercise_id, wish), reverse("library-exercise", args=[exercise_id])


def parse_filter(query: QueryDict) -> Filter:
    """Return the filter of an address; what is unknown in it counts as not asked for."""

    def one_of(name: str, known: set[str]) -> str:
        asked = query.get(name, "")
        return asked if asked in known else ""

    kit = tuple(one for one in (NO_KIT, *KIT_WORDS) if one in query.getlist("kit"))
    return Filter(
        words=query.get("words", "").strip()[:LONGEST_SEARCH],
        target=one_of("target", {one.key for one in FAMILIES} | {f"muscle-{key}" for key, _, _ in MUSCLE_GROUPS}),
        kit=kit,
        position=one_of("position", {key for key, _, _ in POSITION_GROUPS}),
        place=one_of("place", {key for key, _ in PLACES}),
    )


def choices(chosen: Filter, fit: Fit | None) -> dict[str, Any]:
    """Return what the filter form offers."""
    mine = [one for one in KIT_WORDS if one in fit.equipment] if fit is not None else []
    return {
        "filter": chosen,
        "families": [(one.key, one.name) for one in FAMILIES],
        "muscle_groups": [(f"muscle-{key}", name) for key, name, _ in MUSCLE_GROUPS],
        "kit": [(NO_KIT, "Nothing"), *((one, words) for one, words in KIT_WORDS.items() if one != "band_anchor")],
        "positions": [(key, name) for key, name, _ in POSITION_GROUPS],
        "places": PLACES,
        "my_kit": "?" + urlencode({"kit": mine or [NO_KIT]}, doseq=True) if fit is not None else "",
    }


def groups(catalogue: Catalogue, chosen: Filter, fit: Fit | None) -> list[tuple[Family, list[Card]]]:
    """Return the exercises the filter lets through, by family; within one the easiest come first."""
    shown = 0
    found = []
    for family in FAMILIES:
        members = [one for one in catalogue.exercises if one.pattern in family.patterns and _passes(one, chosen)]
        members.sort(key=lambda one: (list(TIER_WORDS).index(one.tier), one.name))
        cards = [card(one, fit, lazy=shown + place >= FIRST_PICTURES) for place, one in enumerate(members)]
        shown += len(cards)
        if cards:
            found.append((family, cards))
    return found


def card(exercise: Exercise, fit: Fit | None, *, lazy: bool = True) -> Card:
    """Return one exercise as a picture with its few words."""
    reasons = fit.left_out.get(exercise.id, ()) if fit is not None else ()
    mark = TIER_WORDS[exercise.tier] if exercise.tier in ("locked", "never") else ""
    if fit is not None and exercise.id in fit.items:
        mark = "In your program"
    picture, url = _addresses(exercise.id, chosen())
    return Card(
        id=exercise.id,
        name=exercise.name,
        summary=exercise.summary,
        picture=picture,
        url=url,
        kit=kit_words(exercise),
        position=POSITION_WORDS[exercise.position],
        mark=mark,
        note=reasons[0].text if reasons else "",
        lazy=lazy,
    )


def kit_words(exercise: Exercise) -> str:
    """Return what must be there, e.g. "Band" or "Bench, Dumbbells or Kettlebell"; "No kit" when nothing must."""
    parts = [KIT_WORDS[one] for one in exercise.equipment]
    parts += [" or ".join(KIT_WORDS[one] for one in group) for group in exercise.any_of]
    return ", ".join(parts) or "No kit"


def _passes(exercise: Exercise, chosen: Filter) -> bool:
    return (
        _has_words(exercise, chosen.words)
        and _hits(exercise, chosen.target)
        and (not chosen.kit or _is_enough(exercise, frozenset(chosen.kit) | {"band_anchor"}))
        and (not chosen.position or exercise.position in _positions(chosen.position))
        and _suits(exercise, chosen.place)
    )


def _has_words(exercise: Exercise, words: str) -> bool:
    text = " ".join((exercise.name, *exercise.aliases, exercise.summary)).lower()
    return all(word in text for word in words.lower().split())


def _hits(exercise: Exercise, target: str) -> bool:
    if not target:
        return True
    muscles = next((names for key, _, names in MUSCLE_GROUPS if f"muscle-{key}" == target), None)
    if muscles is not None:
        return not set(muscles).isdisjoint(exercise.primary)
    return any(exercise.pattern in one.patterns for one in FAMILIES if one.key == target)


def _is_enough(exercise: Exercise, kit: frozenset[str]) -> bool:
    return kit.issuperset(exercise.equipment) and all(not kit.isdisjoint(group) for group in exercise.any_of)


def _positions(key: str) -> tuple[str, ...]:
    return next(names for each, _, names in POSITION_GROUPS if each == key)


def _suits(exercise: Exercise, place: str) -> bool:
    """Return whether it can be done there: no machines at home, nothing on the floor at work (rule B1)."""
    if place == "office":
        away = NOT_AT_WORK
        return not (exercise.floor or exercise.position in FLOOR_POSITIONS) and _is_enough_without(exercise, away)
    return place != "home" or _is_enough_without(exercise, GYM_KIT)


def _is_enough_without(exercise: Exercise, away: frozenset[str]) -> bool:
    return _is_enough(exercise, frozenset(KIT_WORDS) - away)
