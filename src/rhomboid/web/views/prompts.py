"""Answers to what Today asks once in a while: see a clinician, or step down."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from rhomboid.prescription.words import day_words
from rhomboid.service.people import has_program
from rhomboid.service.prompts import answer_clinician, decline_step_down, step_down
from rhomboid.web import clock
from rhomboid.web.middleware import PersonRequest

THANKS = {
    "will_go": "Good. The report page has a summary you can print and take along.",
    "was_there": "Good. If they set limits, tell us on the page You; they hold at once.",
    "not_now": "Kept. We ask again if another six weeks bring no change.",
}


@require_POST
def clinician(request: PersonRequest) -> HttpResponse:
    """Keep the answer to the prompt to see someone."""
    if request.person is None or not has_program(request.person):
        return redirect("welcome")
    answer = request.POST.get("answer", "")
    answer_clinician(request.person, answer, now=clock.now())
    messages.success(request, THANKS[answer])
    return redirect("today")


@require_POST
def less(request: PersonRequest) -> HttpResponse:
    """Step down to keeping what was gained, or go on as before."""
    person = request.person
    if person is None or not has_program(person):
        return redirect("welcome")
    if request.POST.get("answer") != "yes":
        decline_step_down(person, now=clock.now())
        messages.success(request, "Good. Everything goes on as before.")
        return redirect("today")
    made = step_down(person, now=clock.now())
    if made.plan.status == "refused":
        return redirect("result")
    if made.plan.program is None:
        return render(request, "program/infeasible.html", {"plan": made.plan, "keeps": True})
    messages.success(request, f"From {day_words(made.since)} you keep what you gained, with two strength days a week.")
    messages.info(request, "If you want to go on building later, the page Program leads back to the full one.")
    return redirect("program")
