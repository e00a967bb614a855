"""A whole session as it is due on a day: one outcome for each of its exercises."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from rhomboid.catalogue.exercise import Catalogue
from rhomboid.prescription import dose_table
from rhomboid.prescription.course_standing import Slot
from rhomboid.prescription.program import Item, Program, Session
from rhomboid.training.rules.gentle import Ease, decide_gentle
from rhomboid.training.rules.order import decide
from rhomboid.training.tracks import Case, DayFacts, Desk, Note, Outcome, Track

NEVER_DONE = Track()
MINUTE_S = 60
CLIMBING_BLOCKS = ("strength", "core")


class Due(NamedTuple):
    """One item of a session as it is due. plan: the program's item; item: None where it is left out or climbs.

    outcome: the decision, None where there is none to make. slot: its place where it climbs, else None.
    """

    block: str
    plan: Item
    item: Item | None
    outcome: Outcome | None
    slot: Slot | None = None

    @property
    def name(self) -> str:
        """The exercise that is really due: what stands in, where something does."""
        swapped_in = self.outcome.exercise if self.outcome else None
        return swapped_in or self.plan.exercise


class Of(NamedTuple):
    """The week a session stands in."""

    phase: str
    deload: bool


@dataclass(frozen=True)
class Course:
    """What the program says of each exercise: the phase it starts in and the most sets it gives in each phase.

    weeks: by session id. given: all exercises of a phase. reserve: by session id, where it is not the phase's (C10).
    """

    first_phase: Mapping[str, str]
    most_sets: Mapping[tuple[str, str], int]
    weeks: Mapping[str, Of]
    given: Mapping[str, frozenset[str]]
    reserve: Mapping[str, int]

    def slot(self, session: str, exercise: str, day: date) -> Slot:
        """Return the place of an exercise in a session that is done on a day."""
        phase, deload = self.weeks[session]
        return Slot(day, phase, deload, self.most_sets[exercise, phase], self.reserve.get(session))


def read_course(program: Program) -> Course:
    """Return what the fold needs of a program, worked out once."""
    first: dict[str, str] = {}
    most: dict[tuple[str, str], int] = {}
    weeks: dict[str, Of] = {}
    reserve: dict[str, int] = {}
    usual = {week.phase for week in program.weeks if not week.deload}
    only_lighter = {week.number for week in program.weeks if week.phase not in usual and not program.is_minimal}
    for week in program.weeks:
        of = Of(week.phase, week.deload)
        # A program made anew may have only the lighter week of a phase left, which has one set fewer.
        more = int(week.number in only_lighter)
        for session in week.sessions:
            weeks[session.id] = of
            for item in session.items:
                if program.is_minimal and item.rir is not None:
                    reserve[session.id] = item.rir
                first.setdefault(item.exercise, week.phase)
                key, sets = (item.exercise, week.phase), item.sets + more
                if sets > most.get(key, 0):
                    most[key] = sets
    phases = sorted({phase for _, phase in most})
    given = {one: frozenset(name for name, of in most if of == one) for one in phases}
    return Course(first, most, weeks, given, reserve)


def _places_held(items: Sequence[Item], tracks: Mapping[str, Track]) -> dict[str, str]:
    """Return what stands in for which item of a session: no other takes it away."""
    swaps = ((item.exercise, tracks.get(item.exercise, NEVER_DONE).swap) for item in items)
    return {name: swap.to for name, swap in swaps if swap is not None and swap.to is not None}


def climbs(catalogue: Catalogue, item: Item, block: str) -> bool:
    """Return whether an item climbs the ladder of doses where it stands."""
    return block in CLIMBING_BLOCKS and catalogue[item.exercise].dose.kind in dose_table.CLIMBING_KINDS


def prescribe(  # noqa: PLR0913 (all that a session depends on, each by its name)
    session: Session,
    day: date,
    *,
    course: Course,
    desk: Desk,
    facts: DayFacts,
    tracks: Mapping[str, Track],
    eases: Mapping[str, Ease],
    named: Container[str] | None = None,
) -> tuple[Due, ...]:
    """Return every item of a session as it is due on a day.

    named: of what does not climb only these are asked for; it changes nothing for the others. None asks for all.
    """
    items = session.items
    taken = {item.exercise for item in items}
    held = _places_held(items, tracks)
    spare = desk.profile.schedule.minutes * MINUTE_S - sum(item.seconds for item in items)
    phase = course.weeks[session.id].phase
    found = []
    for block in session.blocks:
        for item in block.items:
            if not climbs(desk.catalogue, item, block.name):
                if named is None or item.exercise in named:
                    found.append(_gentle(item, block.name, day, phase, desk, facts, eases))
                continue
            exercise = desk.catalogue[item.exercise]
            slot = course.slot(session.id, item.exercise, day)
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
                    taken=frozenset(taken.union(to for name, to in held.items() if to != held.get(item.exercise))),
                    tracks=tracks,
                    given=course.given.get(phase, frozenset()),
                )
            )
            if outcome.exercise is not None:
                taken.add(outcome.exercise)
            found.append(Due(block.name, item, None, outcome, slot))
    return tuple(found)


def _gentle(
    item: Item, block: str, day: date, phase: str, desk: Desk, facts: DayFacts, eases: Mapping[str, Ease]
) -> Due:
    exercise = desk.catalogue[item.exercise]
    barred, ease = desk.barred(exercise, facts, phase), eases.get(item.exercise)
    if not barred and ease is None:
        return Due(block, item, item, None)
    note = Note(barred[0].rule, barred[0].text, ()) if barred else None
    kept, outcome = decide_gentle(exercise, item, ease or Ease(), note, day)
    return Due(block, item, kept, outcome)
