"""How a page of paper looks: its type, colours, margins, head and foot."""

from collections.abc import Callable
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import reportlab
from reportlab.lib.colors import HexColor, white
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph, TableStyle
from reportlab.platypus.flowables import Flowable

MARGIN = 16 * mm
INNER = A4[0] - 2 * MARGIN
INK, MUTED, LINE, TINT, TEAL, AMBER = (
    HexColor(colour) for colour in ("#17233b", "#5a6680", "#d5dbe6", "#eef3f8", "#0f766e", "#fdf1dc")
)
# The library brings this family with it; its own standard fonts have no "≥" or "–".
FACES = {"Paper": "Vera.ttf", "Paper-Bold": "VeraBd.ttf", "Paper-Italic": "VeraIt.ttf"}


@cache
def _register_faces() -> None:
    folder = Path(reportlab.__file__).parent / "fonts"
    for name, file in FACES.items():
        pdfmetrics.registerFont(TTFont(name, str(folder / file)))
    pdfmetrics.registerFontFamily("Paper", normal="Paper", bold="Paper-Bold", italic="Paper-Italic")


def _style(name: str, size: float, **more: Any) -> ParagraphStyle:
    bold = more.pop("bold", False)
    more.setdefault("textColor", INK)
    return ParagraphStyle(
        name, fontName="Paper-Bold" if bold else "Paper", fontSize=size, leading=size * 1.36, spaceAfter=2, **more
    )


TITLE = _style("title", 20, bold=True)
HEAD = _style("head", 14, bold=True, spaceBefore=8, keepWithNext=True)
SUBHEAD = _style("subhead", 10.5, bold=True, spaceBefore=6, keepWithNext=True)
BODY = _style("body", 9)
SMALL = _style("small", 7.6, textColor=MUTED)
CELL = _style("cell", 7.8)
CELL_HEAD = _style("cell head", 7.6, bold=True, textColor=white)

GRID = TableStyle(
    [
        ("BACKGROUND", (0, 0), (-1, 0), TEAL),
        ("LINEBELOW", (0, 0), (-1, -1), 0.5, LINE),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("LEFTPADDING", (0, 0), (-1, -1), 4),
        ("RIGHTPADDING", (0, 0), (-1, -1), 4),
        ("TOPPADDING", (0, 0), (-1, -1), 3),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
    ]
)


def text(words: str, style: ParagraphStyle = BODY) -> Paragraph:
    """Return a paragraph of plain words; what would be markup in them is shown as it is."""
    _register_faces()
    return Paragraph(escape(words).replace("\n", "<br/>"), style)


def to_pdf(title: str, foot: str, story: list[Flowable]) -> bytes:
    """Return the pages as PDF bytes. The same story gives the same bytes: no date of making stands in them."""
    _register_faces()
    out = BytesIO()
    frame = Frame(MARGIN, MARGIN + 6 * mm, INNER, A4[1] - 2 * MARGIN - 6 * mm, 0, 0, 0, 0)
    document = BaseDocTemplate(
        out, pagesize=A4, title=title, author="Rhomboid", subject=foot, lang="en", invariant=1, initialFontName="Paper"
    )
    document.addPageTemplates(PageTemplate("page", [frame], onPage=_foot(foot)))
    document.build(story)
    return out.getvalue()


def _foot(words: str) -> Callable[[Canvas, BaseDocTemplate], None]:
    def draw(canvas: Canvas, document: BaseDocTemplate) -> None:
        canvas.saveState()
        canvas.setFont("Paper", 7.4)
        canvas.setFillColor(MUTED)
        canvas.drawString(MARGIN, MARGIN - 2 * mm, words)
        canvas.drawRightString(A4[0] - MARGIN, MARGIN - 2 * mm, str(document.page))
        canvas.restoreState()

    return draw
