"""Loads to JSON and back."""

from collections.abc import Mapping
from typing import Any

from rhomboid.catalogue.vocabulary import BANDS
from rhomboid.lib.errors import bad_input
from rhomboid.prescription.program import Load

HEAVIEST_KG = 500


def load_to_json(load: Load | None) -> dict[str, Any] | None:
    """Return a load as `{"kg": 6.0}`, `{"band": "light"}`, `{"bodyweight": true}` or null."""
    if load is None:
        return None
    if load.kg is not None:
        return {"kg": load.kg}
    return {"band": load.band} if load.band is not None else {"bodyweight": True}


def load_from_json(value: Any, where: str, at: str) -> Load | None:
    """Return a load from its JSON; raises UserError naming `where` and `at`."""
    if value is None:
        return None
    if isinstance(value, Mapping) and len(value) == 1:
        (kind, amount), *_ = value.items()
        if kind == "kg" and type(amount) in (int, float) and 0 < amount <= HEAVIEST_KG:
            return Load(kg=float(amount))
        if kind == "band" and amount in BANDS:
            return Load(band=amount)
        if kind == "bodyweight" and amount is True:
            return Load()
    raise bad_input(
        where, at, value, f'null, {{"kg": number}}, {{"band": {"|".join(BANDS)}}} or {{"bodyweight": true}}'
    )
