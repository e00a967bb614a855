"""D0 and the log's contract: what cannot be read is reported and left out, corrections come first, order is nothing."""

import json
from datetime import date
from typing import Any

import pytest

from rhomboid.training.corrections import read_as_of
from rhomboid.training.event_types import CheckIn, SetDone
from rhomboid.training.events import read_log

DAY = date(2026, 11, 23)
AT = "2026-11-23T07:30:00+01:00"
SET = {
    "id": "a", "at": AT, "type": "set", "session": "s", "exercise": "band-row", "set": 1, "side": "both", "reps": 5,
    "hold_s": None, "load": {"band": "light"}, "rir": 6, "pain": 0, "pain_kind": "none", "compensation": False,
}  # fmt: skip
CHECK = {
    "id": "b",
    "at": AT,
    "type": "check_in",
    "average_24h": 2,
    "worst_24h": 3,
    "sleep": 7,
    "stress": 2,
    "confidence": 8,
}


def log_of(*bodies):
    return read_log("\n".join(body if isinstance(body, str) else json.dumps(body) for body in bodies), "log.jsonl")


def test_it_reads_every_type_of_the_contract():
    of_session: dict[str, Any] = {"session": "s"}
    types: dict[str, dict[str, Any]] = {
        "stopped": {**of_session, "exercise": "band-row", "why": "sharp"},
        "session_end": {**of_session, "felt": "fine", "effort": 4, "pain": 1},
        "skipped": {**of_session, "why": "ill"},
        "morning_after": {"pain": 2, "stiffness": 1},
        "new_symptom": {"facts": {"fever_or_sweats": "yes"}},
        "clearance": {"by": "Dr A. Example", "role": "physician", "scope": ["spinal_surgery"]},
        "form_confirmed": {"exercise": "band-row"},
        "rescreen": {"facts": {}},
        "session_start": {**of_session, "pain": 1, "anything_new": False},
        "moved": {**of_session, "to": "2026-11-24"},
        "swap_wish": {"exercise": "band-row"},
        "time_off": {"from": "2026-11-24", "to": "2026-11-26"},
        "break": {"exercise": "chin-tuck", "seconds": 60},
        "walk": {"minutes": 12.5},
        "acknowledged": {"what": "E5"},
        "correction": {"of": "a", "event": None},
    }
    bodies = [{"id": f"x{n}", "at": AT, "type": kind, **body} for n, (kind, body) in enumerate(types.items())]
    log = log_of(SET, CHECK, *bodies)
    assert log.problems == ()
    assert len(log.events) == 18


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"pain": 11}, "pain: 11"),
        ({"pain": 2.5}, "pain: 2.5"),
        ({"pain": True}, "pain: True"),
        ({"at": "2026-11-23T07:30:00"}, "at:"),
        ({"at": "2026-13-45T07:30:00+01:00"}, "at:"),
        ({"at": None}, "at: nothing"),
        ({"type": "dance"}, "type: 'dance'"),
        ({"type": None}, "type: nothing"),
        ({"session": None}, "session: nothing"),
        ({"side": "up"}, "side: 'up'"),
        ({"load": {"kg": "six"}}, "load:"),
        ({"load": {"band": "pink"}}, "load:"),
        ({"reps": -1}, "reps: -1"),
        ({"id": 7}, "id: 7"),
    ],
)
def test_a_bad_value_is_named_and_the_line_left_out(change, named):
    log = log_of({**SET, **change}, CHECK)
    assert [type(event) for event in log.events] == [CheckIn]
    assert len(log.problems) == 1
    assert named in log.problems[0].text
    assert "line 1" in log.problems[0].text
    assert "\n" not in log.problems[0].text


@pytest.mark.parametrize("line", ['{"id": "a", "at": "2026-1', "[1, 2]", "nonsense", "[" * 5000, '"text"', "NaN"])
def test_a_line_cut_in_half_loses_nothing_else(line):
    log = log_of(line, SET)
    assert [event.id for event in log.events] == ["a"]
    assert len(log.problems) == 1


def test_an_unknown_fact_is_reported():
    body = {"id": "n", "at": AT, "type": "new_symptom", "facts": {"hiccups": "yes"}}
    assert len(log_of(body).problems) == 1


def test_a_repeated_event_counts_once():
    log = log_of(SET, SET, CHECK, SET)
    assert [event.id for event in log.events] == ["a", "b"]
    assert log.problems == ()


def test_another_event_under_the_same_id_is_reported_whatever_comes_first():
    other = {**SET, "pain": 4}
    one, two = log_of(SET, other), log_of(other, SET)
    assert one.events == two.events
    assert len(one.events) == 1
    assert len(one.problems) == len(two.problems) == 1


def test_lines_that_are_empty_and_a_mark_at_the_start_do_no_harm():
    assert len(read_log("\ufeff" + json.dumps(SET) + "\r\n\n  \n" + json.dumps(CHECK)).events) == 2


def test_an_events_day_is_the_day_at_its_own_offset():
    late = {**CHECK, "at": "2026-11-23T23:30:00-08:00"}
    assert log_of(late).events[0].day == DAY


# Corrections


def corrected(event, *, at="2026-11-24T08:00:00+01:00", event_id="k", of="a"):
    return {"id": event_id, "at": at, "type": "correction", "of": of, "event": event}


def test_a_correction_puts_another_event_in_its_place():
    reading = read_as_of(log_of(SET, corrected({**SET, "pain": 6})), date(2026, 11, 24))
    assert [(event.id, event.pain) for event in reading.events if isinstance(event, SetDone)] == [("a", 6)]


def test_the_latest_correction_counts():
    first = corrected(None, event_id="k1")
    second = corrected({**SET, "pain": 2}, event_id="k2", at="2026-11-24T09:00:00+01:00")
    events = read_as_of(log_of(second, SET, first), date(2026, 11, 24)).events
    assert [event.pain for event in events if isinstance(event, SetDone)] == [2]


def test_null_takes_the_event_back():
    assert read_as_of(log_of(SET, corrected(None)), date(2026, 11, 24)).events == ()


def test_a_correction_after_the_day_asked_for_does_not_count():
    assert len(read_as_of(log_of(SET, corrected(None)), DAY).events) == 1


def test_a_correction_can_be_taken_back_itself():
    back = corrected(None, of="k", event_id="k2", at="2026-11-24T10:00:00+01:00")
    assert len(read_as_of(log_of(SET, corrected(None), back), date(2026, 11, 24)).events) == 1


def test_a_corrected_event_without_a_time_keeps_its_own():
    event = {name: value for name, value in SET.items() if name != "at"}
    reading = read_as_of(log_of(SET, corrected(event)), date(2026, 11, 24))
    assert reading.events[0].day == DAY


def test_a_correction_of_an_unknown_event_is_reported_and_holds_nothing():
    reading = read_as_of(log_of(CHECK, corrected(None, of="zz")), date(2026, 11, 24))
    assert len(reading.problems) == 1
    assert not reading.nothing_rises


def test_a_correction_mends_a_line_that_could_not_be_read():
    log = log_of({**SET, "pain": 11}, corrected({**SET, "pain": 1}))
    assert read_as_of(log, DAY).nothing_rises
    mended = read_as_of(log, date(2026, 11, 24))
    assert not mended.nothing_rises
    assert [event.id for event in mended.events] == ["a"]
