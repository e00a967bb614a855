"""The program as a calendar file (iCalendar, RFC 5545): one entry for each session and each review."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from uuid import NAMESPACE_URL, uuid5

from icalendar import Calendar, Event

from rhomboid.catalogue.exercise import Catalogue
from rhomboid.prescription.program import Program, Session, Week
from rhomboid.prescription.program_json import E5_NOTICE
from rhomboid.prescription.words import BLOCK_NAMES, KIND_NAMES, PHASE_NAMES, item_words

PRODUCT = "-//Rhomboid//Program//EN"
STOP = "Stop at sharp or growing pain, and ask a clinician."


def to_calendar(program: Program, catalogue: Catalogue, owner: str) -> bytes:
    """Return the calendar of a program as UTF-8 text with the line ends that calendars ask for.

    owner: what tells one person's calendar from another's. The same session of the same person keeps its UID when the
    program is made anew, so that a calendar updates it instead of showing it twice. Sessions have no time of day.
    """
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("name", "Rhomboid")
    calendar.add("x-wr-calname", "Rhomboid")
    for event in (*_sessions(program, catalogue, owner), *_reviews(program, owner)):
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _sessions(program: Program, catalogue: Catalogue, owner: str) -> Iterator[Event]:
    for week in program.weeks:
        for session in week.sessions:
            name = KIND_NAMES[session.kind]
            title = f"{name}, {round(session.minutes)} minutes"
            yield _event(program, owner, session.id, session.date, title, _told(session, week, catalogue))


def _reviews(program: Program, owner: str) -> Iterator[Event]:
    for day in program.review_dates:
        told = f"Look back in Rhomboid at how the last weeks went.\n\n{E5_NOTICE}"
        yield _event(program, owner, f"review-{day}", day, "Review of your program", told)


def _event(program: Program, owner: str, key: str, day: date, title: str, told: str) -> Event:
    event = Event()
    event.add("uid", str(uuid5(NAMESPACE_URL, f"rhomboid:{owner}:{program.start}:{key}")))
    # The format asks when the entry was made. There is no clock here: the program's first day, so the bytes stay alike.
    event.add("dtstamp", datetime.combine(program.start, time(), UTC))
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("summary", title)
    event.add("description", told)
    event.add("transp", "TRANSPARENT")
    return event


def _told(session: Session, week: Week, catalogue: Catalogue) -> str:
    lighter = " This is a lighter week, on purpose." if week.deload else ""
    lines = [f"Week {week.number}: {PHASE_NAMES[week.phase].lower()}.{lighter}"]
    for block in session.blocks:
        lines += ["", BLOCK_NAMES[block.name]]
        lines += [f"- {catalogue[item.exercise].name}: {item_words(item)}" for item in block.items]
    asked = "This is the most the plan asks. Rhomboid shows what is due after what you did and felt."
    return "\n".join([*lines, "", asked, STOP, E5_NOTICE])
