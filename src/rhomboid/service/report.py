"""What a doctor or therapist may want to see: screening, pain over time, loads and stops. Nothing is judged here."""

from dataclasses import dataclass
from datetime import date

from rhomboid.catalogue.load import load_catalogue
from rhomboid.catalogue.rulebook import rule
from rhomboid.prescription.profile import Goals
from rhomboid.screening.facts import Answers
from rhomboid.service.asymmetry import KIND as SQUAT
from rhomboid.service.history import MoveHistory, moves_done
from rhomboid.service.intake import Outcome, outcome_of
from rhomboid.service.log import log_of
from rhomboid.service.models import Person, Screening
from rhomboid.service.people import has_program
from rhomboid.service.profiles import Limit, limits_of
from rhomboid.service.programs import profile_of
from rhomboid.service.progress import Progress, progress_of
from rhomboid.service.prompts import KIND
from rhomboid.service.rescreen import standing_answers
from rhomboid.service.self_checks import Check
from rhomboid.training.corrections import read_as_of
from rhomboid.training.event_types import NewSymptom, Rescreen, SetDone, Skipped, Stopped


@dataclass(frozen=True)
class StopRow:
    """What ended or spoiled a move on a day. why: sharp, worsening, tired, time, pain, twist, or skipped for pain."""

    day: date
    exercise: str
    why: str
    pain: int | None


@dataclass(frozen=True)
class Report:
    """screens: the days on which the safety questions were answered. progress: None before there is a program.

    squat: to which side the hips went in the last check, empty without one. prompted: answers to the prompt to see
    someone.
    """

    outcome: Outcome
    answers: Answers
    goals: Goals | None
    squat: str
    screens: tuple[date, ...]
    limits: tuple[Limit, ...]
    progress: Progress | None
    moves: tuple[MoveHistory, ...]
    stops: tuple[StopRow, ...]
    prompted: tuple[Check, ...]


def report_of(person: Person, day: date) -> Report:
    """Return what there is to show by `day`."""
    running = has_program(person)
    first = tuple(Screening.objects.for_person(person).values_list("made_on", flat=True))
    later = tuple(
        event.day for event in read_as_of(log_of(person), day).events if isinstance(event, Rescreen | NewSymptom)
    )
    outcome = outcome_of(person, on=day)
    progress = progress_of(person, day) if running else None
    return Report(
        outcome=outcome,
        answers=standing_answers(person, day) if running else outcome.answers,
        goals=profile_of(person).goals if person.profile is not None else None,
        squat=_side_of(progress),
        screens=tuple(dict.fromkeys((*first, *later))),
        limits=limits_of(person),
        progress=progress,
        moves=moves_done(person, day) if running else (),
        stops=_stops(person, day) if running else (),
        prompted=tuple(one for one in progress.checks if one.kind == KIND) if progress else (),
    )


def _side_of(progress: Progress | None) -> str:
    """Return the answer of the last check from side to side; empty without one."""
    sides = [one.answers["side"] for one in progress.checks if one.kind == SQUAT] if progress else []
    return str(sides[-1]) if sides else ""


def _stops(person: Person, day: date) -> tuple[StopRow, ...]:
    """Return every stop, sharp or high pain, twist, and session left out for pain, the last one first."""
    rows: dict[tuple[date, str, str], StopRow] = {}
    known = load_catalogue().by_id
    for event in read_as_of(log_of(person), day).events:
        row = _row(event)
        if row is not None and (row.exercise in known or not row.exercise):
            key = (row.day, row.exercise, row.why)
            before = rows.get(key)
            # One row for a move and day: the worst set of it.
            if before is None or (row.pain or 0) > (before.pain or 0):
                rows[key] = row
    return tuple(sorted(rows.values(), key=lambda one: (one.day, one.exercise, one.why), reverse=True))


def _row(event: object) -> StopRow | None:
    match event:
        case Stopped():
            return StopRow(event.day, event.exercise, event.why, None)
        case SetDone(pain_kind="sharp") if event.pain:
            return StopRow(event.day, event.exercise, "sharp", event.pain)
        case SetDone() if event.pain is not None and event.pain >= rule("D0").numbers["stop_pain"]:
            return StopRow(event.day, event.exercise, "pain", event.pain)
        case SetDone(compensation=True):
            return StopRow(event.day, event.exercise, "twist", event.pain)
        case Skipped(why="pain"):
            return StopRow(event.day, "", "skipped", None)
    return None
