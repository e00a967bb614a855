"""Breaks from sitting beside what is due (C9): told on a day on which nothing speaks against them."""

from dataclasses import replace

from rhomboid.catalogue.exercise import Catalogue
from rhomboid.prescription.breaks import desk_breaks
from rhomboid.prescription.profile import Profile
from rhomboid.prescription.program import Program
from rhomboid.training.advising import Advised
from rhomboid.training.today import Today

# More names than this are a list to forget.
NAMED = 3


def with_breaks(today: Today, profile: Profile, catalogue: Catalogue, program: Program) -> Today:
    """Return the day with advice on breaks for who sits a lot; none once a warning sign locks the program."""
    found = None if today.locked else desk_breaks(profile, catalogue, program, today.date)
    if found is None:
        return today
    least, most = found.every_minutes
    # Another few each day, so that all come up in turn.
    first = today.date.toordinal() * NAMED % len(found.choices)
    choices = (*found.choices[first:], *found.choices[:first])[:NAMED]
    names = ", ".join(catalogue[one.exercise].name for one in choices)
    text = (
        f"You sit a lot. Every {least} to {most} minutes do one of these for about a minute: {names}. "
        "Keep it light, and stop if it hurts."
    )
    return replace(today, advice=(*today.advice, Advised(text, "C9")))
