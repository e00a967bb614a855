"""C3: the shape, the time and the table of a strength session; the time of every item."""

from collections import Counter
from collections.abc import Iterator

from rhomboid.checking import figures
from rhomboid.checking.case import Case, Outing, in_session
from rhomboid.checking.seconds import seconds_of
from rhomboid.checking.violation import Violation
from rhomboid.prescription.program import Session, Week

# The kind of dose that easy movement has: time, not repetitions.
EASY = "timed"
ORDER = ["warm_up", "strength", "core", "cool_down"]


def check_seconds(case: Case) -> Iterator[Violation]:
    """C3: an item's seconds follow the formula, and a session's minutes are their sum."""
    for outing in case.outings:
        wanted = seconds_of(outing.exercise, outing.item, outing.block)
        if outing.item.seconds not in wanted:
            text = f"takes {min(wanted)} s by the formula, the plan says {outing.item.seconds}"
            yield Violation("C3", outing.where, text)
    for week in case.program.weeks:
        for session in week.sessions:
            minutes = sum(item.seconds for item in session.items) / 60
            if abs(session.minutes - minutes) > 0.06:
                yield Violation("C3", in_session(week, session), f"says {session.minutes} min, sums to {minutes:.2f}")


def check_order(case: Case) -> Iterator[Violation]:
    """C3: warm-up, strength, core, cool-down, in this order."""
    for week, session in _strength(case):
        names = [block.name for block in session.blocks]
        if names != ORDER:
            yield Violation("C3", in_session(week, session), f"blocks are {', '.join(names)}")


def check_warm_up(case: Case) -> Iterator[Violation]:
    """C3: a warm-up of easy movement and then dynamic moves, no held stretch; the least time of the table."""
    for week, session in _strength(case):
        where = in_session(week, session)
        row = _row(case)
        warm_up = sum(item.seconds for item in session.block("warm_up"))
        cool_down = sum(item.seconds for item in session.block("cool_down"))
        if warm_up < row[2]:
            yield Violation("C3", where, f"warms up for {warm_up} s, at least {row[2]}")
        if cool_down < row[7]:
            yield Violation("C3", where, f"cools down for {cool_down} s, at least {row[7]}")
        kinds = _kinds(case, session, "warm_up")
        if "stretch" in kinds:
            yield Violation("C3", where, "a warm-up moves, it holds no stretch")
        if kinds != sorted(kinds, key=lambda kind: kind != EASY):
            yield Violation("C3", where, "a warm-up begins with easy movement, dynamic moves follow")
        if set(_kinds(case, session, "cool_down")) != {"stretch"}:
            yield Violation("C3", where, "a cool-down is made of stretches")


def check_counts(case: Case) -> Iterator[Violation]:
    """C3: moves, core items and all items of a session, and the sets and rest of its moves."""
    row = _row(case)
    for week, session in _strength(case):
        where, phase = in_session(week, session), _column(week)
        moves, core = len(session.block("strength")), len(session.block("core"))
        beside = sum(len(block.items) for block in session.blocks if block.name != "warm_up")
        if not figures.FEWEST_MOVES <= moves <= row[3][phase]:
            yield Violation("C3", where, f"{moves} loaded moves, between {figures.FEWEST_MOVES} and {row[3][phase]}")
        if not figures.FEWEST_CORE <= core <= row[6]:
            yield Violation("C3", where, f"{core} core items, between {figures.FEWEST_CORE} and {row[6]}")
        if not figures.ITEMS_BESIDE_WARM_UP[0] <= beside <= figures.ITEMS_BESIDE_WARM_UP[1]:
            yield Violation("C3", where, f"{beside} items beside the warm-up, 3 to 8 are allowed")
        for item in session.block("strength"):
            if item.sets > row[4][phase]:
                yield Violation("C3", f"{where}, {item.exercise}", f"{item.sets} sets, at most {row[4][phase]}")
        for item in (*session.block("strength"), *session.block("core")):
            if item.rest_s != row[5][phase]:
                yield Violation("C3", f"{where}, {item.exercise}", f"rests {item.rest_s} s, not {row[5][phase]}")


def check_budget(case: Case) -> Iterator[Violation]:
    """C3: the session fits, with every item at its greatest dose of the phase (the most the plan gives it there)."""
    budget = case.minutes * 60
    greatest: Counter[tuple[str, str, str]] = Counter()
    for outing in case.outings:
        key = _key(outing)
        greatest[key] = max(greatest[key], outing.item.seconds)
    for week, session in _strength(case):
        now = sum(item.seconds for item in session.items)
        most = sum(greatest[_key(outing)] for outing in case.by_session.get(session.id, ()))
        if now > budget or session.minutes > case.minutes:
            yield Violation("C3", in_session(week, session), f"takes {now} s of {budget}")
        elif most > budget:
            text = f"takes {most} s of {budget} with every item at its greatest dose of the phase"
            yield Violation("C3", in_session(week, session), text)


def _key(outing: Outing) -> tuple[str, str, str]:
    return outing.week.phase, outing.block, outing.exercise.id


def _strength(case: Case) -> Iterator[tuple[Week, Session]]:
    for week in case.program.weeks:
        for session in week.sessions:
            if session.kind == "strength":
                yield week, session


def _kinds(case: Case, session: Session, block: str) -> list[str]:
    known = case.catalogue.by_id
    return [known[item.exercise].dose.kind for item in session.block(block) if item.exercise in known]


def _row(case: Case) -> tuple[int, int, int, tuple[int, ...], tuple[int, ...], tuple[int, ...], int, int]:
    minutes = case.minutes
    return next(row for row in figures.BUDGET_ROWS if row[0] <= minutes <= row[1])


def _column(week: Week) -> int:
    """Return the column of a phase; C3 gives three figures, maintain reads the last."""
    return 2 if week.phase == "maintain" else figures.PHASE_ORDER.index(week.phase)
