"""A good plan with one place spoiled, for the tests of the checker: each names what it changes, all else stays."""

from dataclasses import replace
from datetime import timedelta
from functools import cache
from pathlib import Path

from rhomboid.catalogue.load import load_catalogue
from rhomboid.checking.check import check
from rhomboid.planning.plan import plan
from rhomboid.prescription.profile_toml import load_profile
from rhomboid.prescription.program import Block, Session

EXAMPLES = Path(__file__).parents[1] / "examples"
DAY = timedelta(days=1)


@cache
def person(name="band-at-home"):
    return load_profile(EXAMPLES / f"{name}.toml", load_catalogue())


@cache
def good(name="band-at-home"):
    return plan(person(name), load_catalogue())


def broken(made, who=None):
    return {violation.rule for violation in check(who or person(), load_catalogue(), made)}


def with_program(made, **changes):
    return replace(made, program=replace(made.program, **changes))


def with_weeks(made, change):
    return with_program(made, weeks=tuple(change(week) for week in made.program.weeks))


def with_session(made, wanted, change):
    """Return the plan with `change` made to the first session that is wanted; None from `change` takes it out."""
    done: list[Session] = []

    def in_week(week):
        sessions: list[Session] = []
        for session in week.sessions:
            if not done and wanted(week, session):
                done.append(session)
                sessions += filter(None, [change(session)])
            else:
                sessions.append(session)
        return replace(week, sessions=tuple(sessions))

    changed = with_weeks(made, in_week)
    assert done, "nothing was spoiled"
    return changed


def with_item(made, wanted, **changes):
    """Return the plan with the first item changed for which wanted(week, session, block, item)."""

    def change(session):
        blocks, done = [], False
        for block in session.blocks:
            items = []
            for item in block.items:
                hit = not done and wanted(session, block.name, item)
                done = done or hit
                items.append(replace(item, **changes) if hit else item)
            blocks.append(Block(block.name, tuple(items)))
        return replace(session, blocks=tuple(blocks))

    def has(_week, session):
        return any(wanted(session, block.name, item) for block in session.blocks for item in block.items)

    return with_session(made, has, change)


def of_kind(kind, number=None):
    return lambda week, session: session.kind == kind and (number is None or week.number == number)


def in_block(name):
    return lambda _session, block, _item: block == name


def exercise_of(item):
    return load_catalogue()[item.exercise]


def is_kind(kind):
    return lambda _session, _block, item: exercise_of(item).dose.kind == kind


def is_loaded_by_band(_session, block, item):
    return block == "strength" and item.load is not None and item.load.band is not None


def is_dosed(_session, block, item):
    return block == "strength" and exercise_of(item).dose.kind == "reps"


def without(session, name):
    return replace(session, blocks=tuple(block for block in session.blocks if block.name != name))


def cut(session, name, count):
    blocks = (Block(block.name, block.items[:count]) if block.name == name else block for block in session.blocks)
    return replace(session, blocks=tuple(blocks))


def other(**changes):
    """Return the person with one setting of theirs changed, whom the plan was not made for."""
    fields = {name: replace(getattr(person(), name), **change) for name, change in changes.items()}
    return replace(person(), **fields)
