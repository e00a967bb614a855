"""More pain never pays: two lives alike but for one value of pain, told higher, and all later outings alike (D1 to D6).

No exercise is ever due higher in the life with more pain, for as long as it was done at the same times with the same
verdicts. Higher is: further up the ladder and more work.
"""

from dataclasses import dataclass, field
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.oracles import plain_dose as doses
from tests.property.effort import tries
from tests.property.few_moves import PEOPLE, diary_of
from tests.property.life_checks import doses_in

# How one move goes in one session: what changes in its last set, or "sore" for the same pain in every set.
HOWS: dict[str, dict[str, Any]] = {
    "clean": {}, "few": {"reps": 1, "hold_s": 1}, "untold": {"pain": None}, "sore": {"pain": 3}, "twist": {"compensation": True},
    "stop": {"pain": 6},
}  # fmt: skip
ORDINARY = st.sampled_from(["clean"] * 12 + ["few", "untold", "sore", "sore", "twist", "stop"])


@dataclass(frozen=True)
class Script:
    """sessions: for each, how each of the four moves goes, and what is left; None is a session not done.

    at, move, more: in which session which move hurts more than it did, and by how much.
    """

    sessions: tuple[tuple[str, ...] | None, ...]
    left: int
    at: int
    move: int
    more: int
    check_in: int | None = field(default=None)


@st.composite
def scripts(draw):
    count = draw(st.integers(3, 22))
    one = st.one_of(st.none(), *[st.tuples(ORDINARY, ORDINARY, ORDINARY, ORDINARY)] * 8)
    sessions = tuple(draw(one) for _ in range(count))
    done = [n for n, what in enumerate(sessions) if what is not None]
    at = draw(st.sampled_from(done)) if done else 0
    usual = draw(st.one_of(st.none(), st.integers(0, 4)))
    return Script(
        sessions, draw(st.sampled_from([0, 2, 6])), at, draw(st.integers(0, 3)), draw(st.integers(1, 9)), usual
    )


def live(name, script, *, more):
    """Live a script; return for each session what was due and how each exercise went."""
    diary = diary_of(name)
    moves = PEOPLE[name][1]
    told = []
    for number, hows in enumerate(script.sessions):
        day = diary.upcoming.date
        if number % 8 == 0:
            diary.rescreen(day)
        if script.check_in is not None:
            diary.check_ins(day, script.check_in)
        today = diary.due()
        session, due = today.session, doses_in(today.session)
        is_lighter = any(one.kind == "deload" for one in today.decisions)
        went: dict[str, str] = {}
        if hows is not None and session is not None:
            for item in session.items:
                place = moves.index(item.exercise) if item.exercise in moves else 0
                went[item.exercise] = hows[place]
                extra = script.more if more and number == script.at and item.exercise == moves[script.move] else 0
                do_one(diary, item, script.left, hows[place], extra)
        told.append((day, due, went, is_lighter))
        diary.skip()
    return told


def do_one(diary, item, left, how, extra):
    """Log one move; extra: pain on top of what the last set had, told in its last set alone, or in all when sore."""
    changes = dict(HOWS[how])
    at = len(diary.lines)
    pain = changes.get("pain", 0)
    if pain is not None:
        changes["pain"] = min(pain + extra, 10)
    diary._sets(item, left, changes)
    if how == "sore":
        earlier = [line.replace('"pain": 0', '"pain": 3') for line in diary.lines[at:]]
        diary.lines[at:] = earlier


def first_worse(name, script):
    """Return where the life with more pain is asked for more, or None."""
    moves = PEOPLE[name][1]
    calm, worse = live(name, script, more=False), live(name, script, more=True)
    parted: set[str] = set()
    for number, ((day, due, went, eased), (_, less, went_less, eased_less)) in enumerate(zip(calm, worse, strict=True)):
        for exercise in sorted((set(due) & set(less)) - parted):
            if is_higher(less[exercise], due[exercise]):
                return day, exercise, due[exercise], less[exercise]
        if number >= script.at:
            hurt = moves[script.move] if number == script.at else None
            both = set(went) | set(went_less)
            parted |= {one for one in both if one != hurt and went.get(one) != went_less.get(one)}
            # A lighter time neither earns nor breaks a count (D0), so there a verdict means something else.
            if eased != eased_less:
                parted |= {one for one in both if went.get(one) != "clean"}
    return None


def is_higher(dose, other):
    return doses.is_above(dose, other) and doses.work(dose) > doses.work(other)


@pytest.mark.parametrize("name", sorted(PEOPLE))
def test_more_pain_in_a_last_set_raises_nothing_then_or_later(name):
    @tries(2, share=0.5 / len(PEOPLE))
    @given(scripts())
    def holds(script):
        assert first_worse(name, script) is None

    holds()
