"""The tables of the hand-out: doses of a session week by week, and the daily sets that take turns."""

from collections.abc import Iterator, Sequence
from string import ascii_uppercase

from reportlab.platypus import KeepTogether, Table, TableStyle
from reportlab.platypus.flowables import Flowable

from rhomboid.catalogue.exercise import Catalogue
from rhomboid.exports import paper
from rhomboid.exports.paper import text
from rhomboid.lib.weekdays import weekday
from rhomboid.prescription.program import Item, Session, Week
from rhomboid.prescription.words import BLOCK_NAMES, KIND_NAMES, amount_words, load_words

# So many weeks stand side by side in one table.
WEEKS_ABREAST = 5
NOTED = ("Done on", "Most pain, 0 to 10; sharp or sore", "Pain next morning, 0 to 10")
Line = tuple[str, ...]


def phase_tables(weeks: Sequence[Week], catalogue: Catalogue) -> Iterator[Flowable]:
    """Yield all tables of one phase: strength with room for notes, then the daily sets, then the walks."""
    for start in range(0, len(weeks), WEEKS_ABREAST):
        yield from _week_by_week("strength", weeks[start : start + WEEKS_ABREAST], catalogue)
    yield from _daily_sets(weeks, catalogue)
    for start in range(0, len(weeks), WEEKS_ABREAST):
        yield from _week_by_week("walk", weeks[start : start + WEEKS_ABREAST], catalogue)


def _week_by_week(kind: str, weeks: Sequence[Week], catalogue: Catalogue) -> Iterator[Flowable]:
    """Yield one table for each weekday with a session of its own; weekdays alike in all weeks share one."""
    days: dict[tuple[tuple[Line, ...] | None, ...], list[str]] = {}
    found: dict[tuple[tuple[Line, ...] | None, ...], list[Session | None]] = {}
    for day in dict.fromkeys(weekday(one.date) for week in weeks for one in _of_kind(week, kind)):
        column = [next((one for one in _of_kind(week, kind) if weekday(one.date) == day), None) for week in weeks]
        alike = tuple(_lines(one) if one else None for one in column)
        days.setdefault(alike, []).append(day.capitalize())
        found[alike] = column
    for alike, names in days.items():
        title = text(f"{KIND_NAMES[kind]}: {', '.join(names)}", paper.SUBHEAD)
        yield KeepTogether([title, _doses(weeks, found[alike], catalogue, is_noted=kind == "strength")])


def _of_kind(week: Week, kind: str) -> list[Session]:
    return [session for session in week.sessions if session.kind == kind]


def _lines(session: Session) -> tuple[Line, ...]:
    return tuple(_line(item) for item in session.items)


def _line(item: Item) -> Line:
    left = "" if item.rir is None else f"{item.rir} left"
    return (item.exercise, *filter(None, (amount_words(item), load_words(item.load), left)))


def _doses(weeks: Sequence[Week], column: Sequence[Session | None], catalogue: Catalogue, *, is_noted: bool) -> Table:
    """Return a table of the moves of one weekday and their doses week by week, with lines for notes."""
    heads = ["", *(f"Week {week.number}{' (lighter)' if week.deload else ''}" for week in weeks)]
    places: dict[tuple[str, str], list[str]] = {}
    for index, session in enumerate(column):
        for block in session.blocks if session else ():
            for item in block.items:
                cells = places.setdefault((block.name, item.exercise), ["–"] * len(weeks))
                cells[index] = ", ".join(_line(item)[1:])
    order = list(BLOCK_NAMES)
    rows = [
        [f"{catalogue[one].name} ({BLOCK_NAMES[block].lower()})", *cells]
        for (block, one), cells in sorted(places.items(), key=lambda place: order.index(place[0][0]))
    ]
    noted = [[asked, *("" for _ in weeks)] for asked in NOTED] if is_noted else []
    table = _table(heads, [*rows, *noted], 0.34)
    if is_noted:
        table.setStyle(
            TableStyle(
                [
                    ("BACKGROUND", (0, -len(NOTED)), (-1, -1), paper.TINT),
                    ("INNERGRID", (1, -len(NOTED)), (-1, -1), 0.5, paper.LINE),
                ]
            )
        )
    return table


def _daily_sets(weeks: Sequence[Week], catalogue: Catalogue) -> Iterator[Flowable]:
    """Yield the days of each set by its letter, and what each set holds."""
    letters: dict[tuple[Line, ...], str] = {}
    for week in weeks:
        for session in _of_kind(week, "daily"):
            letters.setdefault(_lines(session), f"Set {ascii_uppercase[len(letters)]}")
    if not letters:
        return
    heads = [f"Week {week.number}" for week in weeks]
    days = [
        "\n".join(f"{weekday(one.date).capitalize()}: {letters[_lines(one)]}" for one in _of_kind(week, "daily"))
        for week in weeks
    ]
    held = ["\n".join(f"{catalogue[one].name}: {', '.join(told)}" for one, *told in lines) for lines in letters]
    yield KeepTogether(
        [
            text(f"{KIND_NAMES['daily']}: the sets take turns", paper.SUBHEAD),
            _table(list(letters.values()), [held]),
            text("", paper.SMALL),
            _table(heads, [days]),
        ]
    )


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]], first: float | None = None) -> Table:
    """Return a table as wide as the page; first: the first column's share, else all are alike."""
    count = len(heads)
    shares = [1 / count] * count if first is None else [first, *([(1 - first) / (count - 1)] * (count - 1))]
    cells = [[text(head, paper.CELL_HEAD) for head in heads]]
    cells += [[text(cell, paper.CELL) for cell in row] for row in rows]
    return Table(cells, [paper.INNER * share for share in shares], repeatRows=1, style=paper.GRID)
