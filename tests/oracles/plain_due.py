"""What one exercise is due on one day, the slow way (D1, D2, D9, D11, D12).

A line is what is remembered of one exercise; every function here only reads it.
"""

from tests.oracles import plain_dose as doses


def new_line(name):
    return {
        "id": name, "dose": None, "phase": None, "rir": None, "done_on": None, "last_due": None, "outings_with_entry_reserve": 0,
        "clean": [], "sores": 0, "history": [], "pending": [], "anew": False,
        "load_rise_on": None, "sub": None, "one_fewer": False, "owed": False, "held": False, "was_lighter": False, "was_lowered": None,
        "lost": None,
    }  # fmt: skip


def reserve(line, phase, world):
    """C4: the phase's reserve; 4 for the first two outings of an item; restrictions may ask for more.

    The page says it of an item new in a later phase; one planned early but hardly done by then is as new.
    """
    entry = line["outings_with_entry_reserve"] < 2
    return max(4 if entry else doses.RESERVE[phase], world["least_reserve"])


def due(line, exercise, world):  # noqa: C901, PLR0911, PLR0912 (the order of D12, long-hand as on the page)
    """The dose due, as {"dose", "lasting", "kind", "rule", "anew"}; kind None for what was never done.

    world: phase, day, core, kit, most_sets, ceiling, lighter (list of shares, rules), hold (rules), confirmed, ...
    """
    if line["dose"] is None:
        first = doses.entry(exercise, world["profile"], world["first_phase"], world["core"], world["longest_hold"])
        if world["flare"] == "flare":
            # D7: nothing new.
            return answer(None, first, "left out", "D7", anew=True)
        return answer(lowered_now(first, exercise, world)[0], first, None, None, anew=True)
    before = at_boundary(line, exercise, world)
    if line["lost"]:
        return answer(None, before, "swap", line["lost"], anew=True)
    after_pain = any(one[0] in ("D3", "D4") and one[3] for one in line["pending"])
    rule = min(line["pending"])[0] if line["pending"] else None
    # D12, "alike, the first named": C8 is named first, and where its step back finds nothing left it is a swap (D0).
    swaps_first = rule == "C8" and doses.step_back(before, exercise, world["kit"], 0.10) is None
    if after_pain and not swaps_first and world["neighbours"] and has_nothing_lighter(line, before, exercise, world):
        return answer(None, before, "neighbour", rule, anew=True)
    boundary = line["phase"] != world["phase"]
    anew = boundary or line["anew"] or reserve_now(line, world) != line["rir"]
    gap = (world["day"] - line["done_on"]).days
    lasting, rule = largest_reduction(line, before, gap, exercise, world)
    if lasting is None:
        return answer(None, before, "swap", "D3", anew=True)
    reduced = lasting != before
    now, lighter_rule = lowered_now(lasting_or(before, lasting), exercise, world, before)
    if lighter_rule is not None and doses.work(now) < doses.work(lasting):
        return answer(now, lasting, "deload", lighter_rule, anew=anew or reduced)
    if reduced:
        return answer(lasting, lasting, "resume" if rule == "D9" else "regress", rule, anew=True)
    if rule == "D9":
        return answer(lasting, lasting, "resume", "D9", anew=True)
    if line["was_lowered"] or (line["was_lighter"] and not world["lighter"]):
        # The earlier dose again after a lighter week or flare; what was not lowered (core) holds for that session too.
        # At a boundary what lasts may have come down to what the lighter week asked.
        now = still_without_the_set(line, lasting, gap, world) or lasting
        is_more = doses.work(now) > doses.work(line["last_due"])
        kind = "resume" if line["was_lowered"] and is_more else "hold"
        return {**answer(now, lasting, kind, line["was_lowered"], anew=anew or gap > 7), "fewer": now != lasting}
    now = still_without_the_set(line, lasting, gap, world) or lasting
    if 7 < gap < 15:
        return {**answer(now, lasting, "hold", "D9", anew=True), "fewer": now != lasting}
    if now != lasting:
        return {**answer(now, lasting, "hold", None, anew=True), "fewer": True}
    if line["one_fewer"]:
        return answer(lasting, lasting, "resume", "D2", anew=True)
    if not anew and not world["hold"] and not world["lighter"]:
        risen, rule = rung(line, before, exercise, world)
        if risen is not None:
            return risen_answer(risen, rule)
    return answer(lasting, lasting, "hold", None, anew=anew)


