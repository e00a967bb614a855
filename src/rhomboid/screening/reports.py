"""What a person reported and when: the intake first, then each later screen or new symptom."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from rhomboid.screening.clearance import Clearance
from rhomboid.screening.facts import Answers


@dataclass(frozen=True)
class Report:
    """answers: only what was answered on that occasion; for the intake that is everything.

    at: the moment it was logged, where one is known; it settles what came first on one day.
    """

    day: date
    answers: Answers
    at: datetime | None = None


def answers_after(reports: Iterable[Report]) -> Answers:
    """Return the answers as they stand after all the reports, later ones over earlier ones."""
    standing = Answers(())
    for report in reports:
        standing = standing.merged(report.answers)
    return standing


def is_after(report: Report, clearance: Clearance) -> bool:
    """Return whether something was reported after a clearance: by the moment where both have one, else by the day."""
    if report.at is not None and clearance.at is not None:
        return report.at > clearance.at
    return report.day > clearance.date
