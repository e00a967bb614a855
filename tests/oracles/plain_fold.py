"""The fold, the slow way: everything done again from the first session for each date asked for (D0 to D12).

Written from the rules page alone, to be held against the engine: no caching, long-hand dictionaries.
"""

from typing import Any

from rhomboid.screening.clearance import Clearance
from rhomboid.screening.facts import parse_answers
from rhomboid.screening.reports import Report
from rhomboid.screening.restrictions import dose_limits
from rhomboid.screening.triage import screen_reports
from tests.oracles import plain_dose as doses
from tests.oracles import plain_log as logs
from tests.oracles import plain_pain as pain
from tests.oracles import plain_subs as subs
from tests.oracles.plain_due import answer as told_as
from tests.oracles.plain_due import due, lowered_now, new_line, reserve_now
from tests.oracles.plain_verdict import is_miss, least_reserve, verdict, worst_pain


def triage_on(profile, log, day):
    """A6: the intake is the screen of the start day; new symptoms and re-screens are reported after it."""
    events = logs.events_until(log, day)
    reports = [Report(profile.schedule.start, profile.answers)]
    clearances = list(profile.clearances)
    for one in events:
        when, at = logs.day_of(one), logs.moment_of(one)[0]
        if one["type"] in ("rescreen", "new_symptom"):
            reports.append(Report(when, parse_answers("log", one["facts"]), at))
        if one["type"] == "clearance":
            clearances.append(Clearance(one["by"], one["role"], when, tuple(one["scope"]), at))
    return screen_reports(reports, clearances, day)


def due_on(profile, catalogue, program, log, day, *, unreadable=False, picks=None):
    """{"locked"} or {"session": id or None, "due": {exercise: dose, rir, kind, rule, lost}} of the day's session."""
    if not triage_on(profile, log, day).may_train:
        return {"locked": True, "session": None, "due": {}}
    state: dict[str, Any] = {"lines": {}, "sessions": [], "triages": {}, "stops": [], "picks": picks or {}}
    today = None
    events = logs.events_until(log, day)
    for when, session in logs.strength_calendar(program, events):
        if when > day:
            break
        if when == day:
            today = session
            break
        done = logs.sets_of(events, session.id)
        if done:
            asked = ask_all(profile, catalogue, program, log, state, session, when, unreadable)
            judge_all(profile, catalogue, events, state, session, when, done, asked)
    if today is None or pain.is_gentle(events, day):
        return {"locked": False, "session": None, "due": {}}
    asked = ask_all(profile, catalogue, program, log, state, today, day, unreadable)
    return {"locked": False, "session": today.id, "due": asked}


def items_of(session):
    """The loaded and core items of a session, with whether they are core."""
    return [
        (item, block.name == "core")
        for block in session.blocks
        if block.name in ("strength", "core")
        for item in block.items
    ]


def ask_all(profile, catalogue, program, log, state, session, day, unreadable):  # noqa: PLR0917 (all that a day depends on, long-hand)
    """What each item of a session is due on a day, from the lines as they stand: one answer for each planned item."""
    events = logs.events_until(log, day)
    shared = shared_world(profile, program, log, events, state, session, day, unreadable)
    shared["catalogue"], shared["events"], shared["lines"] = catalogue, events, state["lines"]
    taken = [item.exercise for item, _ in items_of(session)]
    found = {}
    for item, core in items_of(session):
        # What stands in for another item of the session is not taken away from it.
        own = state["lines"].get(item.exercise, new_line(""))["sub"]
        held = [line["sub"]["by"] for name, line in sorted(state["lines"].items()) if line["sub"] and name in taken]
        others = [one for one in held if own is None or one != own["by"]]
        asked = ask_slot(state, shared, program, item, core, day, [*taken, *others])
        asked.update(item=item, core=core, phase=shared["phase"], is_lighter=bool(shared["lighter"]))
        asked["lighter_rules"] = [rule for rule, _ in shared["lighter"]]
        asked["bent_over"] = asked["performer"] is not None and is_bent_over(catalogue[asked["performer"]])
        found[item.exercise] = asked
        taken.append(asked["performer"])
    return found