def still_without_the_set(line, lasting, gap, world):
    """The dose without the set left out for a new load (D2), on a day on which nothing may rise; else None."""
    nothing_rises = world["hold"] or world["lighter"] or line["held"] or 7 < gap < 15
    if not (line["owed"] and nothing_rises):
        return None
    return {**lasting, "sets": max(1, lasting["sets"] - 1)}


def has_nothing_lighter(line, before, exercise, world):
    """Whether neither load nor hold can be taken back."""
    load = doses.lighter_load(before["load"], line["pending"][0][1], world["kit"])
    return load is None and not has_shorter_hold(before, exercise)


def has_shorter_hold(dose, exercise):
    """Whether a hold can be made 5 s shorter."""
    return dose["hold"] > 5 or (exercise.dose.kind == "core_hold" and dose["amount"] > 10)


def lasting_or(before, lasting):
    return lasting if lasting is not None else before


def answer(now, lasting, kind, rule, *, anew):
    return {
        "dose": now,
        "lasting": lasting,
        "kind": kind,
        "rule": rule,
        "anew": anew,
        "load_rise": False,
        "fewer": False,
    }


def risen_answer(risen, rule):
    now = dict(risen["dose"])
    if risen["one_fewer"]:
        now["sets"] = max(1, now["sets"] - 1)
    found = answer(now, risen["dose"], "progress", rule, anew=True)
    return {**found, "fewer": risen["one_fewer"]}


def reserve_now(line, world):
    return None if world["core"] else reserve(line, world["phase"], world)


def at_boundary(line, exercise, world):
    """C4: at a boundary the target becomes the highest of the new phase not above the present; a phase raises no
    dose. The sets stay within the most that the plan gives."""
    dose = dict(line["dose"])
    if line["phase"] != world["phase"]:
        ladder = doses.targets(exercise, world["phase"], world["longest_hold"])
        fitting = [one for one in ladder if one <= dose["amount"]]
        if fitting:
            dose["amount"] = fitting[-1]
        dose["sets"] = min(dose["sets"], world["most_sets"])
    return dose


def largest_reduction(line, before, gap, exercise, world):
    """D12, 4: the largest of the lasting reductions (D3-D6, D9), each from the dose before that day, never stacked.

    Larger is what leaves less work; alike, the first named."""
    kit = world["kit"]
    found = []
    for rule, share, fewer, _ in sorted(line["pending"]):
        stepped = doses.step_back(before, exercise, kit, share)
        if stepped is None:
            return None, rule
        if fewer and stepped["sets"] > 1:
            stepped = {**stepped, "sets": stepped["sets"] - 1}
        found.append((rule, stepped))
    if 15 <= gap <= 28:
        stepped = doses.step_back(before, exercise, kit, 0.10)
        found.append(("D9", stepped if stepped is not None else before))
    elif gap > 28:
        found.append(("D9", restarted(before, exercise, world)))
    best, name = before, None
    for rule, dose in found:
        if doses.work(dose) < doses.work(best) or (name is None and doses.work(dose) <= doses.work(best)):
            best, name = dose, rule
    return best, name


def restarted(before, exercise, world):
    """D9: over 28 days two sets of 5 at 70 % of the load."""
    first = doses.entry(exercise, world["profile"], world["phase"], world["core"], world["longest_hold"])
    load = doses.lighter_load(before["load"], 0.30, world["kit"])
    amount = 5 if exercise.dose.kind == "reps" else first["amount"]
    sets = first["sets"]
    return {
        "hold": before["hold"],
        "sets": min(before["sets"], sets),
        "amount": min(before["amount"], amount),
        "load": load if load is not None or not world["kit"] else world["kit"][0],
    }


