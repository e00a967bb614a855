"""One week on other days (C1): only its strength sessions move, only within it, and the rest days hold."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rhomboid.lib.weekdays import WEEKDAYS, weekday
from rhomboid.prescription.program import Block, Program, Session, Week
from rhomboid.training.calendar import read_calendar
from rhomboid.training.event_types import Moved, Skipped
from rhomboid.training.rescheduling import in_order, reschedule_week

MONDAY = date(2026, 11, 23)
NEVER = MONDAY


def program(*places):
    """Return two weeks with strength on the days so many after each Monday."""
    weeks = [
        Week(
            number + 1,
            "familiarise",
            False,
            tuple(
                Session(f"w{number + 1}s{place}", MONDAY + timedelta(7 * number + place), "strength", 20.0,
                        (Block("strength", ()),))
                for place in places
            ),
        )
        for number in range(2)
    ]  # fmt: skip
    return Program(MONDAY, MONDAY + timedelta(13), (), tuple(weeks))


def told(week, calendar):
    """Return the change as events of a log."""
    at = datetime.combine(week.first, time(12), UTC)
    skips = [Skipped(f"a{n}", at, one.id, "time") for n, one in enumerate(week.left_out)]
    moves = [
        Moved(f"b{n}", at + timedelta(seconds=n + 1), one.id, day)
        for n, (one, day) in enumerate(in_order(week, calendar))
    ]
    return [*skips, *moves]


def changed(made, days, *, on=MONDAY, events=()):
    calendar = read_calendar(made, events)
    week = reschedule_week(made, calendar, events, on, days, NEVER)
    return week, read_calendar(made, [*events, *told(week, calendar)])


@pytest.mark.parametrize(
    ("days", "on", "then", "left_out"),
    [
        # Days that can be, first day asked for, days of the sessions, sessions left out.
        (("tue", "thu", "sat"), 0, {"w1s0": 1, "w1s2": 3, "w1s4": 5}, ()),
        (("mon", "wed", "fri"), 0, {"w1s0": 0, "w1s2": 2, "w1s4": 4}, ()),
        (("tue", "sat"), 0, {"w1s0": 1, "w1s4": 5}, ("w1s2",)),
        (("sun",), 0, {}, ("w1s0", "w1s2", "w1s4")),  # the next session is on Monday
        (("fri", "sat"), 0, {"w1s4": 4}, ("w1s0", "w1s2")),
        ((), 0, {}, ("w1s0", "w1s2", "w1s4")),
        (("thu", "sat"), 2, {"w1s2": 3, "w1s4": 5}, ()),  # Monday's is past: it stays
        (("sat",), 3, {"w1s4": 5}, ()),
    ],
)
def test_it_moves_as_little_as_the_days_and_the_rest_allow(days, on, then, left_out):
    made = program(0, 2, 4)
    week, calendar = changed(made, days, on=MONDAY + timedelta(on))
    assert {one.id: (day - MONDAY).days for one, day in week.days} == then
    assert tuple(one.id for one in week.left_out) == left_out
    assert {one: (calendar.days[one] - MONDAY).days for one in then} == then


def test_the_next_week_stays_as_it_is():
    made = program(0, 2, 4)
    _, calendar = changed(made, ("tue", "sat"))
    assert all(calendar.days[one.id] == one.date for one in made.weeks[1].sessions)


def test_a_session_that_was_left_out_needs_no_rest_around_it_until_it_is_taken_up_again():
    made, at = program(0, 2, 4), datetime(2026, 11, 23, 8, tzinfo=UTC)
    skip = Skipped("a", at, "w1s2", "time")
    move = Moved("b", at + timedelta(hours=1), "w1s0", MONDAY + timedelta(1))
    again = Moved("ab", at + timedelta(minutes=5), "w1s2", MONDAY + timedelta(2))
    assert read_calendar(made, [move]).problems
    assert not read_calendar(made, [skip, move]).problems
    assert read_calendar(made, [skip, again, move]).problems


def test_no_session_is_put_into_the_gentle_days_of_the_start():
    made = program(0, 2, 4)
    gentle_until = MONDAY + timedelta(3)
    week = reschedule_week(made, read_calendar(made, []), [], MONDAY, WEEKDAYS, gentle_until)
    assert all(day >= gentle_until for _, day in week.days)


@settings(max_examples=60, deadline=None)
@given(
    places=st.sampled_from([one for count in (2, 3) for one in combinations(range(7), count)
                            if all(b - a > 1 for a, b in pairwise(one))]),
    days=st.sets(st.sampled_from(WEEKDAYS)),
    on=st.integers(0, 6),
    more=st.sets(st.sampled_from(WEEKDAYS)),
)  # fmt: skip
def test_every_move_it_names_is_one_the_log_takes_and_rest_days_hold(places, days, on, more):
    made = program(*places)
    events: list[Moved | Skipped] = []
    for wish in (days, more):  # a second change of mind in the same week
        calendar = read_calendar(made, events)
        week = reschedule_week(made, calendar, events, MONDAY + timedelta(on), wish, NEVER)
        later = [
            type(event)(f"{len(events)}{event.id}", event.at + timedelta(hours=len(events)), *_rest(event))
            for event in told(week, calendar)
        ]
        events += later
        after = read_calendar(made, events)
        assert after.problems == ()
        assert all(weekday(day) in wish and day >= MONDAY + timedelta(on) for _, day in week.days)
        gone = {one.session for one in events if isinstance(one, Skipped)}
        kept = sorted(after.days[one.id] for one in made.sessions if one.id not in gone)
        assert all((b - a).days > 1 for a, b in pairwise(kept))


def _rest(event):
    return (event.session, event.why) if isinstance(event, Skipped) else (event.session, event.to)
