"""What the answers mean: one of six levels, why, and what happens next."""

import uuid
from datetime import date

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from rhomboid.lib.errors import UserError
from rhomboid.service import intake
from rhomboid.service.clearances import keep_clearance
from rhomboid.service.people import has_program
from rhomboid.web import clock
from rhomboid.web.middleware import PersonRequest
from rhomboid.web.result_pages import (
    BUILD_STEP,
    ROLES,
    VERDICTS,
    show_alarm,
    show_hits,
    show_limits_of,
    show_open_pages,
    split_advice,
)


class HttpResponseSamePost(HttpResponseRedirect):
    """Send the browser on to another address with the same method and form."""

    status_code = 307


@require_safe
def show(request: PersonRequest) -> HttpResponse:
    person = request.person
    if person is None:
        return redirect("welcome")
    outcome = intake.outcome_of(person, on=clock.today())
    triage = outcome.triage
    reassurance, safety_net, advice = split_advice(triage)
    verdict, hits = VERDICTS[triage.level], show_hits(triage)
    context = {
        "clearable": tuple(hit for hit in hits if hit.can_clear) if outcome.finished else (),
        "roles": ROLES,
        "event": uuid.uuid4(),
        "verdict": verdict,
        "steps": [step for step in verdict.steps if step != BUILD_STEP or not has_program(person)],
        "level": triage.level,
        "triage": triage,
        "finished": outcome.finished,
        "alarm": show_alarm(triage.hits),
        "hits": hits,
        "limits": show_limits_of(triage.restrictions) if triage.may_train else (),
        "open_pages": show_open_pages(triage),
        "reassurance": reassurance,
        "safety_net": safety_net,
        "advice": advice,
        "has_read": intake.has_read_notice(person),
        "may_start_again": not person.is_example,
        "needs_support": any(hit.rule.id == "feels_unsafe" for hit in triage.hits),
        "today": clock.today(),
    }
    return render(request, "result/show.html", context)


@require_POST
def clear(request: PersonRequest) -> HttpResponse:
    """Keep that a professional cleared some points by name."""
    person, sent = request.person, request.POST
    if person is None:
        return redirect("welcome")
    try:
        day = date.fromisoformat(sent.get("date", ""))
        event = uuid.UUID(sent.get("event", ""))
    except ValueError:
        messages.warning(request, "Please give the day on which you were cleared.")
        return redirect("result")
    try:
        keep_clearance(
            person,
            by=sent.get("by", ""),
            role=sent.get("role", ""),
            day=day,
            scope=sent.getlist("scope"),
            event=event,
            now=clock.now(),
        )
    except UserError as error:
        messages.warning(request, str(error))
    else:
        messages.success(request, "Kept. This page now takes it into account.")
    return redirect("result")


@require_POST
def acknowledge(request: PersonRequest) -> HttpResponse:
    """Keep that the notice was read, then go on to make the program with the same form."""
    if request.person is None:
        return redirect("welcome")
    if request.POST.get("read") != "yes":
        messages.warning(request, "Please tick that you have read the notice. Then we build your program.")
        return redirect("result")
    intake.keep_notice_read(request.person, at=clock.now())
    return HttpResponseSamePost(reverse("program-make"))
