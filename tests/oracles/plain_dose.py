"""Doses, the slow way (B9, C2, C4, D0 to D2): a dose is a dictionary of sets, amount, hold and load.

amount is what climbs: repetitions (also of the shoulder-blade holds), or seconds of a core hold. hold is the seconds
of each shoulder-blade hold, 1 for everything else.
load is a number of kg, the name of a band, or None for the body's own weight.
"""

from math import floor

BANDS = ["extra_light", "light", "medium", "heavy", "extra_heavy"]
STACKS = ["cable_machine", "leg_press", "leg_extension", "leg_curl"]
TARGETS = {"familiarise": [5, 8, 10, 12], "build": [8, 10, 12], "strengthen": [6, 8, 10], "maintain": [10]}
RESERVE = {"familiarise": 4, "build": 3, "strengthen": 2, "maintain": 3}
MOST_SETS = {"familiarise": 2, "build": 3, "strengthen": 3, "maintain": 2}


def pieces(*runs):
    """A ladder from runs of (first, last, step)."""
    found = []
    for first, last, step in runs:
        value = first
        while value <= last:
            if value not in found:
                found.append(float(value))
            value += step
    return found


def kit_of(exercise, profile):
    """B9: dumbbell 1-10 by 1, then by 2; kettlebell 4-12 by 2, then by 4; barbell from 10, stack from 5, by 2.5; the
    five bands; unless the person lists their own. Never above the clinician's cap; a squat at most 9 kg (B4)."""
    owned = [one for one in exercise.implements if one in profile.setting.equipment]
    if not owned:
        return []
    tool = owned[0]
    if tool == "resistance_band":
        mine = profile.kit.bands
        return [band for band in BANDS if mine is None or band in mine]
    if tool == "dumbbell":
        weights = profile.kit.dumbbell_kg or pieces((1, 10, 1), (10, 60, 2))
    elif tool == "kettlebell":
        weights = profile.kit.kettlebell_kg or pieces((4, 12, 2), (12, 60, 4))
    elif tool == "barbell":
        weights = pieces((10, 200, 2.5))
    else:
        weights = pieces((5, 150, 2.5))
    cap = profile.limits.max_load_kg.get(exercise.id, 10_000)
    if exercise.pattern == "squat" and exercise.id != "heavy-squat":
        cap = min(cap, 9)
    return sorted(float(one) for one in weights if one <= cap)


def smallest_step(exercise, profile):
    """What D2 lets pass above 50 %: 1 kg in the hand, 2.5 on bar or stack."""
    owned = [one for one in exercise.implements if one in profile.setting.equipment]
    return 1 if owned and owned[0] in ("dumbbell", "kettlebell") else 2.5


def start_load(exercise, profile):
    """B9: the content's for exercise and level; in hinges and with weight in front the lightest."""
    kit = kit_of(exercise, profile)
    if not kit:
        return None
    if exercise.pattern in ("hip_hinge", "squat") or exercise.start_load is None:
        return kit[0]
    wanted = getattr(exercise.start_load, profile.experience.level)
    order = BANDS.index if isinstance(wanted, str) else float
    fitting = [one for one in kit if order(one) <= order(wanted)]
    return fitting[-1] if fitting else kit[0]


def targets(exercise, phase, longest_hold):
    """C4: targets by phase; scapular 3-5, core 5-8 a side, core holds 10 to 60 s in steps of 5."""
    kind = exercise.dose.kind
    if kind == "scapular_hold":
        return [3, 4, 5]
    if kind == "core_reps":
        return [5, 6, 7, 8]
    if kind == "core_hold":
        return list(range(10, min(60, longest_hold or 60) + 1, 5))
    return TARGETS[phase]


def entry(exercise, profile, phase, core, longest_hold):
    """C4: the first session is 2 x 5; an item new in a later phase starts at 2 x its lowest target, start load."""
    lowest = targets(exercise, phase, longest_hold)[0]
    hold = 10 if exercise.dose.kind == "scapular_hold" else 1
    return {"sets": 1 if core else 2, "amount": lowest, "hold": hold, "load": start_load(exercise, profile)}


def size(load):
    """A number for how much resists, to compare work by."""
    if load is None:
        return 1.0
    return BANDS.index(load) + 1.0 if isinstance(load, str) else float(load)


