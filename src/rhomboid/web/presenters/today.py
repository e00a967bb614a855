"""What the Today page shows: the week, what is due, what changed and why."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from urllib.parse import quote

from django.urls import reverse

from rhomboid.catalogue.exercise import Catalogue
from rhomboid.prescription.program import Item, Program, Session
from rhomboid.prescription.words import BLOCK_NAMES, KIND_NAMES, amount_words, day_words, load_words
from rhomboid.training.advising import Advised
from rhomboid.training.calendar import Calendar, read_calendar
from rhomboid.training.decision import Decision, DoseShown
from rhomboid.training.event_types import CheckIn, Event, MorningAfter, SessionEnd, SetDone, Skipped, Walked
from rhomboid.training.events import Log
from rhomboid.training.today import Today
from rhomboid.web.figure_choice import still_url
from rhomboid.web.presenters.player import ShownBlock

SHORTER_MINUTES = (2, 10, 15)
# Rules whose advice waits for an answer: see a clinician, step down.
ASKED = ("D8", "D10")
SIGNS = {
    "progress": ("▲", ""),
    "resume": ("↺", "chip-blue"),
    "hold": ("=", "chip-plain"),
    "deload": ("▽", "chip-blue"),
    "regress": ("▼", "chip-amber"),
    "swap": ("⇄", "chip-amber"),
    "stop": ("✕", "chip-amber"),
    "locked": ("✕", "chip-amber"),
}


@dataclass(frozen=True)
class StripDay:
    letter: str
    number: int
    words: str
    what: str
    css: str
    today: bool
    done: bool


@dataclass(frozen=True)
class Change:
    """One decision in words. sign and tone never stand alone: the title says it too."""

    title: str
    sign: str
    tone: str
    reason: str
    rule: str


@dataclass(frozen=True)
class ChangeGroup:
    """Changes that share their reason, so that it is told once."""

    changes: tuple[Change, ...]
    reason: str
    rule: str


@dataclass(frozen=True)
class Choice:
    """Another day a session may move to."""

    iso: str
    words: str


@dataclass(frozen=True)
class Shorter:
    minutes: int
    url: str


@dataclass(frozen=True)
class DueCard:
    id: str
    kind: str
    title: str
    minutes: int
    moves: int
    hero: str
    hero_name: str
    done: bool
    note: str
    start_url: str
    after_url: str
    shorter: tuple[Shorter, ...]
    move_to: tuple[Choice, ...]


class DayLog:
    """What a log says of single days: done, skipped, told."""

    def __init__(self, log: Log) -> None:
        self.events = log.events
        self.ended = {one.session for one in log.events if isinstance(one, SessionEnd)}
        self.started = {one.session for one in log.events if isinstance(one, SetDone)}
        self.skipped = {one.session for one in log.events if isinstance(one, Skipped)}
        self.walked = {one.day for one in log.events if isinstance(one, Walked)}

    def is_done(self, session: Session) -> bool:
        """Return whether a session was done; a walk counts for its day."""
        return session.id in self.ended or (session.kind == "walk" and session.date in self.walked)

    def last(self, kind: type[Event], day: date) -> Event | None:
        """Return the latest event of a kind on a day, or None."""
        return next((event for event in reversed(self.events) if isinstance(event, kind) and event.day == day), None)


def today_page(answer: Today, program: Program, log: Log, catalogue: Catalogue) -> dict[str, Any]:
    """Return everything the page shows of the day."""
    told, calendar = DayLog(log), read_calendar(program, log.events)
    week = program.week_on(answer.date)
    changes = [show_change(decision, catalogue) for decision in answer.decisions]
    skipped = answer.session is not None and answer.session.id in told.skipped
    shown = None if answer.session is None or skipped else answer.session
    check_in = told.last(CheckIn, answer.date)
    return {
        "day_words": day_words(answer.date),
        "week": week,
        "weeks": len(program.weeks),
        "strip": _strip(program, answer.date, calendar, told),
        "locked": answer.locked,
        "level": answer.triage.level,
        "card": _card(shown, program, calendar, told, catalogue) if shown else None,
        "changes": group_by_reason([change for change in changes if change.sign != SIGNS["hold"][0]]),
        "holds": [change for change in changes if change.sign == SIGNS["hold"][0]],
        "also": [_card(session, program, calendar, told, catalogue) for session in answer.also],
        "rest": _rest(answer, program, calendar, skipped=skipped),
        "ask_morning": _ask_morning(answer, told, program, calendar),
        "checked_in": check_in.average_24h if isinstance(check_in, CheckIn) else None,
        "prompts": {one.source: one.text for one in answer.advice if one.source in ASKED},
        "advice": _advice(answer),
        "screen_due": answer.screen_due,
    }


def moves_of(session: Session, catalogue: Catalogue) -> tuple[ShownBlock, ...]:
    """Return what is in a session at a glance: each move's picture, name and dose."""
    return tuple(
        ShownBlock(BLOCK_NAMES[block.name], tuple(_move(item, catalogue) for item in block.items))
        for block in session.blocks
    )


def _move(item: Item, catalogue: Catalogue) -> dict[str, Any]:
    return {
        "name": catalogue[item.exercise].name,
        "still_url": still_url(item.exercise),
        "dose": amount_words(item),
        "load_text": load_words(item.load),
    }


def group_by_reason(changes: Sequence[Change]) -> tuple[ChangeGroup, ...]:
    """Return the changes in their order, those with one reason together."""
    groups: dict[tuple[str, str], list[Change]] = {}
    for change in changes:
        groups.setdefault((change.reason, change.rule), []).append(change)
    return tuple(ChangeGroup(tuple(alike), reason, rule) for (reason, rule), alike in groups.items())


