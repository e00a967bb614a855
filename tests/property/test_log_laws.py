"""The fold's laws: the answer hangs on the set of events alone, however, whence and in whatever order they came."""

import json
import random
from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.oracles import plain_dose as doses
from tests.property.effort import tries
from tests.property.few_moves import PEOPLE, diary_of
from tests.property.life_checks import doses_in

FEW = tries(6, share=0.05)
CHANGES = st.sampled_from([{}, {}, {}, {}, {"pain": 4}, {"pain": 6}, {"compensation": True}, {"reps": 1, "hold_s": 1}])
BLOCK = ("set", "stopped", "session_end", "session_start")


@st.composite
def lives(draw):
    """Draw a diary of up to four weeks: sessions done well or badly or not, check-ins, mornings, feelings."""
    diary = diary_of(draw(st.sampled_from(sorted(PEOPLE))))
    for _ in range(draw(st.integers(2, 11))):
        if draw(st.integers(0, 2)) == 0:
            diary.check_ins(diary.upcoming.date, draw(st.integers(0, 5)))
        if draw(st.integers(0, 5)) == 0 or diary.due().session is None:
            diary.skip()
            continue
        diary.do(1, left=draw(st.sampled_from([0, 2, 6])), **draw(CHANGES))
        if draw(st.integers(0, 3)) == 0:
            diary.end(felt=draw(st.sampled_from(["fine", "weak_achy"])), pain=draw(st.integers(0, 6)))
        if draw(st.integers(0, 3)) == 0:
            diary.morning_after(draw(st.integers(0, 5)))
    return diary


def rows_of(diary):
    return [json.loads(line) for line in diary.lines]


def answer(diary, rows, day=None):
    other = diary_of("at home")
    other.profile, other.program, other.at = diary.profile, diary.program, diary.at
    other.lines = [json.dumps(row) for row in rows]
    return other.due(day)


def gist(today):
    """Return what is due and decided, without the ids of the events behind it."""
    return doses_in(today.session), [(one.exercise, one.kind, one.rule, one.now) for one in today.decisions]


@FEW
@given(lives(), st.integers(0, 10_000))
def test_any_order_and_any_number_of_times_is_the_same_log(diary, seed):
    chance, rows = random.Random(seed), rows_of(diary)
    # One event that another device changed under the same id: it is reported once, whichever came first.
    changed = [{**row, "pain": 1} for row in rows if row["type"] == "set"][:1]
    told = [*rows, *changed]
    shuffled = [*told, *chance.choices(told, k=len(told))] if told else []
    chance.shuffle(shuffled)
    once, again = answer(diary, told), answer(diary, shuffled)
    assert (once.session, once.decisions, once.advice) == (again.session, again.decisions, again.advice)


@FEW
@given(lives(), st.data())
def test_what_arrives_late_counts_on_its_own_day_and_changes_no_day_before(diary, data):
    rows = rows_of(diary)
    if not rows:
        return
    late = data.draw(st.sampled_from(rows))
    without = [row for row in rows if row is not late]
    assert answer(diary, [*without, late]) == answer(diary, rows)
    day = datetime.fromisoformat(late["at"]).date() - timedelta(days=1)
    assert answer(diary, [*without, late], day) == answer(diary, without, day)


@FEW
@given(lives(), st.data())
def test_the_latest_correction_alone_counts_and_null_takes_back(diary, data):
    rows = rows_of(diary)
    sets = [row for row in rows if row["type"] == "set"]
    if not sets:
        return
    wrong = data.draw(st.sampled_from(sets))
    mended = {**wrong, "pain": data.draw(st.integers(0, 6))}
    last = max(row["at"] for row in rows)[:10]

    def fix(number, event):
        return {"id": f"z{number}", "at": f"{last}T23:0{number}:00+01:00", "type": "correction", "of": wrong["id"],
                "event": event}  # fmt: skip

    never = answer(diary, [mended if row is wrong else row for row in rows])
    first = fix(1, {**wrong, "pain": 10, "pain_kind": "sharp"})
    assert gist(answer(diary, [fix(2, mended), first, *rows])) == gist(never)
    gone = answer(diary, [row for row in rows if row is not wrong])
    assert gist(answer(diary, [fix(3, None), first, *rows])) == gist(gone)


@FEW
@given(lives(), st.integers(0, 10_000))
def test_two_devices_that_logged_the_same_sets_say_what_one_would(diary, seed):
    """The same set under two ids is done once: the ids differ, what is due does not."""
    rows, chance = rows_of(diary), random.Random(seed)
    second = [{**row, "id": f"b-{row['id']}"} for row in rows if row["type"] in BLOCK]
    both = [*rows, *second]
    chance.shuffle(both)
    assert gist(answer(diary, both)) == gist(answer(diary, rows))


