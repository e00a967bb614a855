"""What the page You asks, in parts that are saved one by one. Questions the intake asks too are the same ones."""

from collections.abc import Mapping
from typing import Any

from rhomboid.catalogue.vocabulary import BANDS
from rhomboid.service.models import Person
from rhomboid.web.intake_fields import Field
from rhomboid.web.intake_steps import PLACE, WEEK_FIELDS, YES_NO

BAND_NAMES = {
    "extra_light": "Extra light",
    "light": "Light",
    "medium": "Medium",
    "heavy": "Heavy",
    "extra_heavy": "Extra heavy",
}
KIT_FIELDS = (
    Field(
        name="dumbbell_kg", kind="kilos", group="kit", required=False, label="Your dumbbells, in kg each",
        hint="Such as 2, 4, 6.5. Leave it empty if you have the usual row of them.",
    ),
    Field(
        name="kettlebell_kg", kind="kilos", group="kit", required=False, label="Your kettlebells, in kg each",
        hint="Such as 8, 12.",
    ),
    Field(
        name="bands", kind="chips", group="kit", required=False, label="Your bands",
        hint="Choose none if you have the usual set.",
        options=tuple((band, BAND_NAMES[band]) for band in BANDS),
    ),
)  # fmt: skip
PARTS: Mapping[str, tuple[Field, ...]] = {
    "place": (*PLACE.fields, *KIT_FIELDS),
    "week": tuple(one for one in WEEK_FIELDS if one.name in ("strength_days", "minutes", "daily_minutes")),
}


def as_kept(person: Person, fields: tuple[Field, ...]) -> dict[str, Any]:
    """Return what is kept, the way the fields show it."""
    return {one.name: _shown(one, ((person.profile or {}).get(one.group) or {}).get(one.name)) for one in fields}


def _shown(one: Field, value: Any) -> Any:
    if one.kind == "kilos":
        return ", ".join(f"{kg:g}" for kg in value or [])
    if one.options == YES_NO:
        return "yes" if value else "no"
    if isinstance(value, list):
        return value or ["none"]
    return [] if one.kind in ("chips", "days") and value is None else "" if value is None else str(value)


def with_other_minutes(one: Field, value: str) -> Field:
    """Return a choice of minutes that also offers what is kept, when that is none of the usual ones."""
    if one.name not in ("minutes", "daily_minutes") or not value or value in dict(one.options):
        return one
    options = sorted((*one.options, (value, value)), key=lambda option: int(option[0]))
    return Field(name=one.name, kind=one.kind, group=one.group, cast=one.cast, label=one.label, options=tuple(options))