def lowered_now(lasting, exercise, world, before=None):
    """D12, 5: lighter week or flare lower only what is due now, each from the dose before that day."""
    best, name = lasting, None
    for rule, share in world["lighter"]:
        from_dose = lasting if before is None else before
        dose = doses.lightened(from_dose, exercise, world["kit"], share)
        if rule == "D7" and world["flare"] == "back":
            # "Then a week at 10 % back": the load or hold one step back; where there is none, as in a lighter week.
            load = doses.lighter_load(from_dose["load"], share, world["kit"])
            if load is not None or has_shorter_hold(from_dose, exercise):
                dose = doses.step_back(from_dose, exercise, world["kit"], share)
        if world["core"] and rule != "D7":
            continue
        if doses.work(dose) < doses.work(best):
            best, name = dose, rule
    return best, name


def rung(line, before, exercise, world):  # noqa: C901, PLR0911 (D1 long-hand)
    """D1: two clean outings running: the next target; at the top one set more at the target before it, up to the most
    sets the plan gives; then a load rung (D2), back to the lowest target. Nothing above the plan's dose."""
    last = line["clean"][-2:]
    if len(last) < 2:
        return None, None
    ladder = doses.targets(exercise, world["phase"], world["longest_hold"])
    higher = [one for one in ladder if one > before["amount"]]
    if before["hold"] == 5:
        # Holds go up by 5 s to their limit first (D2): a shoulder-blade hold that was shortened gets its 10 s back.
        new, rule, fewer = {**before, "hold": 10}, "D2", False
        if any(one["sore"] for one in last):
            return None, None
    elif higher:
        new, rule, fewer = {**before, "amount": higher[0]}, "D1", False
        if any(one["sore"] for one in last) and exercise.dose.kind == "core_hold":
            return None, None
    elif any(one["sore"] for one in last):
        return None, None
    elif before["sets"] < world["most_sets"]:
        new, rule, fewer = (
            {**before, "sets": before["sets"] + 1, "amount": ladder[-2] if len(ladder) > 1 else ladder[0]},
            "D1",
            False,
        )
    else:
        found = load_rung(line, before, last, exercise, world)
        if found is None:
            return None, None
        load, fewer = found
        new, rule = {**before, "load": load, "amount": ladder[0]}, "D2"
    if exercise.dose.kind in ("core_hold", "scapular_hold"):
        rule = "D1"
    if world["ceiling"] is not None and doses.is_above({**new, "sets": max(1, new["sets"] - fewer)}, world["ceiling"]):
        return None, None
    return {"dose": new, "one_fewer": fewer}, rule


def load_rung(line, before, last, exercise, world):
    """D2: (load, one set fewer at first) or None. The next weight of the kit, form confirmed, at most one in 7 days; up
    to 10 % as D1; more, and every band: two more in reserve than asked, 14 days since the last (7 if six or more were
    left); above 50 % never, unless 1 kg in the hand or 2.5 on bar or stack."""
    load = doses.next_load(before, world["kit"])
    if load is None or world["phase"] not in ("build", "strengthen") or exercise.id not in world["confirmed"]:
        return None
    since = 10_000 if line["load_rise_on"] is None else (world["day"] - line["load_rise_on"]).days
    if since < 7:
        return None
    if not isinstance(load, str) and load <= before["load"] * 1.10 + 1e-9:
        return load, False
    too_big = not isinstance(load, str) and load > before["load"] * 1.5 + 1e-9
    if too_big and load - before["load"] > doses.smallest_step(exercise, world["profile"]):
        return None
    asked = reserve_now(line, world)
    if asked is None or any(one["left"] is None or one["left"] < asked + 2 for one in last):
        return None
    much = all(one["left"] >= 6 for one in last)
    return (load, True) if since >= (7 if much else 14) else None
