"""The small picture of the worked muscles: the body from the back, the front, or both."""

from xml.sax.saxutils import escape

from rhomboid.body.camera import polygon
from rhomboid.body.muscle_chart import BACK, BODY, CHART, FRONT, Outline
from rhomboid.body.style import GHOST_LINE, MUSCLES, PREFIX, in_the_dark, muscle_rules
from rhomboid.catalogue.exercise import Exercise

WIDE, HIGH, MARGIN, SIZE = 100.0, 224.0, 6.0, 1.08
ROUNDER = 3  # points between two corners of an outline
INSET = 0.44  # the size of the same picture in the corner of a figure
INSET_ROUNDER = 2
TALL = HIGH * INSET


def muscles(exercise: Exercise, *, label: str = "", in_page: bool = False) -> str:
    """Return the worked muscles as SVG: the main ones strong, those that help light; back, front, or side by side.

    label: put before every id, for a page that shows the same picture twice.
    in_page: it stands inside a page, whose own style sheet brings the dark colours.
    """
    views = views_of(exercise.primary, exercise.secondary)
    name = f"{label}{exercise.id}-muscles"
    width = WIDE * len(views)
    style = "" if in_page else f"<style>{in_the_dark(muscle_rules())}</style>"
    body = "".join(
        _view(view, (WIDE * (i + 0.5), MARGIN), SIZE, ROUNDER, (exercise.primary, exercise.secondary))
        for i, view in enumerate(views)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {HIGH:g}" role="img" '
        f'aria-labelledby="{name}-t {name}-d"><title id="{name}-t">{escape(exercise.name)}: worked muscles</title>'
        f'<desc id="{name}-d">{escape(describe(exercise))}</desc>{style}{body}</svg>\n'
    )


def inset(left: float, top: float, primary: tuple[str, ...], secondary: tuple[str, ...]) -> str:
    """Return the worked muscles as a part of a larger picture, with their upper left corner at a place of it."""
    views = views_of(primary, secondary)
    return "".join(
        _view(
            view,
            (left + INSET * WIDE * (i + 0.5), top + INSET * MARGIN),
            INSET * SIZE,
            INSET_ROUNDER,
            (primary, secondary),
        )
        for i, view in enumerate(views)
    )


def inset_width(primary: tuple[str, ...], secondary: tuple[str, ...]) -> float:
    return INSET * WIDE * len(views_of(primary, secondary))


def views_of(primary: tuple[str, ...], secondary: tuple[str, ...]) -> tuple[str, ...]:
    """Return the views that show the main muscles; the helping ones alone ask for no second view."""
    seen = {CHART[muscle][0] for muscle in primary or secondary}
    return tuple(view for view in (BACK, FRONT) if view in seen) or (BACK,)


def describe(exercise: Exercise) -> str:
    """Return the muscles in words, for those who do not see the picture."""
    main = ", ".join(word(muscle) for muscle in exercise.primary)
    helping = ", ".join(word(muscle) for muscle in exercise.secondary)
    parts = [f"Main muscles: {main}." if main else "", f"Helping muscles: {helping}." if helping else ""]
    return " ".join(part for part in parts if part) or "No single muscle is trained."


def word(muscle: str) -> str:
    return muscle.replace("_", " ")


def _view(
    view: str, place: tuple[float, float], size: float, rounder: int, worked: tuple[tuple[str, ...], tuple[str, ...]]
) -> str:
    """Return one view as a group; `place` is the middle of the crown, `worked` the main and the helping muscles."""
    loop = (*BODY, *((-x, y) for x, y in reversed(BODY[1:-1])))
    width = 1.3 * size
    parts = [
        _path([loop], place, size, rounder, ("muscle-body", f' stroke="{GHOST_LINE[0]}" stroke-width="{width:.2g}"'))
    ]
    for css, names in (("muscle-second", worked[1]), ("muscle-main", worked[0])):
        for muscle in names:
            where, outlines = CHART[muscle]
            if where == view:
                halves = [tuple((side * x, y) for x, y in outline) for outline in outlines for side in (1.0, -1.0)]
                parts.append(_path(halves, place, size, rounder, (css, f' data-muscle="{muscle}"')))
    return f'<g data-view="{view}">{"".join(parts)}</g>'


def _path(outlines: list[Outline], place: tuple[float, float], size: float, rounder: int, look: tuple[str, str]) -> str:
    """Return outlines as one rounded path; look: its class and further attributes."""
    css, more = look
    places = [[(place[0] + x * size, place[1] + y * size) for x, y in _rounded(each, rounder)] for each in outlines]
    path = "".join(polygon(points) for points in places)
    return f'<path class="{PREFIX}-{css}" fill="{MUSCLES[css][0]}"{more} d="{path}"/>'


def _rounded(outline: Outline, rounder: int) -> list[tuple[float, float]]:
    """Return the outline with its corners rounded: a curve through all of its points (Catmull and Rom 1974)."""
    count = len(outline)
    points = []
    for i in range(count):
        a, b, c, d = (outline[(i + k) % count] for k in (-1, 0, 1, 2))
        for step in range(rounder):
            t = step / rounder
            x, y = (
                0.5 * (2 * q + (r - p) * t + (2 * p - 5 * q + 4 * r - s) * t * t + (3 * q - p - 3 * r + s) * t**3)
                for p, q, r, s in zip(a, b, c, d, strict=True)
            )
            points.append((x, y))
    return points
