"""D8. After six weeks with little change, and every six more, the person is told to let a clinician look."""

from datetime import date, timedelta
from statistics import fmean

from rhomboid.catalogue.rulebook import rule
from rhomboid.training.pain_history import DayScores

DAYS_OF_WEEK = 7
PROMPT = "Your pain has hardly changed in six weeks. Ask a clinician, such as a doctor, to look at it."


def period_begun(start: date, day: date) -> date | None:
    """Return the day the present period began, or None in the first six weeks."""
    period = timedelta(weeks=rule("D8").numbers["weeks"])
    ran = (day - start) // period
    return start + ran * period if ran >= 1 else None


def is_little_change(pain: DayScores, start: date, day: date) -> bool:
    """Return whether the last week's mean is less than enough below the first week's (else the profile's)."""
    now = pain.last_days(day, DAYS_OF_WEEK)
    first = pain.between(start, start + timedelta(days=DAYS_OF_WEEK - 1))
    before = fmean(first) if first else pain.usual
    return bool(now and before - fmean(now) < rule("D8").numbers["better_by"])