@FEW
@given(lives(), st.data())
def test_of_two_devices_that_differ_the_more_painful_telling_counts(diary, data):
    rows = rows_of(diary)
    sets = [row for row in rows if row["type"] == "set" and row["pain"] is not None and row["set"] > 1]
    if not sets or answer(diary, rows).session is None:
        return
    one = data.draw(st.sampled_from(sets[-4:]))
    worse = {**one, "id": "b", "pain": min(one["pain"] + data.draw(st.integers(1, 9)), 10)}
    replaced = doses_in(answer(diary, [worse if row is one else row for row in rows]).session)
    both = doses_in(answer(diary, [*rows, worse]).session)
    for name in sorted(set(both) & set(replaced)):
        assert not doses.is_above(both[name], replaced[name]), (name, both[name], replaced[name])


@FEW
@given(lives(), st.lists(st.integers(-10, 9), min_size=60, max_size=60))
def test_on_a_journey_the_day_is_the_calendar_day_where_one_is(diary, hours):
    """Each day may have its own offset, as in a life of flights: days and doses stay the same."""
    rows = rows_of(diary)
    start = diary.program.start
    away = []
    for row in rows:
        number = (datetime.fromisoformat(row["at"]).date() - start).days
        away.append({**row, "at": f"{row['at'][:19]}{hours[number % 60]:+03d}:00"})
    assert answer(diary, away) == answer(diary, rows)


@FEW
@given(lives(), st.integers(0, 30), st.sampled_from([("+02:00", "+01:00"), ("+01:00", "+02:00")]))
def test_a_clock_change_in_either_direction_moves_no_day(diary, night, offsets):
    before, after = offsets
    change = diary.program.start + timedelta(days=night)
    rows = rows_of(diary)
    moved = [{**row, "at": row["at"][:19] + (before if row["at"][:10] < change.isoformat() else after)} for row in rows]
    assert answer(diary, moved) == answer(diary, rows)


@FEW
@given(lives(), st.data())
def test_a_session_that_runs_past_midnight_is_one_session_of_the_day_it_began(diary, data):
    rows = rows_of(diary)
    names = sorted({row["session"] for row in rows if row["type"] == "set"})
    if not names:
        return
    late = data.draw(st.sampled_from(names))
    own = [row for row in rows if row.get("session") == late and row["type"] in BLOCK]
    day = datetime.fromisoformat(own[0]["at"]).date()
    following = day + timedelta(days=1)
    part = data.draw(st.integers(1, len(own)))
    moments = {row["id"]: f"{day}T23:{n % 60:02d}:{n // 60:02d}+01:00" for n, row in enumerate(own[:part])}
    moments |= {row["id"]: f"{following}T00:{n % 60:02d}:{n // 60:02d}+01:00" for n, row in enumerate(own[part:])}
    past = [{**row, "at": moments.get(row["id"], row["at"])} for row in rows]
    if diary.upcoming.date > following:
        assert gist(answer(diary, past)) == gist(answer(diary, ordered(rows, own, day)))


def ordered(rows, own, day):
    """Return the rows with those of one session late in the evening of its day, in their order."""
    place = {row["id"]: n for n, row in enumerate(own)}
    return [
        {**row, "at": f"{day}T23:{place[row['id']] % 60:02d}:{place[row['id']] // 60:02d}+01:00"}
        if row["id"] in place
        else row
        for row in rows
    ]


def test_over_the_date_line_the_same_day_comes_twice_and_its_worse_score_counts():
    diary = diary_of("at home")
    day = diary.program.start
    for number, (at, pain) in enumerate([("T08:00:00+13:00", 1), ("T09:00:00-10:00", 6)]):
        row = {"id": f"d{number}", "at": f"{day}{at}", "type": "check_in", "average_24h": pain}
        diary.lines.append(json.dumps(row))
    alone = answer(diary, [row for row in rows_of(diary) if row["average_24h"] == 6])
    assert gist(answer(diary, rows_of(diary))) == gist(alone)


def test_a_day_that_a_flight_skips_is_a_day_without_a_session_and_changes_nothing():
    diary = diary_of("at home").do(2)
    skipped = diary_of("at home").do(2)
    skipped.skip()
    diary.skip()
    skipped.lines = [line.replace("+01:00", "+12:00") for line in skipped.lines]
    assert gist(skipped.due()) == gist(diary.due())
