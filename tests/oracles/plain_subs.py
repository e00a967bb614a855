"""What stands in for an exercise, the slow way: the easier neighbour (D0) and the swap (D3).

Which of several allowed ones is taken is not in the rules; the caller may say what was picked.
"""

from datetime import timedelta

from rhomboid.prescription.eligibility import exclusions
from tests.oracles import plain_dose as doses
from tests.oracles import plain_pain as pain
from tests.oracles.plain_due import answer, at_boundary, due, lowered_now, restarted


def allowed(shared, names, taken, core):
    """Those the person may do today and that are not in the session already; nothing new in a flare (D7)."""
    if shared["flare"] == "flare":
        return []
    block = "core" if core else "strength"
    found = []
    for name in sorted(names):
        exercise = shared["catalogue"][name]
        out = exclusions(
            exercise,
            shared["profile"],
            shared["triage"],
            phase=shared["phase"],
            average_pain=pain.profile_pain(shared["profile"]),
            form_confirmed=frozenset(shared["confirmed"]),
        )
        line = shared["lines"].get(name)
        is_out_itself = line is not None and (line["sub"] is not None or line["lost"] is not None)
        if not out and name not in taken and block in exercise.blocks and not is_out_itself:
            found.append(name)
    return found


def of_pattern(shared, exercise, taken, core):
    """D3: another item of its pattern; nothing harder, as a safety signal may never raise."""
    above = harder_than(shared["catalogue"], exercise)
    same = [one.id for one in shared["catalogue"].exercises if one.pattern == exercise.pattern]
    return allowed(shared, [one for one in same if one != exercise.id and one not in above], taken, core)


def harder_than(catalogue, exercise):
    """Everything that stands above an exercise on its ladder of harder ones."""
    found, waiting = set(), list(exercise.harder)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting.extend(catalogue[name].harder)
    return found


def first_dose(stand_in, former, exercise, world):
    """D0: the easier neighbour at its lowest target; D3: the other item at entry dose. Work never rises: never above
    where it stands itself, nor more than was asked of what left, lighter weeks aside."""
    most = doses.entry(exercise, world["profile"], world["phase"], world["core"], world["longest_hold"])
    left = {**former["dose"], "sets": former["dose"]["sets"] - former["one_fewer"]}
    if former["lost"]:
        # After a second stop: not more than was really asked when it stopped, in a lighter week too.
        left = former["last_due"]
    most["sets"] = min(most["sets"], left["sets"])
    if exercise.dose.kind == world["catalogue"][former["id"]].dose.kind:
        most["amount"], most["hold"] = min(most["amount"], left["amount"]), min(most["hold"], left["hold"])
    if stand_in["dose"] is not None:
        # A rise it has earned itself waits: on the day it takes a place nothing rises.
        own = due(stand_in, exercise, {**world, "hold": world["hold"] or ["D3"]})
        most = doses.least_parts(most, own["lasting"])
    return most


def write_stand_in(state, asked, when):
    """Remember that something now stands in for an exercise, or that the exercise is back."""
    if asked["kind"] in ("swap", "neighbour"):
        former = state["lines"][asked["told_of"]]
        former["sub"] = {"by": asked["performer"], "kind": asked["kind"], "since": when, "clean": 0}
        former["pending"], former["lost"] = [], None
        # The entry dose has a reserve of 4 for two outings (C4), whatever was done of it before.
        state["lines"][asked["performer"]]["outings_with_entry_reserve"] = 0
    elif state["lines"][asked["performer"]]["sub"] is not None:
        back = state["lines"][asked["performer"]]
        back["sub"] = None


def write_clean(state, planned, name, told, is_lighter):
    """Count the clean outings of an easier neighbour, for what it stood in for that day: the more cautious reading."""
    owner = planned
    while owner != name and state["lines"][owner]["sub"] is not None:
        line = state["lines"][owner]
        owner = line["sub"]["by"]
        if owner != name:
            continue
        if told in ("stop", "twist"):
            line["sub"]["clean"] = 0
        elif not is_lighter:
            line["sub"]["clean"] = line["sub"]["clean"] + 1 if told == "clean" else 0


def comes_back(state, shared, name, line, day):
    """D0: after two clean outings of the neighbour the former again. D3: it may return after 14 days without a stop in
    that pattern, a flare or usual pain above 3; nothing is tried again in a flare (D7)."""
    if shared["flare"] == "flare":
        return None
    if line["sub"]["kind"] == "neighbour":
        return "neighbour" if line["sub"]["clean"] >= 2 else None
    return "swap" if is_quiet(state, shared, name, line, day) else None


def is_quiet(state, shared, name, line, day):
    """D3: 14 days without a stop in that pattern, a flare or usual pain above 3.

    The 14 days begin no earlier than the swap: not all swaps follow a stop (B5, nothing left to take away).
    """
    since = day - timedelta(days=14)
    pattern = shared["catalogue"][name].pattern
    began = line["sub"]["since"] if line["sub"] is not None else line["done_on"]
    if began > since or any(when > since and one == pattern for when, one in state["stops"]):
        return False
    for number in range(14):
        then = day - timedelta(days=number)
        if pain.flare_state(shared["events"], shared["profile"], then) == "flare":
            return False
        if pain.usual_pain(shared["events"], shared["profile"], then) > 3:
            return False
    return True


def is_served(state, shared, world, line, name, day):
    """Whether what had nothing left to take away, and nothing to stand in for it, has rested as a swapped one would."""
    others = world["pattern"]
    chosen = state["picks"].get((day, name), others[0] if others else None)
    return chosen is None and shared["flare"] != "flare" and is_quiet(state, shared, name, line, day)


def back_again(line, exercise, world, kind):
    """The former again: after a neighbour at its earlier dose, after a swap one step back.

    After more than four weeks the larger of one step back and D9, never both."""
    before = at_boundary(line, exercise, world)
    if kind == "swap":
        stepped = doses.step_back(before, exercise, world["kit"], 0.10) or before
        again = restarted(before, exercise, world)
        if (world["day"] - line["done_on"]).days > 28 and doses.work(again) < doses.work(stepped):
            now, rule = lowered_now(again, exercise, world, before)
            return answer(now, again, "deload" if rule else "resume", rule or "D9", anew=True)
        before = stepped
    else:
        # Its neighbour was done in its place: the days off (D9) run from there.
        there = world["lines"][line["sub"]["by"]]
        told = due({**line, "sub": None, "done_on": max(line["done_on"], there["done_on"])}, exercise, world)
        if told["kind"] == "resume" and told["rule"] == "D9":
            return told
        if line["pending"]:
            return told
    now, rule = lowered_now(before, exercise, world)
    return answer(now, before, "deload" if rule else "resume", rule or "D3", anew=True)
