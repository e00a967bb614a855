"""What differs between two plans of one person: what a wish would change."""

from collections.abc import Iterator

from rhomboid.catalogue.exercise import Catalogue
from rhomboid.prescription.plan import Plan
from rhomboid.prescription.program import Program

BLOCKS = {
    "strength": "loaded moves",
    "core": "trunk moves",
    "mobility": "daily mobility",
    "stretch": "daily stretching",
    "roll": "daily rolling",
    "aerobic": "walks",
}


def differences(before: Plan, after: Plan, catalogue: Catalogue) -> tuple[str, ...]:
    """Return lines of text on what changes from one plan to another; one line where nothing does."""
    if before.program is None or after.program is None:
        return tuple(_of_status(before, after))
    found = tuple(_of_programs(before.program, after.program, catalogue))
    if not found:
        return ("Nothing would change.",)
    return (*found, *_of_points(before, after))


def _of_status(before: Plan, after: Plan) -> Iterator[str]:
    if before.program is None and after.program is None:
        yield "There would still be no program."
    elif after.program is None:
        yield "There would be no program any more."
    else:
        yield "There would be a program where there is none now."
    if after.conflict:
        yield "What collides: " + ", ".join(after.conflict)
    yield from (f"- {line}" for line in after.advice)


def _of_programs(before: Program, after: Program, catalogue: Catalogue) -> Iterator[str]:
    for phase in dict.fromkeys(week.phase for week in (*before.weeks, *after.weeks)):
        lines = [
            *(line for block in BLOCKS for line in _moves(before, after, phase, block, catalogue)),
            *_sets(before, after, phase, catalogue),
            *_time(before, after, phase),
        ]
        if lines:
            yield f"Phase {phase}:"
            yield from (f"  {line}" for line in lines)


def _moves(before: Program, after: Program, phase: str, block: str, catalogue: Catalogue) -> Iterator[str]:
    old, new = _in_block(before, phase, block), _in_block(after, phase, block)
    for sign, only in (("-", old - new), ("+", new - old)):
        yield from (f"{sign} {catalogue[one].name} ({BLOCKS[block]})" for one in sorted(only))


def _in_block(program: Program, phase: str, block: str) -> set[str]:
    return {
        item.exercise
        for week in program.weeks
        if week.phase == phase
        for session in week.sessions
        for one in session.blocks
        if one.name == block
        for item in one.items
    }


def _sets(before: Program, after: Program, phase: str, catalogue: Catalogue) -> Iterator[str]:
    old, new = _back_sets(before, phase, catalogue), _back_sets(after, phase, catalogue)
    if old != new:
        yield f"Sets for the upper back in the fullest week: {old}, then {new}."


def _back_sets(program: Program, phase: str, catalogue: Catalogue) -> int:
    """Return the sets of pull and retraction in the fullest week of a phase."""
    weeks = [
        sum(
            item.sets
            for session in week.sessions
            for block in session.blocks
            if block.name == "strength"
            for item in block.items
            if catalogue[item.exercise].is_pull or catalogue[item.exercise].is_retraction
        )
        for week in program.weeks
        if week.phase == phase
    ]
    return max(weeks, default=0)


def _time(before: Program, after: Program, phase: str) -> Iterator[str]:
    was, now = _longest_daily(before, phase), _longest_daily(after, phase)
    if was != now:
        yield f"The longest daily session: {was} minutes, then {now} minutes."
    old, new = _strength(before, phase), _strength(after, phase)
    if old != new:
        yield f"Strength a week at most: {old[0]} sessions, {old[1]} minutes; then {new[0]} sessions, {new[1]} minutes."


def _longest_daily(program: Program, phase: str) -> int:
    sessions = (session for week in program.weeks if week.phase == phase for session in week.sessions)
    return round(max((session.minutes for session in sessions if session.kind == "daily"), default=0))


def _strength(program: Program, phase: str) -> tuple[int, int]:
    weeks = [
        [session.minutes for session in week.sessions if session.kind == "strength"]
        for week in program.weeks
        if week.phase == phase
    ]
    return max(map(len, weeks), default=0), round(max(map(sum, weeks), default=0))


def _of_points(before: Plan, after: Plan) -> Iterator[str]:
    if before.proof is not None and after.proof is not None:
        old, new = round(before.proof.objective), round(after.proof.objective)
        yield f"Points: {old}, then {new}. (P1: how well a program suits, by weights of our own choice.)"
