"""The small picture of the worked muscles: the body from the back, the front, or both."""

from xml.sax.saxutils import escape

from rhomboid.body.camera import polygon
from rhomboid.body.muscle_chart import BACK, BODY, CHART, FRONT, Outline
from rhomboid.body.style import PREFIX
from rhomboid.catalogue.exercise import Exercise

WIDE, HIGH, MARGIN, SIZE = 100.0, 224.0, 6.0, 1.08
ROUNDER = 3  # points between two corners of an outline


def muscles(exercise: Exercise, *, label: str = "") -> str:
    """Return the worked muscles as SVG: the main ones strong, those that help light; back, front, or side by side.

    label: put before every id, for a page that shows the same picture twice.
    """
    views = views_of(exercise)
    name = f"{label}{exercise.id}-muscles"
    width = WIDE * len(views)
    body = "".join(_view(view, i, exercise) for i, view in enumerate(views))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {HIGH:g}" role="img" '
        f'aria-labelledby="{name}-t {name}-d"><title id="{name}-t">{escape(exercise.name)}: worked muscles</title>'
        f'<desc id="{name}-d">{escape(describe(exercise))}</desc><style>{muscles_dark_css()}</style>{body}</svg>\n'
    )


def views_of(exercise: Exercise) -> tuple[str, ...]:
    """Return the views that show the main muscles; the helping ones alone ask for no second view."""
    main = exercise.primary or exercise.secondary
    seen = {CHART[muscle][0] for muscle in main}
    return tuple(view for view in (BACK, FRONT) if view in seen) or (BACK,)


def describe(exercise: Exercise) -> str:
    """Return the muscles in words, for those who do not see the picture."""
    main = ", ".join(word(muscle) for muscle in exercise.primary)
    helping = ", ".join(word(muscle) for muscle in exercise.secondary)
    parts = [f"Main muscles: {main}." if main else "", f"Helping muscles: {helping}." if helping else ""]
    return " ".join(part for part in parts if part) or "No single muscle is trained."


def word(muscle: str) -> str:
    return muscle.replace("_", " ")


# class: (light, dark)
COLOURS = {
    "muscle-body": ("#e6ebf3", "#3a4763"),
    "muscle-second": ("#f6c9a8", "#9a5f45"),
    "muscle-main": ("#e2572b", "#f0703f"),
}
LINE = ("#94a3bb", "#7a89a6")


def muscles_dark_css() -> str:
    """Return the rules for people who prefer dark pages."""
    rules = "".join(f".{PREFIX}-{name}{{fill:{dark}}}" for name, (_, dark) in COLOURS.items())
    return f"@media (prefers-color-scheme:dark){{{rules}.{PREFIX}-muscle-line{{stroke:{LINE[1]}}}}}"


def _view(view: str, place: int, exercise: Exercise) -> str:
    middle = WIDE * (place + 0.5)
    loop = (*BODY, *((-x, y) for x, y in reversed(BODY[1:-1])))
    parts = [_path([loop], middle, "muscle-body", f'stroke="{LINE[0]}" stroke-width="1.4"')]
    for css, worked in (("muscle-second", exercise.secondary), ("muscle-main", exercise.primary)):
        for muscle in worked:
            where, outlines = CHART[muscle]
            if where == view:
                halves = [tuple((side * x, y) for x, y in outline) for outline in outlines for side in (1.0, -1.0)]
                parts.append(_path(halves, middle, css, f'data-muscle="{muscle}"'))
    return f'<g class="{PREFIX}-muscle-line" data-view="{view}">{"".join(parts)}</g>'


def _path(outlines: list[Outline], middle: float, css: str, more: str) -> str:
    """Return outlines as one path, rounded, on a body that stands at `middle`."""
    places = [[(middle + x * SIZE, MARGIN + y * SIZE) for x, y in _rounded(outline)] for outline in outlines]
    path = "".join(polygon(points) for points in places)
    return f'<path class="{PREFIX}-{css}" fill="{COLOURS[css][0]}" {more} d="{path}"/>'


def _rounded(outline: Outline) -> list[tuple[float, float]]:
    """Return the outline with its corners rounded: a curve through all of its points (Catmull and Rom 1974)."""
    count = len(outline)
    points = []
    for i in range(count):
        a, b, c, d = (outline[(i + k) % count] for k in (-1, 0, 1, 2))
        for step in range(ROUNDER):
            t = step / ROUNDER
            x, y = (
                0.5 * (2 * q + (r - p) * t + (2 * p - 5 * q + 4 * r - s) * t * t + (3 * q - p - 3 * r + s) * t**3)
                for p, q, r, s in zip(a, b, c, d, strict=True)
            )
            points.append((x, y))
    return points
