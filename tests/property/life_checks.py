"""What must hold of every answer, in whatever life: each function raises where it does not (D1, D2, D11, D12, B)."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from statistics import fmean
from typing import Any

from rhomboid.prescription.eligibility import exclusions
from rhomboid.prescription.profile import Profile
from rhomboid.prescription.program import Item, Program, Session
from rhomboid.training.decision import Decision, DoseShown
from rhomboid.training.today import Today
from tests.oracles import plain_dose as doses
from tests.training_diary import CATALOGUE

SQUEEZED = 1e-9
Dose = dict[str, Any]


def dose_of(shown: Item | DoseShown) -> Dose:
    """Return what is due as the slow fold writes it."""
    exercise = CATALOGUE[shown.exercise]
    amount = shown.hold_s if exercise.dose.kind == "core_hold" else shown.reps[1] if shown.reps else None
    load = None if shown.load is None or shown.load.is_bodyweight else (shown.load.band or shown.load.kg)
    hold = shown.hold_s if exercise.dose.kind == "scapular_hold" else 1
    return {"sets": shown.sets, "amount": amount, "hold": hold, "load": load}


def doses_in(session: Session | None) -> dict[str, Dose]:
    """Return what is due of each loaded or core move."""
    blocks = session.blocks if session is not None and session.kind == "strength" else ()
    trained = [item for block in blocks if block.name in ("strength", "core") for item in block.items]
    return {item.exercise: dose_of(item) for item in trained}


def check_caps(profile: Profile, planned: Session, session: Session) -> None:
    """Nothing is above the plan, the kit, a clinician's cap, 9 kg in a squat, or the minutes."""
    ceilings = {item.exercise: dose_of(item) for item in planned.items}
    for name, dose in doses_in(session).items():
        if name in ceilings:
            assert not doses.is_above(dose, ceilings[name]), (name, dose, ceilings[name])
        if dose["load"] is not None:
            assert dose["load"] in doses.kit_of(CATALOGUE[name], profile), (name, dose)
        if isinstance(dose["load"], float):
            assert dose["load"] <= profile.limits.max_load_kg.get(name, 1000), (name, dose)
    assert session.minutes <= profile.schedule.minutes


def check_allowed(profile: Profile, today: Today, phase: str, confirmed: frozenset[str], pains: Iterable[int]) -> None:
    """Nothing is given that a rule, a restriction or a clinician leaves out, as things stand that day."""
    assert today.session is not None
    assert today.triage.may_train
    told = list(pains)
    average = fmean(told) if len(told) >= 5 else profile.answers.number("average_24h") or 0
    for item in today.session.items:
        exercise = CATALOGUE[item.exercise]
        locked_pain = average if len(told) >= 5 or exercise.tier != "locked" else 10.0
        left_out = exclusions(
            exercise, profile, today.triage, phase=phase, average_pain=locked_pain, form_confirmed=confirmed
        )
        assert left_out == (), (item.exercise, left_out)
        assert item.exercise not in profile.limits.ban
        assert exercise.tier != "never"


def check_decisions(today: Today, rows: Iterable[dict[str, Any]], was_due: Callable[[str, date], bool]) -> None:
    """Each move done before has one decision with rule, reason and the events of this log that caused it.

    What is told late may change what had been due; a move that then was due on no day it was done begins anew.
    """
    told = list(rows)
    done = [(row["exercise"], date.fromisoformat(row["at"][:10])) for row in told if row["type"] == "set"]
    names = [one.exercise for one in today.decisions]
    assert len(names) == len(set(names)), names
    undecided = set(doses_in(today.session)) - set(names)
    assert [one for one in done if one[0] in undecided and was_due(*one)] == []
    ids = {row["id"] for row in told}
    for one in today.decisions:
        assert one.rule, one
        assert one.reason, one
        assert set(one.events) <= ids, one
        assert one.events or one.kind not in ("progress", "regress"), one


def check_stillness(today: Today, program: Program) -> None:
    """Nothing rises in a lighter week or flare, on a day with a warning sign, or while the safety questions are due."""
    week = program.week_on(today.date)
    in_flare = any(one.source == "D7" for one in today.advice)
    if (week is not None and week.deload) or in_flare or today.screen_due is not None or today.locked:
        assert [one for one in today.decisions if one.kind == "progress"] == []


def check_steps(profile: Profile, decision: Decision) -> None:
    """One decision changes one thing: up by one rung, or down by one step; reductions do not stack."""
    if decision.was is None or decision.now is None or decision.was.exercise != decision.now.exercise:
        return
    was, now = dose_of(decision.was), dose_of(decision.now)
    exercise = CATALOGUE[decision.now.exercise]
    kit = doses.kit_of(exercise, profile)
    if decision.kind == "progress":
        check_one_rung(was, now, kit)
    elif decision.kind in ("regress", "hold"):
        assert not doses.is_above(now, was), decision
        if decision.kind == "regress":
            check_one_step_down(decision, was, now, profile)


def check_one_rung(was: Dose, now: Dose, kit: list[Any]) -> None:
    """A rung is higher; a load goes to the next of the kit and takes the rest down; else the load stays."""
    assert doses.is_above(now, was), (was, now)
    if now["load"] == was["load"]:
        parts = [part for part in ("sets", "amount", "hold") if now[part] > was[part]]
        assert len(parts) == 1, (was, now)
        return
    assert now["load"] == doses.next_load(was, kit), (was, now)
    assert now["sets"] <= was["sets"], (was, now)
    assert now["amount"] <= was["amount"], (was, now)


def check_one_step_down(decision: Decision, was: Dose, now: Dose, profile: Profile) -> None:
    """What is left is what one step back leaves, the larger where two were due, with D6 also a set fewer."""
    exercise = CATALOGUE[decision.now.exercise] if decision.now else None
    assert exercise is not None
    kit = doses.kit_of(exercise, profile)
    steps = [doses.step_back(was, exercise, kit, share) for share in (0.10, 0.20)]
    steps += [{**one, "sets": max(one["sets"] - 1, 1)} for one in steps if one is not None]
    stood_in = "stands in for another" in decision.reason
    assert now in steps or stood_in, (decision, was, now)


class Loads:
    """The loads prescribed for each move on the days it was done, to see how fast they rise."""

    def __init__(self, profile: Profile) -> None:
        self.profile = profile
        self.known: dict[str, list[tuple[date, Any]]] = {}

    def check(self, day: date, name: str, load: Any) -> None:
        """In seven days a load rises to the next of the kit at most; going back to an earlier one is no rise."""
        before = [one for one in self.known.get(name, []) if one[0] < day]
        if load is None or not before:
            return
        kit = doses.kit_of(CATALOGUE[name], self.profile)
        highest = max((doses.size(one) for _, one in before))
        if doses.size(load) <= highest:
            return
        lately = [doses.size(one) for when, one in before if day - when < timedelta(days=7)]
        reached = [one for one in kit if highest < doses.size(one) <= doses.size(load)]
        assert len(reached) == 1, (day, name, load, before)
        assert self.may_be_next(name, max(lately, default=highest), load), (day, name, load, before)

    def may_be_next(self, name: str, before: float, load: Any) -> bool:
        """Return whether a load is ten per cent or one step of the kit above another."""
        kit = doses.kit_of(CATALOGUE[name], self.profile)
        between = [one for one in kit if before < doses.size(one) < doses.size(load)]
        return not between or doses.size(load) <= before * 1.1 + SQUEEZED

    def note(self, day: date, session: Session) -> None:
        for name, dose in doses_in(session).items():
            self.known.setdefault(name, []).append((day, dose["load"]))
