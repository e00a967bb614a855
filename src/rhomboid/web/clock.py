"""The one clock of the web app; everything below takes time as an argument."""

from datetime import date, datetime

from django.utils import timezone


def now() -> datetime:
    """Return this moment in the zone that days are counted in."""
    return timezone.localtime()


def today() -> date:
    """Return today's date in that zone."""
    return now().date()
