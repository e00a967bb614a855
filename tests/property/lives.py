"""Made-up lives with a program: weeks of logging, each set done as asked, less, more, or with pain.

Everything follows from a seed. A life is lived against the engine: the person does, well or badly, what it says.
"""

import json
import os
import random
import uuid
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, timezone
from functools import cache
from pathlib import Path
from typing import Any

from rhomboid.catalogue.load import load_catalogue
from rhomboid.planning.plan import plan
from rhomboid.prescription.profile import Profile
from rhomboid.prescription.profile_toml import load_profile
from rhomboid.prescription.program import Program
from rhomboid.training.events import read_log
from rhomboid.training.today import due_on
from rhomboid.training.today_json import today_to_json

EXAMPLES = Path(__file__).parents[2] / "examples"
# How many lives each test lives; more, and of more people, when asked for. A plan takes seconds to make.
LIVES = int(os.environ.get("RHOMBOID_LIVES", "3"))
EVERYONE = ("kettlebell", "band-at-home", "seventy-one-no-floor", "gym", "blood-thinners", "desk-worker")
PEOPLE = EVERYONE[: max(3, min(LIVES, 6))]
ZONE = timezone(timedelta(hours=1))

# What may happen to one exercise in one session, and how often in an ordinary life.
ORDINARY = {
    "easy": 60, "exact": 12, "lots": 6, "more": 3, "few": 3, "hard": 3, "no_reserve": 1, "sore3": 3, "sore4": 2,
    "five": 1, "sharp": 1, "rise": 1, "twist": 2, "no_set": 2, "no_side": 1, "no_pain": 1, "tired": 1, "worse": 1,
    "light": 1,
}  # fmt: skip
SPOTLESS = {"easy": 1}
STRONG = {"lots": 5, "easy": 1}
PAINFUL = {"easy": 10, "sore3": 4, "sore4": 4, "five": 2, "rise": 2, "sharp": 1, "twist": 2, "worse": 1}


@cache
def person(name: str) -> Profile:
    return load_profile(EXAMPLES / f"{name}.toml", load_catalogue())


@cache
def program(name: str) -> Program:
    made = plan(person(name), load_catalogue()).program
    assert made is not None
    return made


def ask(name: str, log: list[dict[str, Any]], day: date) -> dict[str, Any]:
    """Return what the engine says of a day, as JSON."""
    return ask_text(name, "\n".join(json.dumps(one) for one in log), day)


def ask_text(name: str, text: str, day: date) -> dict[str, Any]:
    answer = due_on(person(name), load_catalogue(), program(name), read_log(text, "log"), day)
    return {**today_to_json(answer), "problems": answer.problems}


def exercise_items(session: dict[str, Any] | None) -> list[dict[str, Any]]:
    """Return the loaded and core items of a session as `today` tells it."""
    blocks = session["blocks"] if session is not None and session["kind"] == "strength" else []
    return [item for block in blocks if block["name"] in ("strength", "core") for item in block["items"]]


