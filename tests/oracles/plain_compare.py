"""Holds the engine's answer for a day against the slow fold's."""

from tests.oracles import plain_dose as doses
from tests.oracles import plain_fold


def picks_of(answer, day):
    """Which stand-in the engine took where it swapped; the rules leave the choice among several open."""
    swaps = [one for one in answer["decisions"] if one["kind"] in ("swap", "stop") and one["exercise"] is not None]
    picks = {(day, one["exercise"]): one["to"]["exercise"] if one["to"] else None for one in swaps}
    # What comes back after a rest found nothing to stand in for it.
    return picks | {(day, one["exercise"]): None for one in answer["decisions"] if one["kind"] == "resume"}


def items_of(answer):
    session = answer["session"]
    blocks = session["blocks"] if session is not None and session["kind"] == "strength" else []
    return {item["exercise"]: item for one in blocks if one["name"] in ("strength", "core") for item in one["items"]}


def differences(profile, catalogue, program, log, day, answer, picks, *, unreadable=False):
    """Every point in which the two readings differ on a day, in words; picks is added to."""
    picks.update(picks_of(answer, day))
    slow = plain_fold.due_on(profile, catalogue, program, log, day, unreadable=unreadable, picks=picks)
    if slow["locked"]:
        return [] if answer["session"] is None else [f"{day}: locked, yet a session: {answer['session']['id']}"]
    told = {one["exercise"]: one for one in answer["decisions"]}
    items = items_of(answer)
    found = []
    for asked in slow["due"].values():
        found += [f"{day}: {one}" for one in compare_one(asked, told.get(asked["told_of"]), items, catalogue)]
    strangers = sorted(set(items) - {asked["performer"] for asked in slow["due"].values()})
    return found + [f"{day}: not due by the slow fold: {one}" for one in strangers]


def compare_one(asked, decision, items, catalogue):  # noqa: PLR0911 (one way out for each way to differ)
    """What differs in one planned item: its decision, then its dose."""
    kind = decision["kind"] if decision else None
    name = asked["told_of"] or asked["performer"]
    wanted = f"{asked['kind']} {asked['rule']} {asked['dose']} reserve {asked['rir']}"
    if asked["kind"] == "left out":
        return [f"{name}: in the session; slow: {wanted}"] if name in items else []
    if asked["kind"] in ("swap", "neighbour"):
        if kind not in ("swap", "stop"):
            return [f"{name}: {kind}; slow: {wanted} among {asked['among']}"]
        if asked["chosen"] is not None and asked["chosen"] not in asked["among"]:
            return [f"{name}: swapped for {asked['chosen']}, not among {asked['among']}"]
        if asked["chosen"] is None:
            return []
    elif kind != asked["kind"] or not is_same_rule(decision, asked):
        return [f"{name}: {kind} {decision and decision['rule']} {decision and decision['to']}; slow: {wanted}"]
    item = items.get(asked["performer"])
    if item is None:
        return [f"{name}: not in the session; slow: {wanted}"]
    dose = doses.dose_of_json(item, catalogue[asked["performer"]])
    if dose != asked["dose"] or item["rir"] != asked["rir"]:
        return [f"{name}: {kind} {dose} reserve {item['rir']}; slow: {wanted}"]
    return []


def is_same_rule(decision, asked):
    """Several rules may hold at once, and holds climb by D1 and D2 alike: there any of them may be named."""
    if asked["kind"] in ("hold", None):
        return True
    if asked["kind"] == "progress":
        return decision["rule"] in ("D1", "D2")
    if asked["kind"] == "deload":
        return decision["rule"] in asked["lighter_rules"]
    return decision["rule"] == asked["rule"]
