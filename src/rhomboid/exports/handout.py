"""The program on paper: the weeks, each session with its doses and room for notes, and how each move is done."""

from collections.abc import Iterator, Sequence
from io import BytesIO

from reportlab.lib.units import mm
from reportlab.platypus import Image, PageBreak, Spacer, Table, TableStyle
from reportlab.platypus.flowables import Flowable

from rhomboid.body.figure import Wish
from rhomboid.catalogue.exercise import Catalogue, Exercise
from rhomboid.exports import paper
from rhomboid.exports.handout_tables import phase_tables
from rhomboid.exports.paper import text
from rhomboid.exports.pictures import to_png
from rhomboid.prescription.program import Program, Week
from rhomboid.prescription.program_json import E5_NOTICE
from rhomboid.prescription.words import PHASE_NAMES

# One line each; read before the first session.
BEFORE = """
Do not start, and get help at once: pain or pressure in the chest, hard breathing, sudden weakness or numbness, loss \
of control of bladder or bowel, or a fall or crash.
Stop a move at sharp or growing pain. Ask a clinician before your next strength session.
Mild soreness for a day or two is common. Keep pain low while you move.
“4 left” means: stop when you could still do 4 more.
The doses are the most the plan asks in each week. Rhomboid lowers them after pain, a gap or a poor week. On paper, \
stay with the last dose that felt fine.
"""


def to_handout(program: Program, catalogue: Catalogue, wish: Wish | None = None) -> bytes:
    """Return the hand-out of a program as PDF bytes, A4. wish: who is drawn."""
    story = [*_front(program)]
    for name in dict.fromkeys(week.phase for week in program.weeks):
        weeks = [week for week in program.weeks if week.phase == name]
        story += _phase(weeks, catalogue)
    story += _moves(program, catalogue, wish or Wish())
    return paper.to_pdf("Your program", E5_NOTICE, story)


def _front(program: Program) -> Iterator[Flowable]:
    yield text("Your program", paper.TITLE)
    yield text(f"{program.start:%d %B %Y} to {program.end:%d %B %Y}", paper.BODY)
    yield Spacer(0, 4 * mm)
    box = [[text(f"{number}. {line}")] for number, line in enumerate((E5_NOTICE, *BEFORE.strip().splitlines()), 1)]
    yield Table(box, [paper.INNER], style=TableStyle([("BACKGROUND", (0, 0), (-1, -1), paper.AMBER)]))
    yield text("All weeks", paper.HEAD)
    heads = ("Week", "From", "Phase", "Strength", "Mobility", "Walks", "")
    rows = [[text(head, paper.CELL_HEAD) for head in heads]]
    rows += [[text(cell, paper.CELL) for cell in _week_row(program, week)] for week in program.weeks]
    yield Table(rows, [paper.INNER * share for share in (0.08, 0.14, 0.28, 0.13, 0.13, 0.1, 0.14)], style=paper.GRID)


def _week_row(program: Program, week: Week) -> list[str]:
    first, last = week.sessions[0].date, week.sessions[-1].date
    kinds = [session.kind for session in week.sessions]
    notes = ["lighter"] if week.deload else []
    notes += ["review"] if any(first <= day <= last for day in program.review_dates) else []
    counts = [f"{kinds.count(kind)} ×" if kind in kinds else "–" for kind in ("strength", "daily", "walk")]
    return [str(week.number), f"{first:%d %b}", PHASE_NAMES[week.phase], *counts, ", ".join(notes)]


def _phase(weeks: Sequence[Week], catalogue: Catalogue) -> Iterator[Flowable]:
    yield PageBreak()
    name = PHASE_NAMES[weeks[0].phase]
    yield text(f"{name}: weeks {weeks[0].number} to {weeks[-1].number}", paper.TITLE)
    yield from phase_tables(weeks, catalogue)


def _moves(program: Program, catalogue: Catalogue, wish: Wish) -> Iterator[Flowable]:
    yield PageBreak()
    yield text("How each move is done", paper.TITLE)
    used = {item.exercise for session in program.sessions for item in session.items}
    for exercise in sorted((catalogue[one] for one in used), key=lambda one: one.name):
        yield _move(exercise, wish)
        yield Spacer(0, 3 * mm)


def _move(exercise: Exercise, wish: Wish) -> Table:
    width = 52 * mm
    picture = Image(BytesIO(to_png(exercise, wish)), width, width * 3 / 4)
    told: list[Flowable] = [text(exercise.name, paper.SUBHEAD)]
    told += [text(f"{number}. {step}") for number, step in enumerate(exercise.steps, 1)]
    told.append(text(f"Breathing: {exercise.breathing}", paper.SMALL))
    told += [text(f"If you notice: {one.fault} {one.fix}", paper.SMALL) for one in exercise.faults]
    told += [text(f"Take care: {one.text}", paper.SMALL) for one in exercise.cautions]
    style = TableStyle(
        [
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LINEABOVE", (0, 0), (-1, 0), 0.5, paper.LINE),
            ("LEFTPADDING", (0, 0), (0, 0), 0),
        ]
    )
    return Table([[picture, told]], [width + 3 * mm, paper.INNER - width - 3 * mm], style=style)
