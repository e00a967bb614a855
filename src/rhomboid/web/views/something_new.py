"""Something new during a program: told in a minute, and at once where to go."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from rhomboid.screening.triage import Triage
from rhomboid.service.log import log_of
from rhomboid.service.models import Person
from rhomboid.service.programs import current_plan_of
from rhomboid.service.sessions import today_for
from rhomboid.service.symptoms import load_topics, tell_symptoms
from rhomboid.web import clock
from rhomboid.web.middleware import PersonRequest
from rhomboid.web.result_pages import VERDICTS, show_hits, split_advice

OTHER = "other"
SUPPORT_RULE = "feels_unsafe"


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def show(request: PersonRequest) -> HttpResponse:
    """Ask for new signs; a sign is kept at once and answered with what to do."""
    person = request.person
    if person is None:
        return redirect("welcome")
    if current_plan_of(person) is None:
        return redirect("result")
    if request.method == "POST":
        return _take(request, person)
    return _ask(request)


def _ask(request: PersonRequest, *, nothing_ticked: bool = False) -> HttpResponse:
    # The event's id goes out with the form, so that a form sent twice is one event.
    context = {"topics": load_topics(), "event": uuid.uuid4(), "nothing_ticked": nothing_ticked}
    return render(request, "something_new/ask.html", context, status=422 if nothing_ticked else 200)


def _take(request: PersonRequest, person: Person) -> HttpResponse:
    told, other = request.POST.getlist("fact"), request.POST.get("other")
    if told:
        tell_symptoms(person, told, event=_event(request), at=clock.now())
        return _answer(request, person)
    if other == OTHER:
        return render(request, "something_new/worried.html")
    if other == "none":
        messages.success(request, "Good. Nothing on that list, so nothing changes.")
        return redirect("today")
    return _ask(request, nothing_ticked=True)


def _event(request: PersonRequest) -> uuid.UUID:
    try:
        return uuid.UUID(request.POST.get("event", ""))
    except ValueError:
        return uuid.uuid4()


def _answer(request: PersonRequest, person: Person) -> HttpResponse:
    plan = current_plan_of(person)
    assert plan is not None, "asked for before"
    triage: Triage = today_for(person, clock.today(), plan=plan, log=log_of(person)).triage
    _, safety_net, _ = split_advice(triage)
    context = {
        "verdict": VERDICTS[triage.level],
        "level": triage.level,
        "triage": triage,
        "hits": show_hits(triage),
        "safety_net": safety_net,
        "needs_support": any(hit.rule.id == SUPPORT_RULE for hit in triage.hits),
    }
    return render(request, "something_new/told.html", context)
