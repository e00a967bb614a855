"""What a person is asked once in a while, and what becomes of the answer: see a clinician (D8), step down (D10)."""

from datetime import datetime

from django.db import transaction

from rhomboid.lib.errors import bad_input
from rhomboid.service.daily import log_now
from rhomboid.service.models import Person, SelfCheck
from rhomboid.service.programs import MAINTAIN, Made, make_program

CLINICIAN, STEP_DOWN = "D8", "D10"
KIND = "clinician"
ANSWERS = ("will_go", "was_there", "not_now")


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
def step_down(person: Person, *, now: datetime) -> Made:
    """Go on in the smaller program that keeps what was gained."""
    made = make_program(person, on=now.date(), mode=MAINTAIN)
    if made.plan.program is not None:
        log_now(person, "acknowledged", now=now, what=STEP_DOWN)
    return made
