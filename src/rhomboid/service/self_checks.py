"""What a person checks on themselves now and then: kept as it was told, never used to dose anything."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from rhomboid.catalogue.rulebook import rule
from rhomboid.lib.errors import bad_input
from rhomboid.service.models import Person, SelfCheck
from rhomboid.training.trends import Point

WHERE = "self-check"
FUNCTION, REACH, DESK = "function", "reach", "desk"
LONGEST_NAME = 60
HIGHEST = 10


@dataclass(frozen=True)
class Check:
    """One check as it was told on a day."""

    kind: str
    day: date
    answers: Mapping[str, Any]


def checks_of(person: Person) -> tuple[Check, ...]:
    """Return all checks of a person by day, in one query; of two on one day both, in the order they were told."""
    rows = SelfCheck.objects.for_person(person).order_by("made_on", "id")
    return tuple(Check(row.kind, row.made_on, row.answers) for row in rows)


def keep_function(person: Person, activities: Sequence[tuple[str, int]], *, on: date) -> None:
    """Keep how well a person can do what they named. Raises UserError with one line when that cannot be."""
    most = rule("P2").numbers["function"]["most_activities"]
    told = [(" ".join(name.split())[:LONGEST_NAME], score) for name, score in activities]
    names = [name.casefold() for name, _ in told]
    if not 1 <= len(told) <= most or "" in names or len(set(names)) < len(names):
        raise bad_input(WHERE, "activities", [name for name, _ in told], f"1 to {most} different things")
    for name, score in told:
        if not 0 <= score <= HIGHEST:
            raise bad_input(WHERE, name, score, f"0 to {HIGHEST}")
    rows = [{"name": name, "score": score} for name, score in told]
    _keep(person, FUNCTION, {"activities": rows}, on)


def keep_reach(person: Person, *, left_cm: float, right_cm: float, on: date) -> None:
    """Keep the gap between thumb and wall of both arms."""
    most = rule("P2").numbers["reach"]["most_cm"]
    for side, gap in (("left_cm", left_cm), ("right_cm", right_cm)):
        if not 0 <= gap <= most:
            raise bad_input(WHERE, side, gap, f"0 to {most}")
    _keep(person, REACH, {"left_cm": left_cm, "right_cm": right_cm}, on)


def activities_of(checks: Sequence[Check]) -> tuple[str, ...]:
    """Return what the person named last, so that the same is asked again."""
    told = [one for one in checks if one.kind == FUNCTION]
    return tuple(row["name"] for row in told[-1].answers["activities"]) if told else ()


def function_points(checks: Sequence[Check]) -> tuple[Point, ...]:
    """Return the mean score of each day, over the things named then that are still named now."""
    standing = {name.casefold() for name in activities_of(checks)}
    points = {}
    for one in checks:
        if one.kind != FUNCTION:
            continue
        scores = {row["name"].casefold(): row["score"] for row in one.answers["activities"]}
        # Only days on which all of the same things were scored can be compared.
        if standing <= scores.keys():
            points[one.day] = sum(scores[name] for name in standing) / len(standing)
    return tuple(Point(day, value) for day, value in points.items())


def reach_points(checks: Sequence[Check]) -> tuple[Point, ...]:
    """Return the gap of each day, the mean of both arms."""
    told = {one.day: one.answers for one in checks if one.kind == REACH}
    return tuple(Point(day, (answers["left_cm"] + answers["right_cm"]) / 2) for day, answers in told.items())


def _keep(person: Person, kind: str, answers: dict[str, Any], on: date) -> None:
    SelfCheck.objects.create(person=person, kind=kind, made_on=on, answers=answers)