def show_change(decision: Decision, catalogue: Catalogue) -> Change:
    """Return a decision in words: what, from what to what, why, by which rule."""
    sign, tone = SIGNS[decision.kind]
    name = catalogue[decision.exercise].name if decision.exercise else "Your program"
    return Change(f"{name}: {_what(decision, catalogue)}", sign, tone, decision.reason, decision.rule)


def _what(decision: Decision, catalogue: Catalogue) -> str:
    now = decision.now
    match decision.kind:
        case "hold":
            return f"stays at {dose_words(now)}" if now else "stays"
        case "swap" if now:
            return f"{catalogue[now.exercise].name} instead, {dose_words(now)}"
        case "swap" | "stop" | "locked":
            return "left out for now"
    dose = dose_words(now) if now else "less"
    words = {"progress": "up to", "regress": "back to", "deload": "lighter:", "resume": "again"}
    return f"{words[decision.kind]} {dose}"


def dose_words(dose: DoseShown) -> str:
    """Return a dose in one phrase, e.g. "2 × 10, light band"."""
    if dose.reps and dose.hold_s:
        amount = f"{dose.sets} × {dose.reps[1]} holds of {dose.hold_s} s"
    elif dose.reps:
        amount = f"{dose.sets} × {dose.reps[1]}"
    else:
        amount = f"{dose.sets} × {dose.hold_s} s"
    load = load_words(dose.load)
    return f"{amount}, {load}" if load else amount


def _strip(program: Program, today: date, calendar: Calendar, told: DayLog) -> list[StripDay]:
    week = program.week_on(today)
    first = program.start + timedelta(days=7 * (week.number - 1)) if week else today - timedelta(days=today.weekday())
    return [_strip_day(first + timedelta(days=n), today, program, calendar, told) for n in range(7)]


def _strip_day(day: date, today: date, program: Program, calendar: Calendar, told: DayLog) -> StripDay:
    sessions = calendar.sessions_on(program, day)
    main = sessions[0] if sessions else None
    done = main is not None and told.is_done(main)
    css = [f"strip-{main.kind}"] if main else []
    css += ["strip-now"] if day == today else []
    css += ["strip-done"] if done else []
    what = ", ".join(KIND_NAMES[session.kind].lower() for session in sessions) or "rest"
    return StripDay(f"{day:%a}"[0], day.day, day_words(day), what, " ".join(css), day == today, done)


def _card(session: Session, program: Program, calendar: Calendar, told: DayLog, catalogue: Catalogue) -> DueCard:
    hero = (session.block("strength") or session.items)[0].exercise
    player = reverse("session-player", args=[quote(session.id)])
    return DueCard(
        id=session.id,
        kind=session.kind,
        title=KIND_NAMES[session.kind],
        minutes=max(1, round(session.minutes)),
        moves=len(session.items),
        hero=still_url(hero),
        hero_name=catalogue[hero].name,
        done=told.is_done(session),
        note=", ".join(catalogue[item.exercise].name for item in session.items[:4]) if session.kind == "daily" else "",
        start_url=player,
        after_url=reverse("session-after", args=[quote(session.id)]),
        shorter=tuple(Shorter(each, f"{player}?minutes={each}") for each in SHORTER_MINUTES if each < session.minutes),
        move_to=_other_days(session, program, calendar),
    )


def _other_days(session: Session, program: Program, calendar: Calendar) -> tuple[Choice, ...]:
    """Return the days after `session` in its week that it may move to: strength keeps a day between (C1)."""
    if session.kind != "strength":
        return ()
    first = program.start + (session.date - program.start).days // 7 * timedelta(days=7)
    strength = {calendar.days[one.id] for one in program.sessions if one.kind == "strength" and one.id != session.id}
    days = (session.date + timedelta(days=gap) for gap in range(1, 7))
    free = [
        day
        for day in days
        if day < first + timedelta(days=7) and not any(abs((day - other).days) < 2 for other in strength)
    ]
    return tuple(Choice(day.isoformat(), f"{day:%A}") for day in free)


def _rest(answer: Today, program: Program, calendar: Calendar, *, skipped: bool) -> dict[str, str]:
    coming = calendar.next_strength(program, answer.date)
    following = f"strength on {day_words(coming)}" if coming else ""
    if answer.date < program.start:
        return {"title": "It has not begun yet", "text": f"Your program starts on {day_words(program.start)}."}
    if answer.date > program.end:
        return {"title": "You finished the program", "text": "Well done. Build a new one on the Program page."}
    if skipped:
        return {
            "title": "Left out today",
            "text": "That is fine. What comes next follows what you did.",
            "next": following,
        }
    return {"title": "A rest day", "text": "Rest is part of the program. It counts as kept.", "next": following}


def _ask_morning(answer: Today, told: DayLog, program: Program, calendar: Calendar) -> bool:
    """Return whether yesterday held strength that was done, and this morning was not told yet."""
    yesterday = calendar.sessions_on(program, answer.date - timedelta(days=1))
    trained = any(one.kind == "strength" and (one.id in told.ended or one.id in told.started) for one in yesterday)
    return trained and told.last(MorningAfter, answer.date) is None


def _advice(answer: Today) -> list[Advised]:
    """Return what the day brings; the advice of the screen stands on the Safety page."""
    screen = {one.text for one in answer.triage.advice}
    return [one for one in answer.advice if one.text not in screen and one.source not in ASKED]