def work(dose):
    """*Work* is sets x repetitions (or seconds held) x load."""
    return dose["sets"] * dose["amount"] * dose["hold"] * size(dose["load"])


def lighter_load(load, share, kit):
    """Load lower by that share, rounded down to the kit (band: the next easier); None where there is none lighter."""
    if load is None:
        return None
    if isinstance(load, str):
        easier = [one for one in kit if BANDS.index(one) < BANDS.index(load)]
    else:
        easier = [one for one in kit if one <= load * (1 - share) + 1e-9]
    return easier[-1] if easier else None


def step_back(dose, exercise, kit, share):
    """One step back: load lower; hold: 5 s shorter. None lighter, or bodyweight: one set fewer, then two repetitions.

    None where nothing is left to take away (the caller then swaps)."""
    load = lighter_load(dose["load"], share, kit)
    if load is not None:
        return {**dose, "load": load}
    if exercise.dose.kind == "core_hold" and dose["amount"] - 5 >= 10:
        return {**dose, "amount": dose["amount"] - 5}
    if dose["hold"] > 5:
        return {**dose, "hold": dose["hold"] - 5}
    if dose["sets"] > 1:
        return {**dose, "sets": dose["sets"] - 1}
    return fewer_repetitions(dose, exercise)


def fewer_repetitions(dose, exercise):
    """Two repetitions fewer. No target under 6 but the entry five, nor under the least of its kind; None if none."""
    least = {"reps": 5, "core_reps": 5, "scapular_hold": 3}.get(exercise.dose.kind)
    if least is None or dose["amount"] <= least:
        return None
    return {**dose, "amount": max(least, dose["amount"] - 2)}


def lightened(dose, exercise, kit, share):
    """C2 (and D7 with 20 %): load lower where there is a lighter one, one set fewer where it has two or more; if
    neither can be, a third fewer repetitions (not under 5) or 5 s less hold."""
    new = dict(dose)
    load = lighter_load(dose["load"], share, kit)
    if load is not None:
        new["load"] = load
    if dose["sets"] > 1:
        new["sets"] = dose["sets"] - 1
    if new == dose:
        if exercise.dose.kind == "core_hold":
            new["amount"] = max(5, dose["amount"] - 5)
        elif exercise.dose.kind == "scapular_hold":
            new["hold"] = max(5, dose["hold"] - 5)
        elif exercise.dose.kind in ("reps", "core_reps"):
            new["amount"] = min(dose["amount"], max(5, floor(dose["amount"] * 2 / 3)))
    return new


def next_load(dose, kit):
    """The next weight or band of the kit, or None where none is heavier."""
    heavier = [one for one in kit if dose["load"] is not None and size(one) > size(dose["load"])]
    return heavier[0] if heavier else None


def rung_of(dose):
    """Where a dose stands on the ladder of D1: load, then sets, then hold, then repetitions or seconds."""
    return (size(dose["load"]), dose["sets"], dose["hold"], dose["amount"])


def is_above(dose, ceiling):
    """Whether a dose is further up the ladder than another."""
    return rung_of(dose) > rung_of(ceiling)


def least_parts(one, other):
    """The lower of two doses of one exercise, part by part."""
    found = {part: min(one[part], other[part]) for part in ("sets", "amount", "hold")}
    return {**found, "load": min(one["load"], other["load"], key=size)}


def clipped(dose, ceiling):
    """The plan's dose is the ceiling: what stands above it on the ladder is cut to it, part by part."""
    return least_parts(dose, ceiling) if is_above(dose, ceiling) else dose


def dose_of_item(item, exercise):
    """A plan's item as a dose."""
    amount = item.hold_s if exercise.dose.kind == "core_hold" else item.reps[1]
    load = None if item.load is None or item.load.is_bodyweight else (item.load.band or item.load.kg)
    hold = item.hold_s if exercise.dose.kind == "scapular_hold" else 1
    return {"sets": item.sets, "amount": amount, "hold": hold, "load": load}


def dose_of_json(item, exercise):
    """An item as `today` tells it, as a dose."""
    amount = item["hold_s"] if exercise.dose.kind == "core_hold" else item["reps"][1]
    told = item["load"] or {}
    hold = item["hold_s"] if exercise.dose.kind == "scapular_hold" else 1
    return {"sets": item["sets"], "amount": amount, "hold": hold, "load": told.get("band") or told.get("kg")}
