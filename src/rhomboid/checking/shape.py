"""The shape of the document (contracts): every item says what its exercise needs said, and nothing that it cannot."""

from collections.abc import Iterator

from rhomboid.checking import figures
from rhomboid.checking.case import Case, Outing, in_session
from rhomboid.checking.kit import loads_of
from rhomboid.checking.seconds import UNHELD
from rhomboid.checking.violation import Violation

RULE = "shape"
# What each kind of dose states: repetitions, seconds held, minutes. Time may be told in either of the last two.
STATES = {
    "reps": (True, False, False),
    "scapular_hold": (True, True, False),
    "core_reps": (True, False, False),
    "core_hold": (False, True, False),
    "stretch": (False, True, False),
    "easy_reps": (True, False, False),
    "timed": (False, True, False),
    "roll": (False, True, False),
    "minutes": (False, False, True),
}
BLOCKS_OF = {
    "strength": ("warm_up", "strength", "core", "cool_down"),
    "daily": ("mobility", "stretch", "roll"),
    "walk": ("aerobic",),
}


def check_known(case: Case) -> Iterator[Violation]:
    """Every exercise is of the catalogue."""
    for week in case.program.weeks:
        for session in week.sessions:
            for item in session.items:
                if item.exercise not in case.catalogue.by_id:
                    where = f"{in_session(week, session)}, {item.exercise}"
                    yield Violation(RULE, where, f"{item.exercise} is not in the catalogue")


def check_sessions(case: Case) -> Iterator[Violation]:
    """Ids are unique, a session lies in its week, and its blocks are those of its kind, each once and not empty."""
    seen: set[str] = set()
    for week in case.program.weeks:
        for session in week.sessions:
            where = in_session(week, session)
            if session.id in seen:
                yield Violation(RULE, where, "two sessions have this id")
            seen.add(session.id)
            if (session.date - case.program.start).days // 7 + 1 != week.number:
                yield Violation(RULE, where, f"{session.date} is not in this week")
            if session.date < case.first_day:
                yield Violation(RULE, where, f"{session.date} is before the first day, {case.first_day}")
            names = [block.name for block in session.blocks]
            if len(set(names)) != len(names) or not {*names} <= {*BLOCKS_OF[session.kind]}:
                yield Violation(RULE, where, f"a {session.kind} session has the blocks {', '.join(names)}")
            if not session.blocks or not all(block.items for block in session.blocks):
                yield Violation(RULE, where, "a session or a block is empty")


def check_items(case: Case) -> Iterator[Violation]:
    """Every item states its dose, its load and why it is there."""
    for outing in case.outings:
        for text in (*_block(outing), *_dose(outing), *_numbers(outing), *_load(case, outing)):
            yield Violation(RULE, outing.where, text)


def check_once(case: Case) -> Iterator[Violation]:
    """An exercise stands once in a block, and with one dose in a session."""
    for outings in case.by_session.values():
        doses: dict[str, tuple[object, ...]] = {}
        places: set[tuple[str, str]] = set()
        for outing in outings:
            item = outing.item
            dose = (item.sets, item.reps, item.hold_s, item.minutes, item.load)
            if (outing.block, item.exercise) in places:
                yield Violation(RULE, outing.where, f"stands twice in the block {outing.block}")
            if doses.setdefault(item.exercise, dose) != dose:
                yield Violation(RULE, outing.where, "has two different doses in one session")
            places.add((outing.block, item.exercise))


def check_sides(case: Case) -> Iterator[Violation]:
    """C5: both sides always, same dose."""
    for outing in case.outings:
        if outing.item.per_side != outing.exercise.unilateral:
            text = "is one-sided: both sides, same dose" if outing.exercise.unilateral else "works both sides at once"
            yield Violation("C5", outing.where, f"{outing.exercise.id} {text}")


def _block(outing: Outing) -> Iterator[str]:
    if outing.block not in outing.exercise.blocks:
        yield f"does not belong in the block {outing.block}"


def _dose(outing: Outing) -> Iterator[str]:
    item = outing.item
    stated = (item.reps is not None, item.hold_s is not None, item.minutes is not None)
    kind = outing.exercise.dose.kind
    if stated != STATES[kind] and not (kind in UNHELD and stated == (False, False, True)):
        yield f"states repetitions, hold, minutes {stated}, a dose of {kind} does not"


def _numbers(outing: Outing) -> Iterator[str]:
    item = outing.item
    if item.sets < 1 or item.rest_s < 0 or item.seconds <= 0:
        yield "has no sets, no time, or a rest below zero"
    if item.reps is not None and not 1 <= item.reps[0] <= item.reps[1]:
        yield f"the lowest target is above today's: {list(item.reps)}"
    if item.hold_s is not None and item.hold_s < 1:
        yield "holds for no time"
    if item.rir is not None and (outing.block != "strength" or not 0 <= item.rir <= 10):
        yield f"{item.rir} in reserve"
    if item.tempo is not None and (item.tempo != figures.TEMPO or item.reps is None or item.hold_s is not None):
        yield f"states a tempo of {item.tempo}"
    if item.minutes is not None and item.sets != 1:
        yield f"states {item.sets} sets of something told in minutes"
    if not item.why or not all(why.text.strip() and why.source.strip() for why in item.why):
        yield "does not say why it is there"


def _load(case: Case, outing: Outing) -> Iterator[str]:
    exercise, load = outing.exercise, outing.item.load
    if exercise.loading in ("bodyweight", "none"):
        if load is not None and not load.is_bodyweight:
            yield f"is done without a load and is given {load}"
    elif load is None or load.is_bodyweight:
        yield f"needs a load ({exercise.loading}) and has none"
    elif load not in loads_of(exercise, case.profile):
        yield f"the person has no such load, or it is above the cap: {load.band or load.kg}"
