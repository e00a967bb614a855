"""What must hold of every log: order is nothing, nothing is above the plan, more pain never means more work."""

import json
import random

from hypothesis import given
from hypothesis import strategies as st

from rhomboid.lib.canonical import to_json
from rhomboid.prescription.course_standing import work
from rhomboid.training.events import read_log
from rhomboid.training.rules.climbing import is_above, planned_dose
from rhomboid.training.today import due_on
from rhomboid.training.today_json import today_to_json
from tests.property.effort import tries
from tests.training_diary import CATALOGUE, Diary, somebody

MOVES = ("band-row", "one-arm-dumbbell-row", "scapular-squeeze", "plank")
PERSON = somebody()
FEW = tries(12, share=0.05)

# What can happen to the last set of a move: mostly nothing.
CHANGES = st.sampled_from(
    [
        {},
        {},
        {},
        {"pain": 3},
        {"pain": 6},
        {"compensation": True},
        {"reps": 2},
        {"rir": 0},
        {"pain_kind": "sharp", "pain": 2},
    ]
)


@st.composite
def diaries(draw, at_most=16):
    """Draw a log of some weeks: sessions done well, badly or not, check-ins, mornings, screens."""
    diary = Diary(*MOVES, profile=PERSON)
    for _ in range(draw(st.integers(2, at_most))):
        day = diary.upcoming.date
        if draw(st.booleans()):
            diary.check_ins(day, draw(st.integers(0, 6)))
        if draw(st.integers(0, 5)) == 0:
            diary.skip()
            continue
        if draw(st.integers(0, 6)) == 0:
            diary.rescreen(day)
        if diary.due().session is None:
            diary.skip()
            continue
        diary.do(1, only=draw(st.sampled_from(MOVES)), left=draw(st.integers(0, 6)), **draw(CHANGES))
        if draw(st.integers(0, 3)) == 0:
            diary.end(felt=draw(st.sampled_from(["fine", "weak_achy"])), pain=draw(st.integers(0, 6)))
    return diary


def answer(diary, lines=None):
    log = read_log("\n".join(diary.lines if lines is None else lines))
    return to_json(today_to_json(due_on(diary.profile, CATALOGUE, diary.program, log, diary.upcoming.date)))


@FEW
@given(diaries(), st.integers(0, 1000))
def test_shuffling_and_repeating_lines_changes_nothing(diary, seed):
    lines = diary.lines * 2
    random.Random(seed).shuffle(lines)
    assert answer(diary, lines) == answer(diary)


@FEW
@given(diaries())
def test_nothing_due_is_above_the_plan_and_the_session_keeps_to_its_minutes(diary):
    today = diary.due()
    if today.session is None:
        return
    planned = {item.exercise: item for item in diary.upcoming.items}
    for item in today.session.items:
        if item.exercise in planned:
            assert not is_above(planned_dose(item), planned_dose(planned[item.exercise]))
    assert today.session.minutes <= diary.profile.schedule.minutes


@FEW
@given(diaries())
def test_each_exercise_done_before_has_exactly_one_decision(diary):
    today = diary.due()
    if today.session is None:
        return
    names = [one.exercise for one in today.decisions]
    assert len(names) == len(set(names))
    done = {json.loads(line).get("exercise") for line in diary.lines}
    assert {item.exercise for item in today.session.items} & done <= set(names)
    assert all(one.rule and one.reason for one in today.decisions)


@FEW
@given(diaries(at_most=10), st.data())
def test_more_pain_in_a_last_set_never_means_more_work_next_time(diary, data):
    rows = [json.loads(line) for line in diary.lines]
    last = [n for n, row in enumerate(rows) if row["type"] == "set" and row["session"] == rows[-1].get("session")]
    if not last:
        return
    place = last[-1]
    worse = [*rows]
    worse[place] = {**rows[place], "pain": data.draw(st.integers(rows[place]["pain"] or 0, 10))}
    changed = Diary(*MOVES, profile=PERSON)
    changed.lines, changed.at = [json.dumps(row) for row in worse], diary.at
    was, now = works(diary), works(changed)
    # An easier stand-in that hurts stays where a painless one gives its place back: that is no more work.
    for name in sorted(was.keys() & now.keys()):
        assert now[name] <= was[name], name


def works(diary):
    session = diary.due().session
    return {item.exercise: work(planned_dose(item)) for item in session.items} if session else {}


@FEW
@given(diaries(at_most=10), st.data())
def test_a_corrected_log_equals_one_that_never_had_the_error(diary, data):
    rows = [json.loads(line) for line in diary.lines]
    sets = [n for n, row in enumerate(rows) if row["type"] == "set"]
    if not sets:
        return
    place = data.draw(st.sampled_from(sets))
    wrong = [*rows]
    wrong[place] = {**rows[place], "pain": 9, "pain_kind": "sharp"}
    at = f"{rows[place]['at'][:10]}T23:00:00+01:00"
    mend = {"id": "zz", "at": at, "type": "correction", "of": rows[place]["id"], "event": rows[place]}
    assert answer(diary, [json.dumps(row) for row in (*wrong, mend)]) == answer(diary)


@FEW
@given(diaries())
def test_nothing_rises_when_it_must_not(diary):
    today = diary.due()
    week = diary.program.week_on(diary.upcoming.date)
    if week.deload or today.screen_due is not None or any(one.source == "D7" for one in today.advice):
        assert all(one.kind != "progress" for one in today.decisions)


@FEW
@given(st.text(max_size=200) | st.binary(max_size=200).map(lambda raw: raw.decode("utf-8", "replace")))
def test_no_text_whatever_breaks_the_reading(text):
    log = read_log(text)
    assert len(log.events) + len(log.problems) <= text.count("\n") + 1