def after_gentle_days(line, shared, day):
    """C8: after days without strength work at least one step back, in each move not done since."""
    if line["done_on"] is None:
        return line
    since = max(line["done_on"], line["sub"]["since"]) if line["sub"] is not None else line["done_on"]
    over = [until for _, until in pain.gentle_days(shared["events"], day) if until is not None and since < until <= day]
    return {**line, "pending": [*line["pending"], *[("C8", 0.10, False, False) for _ in over]]}


def is_bent_over(exercise):
    """B5: a bent-over row or reverse fly."""
    pulls = ("horizontal_pull", "scapular_retraction")
    return "hinge_unsupported" in exercise.provocations and exercise.pattern in pulls


def who_does_it(state, shared, name, taken, day):
    """Who does a planned item: (name, its line, why it returns or None, whether it needs another stand-in)."""
    while True:
        line = after_gentle_days(state["lines"].setdefault(name, new_line(name)), shared, day)
        if line["sub"] is None:
            return name, line, None, False
        returning = subs.comes_back(state, shared, name, line, day)
        if returning:
            return name, line, returning, False
        if line["sub"]["by"] in taken:
            # What stands in is in the session already.
            return name, line, None, True
        name = line["sub"]["by"]


def ask_slot(state, shared, program, item, core, day, taken):
    """Who does one planned item today, and at what dose: the item, or what stands in for it."""
    name, line, returning, again = who_does_it(state, shared, item.exercise, taken, day)
    world = world_of(shared, program, item, core, name, taken)
    exercise = shared["catalogue"][name]
    if line["lost"] and subs.is_served(state, shared, world, line, name, day):
        # It was left out, as nothing could stand in for it.
        returning = "swap"
    asked = subs.back_again(line, exercise, world, returning) if returning else due(line, exercise, world)
    if asked["kind"] == "swap" and not line["lost"] and subs.is_served(state, shared, world, line, name, day):
        asked = subs.back_again({**line, "pending": []}, exercise, world, "swap")
    if again:
        is_easier = line["sub"]["kind"] == "neighbour" and world["neighbours"]
        asked = told_as(None, line["last_due"], "neighbour" if is_easier else "swap", "D3", anew=True)
    asked.update(performer=name, told_of=name if line["dose"] is not None else None, rir=reserve_now(line, world))
    if asked["dose"] is not None and world["ceiling"] is not None:
        asked["dose"] = doses.clipped(asked["dose"], world["ceiling"])
    if asked["kind"] in ("swap", "neighbour"):
        others = world["neighbours"] if asked["kind"] == "neighbour" else world["pattern"]
        chosen = state["picks"].get((day, name), others[0] if others else None)
        asked.update(chosen=chosen, among=others, performer=chosen)
        if chosen is not None:
            stand_in = state["lines"].setdefault(chosen, new_line(chosen))
            there = world_of(shared, program, item, core, chosen, taken)
            first = subs.first_dose(stand_in, line, shared["catalogue"][chosen], there)
            lowered, _ = lowered_now(first, shared["catalogue"][chosen], there)
            asked.update(dose=lowered, lasting=first, rir=reserve_now(new_line(chosen), there))
    return asked


def world_of(shared, program, item, core, name, taken):
    """What holds for one exercise of a day."""
    exercise = shared["catalogue"][name]
    world = {**shared, "core": core, "kit": doses.kit_of(exercise, shared["profile"])}
    world["most_sets"] = most_sets(program, name, shared["phase"]) or (1 if core else 2)
    world["first_phase"] = first_phase(program, name) or shared["phase"]
    world["ceiling"] = doses.dose_of_item(item, exercise) if name == item.exercise else None
    world["neighbours"] = subs.allowed(shared, exercise.easier, taken, core)
    world["pattern"] = subs.of_pattern(shared, exercise, taken, core)
    return world


