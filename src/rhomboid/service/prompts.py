"""What a person is asked once in a while, and what becomes of the answer: see a clinician (D8), step down (D10)."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from django.db import transaction

from rhomboid.catalogue.load import load_catalogue
from rhomboid.lib.errors import bad_input
from rhomboid.prescription.plan import Plan
from rhomboid.service.daily import log_now
from rhomboid.service.log import log_of
from rhomboid.service.models import Person, SelfCheck
from rhomboid.service.programs import current_plan_of, keep_plan, profile_of
from rhomboid.service.sessions import program_in
from rhomboid.training.so_far import past_on

CLINICIAN, STEP_DOWN = "D8", "D10"
KIND = "clinician"
ANSWERS = ("will_go", "was_there", "not_now")
MAINTAIN = "maintain"
MORE_WEEKS = 12  # how far ahead the smaller program reaches; it can be made anew then


@transaction.atomic
def answer_clinician(person: Person, answer: str, *, now: datetime) -> None:
    """Keep the answer to the prompt to see someone; it is then quiet for the period."""
    if answer not in ANSWERS:
        raise bad_input("prompt", "answer", answer, ", ".join(ANSWERS))
    SelfCheck.objects.create(person=person, kind=KIND, made_on=now.date(), answers={"answer": answer})
    log_now(person, "acknowledged", now=now, what=CLINICIAN)


def decline_step_down(person: Person, *, now: datetime) -> None:
    """Keep that the person goes on as before; the offer comes again if it stays calm for another period."""
    log_now(person, "acknowledged", now=now, what=STEP_DOWN)


@transaction.atomic
def step_down(person: Person, *, now: datetime) -> tuple[Plan, date]:
    """Plan the weeks to come in the phase that keeps what was gained, and keep that program if there is one.

    Weeks that have begun stay as they were. Returns the plan and the first day of the new weeks.
    """
    from rhomboid.planning.plan import plan  # the solver takes half a second to import

    before = program_in(current_plan_of(person))
    begun = (now.date() - before.start).days // 7 + 1
    since = before.start + timedelta(weeks=begun)
    profile, catalogue = profile_of(person), load_catalogue()
    past = past_on(profile, catalogue, log_of(person), since)
    made = plan(profile, catalogue, weeks=begun + MORE_WEEKS, past=past, mode=MAINTAIN)
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
    keep_plan(person, kept, on=now.date())
    log_now(person, "acknowledged", now=now, what=STEP_DOWN)
    return kept, since
