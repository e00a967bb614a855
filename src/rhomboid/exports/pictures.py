"""Figures as pixels, for formats that know no SVG."""

from functools import lru_cache
from io import BytesIO

import resvg_py
from PIL import Image

from rhomboid.body.figure import Wish, draw
from rhomboid.catalogue.exercise import Exercise

# Enough for sharp print at the width a hand-out gives a picture, about 5 cm.
WIDTH_PX = 560
# A drawn figure has few colours; so many hold its soft edges too, at a third of the size.
COLOURS = 96


@lru_cache(maxsize=512)
def to_png(exercise: Exercise, wish: Wish) -> bytes:
    """Return the still of an exercise as PNG bytes on white, in the light colours."""
    svg = draw(exercise, body=wish.body, tone=wish.tone)
    drawn = bytes(resvg_py.svg_to_bytes(svg_string=svg, width=WIDTH_PX, skip_system_fonts=True))
    with Image.open(BytesIO(drawn)) as picture:
        white = Image.new("RGBA", picture.size, "white")
        white.alpha_composite(picture.convert("RGBA"))
        out = BytesIO()
        white.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()
