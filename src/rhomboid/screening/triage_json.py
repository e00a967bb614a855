"""The triage as `screen --json` answers it; a plan and a day carry the same object."""

from typing import Any

from rhomboid.screening.hits import Hit
from rhomboid.screening.restriction_table import load_restrictions
from rhomboid.screening.triage import Triage

NOTICE = "Educational, no medical advice. No clinician has reviewed these rules."


def triage_to_json(triage: Triage) -> dict[str, Any]:
    """Return the triage as plain values in a fixed order."""
    known = load_restrictions()
    return {
        "level": triage.level,
        "hits": [_hit_to_json(hit) for hit in triage.hits],
        "restrictions": list(triage.restrictions),
        "missing": list(triage.missing),
        "advice": [{"id": one.id, "text": one.text, "source": one.source} for one in triage.advice],
        "limits": [{"restriction": name, "text": known[name].text} for name in triage.restrictions],
        "notice": NOTICE,
    }


def _hit_to_json(hit: Hit) -> dict[str, Any]:
    by = hit.lifted_by
    return {
        "rule": hit.rule.id,
        "level": hit.level,
        "facts": {fact: list(value) if isinstance(value, tuple) else value for fact, value in hit.facts},
        "text": hit_text(hit),
        "source": hit.rule.source,
        "title": hit.rule.title,
        "version": hit.rule.version,
        "review_status": hit.rule.review_status,
        "cleared_by": hit.rule.cleared_by,
        "lifted_by": None if by is None else {"by": by.by, "role": by.role, "date": by.date.isoformat()},
        "raised_on": None if hit.raised_on is None else hit.raised_on.isoformat(),
    }


def hit_text(hit: Hit) -> str:
    """Return what the person is told: what to do, or who lifted it and when."""
    if hit.lifted_by is not None:
        by = hit.lifted_by
        return f"{by.by} ({by.role}) cleared this on {by.date.isoformat()}. It still sets limits on your program."
    if hit.raised_on is None:
        return hit.rule.text
    who = "a doctor" if hit.rule.level == "emergency" or hit.rule.cleared_by == "physician" else "a doctor or therapist"
    return f"You told us of this on {hit.raised_on.isoformat()}. It stands until {who} clears it. {hit.rule.text}"
