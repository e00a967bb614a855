"""Fifteen weeks at a glance, and one week as a calendar with pictures."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from rhomboid.catalogue.exercise import Catalogue
from rhomboid.prescription.kit import strength_of
from rhomboid.prescription.program import Item, Program, Session, Week
from rhomboid.prescription.words import KIND_NAMES, PHASE_NAMES, day_words
from rhomboid.web.figure_choice import still_url
from rhomboid.web.presenters.player import ShownBlock, blocks_of

BAR_WIDTH, BAR_GAP, CHART_HEIGHT, LEAST_BAR = 16, 5, 84, 10


@dataclass(frozen=True)
class WeekBar:
    """One week in the overview; x, y, height in the chart's units."""

    number: int
    phase: str
    deload: bool
    review: bool
    now: bool
    chosen: bool
    share: int
    x: int
    y: int
    height: int


@dataclass(frozen=True)
class DayCard:
    day: date
    name: str
    today: bool
    sessions: tuple["SessionCard", ...]


@dataclass(frozen=True)
class SessionCard:
    id: str
    kind: str
    title: str
    minutes: int
    moves: int
    pictures: tuple[str, ...]


def week_bars(program: Program, today: date, chosen: int) -> list[WeekBar]:
    """Return a bar per week: its planned strength work as a share of the hardest week's."""
    works = weekly_work(program)
    most = max(works, default=0) or 1
    bars = []
    for index, (week, work) in enumerate(zip(program.weeks, works, strict=True)):
        first = program.start + timedelta(days=7 * (week.number - 1))
        last = first + timedelta(days=6)
        height = round(LEAST_BAR + (CHART_HEIGHT - LEAST_BAR) * work / most)
        bars.append(
            WeekBar(
                number=week.number,
                phase=PHASE_NAMES[week.phase],
                deload=week.deload,
                review=any(first <= day <= last for day in program.review_dates),
                now=first <= today <= last,
                chosen=week.number == chosen,
                share=round(100 * work / most),
                x=index * (BAR_WIDTH + BAR_GAP),
                y=CHART_HEIGHT - height,
                height=height,
            )
        )
    return bars


def weekly_work(program: Program) -> list[float]:
    """Return each week's strength work: sets x repetitions (or seconds held / 3) x load, in starts of each move."""
    first: dict[str, float] = {}
    return [sum(_work(item, first) for item in _loaded(week)) for week in program.weeks]


def _loaded(week: Week) -> list[Item]:
    return [item for session in week.sessions for item in session.block("strength")]


def _work(item: Item, first: dict[str, float]) -> float:
    strength = strength_of(item.load) if item.load else 1.0
    base = first.setdefault(item.exercise, strength) or 1.0
    sides = 2 if item.per_side else 1
    once = item.reps[1] * ((item.hold_s or 3) / 3) if item.reps else (item.hold_s or 0) / 3
    return item.sets * sides * once * (strength / base)


def days_of(program: Program, week: Week, today: date) -> list[DayCard]:
    """Return the week's seven days with what is planned on each."""
    first = program.start + timedelta(days=7 * (week.number - 1))
    cards = []
    for offset in range(7):
        day = first + timedelta(days=offset)
        due = tuple(session_card(session) for session in week.sessions if session.date == day)
        cards.append(DayCard(day=day, name=day_words(day), today=day == today, sessions=due))
    return cards


def session_card(session: Session) -> SessionCard:
    """Return a session in one line with up to four pictures: of its strength where it has any."""
    shown = session.block("strength") + session.block("core") or session.items
    return SessionCard(
        id=session.id,
        kind=session.kind,
        title=KIND_NAMES[session.kind],
        minutes=max(1, round(session.minutes)),
        moves=len(session.items),
        pictures=tuple(still_url(item.exercise) for item in shown[:4]),
    )


def strength_by_day(week: Week, catalogue: Catalogue) -> list[tuple[str, tuple[ShownBlock, ...]]]:
    """Return the week's strength sessions with every item, its dose and why it is there."""
    return [
        (day_words(session.date), blocks_of(session, catalogue))
        for session in week.sessions
        if session.kind == "strength"
    ]


def chart_width(program: Program) -> int:
    return len(program.weeks) * (BAR_WIDTH + BAR_GAP) - BAR_GAP


def overview(program: Program, catalogue: Catalogue, today: date, chosen: Week) -> dict[str, Any]:
    """Return everything the program page shows of a program."""
    return {
        "bars": week_bars(program, today, chosen.number),
        "chart_width": chart_width(program),
        "chart_height": CHART_HEIGHT,
        "bar_width": BAR_WIDTH,
        "phase": PHASE_NAMES[chosen.phase],
        "days": days_of(program, chosen, today),
        "strength": strength_by_day(chosen, catalogue),
    }
