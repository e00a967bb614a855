"""A whole session as it is due on a day: one outcome for each of its exercises."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from rhomboid.catalogue.exercise import Catalogue
from rhomboid.prescription import dose_table
from rhomboid.prescription.course_standing import Slot
from rhomboid.prescription.program import Item, Program, Session
from rhomboid.training.rules.gentle import Ease, decide_gentle
from rhomboid.training.rules.order import decide
from rhomboid.training.tracks import Case, DayFacts, Desk, Note, Outcome, Track

NEVER_DONE = Track()
MINUTE_S = 60


@dataclass(frozen=True)
class Due:
    """One item of a session as it is due. plan: the program's item; item: None where it is left out or climbs.

    outcome: the decision, None where there is none to make.
    """

    block: str
    plan: Item
    item: Item | None
    outcome: Outcome | None


@dataclass(frozen=True)
class Course:
    """What the program says of each exercise: the phase it starts in and the most sets it gives in each phase."""

    first_phase: Mapping[str, str]
    most_sets: Mapping[tuple[str, str], int]
    weeks: Mapping[str, tuple[str, bool]]


def read_course(program: Program) -> Course:
    """Return what the fold needs of a program, worked out once. weeks: phase and lighter week by session id."""
    first: dict[str, str] = {}
    most: dict[tuple[str, str], int] = {}
    weeks: dict[str, tuple[str, bool]] = {}
    for week in program.weeks:
        for session in week.sessions:
            weeks[session.id] = (week.phase, week.deload)
            for item in session.items:
                first.setdefault(item.exercise, week.phase)
                key = (item.exercise, week.phase)
                most[key] = max(most.get(key, 0), item.sets)
    return Course(first, most, weeks)


def climbs(catalogue: Catalogue, item: Item, block: str) -> bool:
    """Return whether an item climbs the ladder of doses where it stands."""
    kind = catalogue[item.exercise].dose.kind
    return block in ("strength", "core") and kind in dose_table.CLIMBING_KINDS


def prescribe(
    session: Session,
    day: date,
    *,
    course: Course,
    desk: Desk,
    facts: DayFacts,
    tracks: Mapping[str, Track],
    eases: Mapping[str, Ease],
) -> tuple[Due, ...]:
    """Return every item of a session as it is due on a day."""
    taken = {item.exercise for item in session.items}
    spare = desk.profile.schedule.minutes * MINUTE_S - sum(item.seconds for item in session.items)
    phase, deload = course.weeks[session.id]
    given = frozenset(name for name, of in course.most_sets if of == phase)
    found = []
    for block in session.blocks:
        for item in block.items:
            if not climbs(desk.catalogue, item, block.name):
                found.append(_gentle(item, block.name, day, phase, desk, facts, eases))
                continue
            exercise = desk.catalogue[item.exercise]
            slot = Slot(day, phase, deload, course.most_sets[item.exercise, phase])
            outcome = decide(
                Case(
                    exercise=exercise,
                    block=block.name,
                    plan=item,
                    slot=slot,
                    bounds=desk.bounds(exercise, facts.triage),
                    track=tracks.get(item.exercise, NEVER_DONE),
                    facts=facts,
                    desk=desk,
                    spare_s=max(spare, 0),
                    first_phase=course.first_phase[item.exercise],
                    taken=frozenset(taken),
                    tracks=tracks,
                    given=given,
                )
            )
            if outcome.exercise is not None:
                taken.add(outcome.exercise)
            found.append(Due(block.name, item, None, outcome))
    return tuple(found)


def _gentle(
    item: Item, block: str, day: date, phase: str, desk: Desk, facts: DayFacts, eases: Mapping[str, Ease]
) -> Due:
    exercise = desk.catalogue[item.exercise]
    barred = desk.barred(exercise, facts, phase)
    note = Note(barred[0].rule, barred[0].text, ()) if barred else None
    kept, outcome = decide_gentle(exercise, item, eases.get(item.exercise, Ease()), note, day)
    return Due(block, item, kept, outcome)
