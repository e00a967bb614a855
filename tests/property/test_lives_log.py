"""A log says the same in any order, told twice, corrected, or with half a line at its end."""

import json
import random
import uuid
from datetime import timedelta

import pytest

from tests.property import lives
from tests.property.lives import LIVES, ORDINARY, PEOPLE, Life, ask, ask_text

HOW_MANY = max(2, LIVES // 4)


@pytest.fixture(scope="module", params=range(HOW_MANY))
def life(request):
    """A life of seven weeks, as (name, day, log, answer) of its last sessions."""
    one = Life(PEOPLE[request.param % len(PEOPLE)], 400 + request.param, weeks=7, habits=dict(ORDINARY))
    return one.name, list(one.live())[-3:]


def test_it_answers_the_same_in_any_order_and_told_twice(life):
    name, days = life
    for day, log, answer in days:
        shuffled = [*log, *log[::3]]
        random.Random(day.toordinal()).shuffle(shuffled)
        assert json.dumps(ask(name, shuffled, day)) == json.dumps(answer)


def test_it_takes_no_notice_of_what_comes_later(life):
    name, days = life
    log = days[-1][1]
    for day, _, answer in days[:-1]:
        until = [one for one in log if one["at"][:10] < day.isoformat()]
        so_far = [one for one in log if one["at"][:10] == day.isoformat() and one["at"][11:13] < "12"]
        later = [one for one in log if one["at"][:10] > day.isoformat()]
        assert ask(name, [*later, *until, *so_far], day)["decisions"] == answer["decisions"]


def test_a_correction_equals_a_log_that_never_had_the_error(life):
    name, days = life
    day, log, _ = days[-1]
    wrong = next(one for one in reversed(log) if one["type"] == "set")
    mended = {**wrong, "pain": 4, "pain_kind": "sore"}
    fix = {"id": str(uuid.UUID(int=77, version=4)), "at": f"{day.isoformat()}T06:00:00+01:00", "type": "correction"}
    body = {key: value for key, value in mended.items() if key != "id"}
    corrected = ask(name, [*log, {**fix, "of": wrong["id"], "event": body}], day)
    never = ask(name, [mended if one["id"] == wrong["id"] else one for one in log], day)
    assert doses_and_kinds(corrected) == doses_and_kinds(never)
    removed = ask(name, [*log, {**fix, "of": wrong["id"], "event": None}], day)
    without = ask(name, [one for one in log if one["id"] != wrong["id"]], day)
    assert doses_and_kinds(removed) == doses_and_kinds(without)


def test_half_a_line_is_told_and_nothing_rises(life):
    name, days = life
    for day, log, _ in days:
        text = "\n".join(json.dumps(one) for one in log) + '\n{"id": "cut'
        answer = ask_text(name, text, day)
        assert answer["problems"] != ()
        assert [one for one in answer["decisions"] if one["kind"] == "progress"] == []


def test_a_locked_person_gets_no_session_until_cleared(life):
    name, days = life
    day, log, _ = days[0]
    at = f"{day.isoformat()}T06:00:00+01:00"
    flag = {"id": str(uuid.UUID(int=1, version=4)), "at": at, "type": "new_symptom",
            "facts": {"night_pain_unrelieved": "yes"}}  # fmt: skip
    denied = {"id": str(uuid.UUID(int=2, version=4)), "at": at.replace("06:", "07:"), "type": "rescreen",
              "facts": {"night_pain_unrelieved": "no"}}  # fmt: skip
    locked = ask(name, [*log, flag, denied], day)
    assert locked["session"] is None
    assert locked["also"] == []
    assert {one["kind"] for one in locked["decisions"]} == {"locked"}
    assert ask(name, [*log, flag, denied], day + timedelta(days=3))["session"] is None
    cleared = {"id": str(uuid.UUID(int=3, version=4)), "at": at.replace("06:", "08:"), "type": "clearance",
               "by": "Dr A. Example", "role": "physician", "scope": ["night_pain_unrelieved"]}  # fmt: skip
    assert ask(name, [*log, flag, denied, cleared], day)["session"] is not None


def doses_and_kinds(answer):
    """Return what is due and decided, without the ids of the events behind it."""
    items = [(one["exercise"], one["sets"], one["reps"], one["hold_s"], str(one["load"])) for one in
             lives.exercise_items(answer["session"])]  # fmt: skip
    return items, [(one["exercise"], one["kind"], one["rule"], one["to"]) for one in answer["decisions"]]
