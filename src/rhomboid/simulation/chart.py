"""The plot of a simulation, an SVG written by hand: mean pain week by week under each policy, and stops beside it."""

from collections.abc import Mapping
from html import escape
from typing import Any

WIDTH, HEIGHT = 860, 420
LEFT, TOP, PLOT_W, PLOT_H = 60, 60, 460, 280
BARS_LEFT, BARS_W = 640, 200
MOST_PAIN = 8
FOOT = "Behaviour of rules in a model, no evidence of benefit."
# Told apart by dash as well as by colour.
LOOKS = {
    "rhomboid": ("#0b6e4f", ""),
    "fixed": ("#1f4e9c", "8 4"),
    "regardless": ("#b3261e", "2 4"),
    "none": ("#555555", "12 4 2 4"),
}


def draw_chart(answer: Mapping[str, Any]) -> str:
    """Return the plot of what `report` answers."""
    title = f"{answer['people']} virtual people, {answer['weeks']} weeks, seed {answer['seed']}"
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" font-size="13">',
        f"<title>{escape(title)}</title>",
        f"<desc>{escape(answer['notice'])}</desc>",
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/><g font-family="sans-serif">',
        f'<text x="{LEFT}" y="28" font-size="16">{escape(title)}</text>',
        *_axes(answer["weeks"]),
        *(_line(name, one, place) for place, (name, one) in enumerate(answer["policies"].items())),
        *_bars(answer["policies"]),
        f'<text x="{LEFT}" y="{HEIGHT - 12}" font-size="11">{FOOT}</text>',
        "</g></svg>",
    ]
    return "\n".join(parts) + "\n"


def _axes(weeks: int) -> list[str]:
    parts = [f'<text x="{LEFT}" y="{TOP - 12}">Mean pain of the week, 0 to 10</text>']
    for pain in range(0, MOST_PAIN + 1, 2):
        y = _y(pain)
        parts.append(f'<path d="M{LEFT} {y:.1f}h{PLOT_W}" stroke="#ddd"/>')
        parts.append(f'<text x="{LEFT - 10}" y="{y + 4:.1f}" text-anchor="end">{pain}</text>')
    step = 1 if weeks <= 8 else 2
    parts.extend(
        f'<text x="{_x(week, weeks):.1f}" y="{TOP + PLOT_H + 18}" text-anchor="middle">{week}</text>'
        for week in range(1, weeks + 1, step)
    )
    parts.append(f'<text x="{LEFT + PLOT_W / 2}" y="{TOP + PLOT_H + 36}" text-anchor="middle">Week</text>')
    return parts


def _line(name: str, policy: Mapping[str, Any], place: int) -> str:
    colour, dash = LOOKS[name]
    pains = policy["pain_by_week"]
    points = " ".join(f"{_x(week, len(pains)):.1f},{_y(pain):.1f}" for week, pain in enumerate(pains, 1))
    label_y = TOP + 8 + 18 * place
    return (
        f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2.5" stroke-dasharray="{dash}"/>'
        f'<path d="M{LEFT + PLOT_W + 12} {label_y}h24" stroke="{colour}" stroke-width="2.5" stroke-dasharray="{dash}"/>'
        f'<text x="{LEFT + PLOT_W + 40}" y="{label_y + 4}">{escape(name)}</text>'
    )


def _bars(policies: Mapping[str, Mapping[str, Any]]) -> list[str]:
    stops = {name: one["stops_per_1000_sets"] or 0.0 for name, one in policies.items()}
    most = max([*stops.values(), 1.0])
    parts = [f'<text x="{BARS_LEFT}" y="{TOP + 116}">Stops per 1000 sets</text>']
    for place, (name, value) in enumerate(stops.items()):
        y = TOP + 130 + 34 * place
        width = BARS_W * 0.7 * value / most
        parts.append(f'<rect x="{BARS_LEFT}" y="{y}" width="{width:.1f}" height="14" fill="{LOOKS[name][0]}"/>')
        parts.append(f'<text x="{BARS_LEFT}" y="{y + 27}" font-size="11">{escape(name)}: {value:g}</text>')
    return parts


def _x(week: int, weeks: int) -> float:
    return LEFT + PLOT_W * (week - 1) / max(weeks - 1, 1)


def _y(pain: float) -> float:
    return TOP + PLOT_H * (1 - pain / MOST_PAIN)