def shared_world(profile, program, log, events, state, session, day, unreadable):  # noqa: PLR0917 (all that a day depends on, long-hand)
    """What holds for every exercise of a day: phase, lighter weeks, flare, reasons to hold."""
    week = next(one for one in program.weeks if session in one.sessions)
    flare = pain.flare_state(events, profile, day)
    lighter = []
    if week.deload:
        lighter.append(("C2", 0.10))
    if flare is not None:
        lighter.append(("D7", 0.20 if flare == "flare" else 0.10))
    if state["sessions"] and state["sessions"][-1]["stops"] >= 2:
        lighter.append(("D3", 0.10))
    hold = ["D11"] if is_red_flag_told(profile, log, events, day) else []
    if pain.is_rescreen_due(events, profile, day):
        hold.append("A6")
    if unreadable:
        hold.append("D0")
    triage = triage_told(profile, log, state, events, day)
    limits = dose_limits(triage)
    confirmed = set(profile.experience.form_confirmed)
    confirmed |= {one["exercise"] for one in logs.of_type(events, "form_confirmed")}
    return {
        "profile": profile, "day": day, "phase": week.phase, "deload": week.deload, "lighter": lighter, "hold": hold,
        "flare": flare, "confirmed": confirmed, "least_reserve": limits.least_reserve,
        "longest_hold": limits.longest_hold_s, "triage": triage,
    }  # fmt: skip


def triage_told(profile, log, state, events, day):
    """The triage of a day. The screen is slow; it is asked again only where something was reported."""
    told = sum(one["type"] in ("rescreen", "new_symptom", "clearance", "correction") for one in events)
    if told not in state["triages"]:
        state["triages"][told] = triage_on(profile, log, day)
    return state["triages"][told]


def is_red_flag_told(profile, log, events, day):
    """D11: nothing rises on the day of a red flag, whether it has been cleared since or not."""
    told = [one for one in events if one["type"] in ("rescreen", "new_symptom") and logs.day_of(one) == day]
    for one in told:
        so_far = [other for other in log if logs.moment_of(other) <= logs.moment_of(one)]
        if not triage_on(profile, so_far, day).may_train:
            return True
    return False


def most_sets(program, exercise_id, phase):
    """D1: the most sets the plan gives the item in that phase."""
    given = [
        item.sets
        for week in program.weeks
        if week.phase == phase
        for session in week.sessions
        if session.kind == "strength"
        for item, _ in items_of(session)
        if item.exercise == exercise_id
    ]
    return max(given, default=0)


def first_phase(program, exercise_id):
    """The phase in which the program first gives an item; what was never done is due at that entry dose (D9)."""
    for week in program.weeks:
        for session in week.sessions:
            if session.kind == "strength" and any(one.exercise == exercise_id for one, _ in items_of(session)):
                return week.phase
    return None


def judge_all(profile, catalogue, events, state, session, when, done, asked):  # noqa: PLR0917 (all that a day depends on, long-hand)
    """Write down what was done in one session."""
    usual = pain.usual_pain(events, profile, when)
    record = {"id": session.id, "stops": 0, "loaded": [], "done": [], "bad": False, "achy": False}
    for answer in asked.values():
        name = answer["performer"]
        if name is None or name not in done or answer["dose"] is None:
            continue
        whys = logs.stopped_why(events, session.id, name)
        subs.write_stand_in(state, answer, when)
        line = state["lines"][name]
        asked = {**answer["dose"], "rir": answer["rir"]}
        told = verdict(done[name], whys, asked, catalogue[name])
        whole = not is_miss(done[name], whys, asked, catalogue[name])
        write_outing(line, answer, told, done[name], usual, when, whole)
        subs.write_clean(state, answer["item"].exercise, name, told, answer["is_lighter"])
        record["done"].append(name)
        if not answer["core"]:
            record["loaded"].append(name)
        if told == "stop":
            record["stops"] += 1
            state["stops"].append((when, catalogue[name].pattern))
    record["bad"] = pain.is_bad_morning(events, profile, session.id, when)
    ends = [one for one in logs.of_type(events, "session_end") if one["session"] == session.id]
    record["achy"] = any(one["felt"] == "weak_achy" for one in ends)
    write_session(state, record)


