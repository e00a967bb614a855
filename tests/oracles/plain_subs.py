"""What stands in for an exercise, the slow way: the easier neighbour (D0) and the swap (D3).

Which of several allowed ones is taken is not in the rules; the caller may say what was picked.
"""

from datetime import timedelta

from rhomboid.prescription.eligibility import exclusions
from tests.oracles import plain_dose as doses
from tests.oracles import plain_pain as pain
from tests.oracles.plain_due import answer, at_boundary, lowered_now, new_line


def allowed(shared, names, taken, core):
    """Those the person may do today and that are not in the session already."""
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
        if not out and name not in taken and block in exercise.blocks:
            found.append(name)
    return found


def of_pattern(shared, exercise, taken, core):
    """D3: another item of its pattern."""
    same = [
        one.id for one in shared["catalogue"].exercises if one.pattern == exercise.pattern and one.id != exercise.id
    ]
    return allowed(shared, same, taken, core)


def first_dose(stand_in, former, exercise, world):
    """D0: the easier neighbour at its lowest target; D3: the other item at entry dose. Work never rises: not more sets
    than there were."""
    first = doses.entry(exercise, world["profile"], world["phase"], world["core"], world["longest_hold"])
    most = {**first, "sets": min(first["sets"], former["dose"]["sets"])}
    if doses_alike(exercise, world["catalogue"][former["id"]]):
        most["amount"] = min(most["amount"], former["dose"]["amount"])
    if stand_in["dose"] is not None:
        for part in ("sets", "amount", "hold"):
            most[part] = min(most[part], stand_in["dose"][part])
        most["load"] = min(most["load"], stand_in["dose"]["load"], key=doses.size)
    return most


def doses_alike(one, other):
    """Whether two exercises are counted in the same things."""
    return one.dose.kind == other.dose.kind


def line_of(state, program, chosen):
    """What is remembered of a stand-in: its own line where the program gives it too, else it begins anew."""
    planned = any(item.exercise == chosen for session in program.sessions for item in session.items)
    if not planned or chosen not in state["lines"]:
        state["lines"][chosen] = new_line(chosen)
    return state["lines"][chosen]


def write_stand_in(state, asked, when):
    """Remember that something now stands in for an exercise, or that the exercise is back."""
    if asked["kind"] in ("swap", "neighbour"):
        former = state["lines"][asked["told_of"]]
        former["sub"] = {"by": asked["performer"], "kind": asked["kind"], "since": when, "clean": 0}
        former["pending"], former["lost"] = [], None
    elif state["lines"][asked["performer"]]["sub"] is not None:
        back = state["lines"][asked["performer"]]
        back["sub"], back["history"] = None, []


def write_clean(state, name, told, is_lighter):
    """Count the clean outings of an easier neighbour."""
    for line in state["lines"].values():
        if line["sub"] is not None and line["sub"]["by"] == name and not is_lighter:
            line["sub"]["clean"] = line["sub"]["clean"] + 1 if told == "clean" else 0


def comes_back(state, shared, name, line, day):
    """D0: after two clean outings of the neighbour the former again. D3: it may return after 14 days without a stop in
    that pattern, a flare or usual pain above 3; nothing is tried again in a flare (D7)."""
    if shared["flare"] == "flare":
        return None
    if line["sub"]["kind"] == "neighbour":
        return "neighbour" if line["sub"]["clean"] >= 2 else None
    since = day - timedelta(days=14)
    pattern = shared["catalogue"][name].pattern
    if line["sub"]["since"] > since or any(when > since and one == pattern for when, one in state["stops"]):
        return None
    for number in range(14):
        then = day - timedelta(days=number)
        if pain.flare_state(shared["events"], shared["profile"], then) == "flare":
            return None
        if pain.usual_pain(shared["events"], shared["profile"], then) > 3:
            return None
    return "swap"


def back_again(line, exercise, world, kind):
    """The former again: after a neighbour at its earlier dose, after a swap one step back."""
    before = at_boundary(line, exercise, world)
    if kind == "swap":
        before = doses.step_back(before, exercise, world["kit"], 0.10) or before
    now, rule = lowered_now(before, exercise, world)
    return answer(now, before, "deload" if rule else "resume", rule or "D3", anew=True)
