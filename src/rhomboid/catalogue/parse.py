"""The schema of an exercise, declared once, and the value made from a file that keeps to it."""

from collections.abc import Mapping
from typing import Any

from rhomboid.catalogue import vocabulary as words
from rhomboid.catalogue.exercise import Activation, Caution, Dose, Exercise, Fault, LoadClass, StartLoad
from rhomboid.catalogue.schema import Field, read_fields
from rhomboid.lib.errors import bad_input

MUSCLE_FIELDS = (
    Field("primary", "choices", words.MUSCLES, least=1),
    Field("secondary", "choices", words.MUSCLES),
)
DOSE_FIELDS = (
    Field("kind", "choice", words.DOSE_KINDS),
    Field("sets", "whole", least=1, most=5, optional=True),
    Field("reps", "whole", least=1, most=30, optional=True),
    Field("hold_s", "whole", least=1, most=120, optional=True),
    Field("seconds_per_rep", "whole", least=0, most=60),
    Field("tempo", "text", optional=True),
    Field("origin", "choice", words.DOSE_ORIGINS),
    Field("note", "text"),
    Field("source", "text"),
)
START_LOAD_FIELDS = tuple(Field(level, "either", words.BANDS) for level in words.LEVELS)
LOAD_CLASS_FIELDS = tuple(Field(region, "choice", words.LOAD_CLASSES) for region in ("low_back", "neck", "shoulder"))
ACTIVATION_FIELDS = (
    Field("muscle", "choice", words.MUSCLES),
    Field("class", "choice", words.ACTIVATION_CLASSES),
    Field("source", "text"),
    Field("confidence", "choice", words.CONFIDENCES),
)
EXERCISE_FIELDS = (
    Field("id", "text"),
    Field("name", "text"),
    Field("aliases", "texts"),
    Field("category", "choice", words.CATEGORIES),
    Field("region", "choice", words.REGIONS),
    Field("pattern", "choice", words.PATTERNS),
    Field("plane", "choice", words.PLANES),
    Field("position", "choice", words.POSITIONS),
    Field("equipment", "choices", words.EQUIPMENT),
    Field("any_of", "groups", words.EQUIPMENT),
    Field("household", "choices", words.HOUSEHOLD),
    Field("implements", "choices", words.EQUIPMENT),
    Field("floor", "flag"),
    Field("unilateral", "flag"),
    Field("loading", "choice", words.LOADINGS),
    Field("tier", "choice", words.TIERS),
    Field("lock_reason", "text", may_be_empty=True),
    Field("needs_stability", "flag"),
    Field("blocks", "choices", words.BLOCKS),
    Field("provocations", "choices", words.PROVOCATIONS),
    Field("summary", "text"),
    Field("breathing", "text"),
    Field("steps", "texts", least=3, most=6),
    Field("cues", "texts", least=2, most=4),
    Field("easier", "texts"),
    Field("harder", "texts"),
    Field("leads_to", "texts", least=1, optional=True),
    Field("best_with", "choices", words.EQUIPMENT, least=1, optional=True),
    Field("contraindications", "texts"),
    Field("sources", "texts", least=1),
    Field("review_status", "choice", words.REVIEW_STATUSES),
    Field("muscles", "table", fields=MUSCLE_FIELDS),
    Field("dose", "table", fields=DOSE_FIELDS),
    Field("start_load", "table", fields=START_LOAD_FIELDS, optional=True),
    Field("load_class", "table", fields=LOAD_CLASS_FIELDS),
    Field("faults", "tables", fields=(Field("fault", "text"), Field("fix", "text")), least=2, most=4),
    Field("cautions", "tables", fields=(Field("text", "text"), Field("source", "text"))),
    Field("activation", "tables", fields=ACTIVATION_FIELDS, least=1, optional=True),
)


def parse_exercise(where: str, table: Mapping[str, Any]) -> Exercise:
    """Return the exercise of one parsed file. Raises UserError naming `where`, field, value and what is allowed."""
    values = read_fields(where, table, EXERCISE_FIELDS)
    _check_within(where, values)
    muscles = values.pop("muscles")
    start_load = values.pop("start_load")
    return Exercise(
        primary=muscles["primary"],
        secondary=muscles["secondary"],
        dose=Dose(**values.pop("dose")),
        start_load=StartLoad(**start_load) if start_load else None,
        load_class=LoadClass(**values.pop("load_class")),
        faults=tuple(Fault(**row) for row in values.pop("faults")),
        cautions=tuple(Caution(**row) for row in values.pop("cautions")),
        activation=tuple(_activation(row) for row in values.pop("activation") or ()),
        leads_to=values.pop("leads_to") or (),
        best_with=values.pop("best_with") or (),
        **values,
    )


def _activation(row: Mapping[str, Any]) -> Activation:
    return Activation(muscle=row["muscle"], level=row["class"], source=row["source"], confidence=row["confidence"])


def _check_within(where: str, values: Mapping[str, Any]) -> None:
    """Raise for fields of one file that contradict each other."""
    owned = {*values["equipment"], *(part for group in values["any_of"] for part in group)}
    for implement in values["implements"]:
        if implement not in owned:
            raise bad_input(where, "implements", implement, "what stands in equipment or any_of")
    if (values["start_load"] is None) != (values["implements"] == ()):
        raise bad_input(where, "start_load", values["start_load"], "present when implements names kit, else absent")
    if (values["tier"] in ("locked", "never")) != (values["lock_reason"] != ""):
        raise bad_input(where, "lock_reason", values["lock_reason"], "a reason for tiers locked and never alone")
    if (values["tier"] == "never") != (values["blocks"] == ()):
        raise bad_input(where, "blocks", list(values["blocks"]), "at least one, and none for tier never")
    kind = values["dose"]["kind"]
    if "strength" in values["blocks"] and kind not in words.LOADED_KINDS:
        raise bad_input(where, "dose.kind", kind, f"one of {', '.join(words.LOADED_KINDS)} in block strength")
    if (values["dose"]["origin"] == "ours") != (values["dose"]["source"] == "ours"):
        raise bad_input(where, "dose.source", values["dose"]["source"], "ours when the origin is ours, else another")
    lies = values["position"] in words.FLOOR_POSITIONS
    if values["floor"] and not lies and values["position"] not in ("seated", "moving"):
        raise bad_input(where, "floor", True, "false in a position that is not down on the floor")
