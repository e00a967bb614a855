"""Going on in another form of program: smaller, to keep what was gained, or full again."""

from dataclasses import replace
from datetime import date, timedelta

from django.db import transaction

from rhomboid.catalogue.load import load_catalogue
from rhomboid.prescription.plan import Plan
from rhomboid.service.log import log_of
from rhomboid.service.models import Person
from rhomboid.service.programs import current_plan_of, keep_plan, profile_of
from rhomboid.service.sessions import program_in
from rhomboid.training.so_far import past_on

MAINTAIN, FULL = "maintain", "full"
MORE_WEEKS = 12  # how far ahead the new weeks reach; they can be made anew then


@transaction.atomic
def go_on_in(person: Person, mode: str, *, on: date) -> tuple[Plan, date]:
    """Plan the weeks to come in a mode, from what was done so far, and keep that program if there is one.

    Weeks that have begun stay as they were. Returns the plan and the first day of the new weeks.
    """
    from rhomboid.planning.plan import plan  # the solver takes half a second to import

    before = program_in(current_plan_of(person))
    begun = max(0, (on - before.start).days // 7 + 1)
    since = before.start + timedelta(weeks=begun)
    profile, catalogue = profile_of(person), load_catalogue()
    past = past_on(profile, catalogue, log_of(person), since)
    made = plan(profile, catalogue, weeks=begun + MORE_WEEKS, past=past, mode=mode)
    if made.program is None:
        return made, since
    reviews = tuple(one for one in before.review_dates if one < since)
    program = replace(
        made.program,
        start=before.start,
        weeks=(*before.weeks[:begun], *(week for week in made.program.weeks if week.number > begun)),
        review_dates=(*reviews, *(one for one in made.program.review_dates if one >= since)),
    )
    # The document now holds weeks of two plans, so neither the proof nor the basis of the new one speaks for all of it.
    kept = replace(made, program=program, proof=None, basis=None)
    keep_plan(person, kept, on=on)
    return kept, since


def keeps_what_was_gained(person: Person) -> bool:
    """Return whether the program that counts is the smaller one after relief."""
    standing = current_plan_of(person)
    return standing is not None and standing.mode == MAINTAIN
