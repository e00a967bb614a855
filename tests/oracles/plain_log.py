"""The log, read the slow way (D0): corrections, order, calendar days; and which session was done when."""

from datetime import date, datetime
from typing import Any


def day_of(event):
    """An event's day is the calendar day at its own offset."""
    return date.fromisoformat(event["at"][:10])


def moment_of(event):
    return (datetime.fromisoformat(event["at"]), event["id"])


def events_until(log, day):
    """Corrections first (for one event the latest by time, then id; null removes), then by time, then id.

    Events after the date asked for do not count; a repeated id is the same event.
    """
    told = {}
    for event in log:
        if day_of(event) <= day and event["id"] not in told:
            told[event["id"]] = event
    corrections = sorted((one for one in told.values() if one["type"] == "correction"), key=moment_of)
    standing = {key: one for key, one in told.items() if one["type"] != "correction"}
    for correction in corrections:
        wrong = correction["of"]
        if wrong not in told:
            continue
        if correction["event"] is None:
            standing.pop(wrong, None)
        else:
            standing[wrong] = {**correction["event"], "id": wrong}
    return sorted((one for one in standing.values() if day_of(one) <= day), key=moment_of)


def of_type(events, kind):
    return [one for one in events if one["type"] == kind]


def strength_calendar(program, events):
    """Every strength session with the day it is due: the plan's, or the one it was last moved to."""
    days = {session.id: session.date for session in program.sessions if session.kind == "strength"}
    for moved in of_type(events, "moved"):
        if moved["session"] in days:
            days[moved["session"]] = date.fromisoformat(moved["to"])
    found = [(days[session.id], session) for session in program.sessions if session.id in days]
    return sorted(found, key=lambda pair: (pair[0], pair[1].id))


def sets_of(events, session_id):
    """The sets logged in one session, by exercise, in order of time."""
    found: dict[str, list[dict[str, Any]]] = {}
    for one in of_type(events, "set"):
        if one["session"] == session_id:
            found.setdefault(one["exercise"], []).append(one)
    return found


def stopped_why(events, session_id, exercise_id):
    """Why an exercise was stopped in a session: all reasons told."""
    return [
        one["why"]
        for one in of_type(events, "stopped")
        if one["session"] == session_id and one["exercise"] == exercise_id
    ]
