"""What the answers mean: one of six levels, why, and what happens next."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from rhomboid.service import intake
from rhomboid.web import clock
from rhomboid.web.middleware import PersonRequest
from rhomboid.web.result_pages import VERDICTS, show_alarm, show_hits, show_limits_of, show_open_pages, split_advice


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
    context = {
        "verdict": VERDICTS[triage.level],
        "level": triage.level,
        "triage": triage,
        "finished": outcome.finished,
        "alarm": show_alarm(triage.hits),
        "hits": show_hits(triage),
        "limits": show_limits_of(triage.restrictions) if triage.may_train else (),
        "open_pages": show_open_pages(triage),
        "reassurance": reassurance,
        "safety_net": safety_net,
        "advice": advice,
        "has_read": intake.has_read_notice(person),
        "may_start_again": intake.may_start_again(person) and not person.is_example,
        "needs_support": any(hit.rule.id == "feels_unsafe" for hit in triage.hits),
        "today": clock.today(),
    }
    return render(request, "result/show.html", context)


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
