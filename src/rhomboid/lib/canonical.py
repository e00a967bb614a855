"""JSON whose bytes depend on the value alone."""

import hashlib
import json
from typing import Any


def to_json(value: Any) -> str:
    """Return `value` as JSON text; keys keep their written order, so the same value gives the same bytes."""
    return json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False)


def digest(value: Any) -> str:
    """Return a short stable name for `value`: the first 16 hex digits of the SHA-256 of its sorted JSON."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:16]
