"""The catalogue as `catalogue --json` shows it."""

from typing import Any

from rhomboid.catalogue.exercise import Catalogue, Exercise


def catalogue_to_json(catalogue: Catalogue) -> dict[str, Any]:
    """Return the whole catalogue, exercises by id."""
    exercises = [exercise_to_json(exercise) for exercise in catalogue.exercises]
    return {"version": catalogue.version, "exercises": exercises}


def exercise_to_json(exercise: Exercise) -> dict[str, Any]:
    """Return one exercise: the keys of the contract first, then what else a reader may want."""
    return {
        "id": exercise.id,
        "name": exercise.name,
        "aliases": list(exercise.aliases),
        "category": exercise.category,
        "region": exercise.region,
        "pattern": exercise.pattern,
        "plane": exercise.plane,
        "position": exercise.position,
        "equipment": list(exercise.equipment),
        "any_of": [list(group) for group in exercise.any_of],
        "floor": exercise.floor,
        "unilateral": exercise.unilateral,
        "muscles": {"primary": list(exercise.primary), "secondary": list(exercise.secondary)},
        "loading": exercise.loading,
        "tier": exercise.tier,
        "lock_reason": exercise.lock_reason,
        "provocations": list(exercise.provocations),
        "load_class": {
            "low_back": exercise.load_class.low_back,
            "neck": exercise.load_class.neck,
            "shoulder": exercise.load_class.shoulder,
        },
        "steps": list(exercise.steps),
        "cues": list(exercise.cues),
        "faults": [{"fault": fault.fault, "fix": fault.fix} for fault in exercise.faults],
        "easier": list(exercise.easier),
        "harder": list(exercise.harder),
        "cautions": [{"text": caution.text, "source": caution.source} for caution in exercise.cautions],
        "contraindications": list(exercise.contraindications),
        "sources": list(exercise.sources),
        **_more(exercise),
    }


def _more(exercise: Exercise) -> dict[str, Any]:
    start = exercise.start_load
    return {
        "summary": exercise.summary,
        "breathing": exercise.breathing,
        "blocks": list(exercise.blocks),
        "household": list(exercise.household),
        "implements": list(exercise.implements),
        "needs_stability": exercise.needs_stability,
        "dose": {
            "kind": exercise.dose.kind,
            "sets": exercise.dose.sets,
            "reps": exercise.dose.reps,
            "hold_s": exercise.dose.hold_s,
            "tempo": exercise.dose.tempo,
            "origin": exercise.dose.origin,
            "note": exercise.dose.note,
            "source": exercise.dose.source,
        },
        "start_load": None if start is None else {"new": start.new, "some": start.some, "trained": start.trained},
        "activation": [
            {"muscle": one.muscle, "class": one.level, "source": one.source, "confidence": one.confidence}
            for one in exercise.activation
        ],
        "leads_to": list(exercise.leads_to),
        "best_with": list(exercise.best_with),
        "review_status": exercise.review_status,
    }
