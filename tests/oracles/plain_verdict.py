"""How one outing is judged, the slow way (D0): the worst set of the worse side; the first that fits."""

from tests.oracles.plain_dose import size
from tests.oracles.plain_log import moment_of


def pains_of(sets):
    return [one["pain"] for one in sets if one.get("pain") is not None]


def verdict(sets, whys, due, exercise):
    """stop, twist, sore, miss or clean. due: the dose that was due there, its reserve under "rir"."""
    if is_stop(sets, whys):
        return "stop"
    if any(one.get("compensation") for one in sets):
        return "twist"
    if any(pain >= 3 for pain in pains_of(sets)):
        return "sore"
    if is_miss(sets, whys, due, exercise):
        return "miss"
    return "clean"


def is_stop(sets, whys):
    """Pain 5 or more, or sharp, or 3 above its first set, or stopped as sharp or worsening."""
    if "sharp" in whys or "worsening" in whys:
        return True
    if any(one.get("pain_kind") == "sharp" for one in sets) or any(pain >= 5 for pain in pains_of(sets)):
        return True
    for side in ("left", "right", "both"):
        mine = sorted(
            (one for one in sets if one.get("side", "both") == side), key=lambda one: (one["set"], moment_of(one))
        )
        told = [one for one in mine if one.get("pain") is not None]
        for place, one in enumerate(told):
            firsts = [other["pain"] for other in told[: place + 1] if other["set"] == told[0]["set"]]
            if one["pain"] >= min(firsts) + 3:
                return True
    return False


def is_miss(sets, whys, due, exercise):
    """A set, side or pain missing; repetitions, hold or load below what was due; reserve below target or, where asked,
    not told; stopped tired or for time."""
    if "tired" in whys or "time" in whys:
        return True
    for number in range(1, due["sets"] + 1):
        for side in ("left", "right") if exercise.unilateral else ("both",):
            mine = [one for one in sets if one["set"] == number and one.get("side", "both") in (side, "both")]
            if not mine:
                return True
    return any(is_short(one, due, exercise) for one in sets if one["set"] <= due["sets"])


def is_short(one, due, exercise):
    """Whether one set is below what was due, or leaves out what was asked."""
    if one.get("pain") is None:
        return True
    done = one.get("hold_s") if exercise.dose.kind == "core_hold" else one.get("reps")
    if done is None or done < due["amount"]:
        return True
    if exercise.dose.kind == "scapular_hold" and (one.get("hold_s") or 0) < due["hold"]:
        return True
    if due["load"] is not None:
        told = one.get("load") or {}
        load = told.get("band") or told.get("kg")
        if load is None or isinstance(load, str) != isinstance(due["load"], str) or size(load) < size(due["load"]):
            return True
    return due["rir"] is not None and (one.get("rir") is None or one["rir"] < due["rir"])


def least_reserve(sets):
    told = [one["rir"] for one in sets if one.get("rir") is not None]
    return min(told) if told else None


def worst_pain(sets):
    return max(pains_of(sets), default=0)
