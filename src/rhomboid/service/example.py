"""The example person: a filled program with three weeks of history, made by the same code that plans and folds."""

import uuid
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta, tzinfo
from typing import Any

from django.db import transaction

from rhomboid.catalogue.load import load_catalogue
from rhomboid.lib.canonical import to_json
from rhomboid.lib.weekdays import WEEKDAYS
from rhomboid.prescription.load_json import load_to_json
from rhomboid.prescription.program import Item, Session
from rhomboid.screening.facts import load_facts
from rhomboid.service.intake import keep_notice_read
from rhomboid.service.log import append_events
from rhomboid.service.models import Owner, Person, Screening
from rhomboid.service.people import add_person, remove_example
from rhomboid.service.programs import current_plan_of, make_program, profile_of
from rhomboid.service.self_checks import keep_function, keep_reach
from rhomboid.service.sessions import program_in
from rhomboid.training.events import Log, read_log
from rhomboid.training.today import due_on

NAME = "Alex, an example"
HISTORY_DAYS = 20  # today is the last day of the third week
# Pain falls from about five to three; a little up and down, as real days have.
FIRST_PAIN, LAST_PAIN = 5.0, 2.6
WAVER = (0, 1, 0, -1, 0, 0, 1, 0, -1, 0)
SORE_DAY = 8  # one outing that was sore
SKIPPED_DAY = 15  # one session for which there was no time
HARD_THINGS = ("Lifting the laundry basket", "An hour at the desk")
# Days ago, how well those things went, and the gap of both thumbs to the wall in cm.
SELF_CHECKS = ((HISTORY_DAYS, (3, 4), (14, 18)), (1, (6, 6), (12, 15)))
SEED = uuid.UUID("6f0d8a52-5b8e-4a56-9d3c-0c6a3c1e7b11")


@transaction.atomic
def make_example(owner: Owner, *, now: datetime) -> Person:
    """Add the example person in place of an earlier one; the same moment gives the same person."""
    remove_example(owner)
    today = now.date()
    person = add_person(owner, name=NAME, is_example=True)
    table = profile_table(today)
    facts = _facts()
    Screening.objects.create(person=person, made_on=today - timedelta(days=HISTORY_DAYS), facts=facts)
    person.profile = table
    person.save(update_fields=["profile"])
    keep_notice_read(person, at=now)
    make_program(person, on=today - timedelta(days=HISTORY_DAYS))
    append_events(person, history_of(person, now.tzinfo))
    for ago, scores, gaps in SELF_CHECKS:
        day = today - timedelta(days=ago)
        keep_function(person, tuple(zip(HARD_THINGS, scores, strict=True)), on=day)
        keep_reach(person, left_cm=gaps[0], right_cm=gaps[1], on=day)
    return person


def profile_table(today: date) -> dict[str, Any]:
    """Return the profile: a desk worker with bands and dumbbells whose strength days include today's weekday."""
    day = today.weekday()
    facts: dict[str, dict[str, Any]] = {}
    groups = {fact.id: fact.group for fact in load_facts()}
    for fact, value in _facts().items():
        facts.setdefault(groups[fact], {})[fact] = value
    return {
        **facts,
        "setting": {"place": "home", "equipment": ["dumbbell", "resistance_band"], "can_get_to_floor": True},
        "schedule": {
            "start": (today - timedelta(days=HISTORY_DAYS)).isoformat(),
            "strength_days": sorted((WEEKDAYS[(day + gap) % 7] for gap in (0, 2, 4)), key=WEEKDAYS.index),
            "minutes": 30,
            "daily_minutes": 10,
        },
        "goals": {"aims": ["less_pain", "sit_better"], "sport": ""},
        "experience": {"level": "new", "form_confirmed": [], "stability_check_passed": False},
        "desk": {"sitting_hours_per_day": 8},
        "preferences": {"like": [], "avoid": []},
        "kit": {"dumbbell_kg": [2, 3, 4, 6, 8], "bands": ["light", "medium"]},
    }


