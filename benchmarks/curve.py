"""Curves as SVG written by hand, like the plot of the simulation: a title, axes, a line with its points' values."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

WIDTH, HEIGHT = 860, 320
TOP, PLOT_W, PLOT_H, APART, LEFT = 70, 340, 180, 430, 60
INK, GRID = "#0b6e4f", "#ddd"


@dataclass(frozen=True)
class Curve:
    """One panel. points: amount and what it costs, by amount."""

    title: str
    unit: str
    points: Sequence[tuple[float, float]]


def draw_curves(title: str, curves: Sequence[Curve]) -> str:
    """Return the panels side by side."""
    told = "; ".join(
        f"{one.title}: " + ", ".join(f"{x:g}: {y:.2f} {one.unit}" for x, y in one.points) for one in curves
    )
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" font-size="13">',
        f"<title>{escape(title)}</title>",
        f"<desc>{escape(told)}</desc>",
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/><g font-family="sans-serif">',
        f'<text x="{LEFT}" y="28" font-size="16">{escape(title)}</text>',
        *(line for place, one in enumerate(curves) for line in _panel(one, LEFT + APART * place)),
        "</g></svg>",
    ]
    return "\n".join(parts) + "\n"


def _panel(one: Curve, left: float) -> list[str]:
    most_x, most_y = max(x for x, _ in one.points), max(y for _, y in one.points) * 1.15 or 1.0
    places = [(left + PLOT_W * x / most_x, TOP + PLOT_H * (1 - y / most_y)) for x, y in one.points]
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
    parts = [
        f'<text x="{left}" y="{TOP - 14}">{escape(one.title)} ({one.unit})</text>',
        f'<path d="M{left} {TOP}v{PLOT_H}h{PLOT_W}" fill="none" stroke="{GRID}"/>',
        f'<polyline points="{line}" fill="none" stroke="{INK}" stroke-width="2.5"/>',
    ]
    for (x, y), (amount, cost) in zip(places, one.points, strict=True):
        parts += [
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5" fill="{INK}"/>',
            f'<text x="{x:.1f}" y="{y - 9:.1f}" text-anchor="middle" font-size="11">{cost:.2f}</text>',
            f'<text x="{x:.1f}" y="{TOP + PLOT_H + 18}" text-anchor="middle" font-size="11">{amount:g}</text>',
        ]
    return parts
