"""A line over days as figures for an SVG: points, ticks, marked stretches, and the same as a table."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rhomboid.training.trends import Point

WIDTH, HEIGHT = 340, 170
LEFT, RIGHT, TOP, BOTTOM = 54, 10, 12, 26
MEAN_DAYS, MEAN_LEAST = 7, 3


@dataclass(frozen=True)
class Dot:
    x: float
    y: float


@dataclass(frozen=True)
class Tick:
    """at: the place on its axis; words: what stands there."""

    at: float
    words: str


@dataclass(frozen=True)
class Stretch:
    """Days that are marked, from x on for so wide."""

    x: float
    width: float
    words: str


@dataclass(frozen=True)
class Row:
    day: str
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Chart:
    """line: the path of the drawn line. lines: where the ticks of the upright axis run across."""

    key: str
    title: str
    description: str
    dots: tuple[Dot, ...]
    rings: tuple[Dot, ...]
    line: str
    ticks: tuple[Tick, ...]
    days: tuple[Tick, ...]
    stretches: tuple[Stretch, ...]
    heads: tuple[str, ...]
    rows: tuple[Row, ...]
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    right: int = WIDTH - RIGHT
    top: int = TOP
    floor: int = HEIGHT - BOTTOM


class Scale:
    """Puts days and values into the chart's units."""

    def __init__(self, first: date, last: date, low: float, high: float) -> None:
        self.first = first
        self.days = max(1, (last - first).days)
        self.low = low
        self.span = max(high - low, 1e-9)

    def x(self, day: date) -> float:
        return round(LEFT + (WIDTH - LEFT - RIGHT) * (day - self.first).days / self.days, 1)

    def y(self, value: float) -> float:
        share = (value - self.low) / self.span
        return round(HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) * share, 1)

    def dot(self, point: Point) -> Dot:
        return Dot(self.x(point.day), self.y(point.value))


def path_through(points: Sequence[Point], scale: Scale) -> str:
    """Return a straight line from point to point."""
    dots = [scale.dot(point) for point in points]
    return " ".join(f"{'M' if index == 0 else 'L'}{dot.x:g} {dot.y:g}" for index, dot in enumerate(dots))


def seven_day_means(points: Sequence[Point]) -> tuple[Point, ...]:
    """Return the mean of the seven days up to each point, where three have a value. The points are in order of days."""
    found, week = [], deque[Point]()
    for one in points:
        week.append(one)
        while (one.day - week[0].day).days >= MEAN_DAYS:
            week.popleft()
        if len(week) >= MEAN_LEAST:
            found.append(Point(one.day, sum(each.value for each in week) / len(week)))
    return tuple(found)


def day_ticks(first: date, last: date, scale: Scale) -> tuple[Tick, ...]:
    """Return the first and the last day, and the middle one where there is room."""
    days = [first, last] if (last - first).days < 14 else [first, first + (last - first) / 2, last]
    return tuple(Tick(scale.x(day), short_day(day)) for day in dict.fromkeys(days))


def value_ticks(values: Sequence[float], scale: Scale, unit: str = "") -> tuple[Tick, ...]:
    return tuple(Tick(scale.y(value), f"{value:g}{unit}") for value in values)


def short_day(day: date) -> str:
    """Return e.g. "3 Nov"."""
    return f"{day.day} {day:%b}"