def _facts() -> dict[str, Any]:
    told = {
        "age": 41,
        "sites": ["interscapular", "neck"],
        "quality": ["ache", "stiff"],
        "pattern": "intermittent",
        "worst_24h": 6,
        "average_24h": 5,
        "at_rest_now": 3,
        "onset_age": 39,
        "duration_weeks": 20,
        "suspected_cause": ["posture"],
    }
    healthy = {fact.id: "no" for fact in load_facts() if fact.kind == "yesno"}
    return {**healthy, **told}


def history_of(person: Person, zone: tzinfo | None) -> list[dict[str, Any]]:
    """Return what the example person logged up to yesterday: each day's own due session, done."""
    profile, program = profile_of(person), program_in(current_plan_of(person))
    rows: list[dict[str, Any]] = []
    for number in range(HISTORY_DAYS):
        day = program.start + timedelta(days=number)
        due = due_on(profile, load_catalogue(), program, _log(rows), day)
        sessions = [session for session in (due.session, *due.also) if session is not None]
        rows.extend(_day(number, day, sessions, zone, rows))
    return rows


def _log(rows: list[dict[str, Any]]) -> Log:
    return read_log("\n".join(to_json(row).replace("\n", " ") for row in rows), "example")


def _day(
    number: int, day: date, sessions: list[Session], zone: tzinfo | None, before: list[dict[str, Any]]
) -> Iterator[dict[str, Any]]:
    trained = any(row["type"] == "session_end" and row["at"][:10] == str(day - timedelta(days=1)) for row in before)
    pain = pain_on(number)
    write = _Writer(day, zone)
    if trained:
        yield write("morning_after", 7, pain=pain, stiffness=max(0, pain - 1))
    yield write(
        "check_in", 20, average_24h=pain, worst_24h=min(10, pain + 2), sleep=6 + number % 3, stress=4, confidence=7
    )
    for session in sessions:
        if session.kind == "walk":
            yield write("walk", 12, minutes=round(session.minutes))
        elif session.kind == "strength":
            yield from _strength(number, session, write)
        else:
            yield write("session_end", 8, session=session.id, felt="fine", effort=2, pain=min(pain, 3))


def _strength(number: int, session: Session, write: "_Writer") -> Iterator[dict[str, Any]]:
    if number == SKIPPED_DAY:
        yield write("skipped", 18, session=session.id, why="time")
        return
    yield write("session_start", 18, session=session.id, pain=2, anything_new=False)
    for item in session.block("strength") + session.block("core"):
        yield from _sets(number, item, session, write)
    yield write("session_end", 19, session=session.id, felt="fine", effort=5, pain=2)


def _sets(number: int, item: Item, session: Session, write: "_Writer") -> Iterator[dict[str, Any]]:
    sore = number == SORE_DAY and item == session.block("strength")[0]
    for set_number in range(1, item.sets + 1):
        for side in ("left", "right") if item.per_side else ("both",):
            yield write(
                "set",
                18,
                session=session.id,
                exercise=item.exercise,
                set=set_number,
                side=side,
                reps=item.reps[1] if item.reps else None,
                hold_s=item.hold_s,
                load=load_to_json(item.load),
                rir=None if item.rir is None else item.rir + 2,
                pain=4 if sore else 1,
                pain_kind="sore",
                compensation=False,
            )


def pain_on(number: int) -> int:
    """Return the average pain of a day of the history."""
    share = number / (HISTORY_DAYS - 1)
    return max(0, round(FIRST_PAIN + (LAST_PAIN - FIRST_PAIN) * share) + WAVER[number % len(WAVER)])


class _Writer:
    """Writes the events of one day; ids and times follow from the day and the order alone."""

    def __init__(self, day: date, zone: tzinfo | None) -> None:
        self.day = day
        self.zone = zone
        self.count = 0

    def __call__(self, event_type: str, hour: int, **fields: Any) -> dict[str, Any]:
        self.count += 1
        at = datetime.combine(self.day, time(hour, self.count % 60), tzinfo=self.zone)
        name = f"{self.day} {self.count} {event_type}"
        return {"id": str(uuid.uuid5(SEED, name)), "at": at.isoformat(), "type": event_type, **fields}
