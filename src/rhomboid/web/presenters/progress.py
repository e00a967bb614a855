"""What the Progress page shows: four trends in words and pictures, and the days kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from rhomboid.catalogue.rulebook import rule
from rhomboid.prescription.program import Session
from rhomboid.prescription.words import KIND_NAMES, day_words
from rhomboid.service.progress import Progress
from rhomboid.service.self_checks import Check, activities_of
from rhomboid.training.adherence import Adherence
from rhomboid.training.flares import Flare
from rhomboid.training.trends import BETTER, CANNOT_TELL, WORSE, Point, Trend
from rhomboid.web.presenters.charts import (
    Chart,
    Row,
    Scale,
    Stretch,
    day_ticks,
    path_through,
    seven_day_means,
    short_day,
    value_ticks,
)

WORDS = {BETTER: "Better", WORSE: "Worse", CANNOT_TELL: "Cannot tell yet"}
TONES = {BETTER: "", WORSE: "chip-amber", CANNOT_TELL: "chip-plain"}
SIGNS = {BETTER: "▲", WORSE: "▼", CANNOT_TELL: "?"}
DAY_STATES = {
    "kept": "something done",
    "missed": "left out",
    "rest": "rest",
    "off": "time off",
    "flare": "flare",
    "locked": "no training",
    "open": "today",
}
LOWEST_SHARE, HIGHEST_SHARE = 80, 120


@dataclass(frozen=True)
class TrendCard:
    """One of the four. word, tone, sign: the verdict; lines: what it rests on, in words; chart: None without values."""

    key: str
    title: str
    word: str
    tone: str
    sign: str
    lines: tuple[str, ...]
    chart: Chart | None


@dataclass(frozen=True)
class DayMark:
    css: str
    words: str
    letter: str


def progress_page(progress: Progress, day: date) -> dict[str, Any]:
    """Return everything the page shows."""
    return {
        "cards": trend_cards(progress),
        "kept": _kept(progress.adherence),
        "weeks": [_week(one, progress.adherence) for one in reversed(_weeks_of(progress.adherence))],
        "coming": _by_day(progress.coming, day),
        "due": progress.due,
        "may_reach": progress.may_reach,
        "reviews": [one for one in progress.program.review_dates if one >= day][:1],
    }


def trend_cards(progress: Progress) -> tuple[TrendCard, ...]:
    """Return the four trends: pain, strength, what one can do, how far one reaches."""
    return (_pain(progress), _strength(progress.strength), _function(progress), _reach(progress))


def _by_day(sessions: Sequence[Session], today: date) -> list[tuple[str, bool, str]]:
    """Return each day with sessions, whether it is today, and what stands on it."""
    days = dict.fromkeys(one.date for one in sessions)
    return [
        (f"{day:%A} {day.day}", day == today, " and ".join(KIND_NAMES[one.kind] for one in sessions if one.date == day))
        for day in days
    ]


def _pain(progress: Progress) -> TrendCard:
    trend = progress.pain
    if not trend.enough:
        least = rule("P2").numbers["pain"]["least_days"]
        need = f"We compare your first days with your last ones, and need {least} check-ins in each."
        lines: tuple[str, ...] = (f"{need} One good or bad day proves nothing.",)
    else:
        lines = (*_pain_change(trend), _sure_line(trend))
    return _card("pain", "Pain", trend, lines, _pain_chart(trend, progress.mornings, progress.flares))


def _pain_change(trend: Trend) -> tuple[str, ...]:
    before, now, needed = trend.before or 0, trend.now or 0, trend.needed or 0
    went = f"Your mean pain went from {before:.1f} to {now:.1f}."
    if trend.word == CANNOT_TELL:
        return (f"{went} Pain goes up and down by itself. From {needed:.1f} points on it would tell us something.",)
    end = " If it stays so, ask a doctor or physiotherapist to look at it." if trend.word == WORSE else ""
    return (f"{went} That is more than the ups and downs of single days.{end}",)


def _sure_line(trend: Trend) -> str:
    counts = rule("P2").numbers["pain"]["counts_from"]
    return f"How sure: in about {trend.sure} of 100 such cases the true change is at least {counts:g} points."


def _strength(trend: Trend) -> TrendCard:
    lines: tuple[str, ...]
    if not trend.enough:
        lines = ("It takes two weeks of strength sessions before this says anything.",)
    else:
        change = round(100 * ((trend.now or 1) - 1))
        way = "above" if change > 0 else "below"
        level = f"about {abs(change)} % {way} your first times" if change else "where it began"
        lines = (f"Over your moves you are {level}. A level counts once you reached it on two days.",)
    caution = (
        "It is what you lifted, not a test: first sessions are easy on purpose, and how much harder "
        "the next band is, is our guess."
    )
    return _card("strength", "Strength", trend, (*lines, caution), _strength_chart(trend))


def _function(progress: Progress) -> TrendCard:
    trend = progress.function
    named = "; ".join(activities_of(progress.checks))
    needed = rule("P2").numbers["function"]["counts_from"]
    if trend.enough:
        went = f"From {trend.before:.1f} to {trend.now:.1f} of 10. A change of {needed:g} or more counts."
        lines: tuple[str, ...] = (went, f"Asked about: {named}.")
    elif trend.points:
        went = f"{trend.points[-1].value:.1f} of 10. In two weeks or more we can compare."
        lines = (went, f"Asked about: {named}.")
    else:
        lines = ("Name up to three things that are hard for you now. We ask about the same ones at each review.",)
    chart = _measure_chart(trend, "function", "What you can do, 0 to 10", "Higher is better: 10 is as before.", 10, "")
    return _card("function", "What you can do", trend, lines, chart)


def _reach(progress: Progress) -> TrendCard:
    trend = progress.reach
    needed = rule("P2").numbers["reach"]["counts_from"]
    if not progress.may_reach:
        lines: tuple[str, ...] = (
            "Your answers speak against lifting your arms to the wall, so this test is left out.",
        )
    elif trend.enough:
        went = f"The gap between thumb and wall went from {trend.before:.1f} to {trend.now:.1f} cm."
        lines = (f"{went} From {needed:g} cm on we call it a change.",)
    elif trend.points:
        lines = (f"The gap is {trend.points[-1].value:.1f} cm. In two weeks or more we can compare.",)
    else:
        lines = ("A test of one minute at a wall, both arms. It tells how far you reach over your head.",)
    caution = "No study says which change counts here; the limit is our own."
    most = max([20.0, *(point.value for point in trend.points)])
    chart = _measure_chart(trend, "reach", "Gap between thumb and wall in cm", "Lower is better.", most, " cm")
    return _card("reach", "How far you reach", trend, (*lines, caution), chart)


def _card(key: str, title: str, trend: Trend, lines: tuple[str, ...], chart: Chart | None) -> TrendCard:
    return TrendCard(key, title, WORDS[trend.word], TONES[trend.word], SIGNS[trend.word], lines, chart)


def _pain_chart(trend: Trend, mornings: Sequence[Point], flares: Sequence[Flare]) -> Chart | None:
    if not trend.points:
        return None
    days = [point.day for point in (*trend.points, *mornings)]
    first, last = min(days), max(days)
    scale = Scale(first, last, 0, 10)
    in_morning = {point.day: point.value for point in mornings}
    of_day = {point.day: point.value for point in trend.points}
    return Chart(
        key="pain",
        title="Pain day by day, 0 to 10",
        description="Dots: the mean pain of a day. Rings: pain on a morning. Line: the mean of seven days. "
        "The table below has the numbers.",
        dots=tuple(scale.dot(point) for point in trend.points),
        rings=tuple(scale.dot(point) for point in mornings),
        line=path_through(seven_day_means(trend.points), scale),
        ticks=value_ticks((0, 5, 10), scale),
        days=day_ticks(first, last, scale),
        stretches=tuple(_flare_stretch(flare, last, scale) for flare in flares if flare.first <= last),
        heads=("Pain of the day", "Pain that morning"),
        rows=tuple(
            Row(short_day(day), (_figure(of_day.get(day)), _figure(in_morning.get(day)))) for day in sorted(set(days))
        ),
    )


def _flare_stretch(flare: Flare, last: date, scale: Scale) -> Stretch:
    x = scale.x(flare.first)
    return Stretch(x, max(2.0, round(scale.x(min(flare.until, last)) - x, 1)), f"Flare from {short_day(flare.first)}")


def _strength_chart(trend: Trend) -> Chart | None:
    if not trend.points:
        return None
    shares = [Point(point.day, 100 * point.value) for point in trend.points]
    low = min(LOWEST_SHARE, *(point.value for point in shares))
    high = max(HIGHEST_SHARE, *(point.value for point in shares))
    scale = Scale(shares[0].day, shares[-1].day, low, high)
    return Chart(
        key="strength",
        title="Strength against your first times",
        description="100 is the first time of each move. Lighter weeks dip on purpose. The table has the numbers.",
        dots=tuple(scale.dot(point) for point in shares),
        rings=(),
        line=path_through(shares, scale),
        ticks=value_ticks(sorted({100, round(high)}), scale, " %"),
        days=day_ticks(shares[0].day, shares[-1].day, scale),
        stretches=(),
        heads=("Share of the first time",),
        rows=tuple(Row(short_day(point.day), (f"{point.value:.0f} %",)) for point in shares),
    )


def _measure_chart(trend: Trend, key: str, title: str, description: str, high: float, unit: str) -> Chart | None:
    if not trend.points:
        return None
    points = trend.points
    scale = Scale(points[0].day, points[-1].day, 0, high)
    return Chart(
        key=key,
        title=title,
        description=description,
        dots=tuple(scale.dot(point) for point in points),
        rings=(),
        line=path_through(points, scale) if len(points) > 1 else "",
        ticks=value_ticks((0, round(high / 2), round(high)), scale),
        days=day_ticks(points[0].day, points[-1].day, scale),
        stretches=(),
        heads=(title,),
        rows=tuple(Row(short_day(point.day), (f"{point.value:.1f}{unit}",)) for point in points),
    )


def _figure(value: float | None) -> str:
    return "–" if value is None else f"{value:g}"


def _kept(adherence: Adherence) -> dict[str, Any]:
    """Return the days in numbers. Whatever was no fault is counted as kept, not as missed."""
    over = [one for one in adherence.days if one.state != "open"]
    missed = sum(one.state == "missed" for one in over)
    return {
        "days": len(over),
        "kept": len(over) - missed,
        "done": sum(one.state == "kept" for one in over),
        "rested": sum(one.state not in ("kept", "missed") for one in over),
        "streak": adherence.streak,
        "longest": adherence.longest,
    }


def _weeks_of(adherence: Adherence) -> list[tuple[int, date]]:
    first = adherence.days[0].day if adherence.days else None
    return [(one.number, first + timedelta(weeks=one.number - 1)) for one in adherence.weeks] if first else []


def _week(week: tuple[int, date], adherence: Adherence) -> dict[str, Any]:
    number, first = week
    told = {one.day: one.state for one in adherence.days}
    days = [first + timedelta(days=gap) for gap in range(7)]
    counted = next(one for one in adherence.weeks if one.number == number)
    return {
        "number": number,
        "strength_due": counted.strength_due,
        "strength_done": counted.strength_done,
        "days_kept": counted.days_kept,
        "days": [_mark(one, told.get(one)) for one in days],
    }


def _mark(day: date, state: str | None) -> DayMark:
    words = DAY_STATES[state] if state else "to come"
    return DayMark(f"mark-{state or 'later'}", f"{day_words(day)}: {words}", f"{day:%a}"[0])


def asked_function(checks: Sequence[Check]) -> tuple[str, ...]:
    """Return the names to ask about, as told last; empty places for the rest."""
    most = rule("P2").numbers["function"]["most_activities"]
    names = activities_of(checks)
    return (*names, *("" for _ in range(most - len(names))))