def write_outing(line, answer, told, sets, usual, when, whole):
    """D0 to D4 for one exercise. In a lighter week or flare it neither earns nor breaks a count; stop and twist act."""
    line["lost"] = None
    changed = answer["lasting"] != line["dose"] or answer["anew"]
    if line["dose"] is not None and answer["lasting"]["load"] != line["dose"]["load"]:
        # The 7 and 14 days of D2 run from any change of load, down as well as up: the more cautious reading.
        line["load_rise_on"] = when
    line.update(dose=answer["lasting"], phase=answer["phase"], done_on=when, pending=[], anew=False)
    line.update(rir=answer["rir"], one_fewer=answer["fewer"], was_lighter=answer["is_lighter"], held=False)
    # In a lighter week the set left out for a new load is still to come.
    line["owed"] = answer["fewer"] or (line["owed"] and answer["is_lighter"] and not changed)
    line["was_lowered"] = "D11" if answer["is_lighter"] and answer["dose"] != answer["lasting"] else None
    if changed:
        line["clean"] = []
    line["last_due"] = answer["dose"]
    line["history"].append(told)
    if not answer["is_lighter"]:
        line["outings_with_entry_reserve"] += 1
        count(line, told, sets, usual, whole)
    if told == "stop":
        line["clean"] = []
        if "stop" in line["history"][-3:-1]:
            line["lost"] = "D3"
        line["pending"].append(("D3", 0.20, False, True))
    # The verdict is the first that fits, but a twist acts beside a stop too (B5, D4).
    twisted = any(one.get("compensation") for one in sets)
    if twisted and answer["bent_over"] and not line["lost"]:
        line["clean"], line["lost"] = [], "B5"
    elif twisted and not answer["bent_over"]:
        line["clean"] = []
        line["pending"].append(("D4", 0.10, False, True))


def count(line, told, sets, usual, whole):
    """D1 and D3: clean outings running, and sore ones above usual pain running. Sore where pain is usual counts as
    clean only where all that was due was done."""
    worst = worst_pain(sets)
    if told == "clean":
        line["clean"].append({"left": least_reserve(sets), "sore": False})
        line["sores"] = 0
    elif told == "sore" and 3 <= usual <= 4 and worst <= usual:
        line["clean"] = [*line["clean"], {"left": least_reserve(sets), "sore": True}] if whole else []
        line["sores"] = 0
    elif told == "sore":
        line["clean"] = []
        line["sores"] = line["sores"] + 1 if worst > usual else 0
        if line["sores"] >= 3:
            line["sores"] = 0
            line["pending"].append(("D3", 0.10, False, False))
    else:
        line["clean"] = []
        line["sores"] = 0


def write_session(state, record):
    """D5 and D6: what a bad morning and a weak, achy feeling do to all that was loaded."""
    before = state["sessions"][-1] if state["sessions"] else None
    state["sessions"].append(record)
    lines = state["lines"]
    if record["bad"]:
        for exercise_id in record["done"]:
            # Loaded moves count anew (D5); for the others no clean outing has a bad morning after it (D1).
            lines[exercise_id]["clean"], lines[exercise_id]["held"] = [], True
        if before is not None and before["bad"]:
            for exercise_id in sorted({*record["loaded"], *before["loaded"]}):
                lines[exercise_id]["pending"].append(("D5", 0.10, False, False))
    if record["achy"] and before is not None and before["achy"]:
        for exercise_id in sorted({*record["loaded"], *before["loaded"]}):
            lines[exercise_id]["pending"].append(("D6", 0.10, True, False))
