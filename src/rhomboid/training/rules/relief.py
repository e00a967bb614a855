"""D10. After a calm month a smaller program is offered that keeps what was gained; it does not stop."""

from datetime import date, timedelta
from statistics import fmean

from rhomboid.catalogue.rulebook import rule
from rhomboid.training.pain_history import DayScores

OFFER = "You have had little pain for weeks. If you like, do less from now on and keep what you gained."


def month_begun(day: date) -> date:
    """Return the first of the days that are looked at."""
    return day - timedelta(days=rule("D10").numbers["days"] - 1)


def is_relieved(pain: DayScores, day: date) -> bool:
    """Return whether enough check-ins of the last days are low, and none high."""
    numbers = rule("D10").numbers
    month = pain.last_days(day, numbers["days"])
    is_low = fmean(month) <= numbers["mean_at_most"] and max(month) <= numbers["none_above"] if month else False
    return bool(is_low and len(month) >= numbers["check_ins"])
