"""The desk (C9, E2): breaks from sitting out of the person's own program, and a check whose answers are kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from rhomboid.catalogue.load import load_catalogue
from rhomboid.lib.errors import bad_input
from rhomboid.prescription.breaks import Break, desk_breaks
from rhomboid.service.daily import log_now
from rhomboid.service.library import fit_for
from rhomboid.service.log import log_of
from rhomboid.service.models import Person, SelfCheck
from rhomboid.service.programs import current_plan_of, profile_of
from rhomboid.service.self_checks import DESK
from rhomboid.service.sessions import program_in
from rhomboid.training.corrections import read_as_of
from rhomboid.training.event_types import BreakTaken

WHERE = "desk check"
ANSWERS = ("yes", "no", "unsure")


@dataclass(frozen=True)
class Point:
    """One point of the check. question: a yes means it is well; fix: what to do when it is not."""

    id: str
    question: str
    fix: str


POINTS = (
    Point(
        "chair",
        "Does your chair hold up your low back (lumbar support)?",
        "Push your bottom to the back of the seat. If there is a gap, put a rolled towel into the hollow.",
    ),
    Point(
        "desk",
        "Is the desk as high as your elbows when your arms hang down?",
        "Raise or lower the chair until your forearms lie level. A box under the feet helps if they then hang.",
    ),
    Point(
        "screen",
        "Is the top of your screen at eye level, an arm's length away?",
        "Put books under the screen. With a laptop, use a keyboard of its own.",
    ),
    Point("feet", "Do both feet stand flat on something?", "Lower the chair, or put a box or a thick book under them."),
    Point(
        "break",
        "Do you get up at least once an hour?",
        "Let the timer tell you. The best way to sit is to sit the next way soon.",
    ),
)


@dataclass(frozen=True)
class DeskBreaks:
    """every_minutes: least and most between two breaks. choices: what may be done, the one whose turn it is first.

    taken: how many were done that day.
    """

    every_minutes: tuple[int, int]
    choices: tuple[Break, ...]
    why: str
    taken: int


def breaks_for(person: Person, day: date) -> DeskBreaks | None:
    """Return the breaks of a day; None for who sits little, has no week running, or may not train."""
    profile, catalogue = profile_of(person), load_catalogue()
    found = desk_breaks(profile, catalogue, program_in(current_plan_of(person)), day)
    fit = fit_for(person, day)
    if found is None or not fit.may_train:
        return None
    # The program is older than the last answers: what they speak against is no break either.
    open_now = tuple(one for one in found.choices if one.exercise not in fit.left_out)
    if not open_now:
        return None
    events = read_as_of(log_of(person), day).events
    taken = sum(isinstance(event, BreakTaken) and event.day == day for event in events)
    turn = taken % len(open_now)
    return DeskBreaks(found.every_minutes, (*open_now[turn:], *open_now[:turn]), found.why, taken)


def take_break(person: Person, exercise: str, *, now: datetime) -> None:
    """Keep that a break was taken. Raises UserError when it is none of this day's."""
    breaks = breaks_for(person, now.date())
    choices = {one.exercise: one for one in breaks.choices} if breaks else {}
    if exercise not in choices:
        raise bad_input("break", "exercise", exercise, ", ".join(sorted(choices)) or "no break today")
    log_now(person, "break", now=now, exercise=exercise, seconds=choices[exercise].seconds)


def keep_desk_check(person: Person, answers: Mapping[str, str], *, on: date) -> None:
    """Keep each answer of a desk check. Raises UserError when one is missing or not allowed."""
    for point in POINTS:
        if answers.get(point.id) not in ANSWERS:
            raise bad_input(WHERE, point.id, answers.get(point.id, ""), ", ".join(ANSWERS))
    kept = {point.id: answers[point.id] for point in POINTS}
    SelfCheck.objects.create(person=person, kind=DESK, made_on=on, answers=kept)


def last_desk_check(person: Person) -> tuple[date, Mapping[str, str]] | None:
    """Return the day and the answers of the last desk check, or None."""
    row = SelfCheck.objects.for_person(person).filter(kind=DESK).order_by("made_on", "id").last()
    return (row.made_on, row.answers) if row else None
