"""Layers as SVG text."""

from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from rhomboid.body.fit import HEIGHT, WIDTH
from rhomboid.body.solids import Layer
from rhomboid.body.style import GHOST_LINE, GLOW, LINE, PREFIX, TONES, colour, own_dark_css, tone_class

# In a thumbnail the small picture of the muscles would be a speck.
SMALL = f"@media (max-width:150px){{.{PREFIX}-inset{{display:none}}}}"
VIEW_BOX = f"0 0 {WIDTH:g} {HEIGHT:g}"


@dataclass(frozen=True)
class Look:
    """name: the start of every id, so that figures may share a page. skin: which skin and hair, from 1."""

    name: str
    skin: int


def document(look: Look, title: str, summary: str, parts: tuple[str, str], *, mirrored: bool) -> str:
    """Return a whole SVG document of its corner and its body; mirrored shows the other side of the body."""
    corner, body = parts
    flip = f' transform="matrix(-1 0 0 1 {WIDTH:g} 0)"' if mirrored else ""
    name = look.name
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="{tone_class(look.skin)}" viewBox="{VIEW_BOX}" role="img" '
        f'aria-labelledby="{name}-t {name}-d"><title id="{name}-t">{escape(title)}</title>'
        f'<desc id="{name}-d">{escape(summary)}</desc><style>{SMALL}{own_dark_css(look.skin)}</style>'
        f'<g class="{PREFIX}-inset">{corner}</g><g{flip}>{body}</g></svg>\n'
    )


def paint(
    look: Look, layers: list[Layer], ghost: str = "", *, numbered: bool = False, moves: Sequence[str] = ()
) -> str:
    """Return the layers as SVG: outlines under fills, and the ghost between the room and the body.

    numbered: each path carries the number of its layer. moves: for each layer what is put inside its path.
    """
    ids = {layer.name: f"{look.name}-{index}" for index, layer in enumerate(layers)}
    parts = [_gradient(look.name)]
    waiting = ghost
    for index, layer in enumerate(layers):
        if waiting and layer.depth > -5:
            parts.append(_ghost(waiting))
            waiting = ""
        mark = f' data-layer="{index}"' if numbered else ""
        inside = moves[index] if moves else ""
        end = f' d="{layer.d}"{mark}>{inside}</path>' if inside else f' d="{layer.d}"{mark}/>'
        clip = f"{ids[layer.clip]}c" if layer.clip else ""
        parts.append(_layer(look, f"{look.name}-{index}", layer, end, clip))
    return (
        f'<g class="{PREFIX}-line" stroke="{LINE[0]}" stroke-width="3.6" stroke-linejoin="round"'
        f' paint-order="stroke">{"".join(parts)}</g>'
    )


def _gradient(name: str) -> str:
    return (
        f'<radialGradient id="{name}-glow"><stop offset=".2" stop-color="{GLOW}" stop-opacity=".75"/>'
        f'<stop offset="1" stop-color="{GLOW}" stop-opacity="0"/></radialGradient>'
    )


def _layer(look: Look, name: str, layer: Layer, end: str, clip: str) -> str:
    """Return one layer; `end` closes its path, with the shape. No line has round ends: what is turned away and has
    shrunk to a point (an ear, a brow) must leave no dot.
    """
    if layer.tone == "stroke":
        return f'<path fill="none" stroke-width="1.5"{end}'
    cut = f' clip-path="url(#{clip})"' if clip else ""
    if layer.tone == "glow":
        return f'<path fill="url(#{look.name}-glow)" stroke="none"{cut}{end}'
    light, shade = colour(layer.tone, look.skin)
    css = f"{PREFIX}-{layer.tone}"
    if layer.lit:
        return _round(look, name, layer, end)
    line = "" if layer.line else ' stroke="none"'
    fill, suffix = (shade, "-s") if layer.shade else (light, "")
    return f'<path class="{css}{suffix}" fill="{fill}"{line}{cut}{end}'


def _round(look: Look, name: str, layer: Layer, end: str) -> str:
    """Return a round part: its shade with the outline, and inside it a lighter copy a little up and to the left."""
    light, shade = colour(layer.tone, look.skin)
    css = f"{PREFIX}-{layer.tone}"
    return (
        f'<defs><path id="{name}"{end}<clipPath id="{name}c"><use href="#{name}"/></clipPath></defs>'
        f'<use href="#{name}" class="{css}-s" fill="{shade}"/><g clip-path="url(#{name}c)">'
        f'<use href="#{name}" x="-2.5" y="-3.5" class="{css}" fill="{light}" stroke="none"/></g>'
    )


def _ghost(path: str) -> str:
    return (
        f'<path class="{PREFIX}-ghost" fill="{TONES["ghost"][0]}" stroke="{GHOST_LINE[0]}" stroke-width="2.6"'
        f' stroke-dasharray="5 4" d="{path}"/>'
    )


def arrows(path: str) -> str:
    return f'<path class="{PREFIX}-arrow" fill="{TONES["arrow"][0]}" d="{path}"/>' if path else ""