@dataclass
class Life:
    """One person's weeks. habits: how often what happens; skip: how often a session is left out."""

    name: str
    seed: int
    weeks: int = 15
    habits: dict[str, int] = field(default_factory=lambda: dict(ORDINARY))
    skip: float = 0.05
    rescreens: bool = True
    confirms: bool = True
    moods: float = 0.06
    gaps: tuple[tuple[int, int], ...] = ()
    flares: tuple[tuple[int, int], ...] = ()
    checks_in: float = 0.9
    moves: float = 0.0

    def __post_init__(self) -> None:
        self.rng = random.Random(self.seed)
        self.log: list[dict[str, Any]] = []
        self.ached = False
        self.trained_on: date | None = None

    def tell(self, day: date, at: str, kind: str, **fields: Any) -> None:
        """Add one event to the log."""
        moment = datetime.combine(day, time.fromisoformat(at), ZONE)
        made = str(uuid.UUID(int=self.rng.getrandbits(128), version=4))
        self.log.append({"id": made, "at": moment.isoformat(), "type": kind, **fields})

    def live(self) -> Any:
        """Live day by day; yield (day, the log that morning, the engine's answer) for each session due."""
        start = program(self.name).start
        for number in range(self.weeks * 7):
            day = start + timedelta(days=number)
            self.morning(day, number)
            answer = ask(self.name, self.log, day)
            if not exercise_items(answer["session"]):
                continue
            yield day, list(self.log), answer
            self.evening(day, number, answer)

    def morning(self, day: date, number: int) -> None:
        """Check in, tell how the morning is, and answer the safety questions when they are due."""
        in_flare = any(first <= number < first + days for first, days in self.flares)
        usual = int(person(self.name).answers.number("average_24h") or 2)
        pain = min(5, usual + 3) if in_flare else max(0, usual + self.rng.choice((-1, 0, 0, 0)))
        if number and self.rng.random() < self.checks_in:
            self.tell(day, "06:30:00", "check_in", average_24h=pain, worst_24h=min(10, pain + 2), sleep=6, stress=3,
                      confidence=7)  # fmt: skip
        if self.trained_on == day - timedelta(days=1):
            worse = 3 if self.rng.random() < self.moods else 0
            self.tell(day, "06:40:00", "morning_after", pain=min(10, usual + worse), stiffness=2)
        if self.rescreens and (number % 14 == 13 or in_flare):
            self.tell(day, "06:45:00", "rescreen", facts={"chest_pain": "no"})
        if self.confirms and number == 30:
            for exercise in sorted({item.exercise for one in program(self.name).sessions for item in one.items}):
                self.tell(day, "06:50:00", "form_confirmed", exercise=exercise)

    def evening(self, day: date, number: int, answer: dict[str, Any]) -> None:
        """Do the session, or leave it out."""
        session = answer["session"]
        if any(first <= number < first + days for first, days in self.gaps):
            return
        if self.rng.random() < self.skip:
            self.tell(day, "18:00:00", "skipped", session=session["id"], why=self.rng.choice(("time", "pain", "ill")))
            return
        self.trained_on = day
        clock = Clock()
        for item in exercise_items(session):
            if self.do(day, clock, session["id"], item):
                break
        felt = "weak_achy" if self.rng.random() < self.moods * (6 if self.ached else 1) else "fine"
        self.ached = felt == "weak_achy"
        pain = 5 if self.rng.random() < self.moods / 2 else 1
        self.tell(day, "19:50:00", "session_end", session=session["id"], felt=felt, effort=5, pain=pain)

    def do(self, day: date, clock: "Clock", session: str, item: dict[str, Any]) -> bool:
        """Log the sets of one exercise; return whether the session ends here."""
        how = self.rng.choices(list(self.habits), list(self.habits.values()))[0]
        sides = ("left", "right") if item["per_side"] else ("both",)
        spoilt = self.rng.randint(1, item["sets"])
        for number in range(1, item["sets"] + 1):
            if how == "no_set" and number == item["sets"]:
                continue
            for side in sides:
                if how == "no_side" and number == spoilt and side == "right":
                    continue
                fields = one_set(how, item, spoilt=number == spoilt and side == sides[-1], first=number == 1)
                self.tell(day, clock.next(), "set", session=session, exercise=item["exercise"], set=number, side=side,
                          **fields)  # fmt: skip
            if number == spoilt and how in ("five", "sharp", "rise", "twist"):
                break
        if how in ("tired", "worse"):
            why = {"tired": "tired", "worse": "worsening"}[how]
            self.tell(day, clock.next(), "stopped", session=session, exercise=item["exercise"], why=why)
        return how in ("sharp", "worse")


class Clock:
    """Gives each event of a session its own minute."""

    def __init__(self) -> None:
        self.minute = 0

    def next(self) -> str:
        self.minute += 1
        return f"{17 + self.minute // 60:02}:{self.minute % 60:02}:00"


def one_set(how: str, item: dict[str, Any], *, spoilt: bool, first: bool) -> dict[str, Any]:
    """Return the fields of one set done in a certain way; only the spoilt one differs."""
    reps = item["reps"][1] if item["reps"] else None
    asked = item["rir"]
    left = None if asked is None else asked + 2
    made: dict[str, Any] = {
        "reps": reps, "hold_s": item["hold_s"], "load": item["load"], "rir": left, "pain": 0, "pain_kind": "none",
        "compensation": False,
    }  # fmt: skip
    if how == "exact":
        made["rir"] = asked
    if how == "lots":
        made["rir"] = None if asked is None else max(6, asked + 2)
    if how == "more" and reps is not None:
        made["reps"] = reps + 3
    if how == "rise" and not spoilt:
        made["pain"] = 0
    if not spoilt:
        return made
    if how == "rise":
        made["pain"] = 0 if first else 3
    changes: dict[str, dict[str, Any]] = {
        "few": {"reps": reps - 1} if reps is not None else {"hold_s": (item["hold_s"] or 5) - 3},
        "hard": {"rir": max(0, (asked or 1) - 1)} if asked is not None else {},
        "no_reserve": {"rir": None},
        "sore3": {"pain": 3, "pain_kind": "sore"},
        "sore4": {"pain": 4, "pain_kind": "sore"},
        "five": {"pain": 5},
        "sharp": {"pain": 2, "pain_kind": "sharp"},
        "twist": {"compensation": True},
        "no_pain": {"pain": None},
        "light": lighter(item),
    }
    return {**made, **changes.get(how, {})}


def lighter(item: dict[str, Any]) -> dict[str, Any]:
    kg = (item["load"] or {}).get("kg")
    return {"load": {"kg": kg - 1}} if kg and kg > 1 else {}
