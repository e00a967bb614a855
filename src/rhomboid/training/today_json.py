"""What is due on a day as `today --json` answers it."""

from typing import Any

from rhomboid.prescription.load_json import load_to_json
from rhomboid.prescription.program_json import session_to_json
from rhomboid.screening.triage_json import triage_to_json
from rhomboid.training.decision import Decision, DoseShown
from rhomboid.training.today import Today


def today_to_json(today: Today) -> dict[str, Any]:
    """Return the answer as plain values in a fixed order."""
    return {
        "date": today.date.isoformat(),
        "triage": triage_to_json(today.triage),
        "session": None if today.session is None else session_to_json(today.session),
        "also": [session_to_json(session) for session in today.also],
        "decisions": [decision_to_json(decision) for decision in today.decisions],
        "advice": [{"text": one.text, "source": one.source} for one in today.advice],
    }


def decision_to_json(decision: Decision) -> dict[str, Any]:
    """Return one decision with all keys of the contract."""
    return {
        "exercise": decision.exercise,
        "kind": decision.kind,
        "from": dose_to_json(decision.was),
        "to": dose_to_json(decision.now),
        "rule": decision.rule,
        "reason": decision.reason,
        "events": list(decision.events),
    }


def dose_to_json(dose: DoseShown | None) -> dict[str, Any] | None:
    """Return a dose with all keys of the contract, None where there is none."""
    if dose is None:
        return None
    return {
        "exercise": dose.exercise,
        "sets": dose.sets,
        "reps": list(dose.reps) if dose.reps else None,
        "hold_s": dose.hold_s,
        "load": load_to_json(dose.load),
        "rir": dose.rir,
    }
